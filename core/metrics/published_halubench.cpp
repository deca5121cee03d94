// SPDX-License-Identifier: Apache-2.0
// HaluBench: accuracy over all rows and over those whose reply could be read, since published tables leave the others
// out without saying so; with what the judge cost.
#include "core/metrics/published.h"

#include <map>

namespace assize {
namespace {

struct Count {
    double items = 0;
    double parsed = 0;
    double correct = 0;
};

std::vector<std::optional<double>> cellsOf(const Count& count, std::optional<double> cost) {
    const auto share = [&](double of) { return of > 0 ? std::optional(count.correct / of) : std::nullopt; };
    return {count.items, count.parsed, count.correct, share(count.items), share(count.parsed), cost};
}

} // namespace

std::optional<Figure> publishedHalubench(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    if (request.run.isPairwise())
        return std::nullopt;
    std::vector<std::uint32_t> rows = plannedRowsOf(request, "halubench");
    std::erase_if(rows, [&](std::uint32_t row) { return request.reference[row].result == NoResult; });
    if (rows.empty())
        return std::nullopt;
    Count all;
    std::map<std::string, Count> sources;
    for (const std::uint32_t row : rows) {
        const std::int32_t result = request.run.grades.result[row];
        for (Count* count : {&all, &sources[categoryOf(request, row)]}) {
            ++count->items;
            count->parsed += result != NoResult ? 1 : 0;
            count->correct += result == request.reference[row].result ? 1 : 0;
        }
    }
    Figure figure = publishedFigure(request, rows);
    figure.numerator = all.correct;
    figure.value = all.correct / all.items;
    figure.notes = {"failures-are-wrong"};
    const auto& spending = request.run.spending;
    const std::optional<double> cost = spending ? std::optional(spending->amount) : std::nullopt;
    FigureTable& table = figure.table.emplace();
    table.columns = {"items", "parsed", "correct", "accuracy", "accuracy of parsed", "cost"};
    table.rows = {"all"};
    table.cells = {cellsOf(all, cost)};
    for (const auto& [source, count] : sources) {
        table.rows.push_back(source);
        table.cells.push_back(cellsOf(count, std::nullopt));
    }
    return figure;
}

} // namespace assize
