// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/fleiss.h"

#include <algorithm>

namespace assize {
namespace {

/// Ordered pairs of raters who gave an item the same class.
double agreeingPairs(std::span<const std::int32_t> row) {
    double pairs = 0;
    for (const std::int32_t one : row)
        pairs += static_cast<double>(std::count(row.begin(), row.end(), one)) - 1;
    return pairs;
}

} // namespace

Estimate fleissKappa(
    std::span<const std::vector<std::int32_t>> rows, std::span<const std::uint32_t> counts, std::size_t classes) {
    std::vector<double> totals(classes, 0.0);
    double items = 0;
    double agreeing = 0;
    double raters = 0;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::vector<std::int32_t>& row = rows[at];
        raters = static_cast<double>(row.size());
        if (std::any_of(row.begin(), row.end(), [](std::int32_t rating) { return rating < 0; }))
            continue;
        items += counts[at];
        agreeing += counts[at] * agreeingPairs(row);
        for (const std::int32_t rating : row)
            totals[static_cast<std::size_t>(rating)] += counts[at];
    }
    if (raters < 2)
        return undefined("one-rater");
    if (items <= 0)
        return undefined("no-items");
    double expected = 0;
    for (const double total : totals)
        expected += total * total / (items * raters * items * raters);
    if (expected > 1 - 1e-12)
        return undefined("one-class");
    return valueOf((agreeing / (items * raters * (raters - 1)) - expected) / (1 - expected));
}

} // namespace assize
