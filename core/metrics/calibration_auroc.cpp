// SPDX-License-Identifier: Apache-2.0
// Whether a wide margin means a right verdict (metrics.md, Confidence).
#include "core/metrics/calibration_sample.h"
#include "core/metrics/item_metrics.h"

namespace assize {
namespace {

/// The chance that a right item has a larger confidence than a wrong one, ties ½ (Mann and Whitney).
Estimate aurocOf(std::span<const Certainty> ascending, std::span<const std::uint32_t> counts) {
    double right = 0;
    double wrong = 0;
    double ordered = 0;
    for (std::size_t at = 0; at < ascending.size();) {
        double rightHere = 0;
        double wrongHere = 0;
        const double confidence = ascending[at].confidence;
        for (; at < ascending.size() && ascending[at].confidence == confidence; ++at)
            (ascending[at].isRight ? rightHere : wrongHere) += counts[at];
        ordered += rightHere * (wrong + wrongHere / 2);
        right += rightHere;
        wrong += wrongHere;
    }
    if (right <= 0 || wrong <= 0)
        return undefined(right > 0 ? "all-right" : wrong > 0 ? "all-wrong" : "no-items");
    return valueOf(ordered / (right * wrong));
}

} // namespace

std::optional<Figure> calibrationAuroc(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const CalibrationSample calibration = calibrationByMargin(request, policy);
    return resampledFigure(calibration.sample, request.items, tiePolicyName(TiePolicy::Exclude), settings,
        "nothing-planned",
        [&](std::span<const std::uint32_t> counts) { return aurocOf(calibration.patterns, counts); });
}

} // namespace assize
