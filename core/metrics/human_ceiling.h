// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figures.h"
#include <span>

namespace assize {

/// The mean over annotators of their agreement with the strict plurality of the others, ties always a class
/// (metrics.md, Against gold): what people reach against people, judge or no judge.
[[nodiscard]] Figure ceilingOfRaters(const ItemTable& items, const RaterTable& raters,
    std::span<const std::uint32_t> rows, const MetricSettings& settings);

} // namespace assize
