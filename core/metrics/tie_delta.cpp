// SPDX-License-Identifier: Apache-2.0
// Agreement as FastChat counts it: scores within 0.1 are a tie, and so are two orders that disagree
// (protocols.md, 5.1).
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/pattern_mean.h"

namespace assize {
namespace {

Cell originalCell(const OrderColumn& order, std::uint32_t row) {
    const bool hasOriginal = !order.tieDelta.empty() && isLabel(order.tieDelta[row]) && order.planned[row] > 0;
    return hasOriginal ? order.tieDelta[row] : order.cell(row, false);
}

/// The label of the orders there are; the first failure if one has none.
Cell originalLabel(const RunTable& run, std::uint32_t row) {
    const Cell forward = originalCell(run.forward, row);
    const Cell backward = originalCell(run.backward, row);
    if (forward == Cell::NotPlanned || backward == Cell::NotPlanned)
        return forward == Cell::NotPlanned ? backward : forward;
    if (!isLabel(forward) || !isLabel(backward))
        return isLabel(forward) ? backward : forward;
    return forward == backward ? forward : Cell::Tie;
}

} // namespace

std::optional<Figure> tieDeltaAgreement(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const TiePolicy ties = policy.excludesGoldTies() ? TiePolicy::Exclude : TiePolicy::Class;
    ItemSample sample;
    std::map<bool, std::uint32_t> keys;
    std::vector<double> patterns;
    for (const std::uint32_t row : request.rows) {
        if (!isPlanned(request.run, row))
            continue;
        const Cell label = originalLabel(request.run, row);
        const Cell gold = request.reference[row].label;
        ++sample.total;
        sample.judged += isLabel(label) ? 1 : 0;
        if (!isLabel(gold) || !isLabel(label))
            sample.leaveOut(cellName(isLabel(gold) ? label : gold));
        else if (ties == TiePolicy::Exclude && isTie(gold))
            sample.leaveOut("gold-tie");
        else if (sample.add(row, keys, label == gold))
            patterns.push_back(label == gold ? 1 : 0);
    }
    Figure figure = resampledFigure(sample, request.items, tiePolicyName(ties), settings, "nothing-planned",
        [&](std::span<const std::uint32_t> counts) {
            Estimate rate = patternMean(patterns, counts);
            rate.kind = Estimate::Kind::Share;
            return rate;
        });
    figure.notes.emplace_back("fastchat-tie-delta-0.1");
    return figure;
}

} // namespace assize
