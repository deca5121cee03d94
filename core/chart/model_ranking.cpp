// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

/// A column of the ratings' table; nothing where the table has no such column or cell.
std::optional<double> ratingCell(const FigureTable& table, std::size_t row, std::string_view column) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), column);
    return found == table.columns.end() ? std::nullopt
                                        : table.cells[row][static_cast<std::size_t>(found - table.columns.begin())];
}

/// Hundreds around all ratings and their intervals.
Axis ratingAxis(const std::vector<IntervalsPart::Row>& rows) {
    double low = 1000;
    double high = 1000;
    for (const IntervalsPart::Row& row : rows) {
        const double value = row.spread.value.value_or(1000);
        low = std::min(low, row.spread.low.value_or(value));
        high = std::max(high, row.spread.high.value_or(value));
    }
    return numberAxis(std::floor(low / 100) * 100, std::ceil(high / 100) * 100 + (low == high ? 100 : 0), 0);
}

} // namespace

Chart modelRankingChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("ranking.title");
    chart.meaning = phrase("meaning.bradley_terry");
    const FigureSubject subject = shownSubject(source);
    Figure ratings = figureOf(source, subject, "bradley_terry");
    bool isSmoothed = false;
    if (!ratings.table) {
        const std::string reason = ratings.reason;
        ratings = figureOf(source, subject, "bradley_terry.smoothed");
        if (!ratings.table) {
            chart.empty = reasonPhrase(reason);
            return chart;
        }
        isSmoothed = true;
    }
    chart.subtitle = phrase(isSmoothed ? "ranking.smoothed" : "ranking.subtitle");
    const FigureTable& table = *ratings.table;
    chart.table.columns = {phrase("column.model"), phrase("column.value"), phrase("column.low"), phrase("column.high")};
    IntervalsPart part;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        Figure rating;
        rating.value = ratingCell(table, row, "rating");
        rating.low = ratingCell(table, row, "low");
        rating.high = ratingCell(table, row, "high");
        rating.denominator = static_cast<std::int64_t>(ratingCell(table, row, "items").value_or(0));
        const Phrase name = literal(table.rows[row]);
        const auto text = [](const std::optional<double>& value) {
            return literal(value ? decimalText(*value, 0) : "\u2013");
        };
        part.rows.push_back({name, false, spreadOf(rating), text(rating.value),
            {valueTip(name, rating), linkToItems(source.run(), "model == " + quotedInFilter(table.rows[row]))}});
        chart.table.rows.push_back({name, text(rating.value), text(rating.low), text(rating.high)});
    }
    std::stable_sort(part.rows.begin(), part.rows.end(),
        [](const auto& a, const auto& b) { return a.spread.value.value_or(0) > b.spread.value.value_or(0); });
    part.axis = ratingAxis(part.rows);
    part.reference = 1000;
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
