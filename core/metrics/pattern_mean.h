// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include <cstdint>
#include <span>

namespace assize {

/// The mean of one number per pattern, each as often as counts says.
[[nodiscard]] inline Estimate patternMean(std::span<const double> patterns, std::span<const std::uint32_t> counts) {
    double sum = 0;
    double items = 0;
    for (std::size_t at = 0; at < patterns.size(); ++at) {
        sum += counts[at] * patterns[at];
        items += counts[at];
    }
    return mean(sum, items);
}

} // namespace assize
