// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figures.h"
#include <optional>

namespace assize {

/// How the scores of judge and gold are brought to one scale: where both use one, not at all; else each to 0..1
/// (metrics.md, Against gold).
struct GradeScales {
    std::optional<Scale> gold; ///< present where scores are normalised
    std::optional<Scale> judge;

    [[nodiscard]] bool isOne() const { return !gold; }
};

/// The scales of a request about scores. Gold's is the one it is said to use; where nobody says, it is the judge's if
/// all gold scores lie within that, else the range they span. A judge of unknown scale is taken to use gold's.
[[nodiscard]] GradeScales gradeScales(const FigureRequest& request);

/// A score on a scale as a share of it, 0 to 1; as it is without a scale.
[[nodiscard]] double onScale(double score, const std::optional<Scale>& scale);

} // namespace assize
