// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/published.h"

#include <cmath>

namespace assize {
namespace {

bool hasVerdict(const RunTable& run, std::uint32_t row) {
    if (!run.isPairwise())
        return run.grades.result[row] != NoResult || !std::isnan(run.grades.score[row]);
    return isLabel(run.forward.cell(row, false)) || isLabel(run.backward.cell(row, false));
}

} // namespace

std::vector<std::uint32_t> plannedRowsOf(const FigureRequest& request, std::string_view format) {
    const std::int32_t wanted = request.items.formats.find(format);
    std::vector<std::uint32_t> rows;
    if (wanted == NoResult)
        return rows;
    for (const std::uint32_t row : request.rows) {
        if (request.items.format[row] == wanted && isPlanned(request.run, row))
            rows.push_back(row);
    }
    return rows;
}

std::string categoryOf(const FigureRequest& request, std::uint32_t row) {
    const std::int32_t category = request.items.category[row];
    return category == NoResult ? "none" : request.items.categories.names()[static_cast<std::size_t>(category)];
}

Figure publishedFigure(const FigureRequest& request, std::span<const std::uint32_t> rows) {
    Figure figure;
    figure.total = std::ssize(rows);
    figure.denominator = figure.total;
    for (const std::uint32_t row : rows)
        figure.judged += hasVerdict(request.run, row) ? 1 : 0;
    figure.ties = "class";
    return figure;
}

double creditOf(const FigureRequest& request, std::uint32_t row, double undecided) {
    double credit = 0;
    double orders = 0;
    for (const OrderColumn* order : {&request.run.forward, &request.run.backward}) {
        if (order->planned[row] == 0)
            continue;
        const Cell label = order->cell(row, false);
        ++orders;
        if (!isDecisive(label))
            credit += undecided;
        else
            credit += label == request.reference[row].label ? 1 : 0;
    }
    return orders > 0 ? credit / orders : 0;
}

} // namespace assize
