// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/alpha.h"

#include <algorithm>
#include <numeric>

namespace assize {
namespace {

std::span<const std::int32_t> ratingsOf(const RatedUnits& units, std::size_t unit) {
    const std::uint32_t begin = units.offsets[unit];
    return std::span(units.classes).subspan(begin, units.offsets[unit + 1] - begin);
}

/// How often each class was given, over the units with at least two ratings.
std::vector<double> classTotals(const RatedUnits& units, std::size_t classes) {
    std::vector<double> totals(classes, 0.0);
    for (std::size_t unit = 0; unit < units.weights.size(); ++unit) {
        const auto ratings = ratingsOf(units, unit);
        if (ratings.size() < 2)
            continue;
        for (const std::int32_t rating : ratings)
            totals[static_cast<std::size_t>(rating)] += units.weights[unit];
    }
    return totals;
}

/// The sum of an ordinal difference between two classes is the distance of their mid-ranks (Krippendorff 2011, C).
std::vector<double> midRanks(std::span<const double> totals) {
    std::vector<double> ranks;
    double below = 0;
    for (const double total : totals) {
        ranks.push_back(below + total / 2);
        below += total;
    }
    return ranks;
}

double differing(std::span<const std::int32_t> ratings) {
    double pairs = 0;
    for (const std::int32_t one : ratings)
        pairs += static_cast<double>(
            std::count_if(ratings.begin(), ratings.end(), [&](std::int32_t other) { return other != one; }));
    return pairs;
}

/// Sum of (x − y)² over the ordered pairs of a unit's ratings.
double squaredDistances(std::span<const std::int32_t> ratings, std::span<const double> positions) {
    double sum = 0;
    for (const std::int32_t one : ratings) {
        for (const std::int32_t other : ratings) {
            const double distance =
                positions[static_cast<std::size_t>(one)] - positions[static_cast<std::size_t>(other)];
            sum += distance * distance;
        }
    }
    return sum;
}

double expectedNominal(std::span<const double> totals, double n) {
    double squares = 0;
    for (const double total : totals)
        squares += total * total;
    return n * n - squares;
}

double expectedOnScale(std::span<const double> totals, std::span<const double> positions, double n) {
    const double centre = std::inner_product(totals.begin(), totals.end(), positions.begin(), 0.0) / n;
    double sum = 0;
    for (std::size_t at = 0; at < totals.size(); ++at)
        sum += totals[at] * (positions[at] - centre) * (positions[at] - centre);
    return 2 * n * sum;
}

} // namespace

void RatedUnits::add(std::span<const std::int32_t> ratings, double weight) {
    classes.insert(classes.end(), ratings.begin(), ratings.end());
    offsets.push_back(static_cast<std::uint32_t>(classes.size()));
    weights.push_back(weight);
}

Estimate krippendorffAlpha(AlphaLevel level, const RatedUnits& units, std::span<const double> values) {
    const std::vector<double> totals = classTotals(units, values.size());
    const double n = std::accumulate(totals.begin(), totals.end(), 0.0);
    if (n <= 0)
        return undefined("no-items");
    std::vector<double> positions(values.begin(), values.end());
    if (level == AlphaLevel::Ordinal)
        positions = midRanks(totals);
    double observed = 0;
    for (std::size_t unit = 0; unit < units.weights.size(); ++unit) {
        const auto ratings = ratingsOf(units, unit);
        if (ratings.size() < 2)
            continue;
        const double within = level == AlphaLevel::Nominal ? differing(ratings) : squaredDistances(ratings, positions);
        observed += units.weights[unit] * within / static_cast<double>(ratings.size() - 1);
    }
    const double expected =
        level == AlphaLevel::Nominal ? expectedNominal(totals, n) : expectedOnScale(totals, positions, n);
    if (expected <= 1e-9 * n)
        return undefined("one-class");
    return valueOf(1 - (n - 1) * observed / expected);
}

} // namespace assize
