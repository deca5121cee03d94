// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/policy.h"
#include "core/metrics/tables.h"
#include <cstdint>

namespace assize {

/// The one label of a pairwise run on an item: what both orders say together, else the one order there is; the reason
/// where there is none.
[[nodiscard]] Cell singleLabel(const RunTable& run, std::uint32_t row, const Policy& policy);

/// Mean of the orders' mapped-back margins, A − B; NoNumber where no order has one.
[[nodiscard]] double meanMargin(const RunTable& run, std::uint32_t row);

} // namespace assize
