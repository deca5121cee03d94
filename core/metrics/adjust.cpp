// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/adjust.h"

#include <algorithm>
#include <numeric>

namespace assize {
namespace {

/// Places of the p values, smallest first.
std::vector<std::size_t> ascending(std::span<const double> p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return p[a] < p[b]; });
    return order;
}

/// The step-up procedures: p·tests·factor / rank, never above that of a larger p.
std::vector<double> steppedUp(std::span<const double> p, double factor) {
    std::vector<double> adjusted(p.size());
    const std::vector<std::size_t> order = ascending(p);
    const auto tests = static_cast<double>(p.size());
    double smallest = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t at = order[rank - 1];
        smallest = std::min(smallest, p[at] * tests * factor / static_cast<double>(rank));
        adjusted[at] = smallest;
    }
    return adjusted;
}

} // namespace

std::vector<double> adjustedByHolm(std::span<const double> p) {
    std::vector<double> adjusted(p.size());
    const std::vector<std::size_t> order = ascending(p);
    double largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        largest = std::max(largest, std::min(1.0, p[order[rank]] * static_cast<double>(order.size() - rank)));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

std::vector<double> adjustedByBenjaminiHochberg(std::span<const double> p) {
    return steppedUp(p, 1);
}

std::vector<double> adjustedByBenjaminiYekutieli(std::span<const double> p) {
    double harmonic = 0;
    for (std::size_t rank = 1; rank <= p.size(); ++rank)
        harmonic += 1.0 / static_cast<double>(rank);
    return steppedUp(p, harmonic);
}

} // namespace assize
