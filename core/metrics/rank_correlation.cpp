// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/rank_correlation.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

/// Numbers each value by its place among the distinct ones; gives how many there are.
std::size_t numberValues(const std::vector<double>& values, std::vector<std::uint32_t>& places) {
    std::vector<double> distinct = values;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    places.reserve(values.size());
    for (const double value : values) {
        const auto found = std::lower_bound(distinct.begin(), distinct.end(), value);
        places.push_back(static_cast<std::uint32_t>(found - distinct.begin()));
    }
    return distinct.size();
}

/// Average ranks of the distinct values, less the mean rank, and the sum of their squares over the items.
struct CentredRanks {
    std::vector<double> ranks;
    double squares = 0;
};

CentredRanks centredRanks(
    const std::vector<std::uint32_t>& places, std::size_t values, std::span<const std::uint32_t> counts) {
    CentredRanks result{std::vector<double>(values, 0), 0};
    double items = 0;
    for (std::size_t at = 0; at < places.size(); ++at) {
        result.ranks[places[at]] += counts[at];
        items += counts[at];
    }
    double below = 0;
    for (double& rank : result.ranks) {
        const double count = rank;
        rank = below + (count + 1) / 2 - (items + 1) / 2;
        result.squares += count * rank * rank;
        below += count;
    }
    return result;
}

} // namespace

RankCorrelation::RankCorrelation(std::span<const std::pair<double, double>> patterns) {
    std::vector<double> first;
    std::vector<double> second;
    for (const auto& [x, y] : patterns) {
        first.push_back(x);
        second.push_back(y);
    }
    m_firstValues = numberValues(first, m_first);
    m_secondValues = numberValues(second, m_second);
}

std::optional<double> RankCorrelation::spearman(std::span<const std::uint32_t> counts) const {
    const CentredRanks first = centredRanks(m_first, m_firstValues, counts);
    const CentredRanks second = centredRanks(m_second, m_secondValues, counts);
    if (first.squares <= 0 || second.squares <= 0)
        return std::nullopt;
    double products = 0;
    for (std::size_t at = 0; at < m_first.size(); ++at)
        products += counts[at] * first.ranks[m_first[at]] * second.ranks[m_second[at]];
    return products / std::sqrt(first.squares * second.squares);
}

} // namespace assize
