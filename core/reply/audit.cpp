// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/model/reconcile.h"
#include "core/model/verdict_like.h"
#include "core/reply/normalise.h"
#include "core/reply/quotations.h"
#include "core/reply/rationale.h"
#include "core/reply/reply_text.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

constexpr double TotalSlack = 0.005;
constexpr double TieBand = 0.02;
constexpr std::size_t MostQuotingTexts = 40; ///< what a hostile reply can make us look up is bounded

bool contradicts(std::optional<double> stated, std::optional<double> computed) {
    return stated && computed && std::abs(*stated - *computed) > TotalSlack;
}

void compareTotals(ReplyReading& reading) {
    Judgement& judgement = reading.judgement;
    std::optional<double> margin;
    if (judgement.weightedScoreRawA && judgement.weightedScoreRawB)
        margin = *judgement.weightedScoreRawA - *judgement.weightedScoreRawB;
    if (contradicts(reading.statedScoreA, judgement.weightedScoreRawA) ||
        contradicts(reading.statedScoreB, judgement.weightedScoreRawB) || contradicts(reading.statedMargin, margin))
        noteFlag(judgement, "total-contradicts-scores");
}

/// Different sides: a tie on either hand contradicts nothing.
void compareLabel(Judgement& judgement) {
    if (!judgement.label || !judgement.scoreMargin)
        return;
    const Label implied = labelFromMargin(*judgement.scoreMargin, TieBand);
    if ((*judgement.label == Label::A && implied == Label::B) || (*judgement.label == Label::B && implied == Label::A))
        noteFlag(judgement, "label-contradicts-scores");
}

void compareRationale(Judgement& judgement) {
    if (!judgement.label)
        return;
    const auto claimed = claimedWinner(judgement.overallJustification);
    if (claimed && *claimed != *judgement.label)
        noteFlag(judgement, "rationale-contradicts-label");
}

class QuotationCheck {
public:
    QuotationCheck(const Item& item, std::string_view presentation, Judgement& judgement)
        : m_finder(item)
        , m_presentation(presentation)
        , m_judgement(judgement) {}

    void run() {
        check(m_judgement.overallJustification, std::string_view::npos);
        for (const CriterionScore& score : m_judgement.criteria) {
            check(score.justificationA, 0);
            check(score.justificationB, 1);
        }
    }

private:
    void check(std::string_view justification, std::size_t shown) {
        if (justification.empty() || m_isInvented || ++m_texts > MostQuotingTexts)
            return;
        std::optional<std::size_t> preferred;
        if (shown < m_presentation.size())
            preferred = static_cast<std::size_t>(m_presentation[shown] - 'A');
        const auto quotations = m_finder.find(justification, preferred);
        m_isInvented = std::any_of(quotations.begin(), quotations.end(),
            [](const Quotation& quotation) { return quotation.isLong && quotation.match == QuotationMatch::None; });
        if (m_isInvented)
            noteFlag(m_judgement, "invented-quotation");
    }

    QuotationFinder m_finder;
    std::string_view m_presentation;
    Judgement& m_judgement;
    std::size_t m_texts = 0;
    bool m_isInvented = false;
};

} // namespace

void auditReading(ReplyReading& reading, const ReplyContext& context) {
    Judgement& judgement = reading.judgement;
    if (judgement.outcome != Outcome::Verdict)
        return;
    compareTotals(reading);
    compareLabel(judgement);
    compareRationale(judgement);
    if (context.truncated)
        noteFlag(judgement, "explanation-incomplete");
    if (context.item == nullptr)
        return;
    QuotationCheck(*context.item, context.presentation, judgement).run();
    const auto& responses = context.item->responses;
    if (std::any_of(responses.begin(), responses.end(),
            [](const Response& response) { return looksLikeVerdict(response.text); }))
        noteFlag(judgement, "verdict-like-candidate");
}

} // namespace assize
