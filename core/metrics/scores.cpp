// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/alpha.h"
#include "core/metrics/cross_table.h"
#include "core/metrics/grade_metrics.h"

#include <array>
#include <cmath>

namespace assize {
namespace {

std::vector<NumberPair> numberPairs(const GradeSample& sample) {
    std::vector<NumberPair> pairs;
    pairs.reserve(sample.cases.size());
    for (const GradeCase& member : sample.cases)
        pairs.push_back({member.gold, member.judge, sample.weight(member)});
    return pairs;
}

Estimate alphaOnScale(AlphaLevel level, const GradeSample& sample) {
    RatedUnits units;
    for (const GradeCase& member : sample.cases)
        units.add(std::array{member.goldClass, member.judgeClass}, sample.weight(member));
    return krippendorffAlpha(level, units, sample.values);
}

Estimate correlation(std::span<const NumberPair> pairs) {
    double n = 0, gold = 0, judge = 0;
    for (const NumberPair& pair : pairs) {
        n += pair.weight;
        gold += pair.weight * pair.gold;
        judge += pair.weight * pair.judge;
    }
    if (n <= 0)
        return undefined("no-items");
    double goldSquares = 0, judgeSquares = 0, products = 0;
    for (const NumberPair& pair : pairs) {
        const double x = pair.gold - gold / n;
        const double y = pair.judge - judge / n;
        goldSquares += pair.weight * x * x;
        judgeSquares += pair.weight * y * y;
        products += pair.weight * x * y;
    }
    if (goldSquares <= 1e-12 * n || judgeSquares <= 1e-12 * n)
        return undefined("constant-scores");
    return valueOf(products / std::sqrt(goldSquares * judgeSquares));
}

/// Average ranks of the classes among the items counted.
std::vector<double> averageRanks(std::span<const double> counts) {
    std::vector<double> ranks;
    double below = 0;
    for (const double count : counts) {
        ranks.push_back(below + (count + 1) / 2);
        below += count;
    }
    return ranks;
}

template <typename Term>
Estimate meanOf(const GradeSample& sample, Term term) {
    double sum = 0;
    for (const GradeCase& member : sample.cases)
        sum += sample.weight(member) * term(member.judge - member.gold);
    return mean(sum, sample.size());
}

} // namespace

Estimate gradeLinearKappa(const GradeSample& sample) {
    return linearKappa(crossTable(sample), numberPairs(sample), sample.values);
}

Estimate gradeQuadraticKappa(const GradeSample& sample) {
    return quadraticKappa(numberPairs(sample));
}

Estimate gradeAlphaOrdinal(const GradeSample& sample) {
    return alphaOnScale(AlphaLevel::Ordinal, sample);
}

Estimate gradeAlphaInterval(const GradeSample& sample) {
    return alphaOnScale(AlphaLevel::Interval, sample);
}

Estimate meanAbsoluteError(const GradeSample& sample) {
    return meanOf(sample, [](double difference) { return std::abs(difference); });
}

Estimate rootMeanSquareError(const GradeSample& sample) {
    const Estimate squares = meanOf(sample, [](double difference) { return difference * difference; });
    return squares.value ? valueOf(std::sqrt(*squares.value)) : squares;
}

Estimate pearson(const GradeSample& sample) {
    return correlation(numberPairs(sample));
}

Estimate spearman(const GradeSample& sample) {
    const CrossTable table = crossTable(sample);
    const std::vector<double> goldRanks = averageRanks(table.gold);
    const std::vector<double> judgeRanks = averageRanks(table.judge);
    std::vector<NumberPair> ranks;
    ranks.reserve(sample.cases.size());
    for (const GradeCase& member : sample.cases)
        ranks.push_back({goldRanks[static_cast<std::size_t>(member.goldClass)],
            judgeRanks[static_cast<std::size_t>(member.judgeClass)], sample.weight(member)});
    return correlation(ranks);
}

Estimate scoreBias(const GradeSample& sample) {
    return meanOf(sample, [](double difference) { return difference; });
}

Estimate scoreWithinOne(const GradeSample& sample) {
    if (!sample.isOneScale)
        return undefined("different-scales");
    double within = 0;
    for (const GradeCase& member : sample.cases)
        within += std::abs(member.judge - member.gold) <= 1 + 1e-9 ? sample.weight(member) : 0;
    return share(within, sample.size());
}

} // namespace assize
