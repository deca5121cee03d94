// SPDX-License-Identifier: Apache-2.0
// Accuracy by margin, and accuracy of what is left above a margin (metrics.md, Confidence).
#include "core/metrics/calibration_sample.h"
#include "core/metrics/interval.h"
#include "core/metrics/item_metrics.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

Figure tableFigure(const CalibrationSample& calibration, std::string_view reason) {
    Figure figure = noFigure(calibration.sample, tiePolicyName(TiePolicy::Exclude), reason);
    if (calibration.sample.rows.empty())
        figure.reason = makeFigure(undefined(reason), calibration.sample.coverage("nothing-planned"), false).reason;
    return figure;
}

std::vector<std::uint32_t> countsOf(const CalibrationSample& calibration) {
    std::vector<std::uint32_t> counts(calibration.patterns.size(), 0);
    for (const std::uint32_t pattern : calibration.sample.patternOf)
        ++counts[pattern];
    return counts;
}

FigureTable bucketTable(std::span<const CalibrationBucket> buckets) {
    FigureTable table;
    table.columns = {"low", "high", "n", "right", "accuracy", "accuracy_low", "accuracy_high"};
    for (const CalibrationBucket& bucket : buckets) {
        const Interval interval = wilson(bucket.right, bucket.items);
        table.rows.push_back(fmt::format("{}", table.rows.size() + 1));
        table.cells.push_back({bucket.low, bucket.high, bucket.items, bucket.right, bucket.right / bucket.items,
            interval.low, interval.high});
    }
    return table;
}

/// What is kept at a threshold, and how much of it is right.
struct Kept {
    double threshold = 0;
    double items = 0;
    double right = 0;
};

/// At every distinct confidence, from keeping everything to keeping only the surest.
std::vector<Kept> thresholdsOf(const CalibrationSample& calibration, std::span<const std::uint32_t> counts) {
    std::vector<Kept> kept;
    Kept above;
    for (std::size_t at = calibration.patterns.size(); at-- > 0;) {
        const Certainty& certainty = calibration.patterns[at];
        above.items += counts[at];
        above.right += certainty.isRight ? counts[at] : 0;
        if (at == 0 || calibration.patterns[at - 1].confidence < certainty.confidence)
            kept.push_back({certainty.confidence, above.items, above.right});
    }
    return {kept.rbegin(), kept.rend()};
}

/// About one row per twentieth of the items; the table of a curve and not of every item.
FigureTable coverageTable(std::span<const Kept> thresholds) {
    constexpr int Rows = 20;
    FigureTable table;
    table.columns = {"threshold", "kept", "n", "right", "accuracy", "accuracy_low", "accuracy_high"};
    const double all = thresholds.front().items;
    int next = Rows;
    for (const Kept& kept : thresholds) {
        if (Rows * kept.items > next * all)
            continue;
        next = std::min(next - 1, static_cast<int>(Rows * kept.items / all));
        const Interval interval = wilson(kept.right, kept.items);
        table.rows.push_back(fmt::format("{}", table.rows.size() + 1));
        table.cells.push_back({kept.threshold, kept.items / all, kept.items, kept.right, kept.right / kept.items,
            interval.low, interval.high});
    }
    return table;
}

} // namespace

std::optional<Figure> calibrationBuckets(
    const FigureRequest& request, const Policy& policy, const MetricSettings& /*settings*/) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const CalibrationSample calibration = calibrationByMargin(request, policy);
    const std::vector<CalibrationBucket> buckets = tenthsOf(calibration.patterns, countsOf(calibration));
    const std::string_view reason = whyTooFew(buckets);
    Figure figure = tableFigure(calibration, reason);
    if (reason.empty())
        figure.table = bucketTable(buckets);
    return figure;
}

std::optional<Figure> calibrationCoverage(
    const FigureRequest& request, const Policy& policy, const MetricSettings& /*settings*/) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const CalibrationSample calibration = calibrationByMargin(request, policy);
    Figure figure = tableFigure(calibration, "");
    if (!calibration.patterns.empty())
        figure.table = coverageTable(thresholdsOf(calibration, countsOf(calibration)));
    return figure;
}

} // namespace assize
