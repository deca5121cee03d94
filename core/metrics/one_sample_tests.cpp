// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/one_sample_tests.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <vector>

namespace assize {
namespace {

constexpr double SameDistance = 1e-9;

/// Twice the average rank of each distance, so that ranks are whole numbers.
std::vector<std::size_t> doubledRanks(const std::vector<double>& distances) {
    std::vector<std::size_t> ranks;
    for (const double distance : distances) {
        std::size_t below = 0;
        std::size_t equal = 0;
        for (const double other : distances) {
            below += std::abs(other) < std::abs(distance) - SameDistance ? 1 : 0;
            equal += std::abs(std::abs(other) - std::abs(distance)) <= SameDistance ? 1 : 0;
        }
        ranks.push_back(2 * below + equal + 1);
    }
    return ranks;
}

} // namespace

double tTestBelow(std::span<const double> values, double bound) {
    const auto count = static_cast<double>(values.size());
    const double centre = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - centre) * (value - centre);
    if (squares <= 0)
        return centre < bound ? 0 : 1;
    const double error = std::sqrt(squares / (count - 1) / count);
    return boost::math::cdf(boost::math::students_t(count - 1), (centre - bound) / error);
}

double wilcoxonBelow(std::span<const double> values, double bound) {
    std::vector<double> distances;
    for (const double value : values) {
        if (std::abs(value - bound) > SameDistance)
            distances.push_back(value - bound);
    }
    const std::vector<std::size_t> ranks = doubledRanks(distances);
    const std::size_t all = std::accumulate(ranks.begin(), ranks.end(), std::size_t{0});
    std::size_t above = 0;
    for (std::size_t at = 0; at < ranks.size(); ++at)
        above += distances[at] > 0 ? ranks[at] : 0;
    // chance[s]: that the ranks with a positive sign sum to s, when every sign is a toss.
    std::vector<double> chance(all + 1, 0);
    chance[0] = 1;
    for (const std::size_t rank : ranks) {
        for (std::size_t sum = all + 1; sum-- > 0;)
            chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
    }
    return std::accumulate(chance.begin(), chance.begin() + static_cast<std::ptrdiff_t>(above) + 1, 0.0);
}

} // namespace assize
