// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/cross_table.h"
#include "core/metrics/pair_metrics.h"

namespace assize {
namespace {

/// The classes that precision, recall and F1 are averaged over: those of gold and predictions together, or the two
/// sides where gold has no ties. A flip is never a class of its own.
std::vector<Cell> classesOf(const CrossTable& table, const Policy& policy) {
    std::vector<Cell> classes;
    for (const Cell label : {Cell::A, Cell::B, Cell::Tie, Cell::BothBad}) {
        const auto at = static_cast<std::size_t>(label);
        const bool isPresent = table.gold[at] + table.judge[at] > 0;
        if (policy.excludesGoldTies() ? isDecisive(label) : isPresent)
            classes.push_back(label);
    }
    return classes;
}

Estimate macro(const PairSample& sample, double ClassScores::*field) {
    const CrossTable table = crossTable(sample);
    if (table.total <= 0)
        return undefined("no-items");
    const std::vector<Cell> classes = classesOf(table, sample.policy);
    if (classes.empty())
        return undefined("no-decisive");
    double sum = 0;
    for (const Cell label : classes)
        sum += classScores(table, static_cast<std::size_t>(label)).*field;
    return valueOf(sum / static_cast<double>(classes.size()));
}

} // namespace

Estimate macroPrecision(const PairSample& sample) {
    return macro(sample, &ClassScores::precision);
}

Estimate macroRecall(const PairSample& sample) {
    return macro(sample, &ClassScores::recall);
}

Estimate macroF1(const PairSample& sample) {
    return macro(sample, &ClassScores::f1);
}

FigureTable confusionTable(const PairSample& sample) {
    FigureTable table;
    std::vector<Cell> rows = {Cell::A, Cell::B};
    if (!sample.policy.excludesGoldTies())
        rows.push_back(Cell::Tie);
    std::vector<Cell> columns = {Cell::A, Cell::B, Cell::Tie};
    if (sample.policy.four()) {
        rows.push_back(Cell::BothBad);
        columns.push_back(Cell::BothBad);
    }
    columns.push_back(Cell::Flip);
    for (const Cell column : columns)
        table.columns.emplace_back(cellName(column));
    for (const Cell row : rows) {
        table.rows.emplace_back(cellName(row));
        auto& cells = table.cells.emplace_back();
        for (const Cell column : columns) {
            double count = 0;
            for (const PairCase& member : sample.cases)
                count += member.gold == row && member.label == column ? sample.weight(member) : 0;
            cells.emplace_back(count);
        }
    }
    return table;
}

FigureTable perClassTable(const PairSample& sample) {
    const CrossTable counts = crossTable(sample);
    FigureTable table;
    table.columns = {"precision", "recall", "f1", "gold", "judge"};
    for (const Cell label : classesOf(counts, sample.policy)) {
        const auto at = static_cast<std::size_t>(label);
        const ClassScores scores = classScores(counts, at);
        table.rows.emplace_back(cellName(label));
        table.cells.push_back({scores.precision, scores.recall, scores.f1, counts.gold[at], counts.judge[at]});
    }
    return table;
}

} // namespace assize
