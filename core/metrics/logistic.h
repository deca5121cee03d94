// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>

namespace assize {

/// `weight` observations at x, of which `successes` (which may be a fraction) succeeded.
struct LogisticPoint {
    double x = 0;
    double weight = 0;
    double successes = 0;
};

struct LogisticFit {
    double intercept = 0;
    double slope = 0;
};

/// Plain maximum likelihood of P(success) = σ(intercept + slope·x), by Newton's method with halved steps. Nothing where
/// the data are separated, so that no maximum exists, or all x are equal.
[[nodiscard]] std::optional<LogisticFit> fitLogistic(std::span<const LogisticPoint> points, LogisticFit start = {});

} // namespace assize
