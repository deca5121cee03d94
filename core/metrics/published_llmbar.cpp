// SPDX-License-Identifier: Apache-2.0
// LLMBar's statistics of an evaluator: a reply that cannot be read is wrong, and two that cannot be read are equal.
#include "core/metrics/published.h"

namespace assize {

std::optional<Figure> publishedLlmbar(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    const std::vector<std::uint32_t> rows = plannedRowsOf(request, "llmbar");
    if (rows.empty() || !request.run.isPairwise())
        return std::nullopt;
    double first = 0;
    double second = 0;
    double both = 0;
    double equal = 0;
    bool hasBoth = true;
    for (const std::uint32_t row : rows) {
        const Cell gold = request.reference[row].label;
        const Cell forward = request.run.forward.cell(row, false);
        const Cell backward = request.run.backward.cell(row, false);
        hasBoth = hasBoth && forward != Cell::NotPlanned && backward != Cell::NotPlanned;
        first += forward == gold ? 1 : 0;
        second += backward == gold ? 1 : 0;
        both += forward == gold && backward == gold ? 1 : 0;
        equal += forward == backward || (!isLabel(forward) && !isLabel(backward)) ? 1 : 0;
    }
    Figure figure = publishedFigure(request, rows);
    if (!hasBoth) {
        figure.reason = "one-order";
        return figure;
    }
    const auto items = static_cast<double>(rows.size());
    figure.ties = "exclude";
    figure.value = (first + second) / 2 / items;
    figure.table = FigureTable{{"order 1", "order 2", "average", "right in both", "equal"}, {"correct", "accuracy"},
        {{first, first / items}, {second, second / items}, {(first + second) / 2, *figure.value}, {both, both / items},
            {equal, equal / items}}};
    return figure;
}

} // namespace assize
