// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/metrics/policy.h"
#include "core/metrics/tables.h"
#include <span>

namespace assize {

/// Several runs as one jury, in the shape of a run of one order (metrics.md, Per item: juries). Each item's label is
/// the strict plurality of the members' reconciled labels, its result that of their results, its score the mean of
/// their normalised scores; raw scores where all members use one scale. Members without a verdict do not vote, more
/// than half of all must have one, and equal votes are a split: both are an abstention. InvalidArgument where the
/// members do not answer one question, or have scores whose scale is not known.
[[nodiscard]] Result<RunTable> runOfJury(std::span<const RunTable> members, const MetricSettings& settings);

} // namespace assize
