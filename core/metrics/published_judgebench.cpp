// SPDX-License-Identifier: Apache-2.0
// JudgeBench: a pair is right if its two games speak more for gold than against it. Ties and failures speak for nobody
// and stay in the denominator. The source of a pair says what it asks for.
#include "core/metrics/published.h"

#include <array>
#include <map>

namespace assize {
namespace {

/// What the sources' names begin with.
constexpr auto Groups = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"mmlu-pro", "Knowledge"},
    {"livebench-reasoning", "Reasoning"},
    {"livebench-math", "Math"},
    {"livecodebench", "Coding"},
});

std::string groupOf(const std::string& source) {
    for (const auto& [prefix, group] : Groups) {
        if (source.starts_with(prefix))
            return std::string(group);
    }
    return source;
}

bool isRightOverTwoGames(const FigureRequest& request, std::uint32_t row) {
    int sum = 0;
    for (const OrderColumn* order : {&request.run.forward, &request.run.backward}) {
        const Cell label = order->cell(row, false);
        if (isDecisive(label))
            sum += label == request.reference[row].label ? 1 : -1;
    }
    return sum > 0;
}

} // namespace

std::optional<Figure> publishedJudgebench(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    if (!request.run.isPairwise())
        return std::nullopt;
    std::vector<std::uint32_t> rows = plannedRowsOf(request, "judgebench");
    std::erase_if(rows, [&](std::uint32_t row) { return !isDecisive(request.reference[row].label); });
    if (rows.empty())
        return std::nullopt;
    std::map<std::string, std::array<double, 2>> groups; // items, right ones
    double right = 0;
    for (const std::uint32_t row : rows) {
        const double credit = isRightOverTwoGames(request, row) ? 1 : 0;
        right += credit;
        auto& group = groups[groupOf(categoryOf(request, row))];
        ++group[0];
        group[1] += credit;
    }
    Figure figure = publishedFigure(request, rows);
    figure.ties = "exclude";
    figure.numerator = right;
    figure.value = right / static_cast<double>(rows.size());
    figure.table = FigureTable{{}, {"items", "correct", "accuracy"}, {}};
    for (const auto& [name, counts] : groups) {
        figure.table->rows.push_back(name);
        figure.table->cells.push_back({counts[0], counts[1], counts[1] / counts[0]});
    }
    return figure;
}

} // namespace assize
