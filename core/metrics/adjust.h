// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

namespace assize {

/// p values as they count where several tests are made at once, in the order given and at most 1. Holm (1979) keeps the
/// chance of any false alarm; Benjamini and Hochberg (1995) the share of false ones among the alarms; Benjamini and
/// Yekutieli (2001) the same where the tests depend on each other.
[[nodiscard]] std::vector<double> adjustedByHolm(std::span<const double> p);
[[nodiscard]] std::vector<double> adjustedByBenjaminiHochberg(std::span<const double> p);
[[nodiscard]] std::vector<double> adjustedByBenjaminiYekutieli(std::span<const double> p);

} // namespace assize
