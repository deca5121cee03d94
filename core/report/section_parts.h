// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/cell.h"
#include "core/report/section.h"
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

/// What several sections write alike.
namespace assize {

/// "2026-01-31 09:05 UTC"; a dash for 0.
[[nodiscard]] std::string reportTime(std::int64_t milliseconds);

/// "pairwise-rubric v7".
[[nodiscard]] std::string judgeTitle(const ReportData& data, const ReportRun& run);

/// One figure as a row: key, name, value, interval, count, judged, remarks, reason, meaning.
[[nodiscard]] nlohmann::json figureRow(std::string_view key, const Figure& figure, const ReportTexts& texts);

/// A label as a chip: its letter, its name and the class of its colour ("a", "b", "tie", "bad", "alert", "none").
[[nodiscard]] nlohmann::json labelChip(std::optional<Cell> label, bool isHuman, const ReportTexts& texts);

/// The beginning of a text, at most so many code points, with the words for how many more there are.
[[nodiscard]] nlohmann::json excerpt(std::string_view text, std::size_t most, const ReportTexts& texts);

/// The figures that say most about a run of this kind, in the order in which they are told. Those of both orders where
/// both were judged.
[[nodiscard]] std::vector<std::string_view> mainFigures(const ReportRun& run);

/// True if the run judged pairs in both orders.
[[nodiscard]] bool hasBothOrders(const ReportRun& run);

} // namespace assize
