// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/score_columns.h"

#include "core/metrics/pair_sample.h"
#include "core/model/reconcile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace assize {
namespace {

constexpr double LeastWeight = 1e-12;

/// What a group's weight becomes: factor × the judge's weight + constant.
struct Effective {
    double factor = 1;
    double constant = 0;
};

std::vector<Effective> effectiveWeights(const WhatIfWeights& weights, std::size_t groups) {
    std::vector<Effective> effective(groups);
    for (std::size_t at = 0; at < std::min(groups, weights.groups.size()); ++at) {
        const WhatIfWeights::Group& group = weights.groups[at];
        if (!group.isOn)
            effective[at] = {0, 0};
        else if (group.weight)
            effective[at] = {0, *group.weight};
    }
    return effective;
}

/// The samples of one order of one item, as they are met.
struct OrderSums {
    std::array<std::uint16_t, 3> votes{}; ///< A, B, tie
    std::uint16_t count = 0;
    double margin = 0;
    double a = 0;
    double b = 0;

    void add(double scoreA, double scoreB, double tieBand) {
        ++votes[static_cast<std::size_t>(labelFromMargin(scoreA - scoreB, tieBand))];
        ++count;
        margin += scoreA - scoreB;
        a += scoreA;
        b += scoreB;
    }

    [[nodiscard]] double meanMargin() const { return count == 0 ? NoNumber : margin / count; }

    [[nodiscard]] Cell label() const {
        if (count == 0)
            return Cell::NotPlanned;
        const auto best = std::max_element(votes.begin(), votes.end());
        if (std::count(votes.begin(), votes.end(), *best) > 1)
            return Cell::Abstained;
        return static_cast<Cell>(best - votes.begin());
    }
};

void resize(WhatIfResult& result, std::size_t size) {
    result.margin.assign(size, NoNumber);
    result.forwardMargin.assign(size, NoNumber);
    result.backwardMargin.assign(size, NoNumber);
    result.weightedA.assign(size, NoNumber);
    result.weightedB.assign(size, NoNumber);
    result.forward.assign(size, Cell::NotPlanned);
    result.backward.assign(size, Cell::NotPlanned);
    result.label.assign(size, Cell::NotPlanned);
}

void finish(WhatIfResult& result, std::uint32_t row, const std::array<OrderSums, 2>& sums, const Policy& policy) {
    const auto& [forward, backward] = sums;
    const int orders = (forward.count > 0 ? 1 : 0) + (backward.count > 0 ? 1 : 0);
    if (orders == 0)
        return;
    const auto meanOf = [&, orders](double OrderSums::*field) {
        const double ofForward = sums[0].count > 0 ? sums[0].*field / sums[0].count : 0;
        const double ofBackward = sums[1].count > 0 ? sums[1].*field / sums[1].count : 0;
        return (ofForward + ofBackward) / orders;
    };
    result.margin[row] = meanOf(&OrderSums::margin);
    result.forwardMargin[row] = forward.meanMargin();
    result.backwardMargin[row] = backward.meanMargin();
    result.weightedA[row] = meanOf(&OrderSums::a);
    result.weightedB[row] = meanOf(&OrderSums::b);
    result.forward[row] = forward.label();
    result.backward[row] = backward.label();
    PairPattern pattern;
    pattern.forward = result.forward[row];
    pattern.backward = result.backward[row];
    result.label[row] = labelIn(View::Single, pattern, policy);
}

void fill(
    OrderColumn& column, std::span<const Cell> cells, std::span<const double> margins, const OrderColumn& original) {
    column.resize(cells.size());
    column.planned = original.planned;
    for (std::size_t row = 0; row < cells.size(); ++row) {
        if (cells[row] != Cell::NotPlanned && !std::isnan(margins[row])) {
            column.marginSum[row] = margins[row];
            column.marginCount[row] = 1;
        }
        if (isLabel(cells[row]))
            column.votes[row].at(static_cast<std::size_t>(cells[row])) = 1;
        else if (cells[row] == Cell::Abstained)
            column.failure[row] = Cell::Abstained;
        else
            column.failure[row] = isLabel(original.cell(row, false)) ? Cell::Unweighted : original.failure[row];
    }
}

} // namespace

bool WhatIfWeights::isUntouched() const {
    return std::all_of(groups.begin(), groups.end(), [](const Group& group) { return group.isOn && !group.weight; });
}

ScoreColumns::ScoreColumns(std::size_t itemCount, CriterionAliases aliases)
    : m_itemCount(itemCount)
    , m_groups(std::move(aliases)) {}

