// SPDX-License-Identifier: Apache-2.0
#include "app/cli/figure_text.h"

#include "core/metrics/figure_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <span>

namespace assize::cli {
namespace {

std::string intervalText(const Figure& figure) {
    return figure.low ? fmt::format("{:.4f} to {:.4f} {}", *figure.low, *figure.high, figure.method) : "";
}

/// Four digits; a number of items as it is.
std::string valueText(const Figure& figure) {
    if (!figure.value)
        return "–";
    const bool isCount = figure.method.empty() && *figure.value >= 2 && *figure.value == std::round(*figure.value);
    return fmt::format("{:.{}f}", *figure.value, isCount ? 0 : 4);
}

std::string countText(const Figure& figure) {
    if (!figure.denominator)
        return "";
    if (!figure.numerator)
        return fmt::format("n = {}", *figure.denominator);
    return fmt::format("{}/{}", *figure.numerator, *figure.denominator);
}

/// Left-out items by reason, then notes; and why there is no value or no interval.
std::string remarks(const Figure& figure) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    for (const auto& [reason, count] : figure.leftOut) {
        if (count > 0)
            add(fmt::format("{} {}", count, reason));
    }
    for (const std::string& note : figure.notes)
        add(note);
    if (!figure.reason.empty() && !figure.leftOut.contains(figure.reason))
        add(figure.reason);
    return text;
}

void printTable(std::ostream& out, const std::string& key, const FigureTable& table) {
    std::vector<bool> flushRight(table.columns.size() + 1, true);
    flushRight[0] = false;
    TextTable text(flushRight);
    std::vector<std::string> heading = {key};
    heading.insert(heading.end(), table.columns.begin(), table.columns.end());
    text.add(heading);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::vector<std::string> cells = {table.rows[row]};
        for (const auto& cell : table.cells[row])
            cells.push_back(numberText(cell));
        text.add(cells);
    }
    out << '\n';
    text.print(out, "  ");
}

/// The figures that a table of slices has a column for.
std::span<const std::string_view> sliceKeys(Task task) {
    static constexpr auto Pairs =
        std::to_array<std::string_view>({"agreement.single", "kappa.single", "position.consistency", "length.bias"});
    static constexpr auto Scores = std::to_array<std::string_view>({"accuracy", "mae", "score.bias", "spearman"});
    static constexpr auto Classes = std::to_array<std::string_view>({"accuracy", "kappa", "f1"});
    if (task == Task::Direct)
        return Scores;
    return task == Task::Pairwise || task == Task::ScorePair ? std::span<const std::string_view>(Pairs)
                                                             : std::span<const std::string_view>(Classes);
}

} // namespace

std::string numberText(const std::optional<double>& value) {
    if (!value)
        return "–";
    if (std::abs(*value) >= 2 && *value == std::round(*value))
        return fmt::format("{:.0f}", *value);
    return *value == 0 || *value == 1 ? fmt::format("{:g}", *value) : fmt::format("{:.4f}", *value);
}

std::vector<std::string> figureCells(const std::string& name, const Figure& figure) {
    return {name, valueText(figure), intervalText(figure), countText(figure),
        fmt::format("{}/{}", figure.judged, figure.total), remarks(figure)};
}

TextTable figureTable() {
    TextTable table({false, true, false, true, true, false});
    table.add({"figure", "value", "95 % interval", "count", "judged", "left out, notes"});
    return table;
}

void printFigures(std::ostream& out, const Figures& figures) {
    TextTable table = figureTable();
    std::map<std::string, std::vector<std::string>> missing;
    for (const auto& [key, figure] : figures) {
        if (figure.value)
            table.add(figureCells(key, figure));
        else if (!figure.table)
            missing[figure.reason].push_back(key);
    }
    table.print(out, "  ");
    for (const auto& [reason, keys] : missing)
        out << fmt::format("  not computed ({}): {}\n", reason, fmt::join(keys, ", "));
    for (const auto& [key, figure] : figures) {
        if (figure.table)
            printTable(out, key, *figure.table);
    }
}

void printSlices(std::ostream& out, const std::string& by, Task task, const std::vector<SliceFigures>& slices) {
    const std::span<const std::string_view> keys = sliceKeys(task);
    std::vector<std::string> heading = {by, "items"};
    std::vector<bool> flushRight = {false, true};
    for (const std::string_view key : keys) {
        heading.emplace_back(key);
        flushRight.push_back(true);
    }
    heading.insert(heading.begin() + 3, "95 % interval");
    flushRight.insert(flushRight.begin() + 3, false);
    TextTable table(flushRight);
    table.add(heading);
    for (const SliceFigures& slice : slices) {
        const Figure& first = *findFigure(slice.figures, keys.front());
        std::vector<std::string> cells = {slice.name, fmt::format("{}", first.denominator.value_or(0)),
            numberText(first.value),
            first.low ? fmt::format("{:.4f} to {:.4f}", *first.low, *first.high) : first.reason};
        for (const std::string_view key : keys.subspan(1))
            cells.push_back(numberText(findFigure(slice.figures, key)->value));
        table.add(cells);
    }
    out << '\n';
    table.print(out, "  ");
}

nlohmann::json slicesJson(const std::vector<SliceFigures>& slices) {
    nlohmann::json document = nlohmann::json::object();
    for (const SliceFigures& slice : slices)
        document[slice.name] = figuresJson(slice.figures);
    return document;
}

} // namespace assize::cli
