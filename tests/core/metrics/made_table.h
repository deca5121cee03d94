// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figures.h"
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

namespace assize::test {

/// An item table and one run, drawn as text: one letter per item. A, B: that side; T: tie; O: both bad; X: a call that
/// could not be read; '.': not planned; '-': no gold.
struct MadeTable {
    ItemTable items;
    RunTable run;
    std::vector<std::uint32_t> rows;

    [[nodiscard]] FigureRequest request() const {
        return {.items = items, .run = run, .reference = items.gold, .rows = rows};
    }
    /// A figure of the run with these settings, computed alone.
    [[nodiscard]] Figure figure(std::string_view key, const MetricSettings& settings = noBootstrap()) const;
    [[nodiscard]] static MetricSettings noBootstrap();
};

[[nodiscard]] MadeTable madePairs(std::string_view gold, std::string_view forward, std::string_view backward = {});
[[nodiscard]] MadeTable madeScores(const std::vector<double>& gold, const std::vector<double>& judge);
[[nodiscard]] MadeTable madeResults(
    const std::vector<std::string>& gold, const std::vector<std::string>& judge, Task task);

/// A run's orders drawn as text, over as many items.
[[nodiscard]] RunTable madeRun(std::string_view forward, std::string_view backward = {});

/// Settings with one tie policy and no bootstrap.
[[nodiscard]] MetricSettings withTies(TiePolicy ties);

/// A file of tests/data/metrics.
[[nodiscard]] nlohmann::json referenceValues(std::string_view name);

} // namespace assize::test
