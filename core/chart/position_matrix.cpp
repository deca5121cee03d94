// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include <map>

namespace assize {
namespace {

/// What the filter language calls a row or column of the table. Without a class of its own, both-bad is a tie.
std::string labelFilter(std::string_view order, const std::string& cell, bool isFour) {
    const auto equals = [&](std::string_view label) { return std::string(order) + " == " + quotedInFilter(label); };
    if (cell == "A")
        return equals("A>B");
    if (cell == "B")
        return equals("B>A");
    if (cell == "both bad")
        return equals("A=B (both bad)");
    // To the filter language both-bad is a tie.
    return isFour ? equals("A=B") + " and " + std::string(order) + " != \"A=B (both bad)\"" : equals("A=B");
}

Phrase cellPhrase(const std::string& cell) {
    static const std::map<std::string, std::string> Keys = {
        {"A", "label.a"}, {"B", "label.b"}, {"tie", "label.tie"}, {"both bad", "label.both_bad"}};
    const auto found = Keys.find(cell);
    return found == Keys.end() ? literal(cell) : phrase(found->second);
}

GridPart::Cell pairCell(
    const ChartSource& source, const FigureTable& table, std::size_t row, std::size_t column, double total) {
    const bool isFour = table.rows.size() > 3;
    const double count = table.cells[row][column].value_or(0);
    GridPart::Cell cell;
    cell.value = count;
    cell.shade = total > 0 ? count / total : 0;
    cell.text = literal(decimalText(count, 0));
    cell.tone = row == column ? Tone::Neutral : Tone::Alert;
    const Phrase name =
        phrase("position_matrix.cell", {cellPhrase(table.rows[row]), cellPhrase(table.columns[column])});
    cell.mark = {countTip(name, count, total),
        linkToItems(source.run(), labelFilter("forward", table.rows[row], isFour) + " and " +
                                      labelFilter("backward", table.columns[column], isFour)),
        static_cast<std::int64_t>(count)};
    return cell;
}

} // namespace

Chart positionMatrixChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("position_matrix.title");
    chart.subtitle = literal(runTitles(source)[source.shown]);
    chart.meaning = phrase("meaning.position.matrix");
    FigureSubject subject = shownSubject(source);
    subject.hasAllOrders = true;
    const Figure figure = figureOf(source, subject, "position.matrix");
    if (!figure.table) {
        chart.empty = reasonPhrase(source.run().table->isPairwise() ? figure.reason : "not-pairwise");
        return chart;
    }
    const FigureTable& table = *figure.table;
    double total = 0;
    for (const auto& row : table.cells) {
        for (const auto& cell : row)
            total += cell.value_or(0);
    }
    GridPart part;
    part.rowTitle = phrase("position_matrix.rows");
    part.columnTitle = phrase("position_matrix.columns");
    chart.table.columns.push_back(phrase("position_matrix.rows"));
    for (const std::string& column : table.columns) {
        part.columns.push_back(cellPhrase(column));
        chart.table.columns.push_back(cellPhrase(column));
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        GridPart::Row shown{cellPhrase(table.rows[row]), false, false, {}};
        std::vector<Phrase> texts = {shown.name};
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            shown.cells.push_back(pairCell(source, table, row, column, total));
            texts.push_back(shown.cells.back().text);
        }
        part.rows.push_back(std::move(shown));
        chart.table.rows.push_back(std::move(texts));
    }
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
