// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/text_table.h"
#include "core/metrics/figure.h"
#include "core/model/judge.h"
#include <nlohmann/json_fwd.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace assize::cli {

/// Figures as lines: key, value, interval, numerator/denominator, judged/total, what was left out. Those without a
/// value come after them with their reasons, tables last.
void printFigures(std::ostream& out, const Figures& figures);

/// The cells of one figure: name, value, interval, count, judged, remarks; for tables of other commands.
[[nodiscard]] std::vector<std::string> figureCells(const std::string& name, const Figure& figure);

/// A table for figureCells, with its heading.
[[nodiscard]] TextTable figureTable();

/// The figures of one slice of the items (--by).
struct SliceFigures {
    std::string name;
    Figures figures;
};

/// One line per slice: the first figure of the task with its interval and count, then some others.
void printSlices(std::ostream& out, const std::string& by, Task task, const std::vector<SliceFigures>& slices);
[[nodiscard]] nlohmann::json slicesJson(const std::vector<SliceFigures>& slices);

/// "0.9500", "12", "–" for nothing.
[[nodiscard]] std::string numberText(const std::optional<double>& value);

} // namespace assize::cli
