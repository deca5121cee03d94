// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/cross_table.h"

#include "core/metrics/grade_sample.h"
#include "core/metrics/pair_sample.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assize {
namespace {

constexpr double Tiny = 1e-12;

double ratioOrZero(double numerator, double denominator) {
    return denominator > 0 ? numerator / denominator : 0;
}

Estimate chanceCorrected(double observed, double expected) {
    if (expected > 1 - Tiny)
        return undefined("one-class");
    return valueOf((observed - expected) / (1 - expected));
}

} // namespace

CrossTable::CrossTable(std::size_t classes)
    : gold(classes, 0.0)
    , judge(classes, 0.0)
    , same(classes, 0.0) {}

void CrossTable::add(std::size_t goldClass, std::size_t judgeClass, double weight) {
    gold[goldClass] += weight;
    judge[judgeClass] += weight;
    total += weight;
    if (goldClass == judgeClass)
        same[goldClass] += weight;
}

double CrossTable::agreeing() const {
    return std::accumulate(same.begin(), same.end(), 0.0);
}

CrossTable crossTable(const PairSample& sample) {
    CrossTable table(static_cast<std::size_t>(Cell::Flip) + 1);
    for (const PairCase& member : sample.cases)
        table.add(static_cast<std::size_t>(member.gold), static_cast<std::size_t>(member.label), sample.weight(member));
    return table;
}

CrossTable crossTable(const GradeSample& sample) {
    CrossTable table(sample.values.size());
    for (const GradeCase& member : sample.cases)
        table.add(static_cast<std::size_t>(member.goldClass), static_cast<std::size_t>(member.judgeClass),
            sample.weight(member));
    return table;
}

Estimate cohenKappa(const CrossTable& table) {
    if (table.total <= 0)
        return undefined("no-items");
    double expected = 0;
    double largest = 0;
    for (std::size_t at = 0; at < table.gold.size(); ++at) {
        expected += table.gold[at] * table.judge[at];
        largest = std::max({largest, table.gold[at], table.judge[at]});
    }
    Estimate result = chanceCorrected(table.agreeing() / table.total, expected / (table.total * table.total));
    if (largest > 0.85 * table.total)
        result.note = "one-class-over-85-percent";
    return result;
}

Estimate gwetAc1(const CrossTable& table) {
    if (table.total <= 0)
        return undefined("no-items");
    double spread = 0;
    int classes = 0;
    for (std::size_t at = 0; at < table.gold.size(); ++at) {
        const double share = (table.gold[at] + table.judge[at]) / (2 * table.total);
        spread += share * (1 - share);
        classes += share > 0 ? 1 : 0;
    }
    if (classes < 2)
        return undefined("one-class");
    return chanceCorrected(table.agreeing() / table.total, spread / (classes - 1));
}

Estimate quadraticKappa(std::span<const NumberPair> pairs) {
    double n = 0, gold = 0, judge = 0, squares = 0, observed = 0;
    for (const NumberPair& pair : pairs) {
        n += pair.weight;
        gold += pair.weight * pair.gold;
        judge += pair.weight * pair.judge;
        squares += pair.weight * (pair.gold * pair.gold + pair.judge * pair.judge);
        observed += pair.weight * (pair.gold - pair.judge) * (pair.gold - pair.judge);
    }
    if (n <= 0)
        return undefined("no-items");
    const double expected = squares / n - 2 * (gold / n) * (judge / n);
    if (expected < Tiny)
        return undefined("one-class");
    return valueOf(1 - observed / n / expected);
}

Estimate linearKappa(const CrossTable& table, std::span<const NumberPair> pairs, std::span<const double> values) {
    if (table.total <= 0)
        return undefined("no-items");
    double observed = 0;
    for (const NumberPair& pair : pairs)
        observed += pair.weight * std::abs(pair.gold - pair.judge);
    double expected = 0; // E|X − Y| = the sum over the gaps of P(exactly one of X, Y lies below the gap)
    double below = 0;
    double judgeBelow = 0;
    for (std::size_t at = 0; at + 1 < values.size(); ++at) {
        below += table.gold[at] / table.total;
        judgeBelow += table.judge[at] / table.total;
        expected += (values[at + 1] - values[at]) * (below * (1 - judgeBelow) + judgeBelow * (1 - below));
    }
    if (expected < Tiny)
        return undefined("one-class");
    return valueOf(1 - observed / table.total / expected);
}

ClassScores classScores(const CrossTable& table, std::size_t which) {
    ClassScores scores;
    scores.precision = ratioOrZero(table.same[which], table.judge[which]);
    scores.recall = ratioOrZero(table.same[which], table.gold[which]);
    scores.f1 = ratioOrZero(2 * table.same[which], table.judge[which] + table.gold[which]);
    return scores;
}

} // namespace assize
