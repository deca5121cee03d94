// SPDX-License-Identifier: Apache-2.0
#include "ui/models/verdict_summary.h"

#include "core/model/presentation.h"

#include <algorithm>
#include <numeric>

namespace assize::ui {
namespace {

bool hasBothScores(const CriterionScore& score) {
    return score.normalisedA && score.normalisedB;
}

/// Tried weights are shares, so the judge's own are made shares too before the two meet (metrics/score_columns.h).
double ownWeightSum(const std::vector<CriterionScore>& criteria) {
    double all = 0;
    double scored = 0;
    for (const CriterionScore& score : criteria) {
        all += score.criterion.weight;
        scored += hasBothScores(score) ? score.criterion.weight : 0;
    }
    const double sum = scored > 0 ? scored : all;
    return sum > 0 ? sum : 1;
}

double triedWeight(const Criterion& criterion, const WhatIf& whatIf, double ownSum) {
    if (whatIf.isOff(criterion.name))
        return 0;
    return std::max(0.0, whatIf.weightOf(criterion.name).value_or(criterion.weight / ownSum));
}

std::optional<Label> labelOf(const Verdict* verdict) {
    return verdict->judgement.outcome == Outcome::Verdict ? verdict->judgement.label : std::nullopt;
}

/// The label that both orders give, by whatever each of them says.
template <typename LabelOfOrder>
Reconciled reconcileOrders(const std::vector<const Verdict*>& orders, LabelOfOrder label) {
    if (orders.size() < 2)
        return {OrderAgreement::Incomplete, orders.empty() ? std::nullopt : label(orders.front())};
    return reconcile(label(orders[0]), label(orders[1]), MixedPolicy::Tie);
}

} // namespace

std::vector<double> shownWeights(const std::vector<CriterionScore>& criteria, const WhatIf& whatIf) {
    std::vector<double> weights;
    weights.reserve(criteria.size());
    const double ownSum = ownWeightSum(criteria);
    for (const CriterionScore& score : criteria)
        weights.push_back(triedWeight(score.criterion, whatIf, ownSum));
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights)
        weight = sum > 0 ? weight / sum : 0;
    return weights;
}

WeightedScores weightedScores(const std::vector<CriterionScore>& criteria, const WhatIf& whatIf) {
    WeightedScores scores;
    double sum = 0;
    double a = 0;
    double b = 0;
    const double ownSum = ownWeightSum(criteria);
    for (const CriterionScore& score : criteria) {
        if (!hasBothScores(score)) {
            ++scores.leftOut;
            continue;
        }
        const double weight = triedWeight(score.criterion, whatIf, ownSum);
        sum += weight;
        a += weight * *score.normalisedA;
        b += weight * *score.normalisedB;
    }
    if (sum <= 0)
        return scores;
    scores.a = a / sum;
    scores.b = b / sum;
    scores.margin = *scores.a - *scores.b;
    return scores;
}

VerdictSummary summarise(const ReviewItem& review, RowKey runKey) {
    VerdictSummary summary;
    for (const Verdict& verdict : review.verdicts) {
        if (verdict.runKey == runKey && verdict.sample == 1 && !hidesReference(verdict.presentation))
            summary.orders.push_back(&verdict);
    }
    std::sort(summary.orders.begin(), summary.orders.end(),
        [](const Verdict* x, const Verdict* y) { return x->presentation < y->presentation; });
    summary.reconciled = reconcileOrders(summary.orders, labelOf);
    summary.label = summary.reconciled.label;
    double sum = 0;
    int count = 0;
    for (const Verdict* verdict : summary.orders) {
        summary.isFailed = summary.isFailed || verdict->judgement.outcome != Outcome::Verdict;
        if (verdict->judgement.outcome == Outcome::Verdict && verdict->judgement.scoreMargin) {
            sum += *verdict->judgement.scoreMargin;
            ++count;
        }
    }
    if (count > 0)
        summary.margin = sum / count;
    return summary;
}

std::optional<Label> whatIfLabel(const VerdictSummary& summary, const WhatIf& whatIf, double tieBand) {
    return reconcileOrders(summary.orders, [&](const Verdict* verdict) -> std::optional<Label> {
        const WeightedScores scores = weightedScores(verdict->judgement.criteria, whatIf);
        return scores.margin ? std::optional(labelFromMargin(*scores.margin, tieBand)) : std::nullopt;
    }).label;
}

std::optional<Label> humanLabelOf(const ReviewItem& review, const std::string& annotator) {
    if (const auto own = currentAnnotation(review, annotator).label)
        return own;
    std::vector<Label> votes;
    for (const ItemLabel& label : review.labels) {
        if (label.annotator.empty() && label.label)
            return label.label;
        if (label.label)
            votes.push_back(*label.label);
    }
    return vote(votes);
}

} // namespace assize::ui
