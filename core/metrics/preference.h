// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/cell.h"
#include "core/metrics/figures.h"
#include <variant>

namespace assize {

/// A's share of one item of a pairwise run, 1 to 0: a continuous preference where every valid order has one, else 1, ½
/// or 0; the mean of two orders. Where an order that is owed has no verdict, the reason.
[[nodiscard]] std::variant<double, Cell> shareOfA(const RunTable& run, std::uint32_t row);

/// 1 for A, ½ for a tie, 0 for B.
[[nodiscard]] double shareOfLabel(Cell label);

/// True if the run has continuous preferences.
[[nodiscard]] bool hasPreferences(const RunTable& run);

} // namespace assize
