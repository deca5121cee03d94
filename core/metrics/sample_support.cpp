// SPDX-License-Identifier: Apache-2.0
// How far the samples of an item support its label, and how many of them were usable (metrics.md, Per item).
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/pattern_mean.h"

#include <algorithm>
#include <numeric>

namespace assize {
namespace {

int validSamples(const OrderColumn& order, std::uint32_t row) {
    return std::accumulate(order.votes[row].begin(), order.votes[row].end(), 0);
}

/// Votes for the order's label out of its valid samples.
double supportIn(const OrderColumn& order, std::uint32_t row, Cell label, bool four) {
    std::array<std::uint16_t, 4> votes = order.votes[row];
    if (!four)
        votes[2] = static_cast<std::uint16_t>(votes[2] + votes[3]);
    return static_cast<double>(votes.at(static_cast<std::size_t>(label))) / validSamples(order, row);
}

/// What the samples of one item come to, over the orders in which it was judged more than once.
struct Sampled {
    double value = 0; ///< sum over orders
    int orders = 0;
    Cell failure = Cell::NotPlanned;
};

Sampled supportOfItem(const RunTable& run, std::uint32_t row, bool four) {
    Sampled item;
    for (const OrderColumn* order : {&run.forward, &run.backward}) {
        if (order->planned[row] < 2)
            continue;
        const Cell label = order->cell(row, four);
        if (!isLabel(label)) {
            item.failure = label;
            continue;
        }
        item.value += supportIn(*order, row, label, four);
        ++item.orders;
    }
    return item;
}

Sampled validShareOfItem(const RunTable& run, std::uint32_t row, bool /*four*/) {
    Sampled item;
    for (const OrderColumn* order : {&run.forward, &run.backward}) {
        if (order->planned[row] < 2)
            continue;
        item.value += static_cast<double>(validSamples(*order, row)) / order->planned[row];
        ++item.orders;
    }
    return item;
}

std::optional<Figure> sampledFigure(const FigureRequest& request, const Policy& policy, const MetricSettings& settings,
    Sampled (*measure)(const RunTable& run, std::uint32_t row, bool four)) {
    if (!request.run.isPairwise())
        return std::nullopt;
    ItemSample sample;
    std::vector<double> patterns;
    std::map<double, std::uint32_t> keys;
    for (const std::uint32_t row : request.rows) {
        if (!isPlanned(request.run, row))
            continue;
        const Sampled item = measure(request.run, row, policy.four());
        ++sample.total;
        sample.judged += item.orders > 0 ? 1 : 0;
        if (item.orders == 0) {
            sample.leaveOut(item.failure == Cell::NotPlanned ? "one-sample" : cellName(item.failure));
            continue;
        }
        const double value = item.value / item.orders;
        if (sample.add(row, keys, value))
            patterns.push_back(value);
    }
    return resampledFigure(sample, request.items, tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class),
        settings, "nothing-planned",
        [&](std::span<const std::uint32_t> counts) { return patternMean(patterns, counts); });
}

} // namespace

std::optional<Figure> samplesSupport(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    return sampledFigure(request, policy, settings, supportOfItem);
}

std::optional<Figure> samplesValid(const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    return sampledFigure(request, policy, settings, validShareOfItem);
}

} // namespace assize
