// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include <cstdint>
#include <span>
#include <vector>

namespace assize {

/// Fleiss' kappa (1971) over the rows in which every rater gave a class (no negative one), each counted as often as
/// counts says. Undefined ("one-class") where all gave the same class, and with fewer than two raters.
[[nodiscard]] Estimate fleissKappa(
    std::span<const std::vector<std::int32_t>> rows, std::span<const std::uint32_t> counts, std::size_t classes);

} // namespace assize
