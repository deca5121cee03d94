// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include "core/metrics/figure.h"
#include "core/metrics/policy.h"
#include "core/metrics/resample.h"
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace assize {

/// A figure that wants a percentile interval, and how to compute it from the pattern counts of one resample. evaluate
/// is called from several threads at once.
struct BootstrapTarget {
    std::size_t figure = 0; ///< index into the figures
    std::function<std::optional<double>(std::span<const std::uint32_t> counts)> evaluate;
};

/// Gives every target its 95 % percentile interval. Resamples in which a figure is undefined are dropped and counted;
/// over 5 % of them, there is no interval (reason "bootstrap-undefined"), nor for a single unit
/// ("nothing-to-resample"). All figures share the same resamples.
void addBootstrapIntervals(Figures& figures, std::span<const BootstrapTarget> targets, const Resampler& resampler,
    const MetricSettings& settings);

/// Who a figure is about: what the population counted.
struct Coverage {
    std::int64_t members = 0;
    std::int64_t judged = 0;
    std::int64_t total = 0;
    std::map<std::string, std::int64_t> leftOut;
    std::string_view reasonIfNobody; ///< why total is 0
};

/// A figure from its estimate on the data, with Wilson's interval where it is a share over independent items, and the
/// most frequent reason for leaving items out where nobody is left.
[[nodiscard]] Figure makeFigure(const Estimate& estimate, Coverage coverage, bool isClustered);

/// True if the figure should get a bootstrap interval: it has a value, no interval, and is a statistic of the items.
[[nodiscard]] bool wantsBootstrap(const Estimate& estimate, const Figure& figure, const MetricSettings& settings);

} // namespace assize
