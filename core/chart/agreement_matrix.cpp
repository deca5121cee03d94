// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include "core/metrics/annotators.h"

#include <algorithm>

namespace assize {
namespace {

constexpr std::size_t MostRaters = 6;
/// Cells times items for which a bootstrap of each cell still takes less than a second.
constexpr std::size_t CheapWork = 50'000;

/// Whom judges are compared with: people of the session, then what the page compares with.
struct MatrixColumn {
    Phrase name;
    std::span<const Rating> ratings;
    bool isGold = false;
    std::string person; ///< whose labels these are; empty for the page's reference
};

std::vector<MatrixColumn> matrixColumns(const ChartSource& source) {
    std::vector<MatrixColumn> columns;
    for (std::size_t at = 0; at < source.raters.names.size() && at < MostRaters; ++at)
        columns.push_back(
            {literal(source.raters.names[at]), source.raters.ratings[at], false, source.raters.names[at]});
    columns.push_back({source.referenceName, source.reference, source.isGold, {}});
    return columns;
}

GridPart::Cell kappaCell(const Figure& kappa, Mark mark) {
    GridPart::Cell cell;
    cell.value = kappa.value;
    cell.shade = std::max(0.0, kappa.value.value_or(0));
    cell.text = literal(kappa.value ? decimalText(*kappa.value) : "\u2013");
    cell.mark = std::move(mark);
    return cell;
}

GridPart::Row judgeRow(const ChartSource& source, const ChartRun& run, const std::string& title,
    std::span<const MatrixColumn> columns, bool hasIntervals) {
    GridPart::Row row{literal(title), &run == &source.run(), false, {}};
    for (const MatrixColumn& column : columns) {
        const FigureSubject subject{run, column.ratings, column.isGold, source.rows, false, hasIntervals};
        const Figure kappa = figureOf(source, subject, kappaKey(*run.table));
        Phrase tip = valueTip(phrase("matrix.pair", {literal(title), column.name}), kappa);
        row.cells.push_back(kappaCell(
            kappa, column.person.empty()
                       ? comparedMark(source, run, std::move(tip), kappa)
                       : Mark{std::move(tip), linkToItems(run, "annotator == " + quotedInFilter(column.person))}));
    }
    return row;
}

/// Below the judges, how far people agree among themselves: what a judge may hope for.
void addPeople(const ChartSource& source, std::span<const MatrixColumn> columns, bool hasIntervals, GridPart& part) {
    MetricSettings settings = source.settings;
    settings.resamples = hasIntervals ? settings.resamples : 0;
    const RaterAgreement people = raterAgreement(source.items, source.raters, source.rows, settings);
    bool isFirst = true;
    for (const std::string& name : source.raters.names) {
        GridPart::Row row{phrase("matrix.person", {literal(name)}), false, isFirst, {}};
        for (const MatrixColumn& column : columns) {
            const auto pair = std::find_if(people.pairs.begin(), people.pairs.end(),
                [&](const RaterPair& raters) { return raters.a == column.person && raters.b == name; });
            if (column.person.empty())
                continue;
            row.cells.push_back(
                pair == people.pairs.end()
                    ? GridPart::Cell{}
                    : kappaCell(pair->kappa,
                          {valueTip(phrase("matrix.pair", {literal(pair->a), literal(pair->b)}), pair->kappa),
                              linkToItems(source.run(), "annotator == " + quotedInFilter(pair->a) +
                                                            " and annotator == " + quotedInFilter(pair->b))}));
        }
        const bool hasValue =
            std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.value.has_value(); });
        if (!hasValue)
            continue;
        part.rows.push_back(std::move(row));
        isFirst = false;
    }
}

void fillMatrixTable(const GridPart& part, ChartTable& table) {
    table.columns.push_back(phrase("column.judge"));
    table.columns.insert(table.columns.end(), part.columns.begin(), part.columns.end());
    for (const GridPart::Row& row : part.rows) {
        std::vector<Phrase> texts = {row.name};
        for (const GridPart::Cell& cell : row.cells)
            texts.push_back(cell.text);
        texts.resize(table.columns.size());
        table.rows.push_back(std::move(texts));
    }
}

} // namespace

Chart agreementMatrixChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("matrix.title");
    chart.subtitle = phrase("matrix.subtitle");
    chart.meaning = phrase("meaning.kappa");
    const std::vector<MatrixColumn> columns = matrixColumns(source);
    const std::vector<std::string> titles = runTitles(source);
    const bool hasIntervals = source.runs.size() * columns.size() * source.rows.size() <= CheapWork;
    GridPart part;
    for (const MatrixColumn& column : columns)
        part.columns.push_back(column.name);
    for (std::size_t at = source.runs.size(); at-- > 0 && !source.stop.stop_requested();) {
        if (!isComparable(source, source.runs[at]))
            continue;
        GridPart::Row row = judgeRow(source, source.runs[at], titles[at], columns, hasIntervals);
        part.rows.insert(row.isStrong ? part.rows.begin() : part.rows.end(), std::move(row));
    }
    const bool hasValues = std::any_of(part.rows.begin(), part.rows.end(), [](const GridPart::Row& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.value.has_value(); });
    });
    if (!hasValues) {
        const Figure kappa = figureOf(source, shownSubject(source), kappaKey(*source.run().table));
        const bool wantsLabels = kappa.reason.empty() || kappa.reason == "no-gold";
        chart.empty = wantsLabels ? phrase("matrix.empty") : reasonPhrase(kappa.reason);
        return chart;
    }
    addPeople(source, columns, hasIntervals, part);
    fillMatrixTable(part, chart.table);
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
