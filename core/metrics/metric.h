// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/grade_sample.h"
#include "core/metrics/pair_sample.h"
#include <span>
#include <string_view>

namespace assize {

/// Which tie policies a metric can follow; what it cannot is replaced as metrics.md says.
enum class TieRule : unsigned char {
    HalfPoints,  ///< every policy; "half" gives half a point for a predicted tie
    WholePoints, ///< "half" is computed as "exclude"
    NoGold,      ///< gold plays no part: "class", or "four"
    Steps,       ///< only under "steps"
};

/// One pairwise figure: its key, who it is about, and how it is computed. Adding one is a function in a file of its
/// own and a line in registry.cpp.
struct PairMetric {
    std::string_view key;
    Population population;
    TieRule ties = TieRule::WholePoints;
    Estimate (*evaluate)(const PairSample& sample) = nullptr;
    FigureTable (*table)(const PairSample& sample) = nullptr; ///< instead of a value
    std::string_view note = {};                               ///< printed with the figure; a literal
};

/// One figure about single responses: scores, classes, pass or fail.
struct GradeMetric {
    std::string_view key;
    GradePopulation population;
    Estimate (*evaluate)(const GradeSample& sample) = nullptr;
    FigureTable (*table)(const GradeSample& sample) = nullptr;
};

[[nodiscard]] std::span<const PairMetric> pairMetrics();
[[nodiscard]] std::span<const GradeMetric> gradeMetrics();

} // namespace assize
