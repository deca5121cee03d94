// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figures.h"
#include <optional>
#include <span>
#include <string_view>

namespace assize {

/// A figure that needs more of an item than its pattern: who wrote the answers, how long they are, what each sample
/// said. It sees the whole request and does its own resampling (item_sample.h).
struct ItemMetric {
    std::string_view key;
    /// The figure; nothing where it makes no sense for the run's task or for these items.
    std::optional<Figure> (*compute)(
        const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
};

/// All of them, one line each (item_registry.cpp).
[[nodiscard]] std::span<const ItemMetric> itemMetrics();

/// Appends the item metrics that the request asks for.
void addItemFigures(Figures& figures, const FigureRequest& request, const MetricSettings& settings);

} // namespace assize
