// SPDX-License-Identifier: Apache-2.0
// What verdicts, outcomes and flags are called in the window.
#include "ui/review/verdict_headline.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <QHash>

namespace assize::ui {
namespace {

struct VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
};

QString outcomeSentence(Outcome outcome) {
    switch (outcome) {
    case Outcome::Verdict:
        return VerdictWords::tr("Verdict");
    case Outcome::Abstained:
        return VerdictWords::tr("The judge gave no clear answer");
    case Outcome::Refused:
        return VerdictWords::tr("The model refused to judge");
    case Outcome::Truncated:
        return VerdictWords::tr("The reply was cut off; allow more tokens and judge again");
    case Outcome::Unparseable:
        return VerdictWords::tr("The reply could not be read as a verdict");
    case Outcome::Invalid:
        return VerdictWords::tr("The reply breaks its own rubric");
    case Outcome::TransportError:
        return VerdictWords::tr("The server did not answer; judge again");
    case Outcome::Skipped:
        break;
    }
    return VerdictWords::tr("Skipped");
}

} // namespace

QString labelWords(Label label) {
    switch (label) {
    case Label::A:
        return VerdictWords::tr("A is better");
    case Label::B:
        return VerdictWords::tr("B is better");
    case Label::Tie:
        return VerdictWords::tr("Tie");
    case Label::BothBad:
        break;
    }
    return VerdictWords::tr("Both bad");
}

QString reasonWords(const QString& reason) {
    static const QHash<QString, const char*> sentences = {
        {QStringLiteral("no-label"), QT_TRANSLATE_NOOP("VerdictWords", "it names no label")},
        {QStringLiteral("no-verdict"), QT_TRANSLATE_NOOP("VerdictWords", "it gives no verdict")},
        {QStringLiteral("no-criteria"), QT_TRANSLATE_NOOP("VerdictWords", "it scores no criterion")},
        {QStringLiteral("ambiguous"), QT_TRANSLATE_NOOP("VerdictWords", "it gives more than one verdict")},
        {QStringLiteral("empty"), QT_TRANSLATE_NOOP("VerdictWords", "it is empty")},
        {QStringLiteral("split"), QT_TRANSLATE_NOOP("VerdictWords", "its samples are split")},
        {QStringLiteral("not-yaml"), QT_TRANSLATE_NOOP("VerdictWords", "it is not YAML")},
        {QStringLiteral("not-json"), QT_TRANSLATE_NOOP("VerdictWords", "it is not JSON")},
        {QStringLiteral("not-a-number"), QT_TRANSLATE_NOOP("VerdictWords", "a score is not a number")},
        {QStringLiteral("out-of-range"), QT_TRANSLATE_NOOP("VerdictWords", "a score is outside its scale")},
        {QStringLiteral("budget"), QT_TRANSLATE_NOOP("VerdictWords", "its reasoning used up all its tokens")},
        {QStringLiteral("missing-criterion"),
            QT_TRANSLATE_NOOP("VerdictWords", "a criterion of the rubric is missing")},
        {QStringLiteral("extra-criterion"),
            QT_TRANSLATE_NOOP("VerdictWords", "it scores a criterion that the rubric has not")},
        {QStringLiteral("duplicate-criterion"), QT_TRANSLATE_NOOP("VerdictWords", "it scores a criterion twice")},
        {QStringLiteral("too-many-criteria"), QT_TRANSLATE_NOOP("VerdictWords", "it has too many criteria")},
        {QStringLiteral("missing-weight"), QT_TRANSLATE_NOOP("VerdictWords", "a weight is missing")},
        {QStringLiteral("unknown-type"), QT_TRANSLATE_NOOP("VerdictWords", "a criterion is of an unknown type")},
        {QStringLiteral("unknown-format"), QT_TRANSLATE_NOOP("VerdictWords", "its judge asks for an unknown format")},
        {QStringLiteral("bad-pattern"), QT_TRANSLATE_NOOP("VerdictWords", "the pattern of its judge is faulty")},
        {QStringLiteral("pattern-too-slow"),
            QT_TRANSLATE_NOOP("VerdictWords", "the pattern of its judge takes too long")},
        {QStringLiteral("cut-off"), QT_TRANSLATE_NOOP("VerdictWords", "it ends before its verdict")},
        {QStringLiteral("refused"), QT_TRANSLATE_NOOP("VerdictWords", "it says that it will not judge")},
        {QStringLiteral("zero-weights"), QT_TRANSLATE_NOOP("VerdictWords", "its weights sum to nothing")},
        {QStringLiteral("missing-score"), QT_TRANSLATE_NOOP("VerdictWords", "a score is missing")},
        {QStringLiteral("negative-weight"), QT_TRANSLATE_NOOP("VerdictWords", "a weight is below zero")},
        {QStringLiteral("unknown-verdict"),
            QT_TRANSLATE_NOOP("VerdictWords", "its verdict is none of those asked for")},
        {QStringLiteral("strict"),
            QT_TRANSLATE_NOOP("VerdictWords", "it would have to be repaired, which the judge rules out")},
    };
    const QString code = reason.section(QStringLiteral(": "), 0, 0);
    const QString detail = reason.section(QStringLiteral(": "), 1);
    const char* sentence = sentences.value(code, nullptr);
    if (sentence == nullptr)
        return withVisibleControls(reason);
    const QString words = QCoreApplication::translate("VerdictWords", sentence);
    return detail.isEmpty() ? words
                            : VerdictWords::tr("%1 (%2)", "reason, place").arg(words, withVisibleControls(detail));
}

