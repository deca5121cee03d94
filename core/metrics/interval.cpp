// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/interval.h"

#include <algorithm>
#include <cmath>

namespace assize {

Interval wilson(double successes, double trials) {
    const double z2 = Normal95 * Normal95;
    const double rate = successes / trials;
    const double scale = 1 + z2 / trials;
    const double centre = (rate + z2 / (2 * trials)) / scale;
    const double half = Normal95 * std::sqrt(rate * (1 - rate) / trials + z2 / (4 * trials * trials)) / scale;
    return {successes <= 0 ? 0 : std::max(0.0, centre - half), successes >= trials ? 1 : std::min(1.0, centre + half)};
}

double percentile(const std::vector<double>& sorted, double share) {
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    if (below + 1 >= sorted.size())
        return sorted.back();
    const double weight = position - static_cast<double>(below);
    return sorted[below] + weight * (sorted[below + 1] - sorted[below]);
}

} // namespace assize
