// SPDX-License-Identifier: Apache-2.0
// WildBench: the mean score of each model, and as its authors rescale it: (mean − 5)·2.
#include "core/metrics/published.h"

#include <cmath>
#include <map>

namespace assize {
namespace {

constexpr double Middle = 5;

double rescaled(double mean) {
    return (mean - Middle) * 2;
}

struct Sum {
    double scores = 0;
    double items = 0;
};

} // namespace

std::optional<Figure> publishedWildbench(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    const std::vector<std::uint32_t> rows = plannedRowsOf(request, "wildbench");
    if (rows.empty() || request.run.task != Task::Direct)
        return std::nullopt;
    Sum all;
    std::map<std::string, Sum> models;
    for (const std::uint32_t row : rows) {
        const double score = request.run.grades.score[row];
        if (std::isnan(score))
            continue;
        const std::int32_t writer = request.items.writers[row][0];
        const std::string name =
            writer == NoResult ? "unknown" : request.items.writerNames.names()[static_cast<std::size_t>(writer)];
        for (Sum* sum : {&all, &models[name]}) {
            sum->scores += score;
            ++sum->items;
        }
    }
    Figure figure = publishedFigure(request, rows);
    if (all.items <= 0) {
        figure.reason = "no-verdicts";
        return figure;
    }
    figure.value = rescaled(all.scores / all.items);
    figure.table = FigureTable{{}, {"items", "mean", "rescaled"}, {}};
    for (const auto& [model, sum] : models) {
        figure.table->rows.push_back(model);
        figure.table->cells.push_back({sum.items, sum.scores / sum.items, rescaled(sum.scores / sum.items)});
    }
    return figure;
}

} // namespace assize
