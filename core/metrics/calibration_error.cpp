// SPDX-License-Identifier: Apache-2.0
// How far stated confidence and accuracy lie apart (metrics.md, Confidence).
#include "core/metrics/calibration_sample.h"
#include "core/metrics/item_metrics.h"

#include <cmath>

namespace assize {
namespace {

/// The mean over items of |accuracy − mean confidence| of their bucket.
Estimate errorOf(std::span<const CalibrationBucket> buckets) {
    double items = 0;
    double distance = 0;
    for (const CalibrationBucket& bucket : buckets) {
        items += bucket.items;
        distance += std::abs(bucket.right - bucket.confidence);
    }
    return items > 0 ? valueOf(distance / items) : undefined("no-items");
}

Estimate errorOfTenths(std::span<const CalibrationBucket> tenths) {
    const std::string_view reason = whyTooFew(tenths);
    return reason.empty() ? errorOf(tenths) : undefined(reason);
}

Estimate brierOf(std::span<const Certainty> patterns, std::span<const std::uint32_t> counts) {
    double items = 0;
    double squares = 0;
    for (std::size_t at = 0; at < patterns.size(); ++at) {
        const double distance = patterns[at].confidence - (patterns[at].isRight ? 1 : 0);
        items += counts[at];
        squares += counts[at] * distance * distance;
    }
    return items > 0 ? valueOf(squares / items) : undefined("no-items");
}

using Evaluate = std::function<Estimate(std::span<const std::uint32_t> counts)>;

Figure errorFigure(const FigureRequest& request, const CalibrationSample& calibration, const MetricSettings& settings,
    const Evaluate& evaluate) {
    return resampledFigure(
        calibration.sample, request.items, tiePolicyName(TiePolicy::Exclude), settings, "nothing-planned", evaluate);
}

void noteSource(Figure& figure, ProbabilitySource source) {
    if (source != ProbabilitySource::None && figure.value)
        figure.notes.emplace_back(source == ProbabilitySource::Votes ? "from-votes" : "from-log-probabilities");
}

} // namespace

std::optional<Figure> calibrationError(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const auto [calibration, source] = calibrationByProbability(request, policy);
    const std::span<const Certainty> patterns = calibration.patterns;
    Figure figure = errorFigure(request, calibration, settings,
        [patterns, isVotes = source == ProbabilitySource::Votes](std::span<const std::uint32_t> counts) {
            return isVotes ? errorOf(bucketPerConfidence(patterns, counts)) : errorOfTenths(tenthsOf(patterns, counts));
        });
    noteSource(figure, source);
    return figure;
}

std::optional<Figure> calibrationBrier(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const auto [calibration, source] = calibrationByProbability(request, policy);
    const std::span<const Certainty> patterns = calibration.patterns;
    Figure figure = errorFigure(request, calibration, settings,
        [patterns](std::span<const std::uint32_t> counts) { return brierOf(patterns, counts); });
    noteSource(figure, source);
    return figure;
}

std::optional<Figure> calibrationErrorMapped(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    CalibrationSample calibration = calibrationByMargin(request, policy);
    for (Certainty& certainty : calibration.patterns)
        certainty.confidence = 0.5 + certainty.confidence / 2;
    Figure figure = errorFigure(request, calibration, settings,
        [&](std::span<const std::uint32_t> counts) { return errorOfTenths(tenthsOf(calibration.patterns, counts)); });
    figure.notes.emplace_back("depends-on-the-mapping");
    return figure;
}

} // namespace assize
