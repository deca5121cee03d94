// SPDX-License-Identifier: Apache-2.0
#include "ui/review/label_choices.h"

#include "ui/support/text.h"
#include "ui/widgets/verdict_glyph.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

namespace assize::ui {
namespace {

LabelChoice side(const char* objectName, Label label, int step) {
    return {QString::fromLatin1(objectName), {label, step, false, {}, {}}};
}

LabelChoice cannotJudge() {
    return {QStringLiteral("labelCannotJudge"), {{}, {}, true, {}, {}}};
}

LabelChoice answer(const std::string& result) {
    return {QStringLiteral("label%1").arg(fromUtf8(result)), {{}, {}, false, {}, result}};
}

LabelChoice score(double value) {
    return {QStringLiteral("labelScore%1").arg(value), {{}, {}, false, value, {}}};
}

/// Every whole number of a short scale, five steps of any other.
std::vector<LabelChoice> scores(double min, double max) {
    constexpr double MostSteps = 9;
    constexpr int Parts = 4;
    std::vector<LabelChoice> choices;
    const double span = max - min;
    const bool isShort = span >= 2 && span <= MostSteps && span == std::floor(span);
    const int steps = isShort ? static_cast<int>(span) : Parts;
    for (int step = 0; step <= steps; ++step)
        choices.push_back(score(min + span * step / steps));
    return choices;
}

std::vector<LabelChoice> sides() {
    return {side("labelAMuch", Label::A, 2), side("labelA", Label::A, 1), side("labelTie", Label::Tie, 0),
        side("labelBothBad", Label::BothBad, 0), side("labelB", Label::B, -1), side("labelBMuch", Label::B, -2)};
}

std::vector<LabelChoice> answersOf(const JudgeForm& form, std::size_t responses) {
    std::vector<LabelChoice> choices;
    switch (form.task) {
    case Task::Direct:
        return scores(form.scaleMin, form.scaleMax);
    case Task::PassFail:
        return {answer("PASS"), answer("FAIL")};
    case Task::Classify:
        for (const std::string& category : form.categories)
            choices.push_back(answer(category));
        return choices;
    case Task::Select:
        for (std::size_t index = 0; index < responses; ++index)
            choices.push_back(answer(std::string(1, static_cast<char>('A' + index))));
        return choices;
    case Task::Pairwise:
    case Task::ScorePair:
        break;
    }
    return sides();
}

} // namespace

PersonLabel personLabelOf(const Annotation& annotation) {
    return {annotation.label, annotation.step, annotation.cannotJudge, annotation.score, annotation.result};
}

void setPersonLabel(Annotation& annotation, const PersonLabel& label) {
    annotation.label = label.label;
    annotation.step = label.step;
    annotation.cannotJudge = label.cannotJudge;
    annotation.score = label.score;
    annotation.result = label.result;
}

QString labelWords(const PersonLabel& label) {
    if (!label.result.empty())
        return withVisibleControls(fromUtf8(label.result));
    if (label.score)
        return QCoreApplication::translate("LabelButtons", "Score %1").arg(scoreText(label.score));
    return label.cannotJudge ? VerdictGlyph::cannotJudge().words()
                             : VerdictGlyph(VerdictGlyph::Owner::Human, label.label, label.step).words();
}

QString LabelChoice::words() const {
    static const std::map<QString, const char*> Words = {
        {QStringLiteral("labelAMuch"), QT_TRANSLATE_NOOP("LabelButtons", "A much better")},
        {QStringLiteral("labelA"), QT_TRANSLATE_NOOP("LabelButtons", "A better")},
        {QStringLiteral("labelTie"), QT_TRANSLATE_NOOP("LabelButtons", "Tie")},
        {QStringLiteral("labelBothBad"), QT_TRANSLATE_NOOP("LabelButtons", "Both bad")},
        {QStringLiteral("labelB"), QT_TRANSLATE_NOOP("LabelButtons", "B better")},
        {QStringLiteral("labelBMuch"), QT_TRANSLATE_NOOP("LabelButtons", "B much better")},
        {QStringLiteral("labelCannotJudge"), QT_TRANSLATE_NOOP("LabelButtons", "Cannot judge")}};
    if (says.score)
        return scoreText(says.score);
    if (!says.result.empty())
        return withVisibleControls(fromUtf8(says.result));
    const auto known = Words.find(objectName);
    return known == Words.end() ? QString() : QCoreApplication::translate("LabelButtons", known->second);
}

std::vector<LabelChoice> labelChoices(const JudgeForm& form, std::size_t responses) {
    std::vector<LabelChoice> choices = answersOf(form, responses);
    choices.push_back(cannotJudge());
    return choices;
}

JudgeForm personForm(const ReviewItem& review, const JudgeForm& judge) {
    const std::size_t responses = review.item.responses.size();
    const bool isOfMany = judge.task == Task::Select && responses > 2;
    if (isOfMany || (isSideless(judge.task) && judge.task != Task::Select && responses < 2))
        return judge;
    if (responses != 1)
        return {};
    JudgeForm form;
    const bool isScored = std::any_of(
        review.labels.begin(), review.labels.end(), [](const ItemLabel& label) { return label.score.has_value(); });
    form.task = isScored ? Task::Direct : Task::PassFail;
    return form;
}

} // namespace assize::ui
