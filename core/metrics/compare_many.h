// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/compare.h"
#include "core/metrics/slices.h"
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assize {

/// One comparison among several: McNemar's p as it is in the comparison, and as it counts among the others.
struct OneOfMany {
    std::string name; ///< of the slice, or of the run that is compared
    Comparison comparison;
    std::optional<double> adjusted; ///< absent where the test is
};

/// Compares b with the request's run slice by slice. Adjusted by Benjamini and Hochberg: for looking around, not for
/// claims.
[[nodiscard]] std::vector<OneOfMany> compareBySlice(
    const FigureRequest& a, const RunTable& b, const MetricSettings& settings, SliceBy by);

/// Compares several runs, such as versions of a judge, with the request's run. Adjusted by Holm.
[[nodiscard]] std::vector<OneOfMany> compareVersions(
    const FigureRequest& a, std::span<const RunTable> others, const MetricSettings& settings);

} // namespace assize
