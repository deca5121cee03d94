// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

namespace assize {

/// One-sided p of the t-test that the mean of the values is below `bound`. Where all values are equal: 0 if they are
/// below it, else 1. Needs two values.
[[nodiscard]] double tTestBelow(std::span<const double> values, double bound);

/// One-sided exact p of Wilcoxon's signed rank test that the values lie below `bound`: over all signs of the ranks,
/// with average ranks for equal distances; values at the bound are left out. For small samples.
[[nodiscard]] double wilcoxonBelow(std::span<const double> values, double bound);

} // namespace assize
