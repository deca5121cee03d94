// SPDX-License-Identifier: Apache-2.0
// How often a judge names the other winner, or gives another class or score, when it is shown the same thing in a way
// that should not matter (metrics.md, Bias).
#include "core/metrics/compare.h"
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/pair_sample.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

/// What a run says of an item: comparable where it is a verdict, else the reason.
struct ProbeAnswer {
    Cell cell = Cell::NotPlanned; ///< of a single response: A where there is a verdict
    double value = NoNumber;      ///< of a single response
};

ProbeAnswer answerTo(const RunTable& run, std::uint32_t row, View view, const Policy& policy) {
    if (run.isPairwise()) {
        PairPattern pattern;
        pattern.forward = run.forward.cell(row, policy.four());
        pattern.backward = run.backward.cell(row, policy.four());
        return {labelIn(view, pattern, policy), NoNumber};
    }
    if (run.grades.planned[row] == 0)
        return {};
    const double value = run.task == Task::Direct             ? run.grades.score[row]
                         : run.grades.result[row] == NoResult ? NoNumber
                                                              : run.grades.result[row];
    return {std::isnan(value) ? run.grades.failure[row] : Cell::A, value};
}

bool isOtherAnswer(const ProbeAnswer& a, const ProbeAnswer& b, bool isPairwise) {
    if (isPairwise)
        return isDecisive(a.cell) && isDecisive(b.cell) && a.cell != b.cell;
    return std::abs(a.value - b.value) > 1e-9;
}

/// Items with both answers, told apart by whether they differ.
struct FlipSample {
    ItemSample items;
    std::vector<bool> isFlip; ///< by pattern

    void add(std::uint32_t row, const ProbeAnswer& plain, const ProbeAnswer& probed, bool isPairwise) {
        if (plain.cell == Cell::NotPlanned || probed.cell == Cell::NotPlanned)
            return;
        ++items.total;
        if (!isJudged(plain.cell) || !isJudged(probed.cell))
            return items.leaveOut(cellName(isJudged(plain.cell) ? probed.cell : plain.cell));
        ++items.judged;
        const bool isOther = isOtherAnswer(plain, probed, isPairwise);
        if (items.add(row, m_keys, isOther))
            isFlip.push_back(isOther);
    }

private:
    std::map<bool, std::uint32_t> m_keys;
};

Figure flipRate(const FlipSample& sample, const FigureRequest& request, std::string_view ties,
    const MetricSettings& settings, std::string_view reasonIfNobody) {
    return resampledFigure(
        sample.items, request.items, ties, settings, reasonIfNobody, [&](std::span<const std::uint32_t> counts) {
            double flips = 0;
            double all = 0;
            for (std::size_t at = 0; at < sample.isFlip.size(); ++at) {
                flips += sample.isFlip[at] ? counts[at] : 0;
                all += counts[at];
            }
            return share(flips, all);
        });
}

/// The two orders of one run are each other's probe.
std::optional<Figure> swapFlips(
    const FigureRequest& request, const Policy& policy, std::string_view ties, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    FlipSample sample;
    for (const std::uint32_t row : request.rows)
        sample.add(row, answerTo(request.run, row, View::Forward, policy),
            answerTo(request.run, row, View::Backward, policy), true);
    return flipRate(sample, request, ties, settings, "one-order");
}

} // namespace

std::optional<Figure> probeFlips(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings, Probe probe) {
    const std::string_view ties = tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class);
    if (probe == Probe::Swap)
        return swapFlips(request, policy, ties, settings);
    const auto found = std::find_if(
        request.probed.begin(), request.probed.end(), [&](const ProbedRun& run) { return run.probe == probe; });
    if (found == request.probed.end())
        return noFigure({}, ties, "not-probed");
    const View view = comparedView(request.run, found->run);
    FlipSample sample;
    for (const std::uint32_t row : request.rows)
        sample.add(row, answerTo(request.run, row, view, policy), answerTo(found->run, row, view, policy),
            request.run.isPairwise());
    Figure figure = flipRate(sample, request, ties, settings, "not-judged-by-both");
    figure.notes.push_back("probed: " + found->run.name);
    if (request.run.isPairwise())
        figure.notes.emplace_back(view == View::Reconciled ? "reconciled-labels" : "forward-labels");
    return figure;
}

} // namespace assize
