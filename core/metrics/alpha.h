// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include <cstdint>
#include <span>
#include <vector>

namespace assize {

enum class AlphaLevel : std::uint8_t { Nominal, Ordinal, Interval };

/// Items with the classes their raters gave, flat: unit u holds classes[offsets[u]] … classes[offsets[u + 1] − 1].
struct RatedUnits {
    std::vector<std::int32_t> classes;
    std::vector<std::uint32_t> offsets = {0};
    std::vector<double> weights; ///< how often each unit counts

    void add(std::span<const std::int32_t> ratings, double weight);
};

/// Krippendorff's alpha (2011), by squared differences of the classes' values (interval), of their mid-ranks (ordinal)
/// or equality (nominal). values holds one number per class, ascending. Units with fewer than two ratings say nothing
/// and are passed over; undefined ("one-class") where no two ratings differ.
[[nodiscard]] Estimate krippendorffAlpha(AlphaLevel level, const RatedUnits& units, std::span<const double> values);

} // namespace assize