void ScoreColumns::add(std::uint32_t row, const Verdict& verdict) {
    const Judgement& judgement = verdict.judgement;
    if (judgement.outcome != Outcome::Verdict)
        return;
    const std::size_t begin = m_criteria.size();
    double sum = 0;
    for (const CriterionScore& score : judgement.criteria) {
        if (!score.normalisedA || !score.normalisedB)
            continue;
        const std::uint32_t group = m_groups.add(score.criterion.name);
        if (group >= m_first.size())
            m_first.resize(group + 1, score.criterion);
        m_criteria.push_back({group, *score.normalisedA, *score.normalisedB, score.criterion.weight});
        sum += score.criterion.weight;
    }
    if (m_criteria.size() == begin || sum < LeastWeight) {
        m_criteria.resize(begin);
        return;
    }
    for (std::size_t at = begin; at < m_criteria.size(); ++at)
        m_criteria[at].weight /= sum;
    m_offsets.push_back(static_cast<std::uint32_t>(m_criteria.size()));
    m_row.push_back(row);
    m_isBackward.push_back(verdict.presentation == "BA" ? 1 : 0);
}

double ScoreColumns::meanWeight(std::uint32_t group) const {
    double sum = 0;
    for (const Score& criterion : m_criteria)
        sum += criterion.group == group ? criterion.weight : 0;
    const std::int64_t verdicts = verdictsWith(group);
    return verdicts == 0 ? 0 : sum / static_cast<double>(verdicts);
}

std::int64_t ScoreColumns::verdictsWith(std::uint32_t group) const {
    std::int64_t verdicts = 0;
    for (std::size_t at = 0; at + 1 < m_offsets.size(); ++at)
        verdicts += std::any_of(m_criteria.begin() + m_offsets[at], m_criteria.begin() + m_offsets[at + 1],
                        [&](const Score& criterion) { return criterion.group == group; })
                        ? 1
                        : 0;
    return verdicts;
}

std::vector<std::int64_t> ScoreColumns::scoreCounts(std::span<const char> isWanted) const {
    std::vector<std::int64_t> counts(m_groups.size(), 0);
    for (std::size_t verdict = 0; verdict < m_row.size(); ++verdict) {
        if (isWanted[m_row[verdict]] == 0)
            continue;
        for (std::uint32_t at = m_offsets[verdict]; at < m_offsets[verdict + 1]; ++at)
            ++counts[m_criteria[at].group];
    }
    return counts;
}

WhatIfResult ScoreColumns::recompute(const WhatIfWeights& weights, double tieBand, const Policy& policy) const {
    WhatIfResult result;
    recompute(weights, tieBand, policy, result);
    return result;
}

void ScoreColumns::recompute(
    const WhatIfWeights& weights, double tieBand, const Policy& policy, WhatIfResult& result) const {
    const std::vector<Effective> effective = effectiveWeights(weights, m_groups.size());
    resize(result, m_itemCount);
    std::array<OrderSums, 2> orders; // of the item that the verdicts at hand belong to
    for (std::size_t verdict = 0; verdict < m_row.size(); ++verdict) {
        double total = 0;
        double a = 0;
        double b = 0;
        for (std::uint32_t at = m_offsets[verdict]; at < m_offsets[verdict + 1]; ++at) {
            const Score& criterion = m_criteria[at];
            const Effective& group = effective[criterion.group];
            const double weight = criterion.weight * group.factor + group.constant;
            total += weight;
            a += weight * criterion.a;
            b += weight * criterion.b;
        }
        if (total >= LeastWeight)
            orders[m_isBackward[verdict]].add(a / total, b / total, tieBand);
        const bool isLastOfItem = verdict + 1 == m_row.size() || m_row[verdict + 1] != m_row[verdict];
        if (isLastOfItem)
            finish(result, m_row[verdict], std::exchange(orders, {}), policy);
    }
}

WhatIfAgreement whatIfAgreement(
    const WhatIfResult& now, const WhatIfResult& before, std::span<const Rating> gold, const Policy& policy) {
    WhatIfAgreement result;
    for (std::size_t row = 0; row < now.label.size(); ++row) {
        const Cell label = now.label[row];
        result.changed += label != before.label[row] ? 1 : 0;
        const Cell wanted = policy.four() ? gold[row].labelOfFour : gold[row].label;
        const bool counts = isLabel(wanted) && !(policy.excludesGoldTies() && isTie(wanted));
        if (!counts || !isJudged(label))
            continue;
        ++result.judged;
        result.agreeing += label == wanted ? 1 : 0;
    }
    return result;
}

RunTable runFrom(const WhatIfResult& result, const RunTable& original) {
    RunTable run;
    run.name = original.name;
    run.id = original.id;
    run.judge = original.judge;
    run.version = original.version;
    run.endpointKind = original.endpointKind;
    run.model = original.model;
    run.task = Task::Pairwise;
    run.mixed = original.mixed;
    run.key = original.key;
    run.showsReference = original.showsReference;
    run.outcomes = original.outcomes;
    run.usage = original.usage;
    run.spending = original.spending;
    run.resize(result.label.size());
    fill(run.forward, result.forward, result.forwardMargin, original.forward);
    fill(run.backward, result.backward, result.backwardMargin, original.backward);
    return run;
}

} // namespace assize