QString verdictWords(const VerdictSummary& summary) {
    if (summary.reconciled.agreement == OrderAgreement::Flipped)
        return VerdictWords::tr("The orders disagree");
    if (summary.label)
        return labelWords(*summary.label);
    if (!summary.orders.empty() && !summary.isFailed && !summary.orders.front()->judgement.result.empty())
        return withVisibleControls(fromUtf8(summary.orders.front()->judgement.result));
    return VerdictWords::tr("No verdict");
}

QString outcomeWords(const Judgement& judgement) {
    const QString sentence = outcomeSentence(judgement.outcome);
    if (judgement.reason.empty())
        return sentence;
    return VerdictWords::tr("%1: %2", "what became of the call, why")
        .arg(sentence, reasonWords(fromUtf8(judgement.reason)));
}

QString flagWords(const std::string& flag) {
    static const QHash<QString, const char*> sentences = {
        {QStringLiteral("weights-normalised"),
            QT_TRANSLATE_NOOP("VerdictWords", "Its weights do not sum to 1; they were normalised.")},
        {QStringLiteral("total-contradicts-scores"),
            QT_TRANSLATE_NOOP("VerdictWords", "The totals it states differ from its own scores.")},
        {QStringLiteral("label-contradicts-scores"),
            QT_TRANSLATE_NOOP("VerdictWords", "Its label and its weighted scores name different sides.")},
        {QStringLiteral("rationale-contradicts-label"),
            QT_TRANSLATE_NOOP("VerdictWords", "Its overall reason speaks for the other side than its label.")},
        {QStringLiteral("invented-quotation"),
            QT_TRANSLATE_NOOP("VerdictWords", "It quotes words that stand in no text of this item.")},
        {QStringLiteral("explanation-incomplete"), QT_TRANSLATE_NOOP("VerdictWords", "Its explanation is incomplete.")},
        {QStringLiteral("verdict-like-candidate"),
            QT_TRANSLATE_NOOP("VerdictWords", "A response contains text that looks like a verdict.")},
    };
    const char* sentence = sentences.value(fromUtf8(flag), nullptr);
    return sentence == nullptr ? fromUtf8(flag) : QCoreApplication::translate("VerdictWords", sentence);
}

} // namespace assize::ui
