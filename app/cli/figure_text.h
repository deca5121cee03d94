// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/text_table.h"
#include "core/metrics/figure.h"
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

/// "0.9500", "12", "–" for nothing.
[[nodiscard]] std::string numberText(const std::optional<double>& value);

} // namespace assize::cli
