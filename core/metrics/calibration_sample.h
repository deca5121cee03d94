// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/item_sample.h"
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace assize {

/// How sure a verdict was, and whether it was right.
struct Certainty {
    double confidence = 0;
    bool isRight = false;

    auto operator<=>(const Certainty&) const = default;
};

/// Items whose label and gold both name a side (metrics.md, Confidence). Patterns ascend by confidence.
struct CalibrationSample {
    ItemSample sample;
    std::vector<Certainty> patterns;
};

/// With the |margin| as confidence: the mean of the orders' mapped-back margins. Items without one, and those where it
/// favours the other side than the label, are left out.
[[nodiscard]] CalibrationSample calibrationByMargin(const FigureRequest& request, const Policy& policy);

/// What a probability that stands for confidence is made of.
enum class ProbabilitySource : std::uint8_t { None, Votes, LogProbabilities };

/// With a probability as confidence: of the label by log-probabilities if the run has any, else the share of the
/// samples that voted for it, over items with several samples.
struct ProbabilitySample {
    CalibrationSample calibration;
    ProbabilitySource source = ProbabilitySource::None;
};
[[nodiscard]] ProbabilitySample calibrationByProbability(const FigureRequest& request, const Policy& policy);

/// Items of about the same confidence.
struct CalibrationBucket {
    double low = 0; ///< least and largest confidence
    double high = 0;
    double items = 0;
    double right = 0;
    double confidence = 0; ///< sum
};

/// Up to ten buckets of about a tenth of the items each, in order; equal confidences are never parted.
[[nodiscard]] std::vector<CalibrationBucket> tenthsOf(
    std::span<const Certainty> ascending, std::span<const std::uint32_t> counts);

/// One bucket per distinct confidence.
[[nodiscard]] std::vector<CalibrationBucket> bucketPerConfidence(
    std::span<const Certainty> ascending, std::span<const std::uint32_t> counts);

/// Why these tenths say nothing: fewer than 50 items, or fewer than five buckets. Empty if they do.
[[nodiscard]] std::string_view whyTooFew(std::span<const CalibrationBucket> tenths);

} // namespace assize
