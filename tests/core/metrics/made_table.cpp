// SPDX-License-Identifier: Apache-2.0
#include "tests/core/metrics/made_table.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

Cell cellFrom(char letter) {
    switch (letter) {
    case 'A':
        return Cell::A;
    case 'B':
        return Cell::B;
    case 'T':
        return Cell::Tie;
    case 'O':
        return Cell::BothBad;
    case 'X':
        return Cell::Unparseable;
    case '.':
        return Cell::NotPlanned;
    default:
        return Cell::NoGold;
    }
}

void fill(OrderColumn& column, std::string_view letters) {
    for (std::size_t row = 0; row < letters.size(); ++row) {
        const Cell cell = cellFrom(letters[row]);
        column.planned[row] = cell == Cell::NotPlanned ? 0 : 1;
        if (isLabel(cell)) {
            column.votes[row].at(static_cast<std::size_t>(cell)) = 1;
            column.stepSum[row] = cell == Cell::A ? 1 : cell == Cell::B ? -1 : 0;
        } else {
            column.failure[row] = cell;
        }
    }
}

MadeTable madeItems(std::size_t size) {
    MadeTable table;
    for (std::size_t row = 0; row < size; ++row)
        table.items.addRow(static_cast<std::int64_t>(row) + 1, static_cast<std::uint32_t>(row), 10, 10);
    table.rows = allRows(table.items);
    return table;
}

} // namespace

Figure MadeTable::figure(std::string_view key, const MetricSettings& settings) const {
    FigureRequest one = request();
    const std::array keys = {key};
    one.only = keys;
    const Figures figures = runFigures(one, settings);
    if (figures.empty()) {
        ADD_FAILURE() << "no figure " << key;
        return {};
    }
    return figures.front().figure;
}

MetricSettings MadeTable::noBootstrap() {
    MetricSettings settings;
    settings.resamples = 0;
    return settings;
}

RunTable madeRun(std::string_view forward, std::string_view backward) {
    RunTable run;
    run.resize(forward.size());
    fill(run.forward, forward);
    fill(run.backward, backward);
    return run;
}

MadeTable madePairs(std::string_view gold, std::string_view forward, std::string_view backward) {
    MadeTable table = madeItems(gold.size());
    for (std::size_t row = 0; row < gold.size(); ++row) {
        Rating& rating = table.items.gold[row];
        rating.labelOfFour = cellFrom(gold[row]);
        rating.label = folded(rating.labelOfFour, false);
    }
    table.run = madeRun(forward, backward);
    return table;
}

MadeTable madeScores(const std::vector<double>& gold, const std::vector<double>& judge) {
    MadeTable table = madeItems(gold.size());
    table.run.resize(gold.size());
    table.run.task = Task::Direct;
    for (std::size_t row = 0; row < gold.size(); ++row) {
        table.items.gold[row].score = gold[row];
        table.run.grades.planned[row] = 1;
        table.run.grades.score[row] = judge[row];
    }
    return table;
}

MadeTable madeResults(const std::vector<std::string>& gold, const std::vector<std::string>& judge, Task task) {
    MadeTable table = madeItems(gold.size());
    table.run.resize(gold.size());
    table.run.task = task;
    for (std::size_t row = 0; row < gold.size(); ++row) {
        table.items.gold[row].result = table.items.results.add(gold[row]);
        table.run.grades.planned[row] = 1;
        if (judge[row] == "X")
            table.run.grades.failure[row] = Cell::Unparseable;
        else
            table.run.grades.result[row] = table.items.results.add(judge[row]);
    }
    return table;
}

MetricSettings withTies(TiePolicy ties) {
    MetricSettings settings = MadeTable::noBootstrap();
    settings.ties = ties;
    return settings;
}

nlohmann::json referenceValues(std::string_view name) {
    std::ifstream file(std::filesystem::path(ASSIZE_METRICS_DATA) / name);
    return nlohmann::json::parse(file);
}

} // namespace assize::test
