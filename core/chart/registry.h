// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart.h"
#include "core/chart/source.h"
#include <span>
#include <string_view>

namespace assize {

/// One chart: its id, and how it is made from what a session holds. Adding one is a function in a file of its own and a
/// line in registry.cpp.
struct ChartKind {
    std::string_view id;
    std::string_view titleKey;
    Chart (*build)(const ChartSource& source);
    bool isOnPage; ///< shown at first; others are chosen from the chart menu
};

[[nodiscard]] std::span<const ChartKind> chartKinds();
/// The chart with its id.
[[nodiscard]] Chart buildChart(const ChartKind& kind, const ChartSource& source);
[[nodiscard]] const ChartKind* chartKindNamed(std::string_view id); ///< null for an id there is not

} // namespace assize
