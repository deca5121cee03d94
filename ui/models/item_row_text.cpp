// SPDX-License-Identifier: Apache-2.0
#include "ui/models/item_row_text.h"

#include "ui/support/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace assize::ui {
namespace {

struct ItemRowText {
    Q_DECLARE_TR_FUNCTIONS(ItemRowText)
};

bool isJudged(const ItemRow& row) {
    return row.judged.planned && row.judged.outcome == Outcome::Verdict;
}

QString idOf(const ItemRow& row) {
    return fromUtf8(row.sourceId.empty() ? row.id : row.sourceId);
}

/// With a full stop, unless the text ends a sentence by itself.
QString sentence(const QString& text) {
    static const QString Ends = QStringLiteral(".?!…。？！");
    if (text.isEmpty() || Ends.contains(text.back()))
        return text;
    return ItemRowText::tr("%1.", "a sentence read aloud").arg(text);
}

QString verdictDetail(const ItemRow& row) {
    if (row.judged.planned && row.judged.outcome != Outcome::Verdict)
        return ItemRowText::tr("no verdict");
    if (row.judged.margin)
        return ItemRowText::tr("margin %1", "score margin of a verdict").arg(signedNumber(*row.judged.margin, 2));
    return fromUtf8(row.judged.result);
}

/// The annotator's own class or score of a single answer.
QString ownAnswer(const ItemRow& row) {
    if (row.humanResult.empty())
        return row.humanScore ? scoreText(row.humanScore) : QString();
    return withVisibleControls(fromUtf8(row.humanResult));
}

/// What people say of a single answer: the annotator, else the file or most of its raters.
QString humanAnswer(const ItemRow& row) {
    return hasOwnLabel(row) ? ownAnswer(row) : withVisibleControls(fromUtf8(row.goldResult));
}

/// A verdict on a single answer, which names no side.
bool isAnswerJudged(const ItemRow& row) {
    return isJudged(row) && !row.judged.label && !row.judged.result.empty() &&
           row.judged.agreement == OrderAgreement::Incomplete;
}

} // namespace

bool hasOwnLabel(const ItemRow& row) {
    return row.human.has_value() || row.cannotJudge || !ownAnswer(row).isEmpty();
}

std::optional<Label> humanLabel(const ItemRow& row) {
    return row.human ? row.human : row.gold;
}

bool isDisagreement(const ItemRow& row) {
    if (isJudged(row) && !row.judged.result.empty() && !humanAnswer(row).isEmpty())
        return fromUtf8(row.judged.result).compare(humanAnswer(row), Qt::CaseInsensitive) != 0;
    const std::optional<Label> human = humanLabel(row);
    if (!human || !isJudged(row))
        return false;
    if (row.judged.agreement == OrderAgreement::Flipped)
        return true;
    const auto side = [](Label label) { return label == Label::BothBad ? Label::Tie : label; };
    return row.judged.label && side(*row.judged.label) != side(*human);
}

VerdictGlyph judgeGlyph(const ItemRow& row) {
    if (isAnswerJudged(row))
        return VerdictGlyph::answer(VerdictGlyph::Owner::Judge, withVisibleControls(fromUtf8(row.judged.result)));
    return {VerdictGlyph::Owner::Judge, row.judged.label};
}

VerdictGlyph humanGlyph(const ItemRow& row) {
    if (row.cannotJudge && !row.human)
        return VerdictGlyph::cannotJudge();
    if (const QString said = humanAnswer(row); !row.human && !said.isEmpty())
        return VerdictGlyph::answer(VerdictGlyph::Owner::Human, said);
    return {VerdictGlyph::Owner::Human, humanLabel(row), row.human ? row.humanStep : std::nullopt};
}

QString itemDetail(const ItemRow& row, bool isCovered) {
    QStringList parts{idOf(row)};
    if (const QString verdict = isCovered ? QString() : verdictDetail(row); !verdict.isEmpty())
        parts << verdict;
    if (const QString own = ownAnswer(row); !own.isEmpty())
        parts << ItemRowText::tr("you: %1", "the annotator's own class or score").arg(own);
    return parts.join(QStringLiteral(" · "));
}

QString itemSpoken(const ItemRow& row, bool isCovered) {
    QStringList parts{fromUtf8(row.title).trimmed()};
    if (isCovered) {
        parts << ItemRowText::tr("Hidden until you label it");
    } else {
        parts << ItemRowText::tr("Judge %1", "a verdict in words").arg(judgeGlyph(row).words());
        parts << ItemRowText::tr("Human %1", "a label in words").arg(humanGlyph(row).words());
        if (isDisagreement(row))
            parts << ItemRowText::tr("Disagree");
        if (row.judged.margin)
            parts << ItemRowText::tr("Margin %1").arg(signedNumber(*row.judged.margin, 2));
        if (isJudged(row) && !isAnswerJudged(row))
            parts << (row.judged.agreement == OrderAgreement::Flipped ? ItemRowText::tr("Flipped by order")
                                                                      : ItemRowText::tr("Not flipped"));
    }
    if (row.flagged)
        parts << ItemRowText::tr("Flagged for later");
    std::transform(parts.cbegin(), parts.cend(), parts.begin(), sentence);
    return parts.join(QLatin1Char(' '));
}

} // namespace assize::ui
