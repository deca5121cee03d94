// SPDX-License-Identifier: Apache-2.0
// What the reference answer, and the format of the reply, do to a judge's agreement: the same model over the same
// items, with and without (metrics.md, Bias).
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/pattern_mean.h"
#include "core/metrics/single_label.h"

#include <cmath>

namespace assize {
namespace {

/// Whether a run gives the gold answer of an item; nothing where it gives none, or there is no gold.
std::optional<bool> isRight(const RunTable& run, const Rating& gold, std::uint32_t row, const Policy& policy) {
    constexpr double Slack = 1e-9;
    if (run.task == Task::Direct) {
        const double score = run.grades.score[row];
        return std::isnan(score) || std::isnan(gold.score) ? std::nullopt
                                                           : std::optional(std::abs(score - gold.score) <= Slack);
    }
    if (!run.isPairwise()) {
        const std::int32_t result = run.grades.result[row];
        return result == NoResult || gold.result == NoResult ? std::nullopt : std::optional(result == gold.result);
    }
    const Cell goldLabel = policy.four() ? gold.labelOfFour : gold.label;
    const Cell label = singleLabel(run, row, policy);
    if (!isLabel(goldLabel) || !isJudged(label) || (policy.excludesGoldTies() && isTie(goldLabel)))
        return std::nullopt;
    return label == goldLabel;
}

Policy wholePoints(Policy policy) {
    if (policy.ties == TiePolicy::Half)
        policy.ties = TiePolicy::Exclude;
    else if (policy.ties == TiePolicy::Steps)
        policy.ties = TiePolicy::Class;
    return policy;
}

/// Agreement of one run less that of the other, over the items with gold that both judged.
Figure effectFigure(const FigureRequest& request, const RunTable& with, const RunTable& without,
    const Policy& runPolicy, const MetricSettings& settings) {
    const Policy policy = wholePoints(runPolicy);
    ItemSample sample;
    std::vector<double> patterns;
    std::map<int, std::uint32_t> keys;
    for (const std::uint32_t row : request.rows) {
        if (!isPlanned(with, row) || !isPlanned(without, row))
            continue;
        const auto rightWith = isRight(with, request.reference[row], row, policy);
        const auto rightWithout = isRight(without, request.reference[row], row, policy);
        ++sample.total;
        if (!rightWith || !rightWithout) {
            sample.leaveOut("not-judged-by-both");
            continue;
        }
        ++sample.judged;
        const int difference = static_cast<int>(*rightWith) - static_cast<int>(*rightWithout);
        if (sample.add(row, keys, difference))
            patterns.push_back(difference);
    }
    return resampledFigure(sample, request.items, tiePolicyName(policy.ties), settings, "not-judged-by-both",
        [&](std::span<const std::uint32_t> counts) { return patternMean(patterns, counts); });
}

} // namespace

std::optional<Figure> referenceEffect(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (request.referenceTwin == nullptr)
        return noFigure({}, tiePolicyName(wholePoints(policy).ties), "no-counterpart");
    const RunTable& twin = *request.referenceTwin;
    const RunTable& with = request.run.showsReference ? request.run : twin;
    const RunTable& without = request.run.showsReference ? twin : request.run;
    Figure figure = effectFigure(request, with, without, policy, settings);
    figure.notes.push_back("with: " + with.name);
    figure.notes.push_back("without: " + without.name);
    return figure;
}

std::optional<Figure> formatEffect(const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (request.formatTwin == nullptr)
        return noFigure({}, tiePolicyName(wholePoints(policy).ties), "no-counterpart");
    Figure figure = effectFigure(request, request.run, *request.formatTwin, policy, settings);
    figure.notes.push_back("other format: " + request.formatTwin->name);
    return figure;
}

} // namespace assize
