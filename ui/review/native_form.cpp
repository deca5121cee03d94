// SPDX-License-Identifier: Apache-2.0
#include "ui/review/native_form.h"

#include "ui/review/verdict_headline.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace assize::ui {
namespace {

struct NativeForm {
    Q_DECLARE_TR_FUNCTIONS(NativeForm)
};

QString resultOf(const Judgement& judgement) {
    return withVisibleControls(fromUtf8(judgement.result));
}

/// "[[A>>B]]": much better has a second sign.
QString ownLabel(const Judgement& judgement) {
    QString label = fromUtf8(labelText(*judgement.label));
    if (std::abs(judgement.step.value_or(0)) >= 2)
        label.replace(QLatin1Char('>'), QStringLiteral(">>"));
    return QStringLiteral("[[%1]]").arg(label);
}

QString shortLabel(Label label) {
    switch (label) {
    case Label::A:
        return QStringLiteral("“A”");
    case Label::B:
        return QStringLiteral("“B”");
    case Label::Tie:
        return NativeForm::tr("“tie”");
    case Label::BothBad:
        break;
    }
    return NativeForm::tr("“both bad”");
}

QString scoresWords(const Judgement& judgement, const JudgeForm& form) {
    if (judgement.scores.empty())
        return {};
    QStringList scores;
    for (const double score : judgement.scores)
        scores << scoreText(score);
    const QString min = scoreText(form.scaleMin);
    const QString max = scoreText(form.scaleMax);
    switch (scores.size()) {
    case 1:
        return form.task == Task::Direct ? NativeForm::tr("on a scale from %1 to %2").arg(min, max)
                                         : NativeForm::tr("score %1").arg(scores[0]);
    case 2:
        return NativeForm::tr("scores %1 and %2, from %3 to %4").arg(scores[0], scores[1], min, max);
    default:
        return NativeForm::tr("scores %1, from %2 to %3", "a list of numbers")
            .arg(scores.join(QStringLiteral(" ")), min, max);
    }
}

} // namespace

bool isSideless(Task task) {
    return task != Task::Pairwise && task != Task::ScorePair;
}

QString nativeTitle(const Judgement& judgement, Task task) {
    if (judgement.result.empty())
        return {};
    switch (task) {
    case Task::Direct:
        return NativeForm::tr("Score %1").arg(resultOf(judgement));
    case Task::Select:
        return NativeForm::tr("Best: %1", "letters of answers").arg(resultOf(judgement));
    default:
        return resultOf(judgement);
    }
}

QString nativeDetail(const Judgement& judgement, const JudgeForm& form) {
    QStringList lines;
    if (judgement.label)
        lines << NativeForm::tr("judge label %1", "the label as the judge gave it").arg(ownLabel(judgement));
    if (const QString scores = scoresWords(judgement, form); !scores.isEmpty())
        lines << scores;
    return lines.join(QLatin1Char('\n'));
}

QString nativeResult(const VerdictSummary& summary) {
    if (summary.orders.empty())
        return {};
    const Judgement& judgement = summary.orders.front()->judgement;
    if (judgement.outcome != Outcome::Verdict)
        return verdictWords(summary);
    if (judgement.scores.size() == 2)
        return QStringLiteral("%1 %2").arg(scoreText(judgement.scores[0]), scoreText(judgement.scores[1]));
    if (!judgement.result.empty()) {
        const QString score = judgement.scores.empty() ? QString() : scoreText(judgement.scores.front());
        const QString result = resultOf(judgement);
        return score.isEmpty() || score == result ? result : result + QLatin1Char(' ') + score;
    }
    if (summary.margin)
        return signedNumber(*summary.margin, 2);
    return summary.label ? shortLabel(*summary.label) : verdictWords(summary);
}

QString humanResultOf(const ReviewItem& review, const std::string& annotator) {
    const Annotation own = currentAnnotation(review, annotator);
    if (!own.result.empty() || own.score)
        return own.result.empty() ? scoreText(own.score) : withVisibleControls(fromUtf8(own.result));
    const auto said = std::find_if(review.labels.begin(), review.labels.end(),
        [](const ItemLabel& label) { return !label.result.empty() || label.score; });
    if (said == review.labels.end())
        return {};
    return said->result.empty() ? scoreText(said->score) : withVisibleControls(fromUtf8(said->result));
}

} // namespace assize::ui
