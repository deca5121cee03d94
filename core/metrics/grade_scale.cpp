// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/grade_scale.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

/// What the scores span; nothing where there are none, or they are all alike.
std::optional<Scale> spanOf(std::span<const Rating> ratings) {
    std::optional<Scale> scale;
    for (const Rating& rating : ratings) {
        if (std::isnan(rating.score))
            continue;
        if (!scale)
            scale = Scale{rating.score, rating.score};
        scale->min = std::min(scale->min, rating.score);
        scale->max = std::max(scale->max, rating.score);
    }
    return scale && scale->max > scale->min ? scale : std::nullopt;
}

bool isWithin(const Scale& inner, const Scale& outer) {
    constexpr double Slack = 1e-9;
    return inner.min >= outer.min - Slack && inner.max <= outer.max + Slack;
}

} // namespace

GradeScales gradeScales(const FigureRequest& request) {
    if (request.run.task != Task::Direct || !request.run.scale)
        return {};
    const Scale& judge = *request.run.scale;
    if (request.referenceScale)
        return *request.referenceScale == judge ? GradeScales{} : GradeScales{request.referenceScale, judge};
    const auto gold = spanOf(request.reference);
    return !gold || isWithin(*gold, judge) ? GradeScales{} : GradeScales{gold, judge};
}

double onScale(double score, const std::optional<Scale>& scale) {
    return scale ? (score - scale->min) / (scale->max - scale->min) : score;
}

} // namespace assize
