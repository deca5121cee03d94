// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

namespace assize {

struct Interval {
    double low = 0;
    double high = 0;
};

/// The two-sided 95 % quantile of the normal distribution.
constexpr double Normal95 = 1.959963984540054;

/// Wilson's score interval, 95 %, for successes out of trials (Wilson 1927). trials must be positive.
[[nodiscard]] Interval wilson(double successes, double trials);

/// The percentile by linear interpolation between order statistics (NumPy's default). The values must be sorted and
/// not empty; share is in 0..1.
[[nodiscard]] double percentile(const std::vector<double>& sorted, double share);

} // namespace assize
