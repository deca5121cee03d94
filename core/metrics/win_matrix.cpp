// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/contests.h"
#include "core/metrics/item_metrics.h"

#include <algorithm>
#include <numeric>

namespace assize {

std::optional<Figure> winMatrix(
    const FigureRequest& request, const Policy& policy, const MetricSettings& /*settings*/) {
    if (!request.run.isPairwise() && request.run.grades.choices.empty())
        return std::nullopt;
    const std::string_view ties = tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class);
    const ContestSample contests = contestsOf(request);
    if (!contests.hasWriters)
        return noFigure(contests.sample, ties, reasonForNobody(contests.sample, "nothing-planned"));
    Figure figure = noFigure(contests.sample, ties, "");
    const WinTable wins = winTable(contests, contests.sample.resampler(request.items).observed());
    std::vector<std::size_t> order(contests.models.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return contests.models[a] < contests.models[b]; });
    FigureTable& table = figure.table.emplace();
    for (const std::size_t row : order) {
        table.rows.push_back(contests.models[row]);
        table.columns.push_back(contests.models[row]);
        auto& cells = table.cells.emplace_back();
        for (const std::size_t column : order) {
            const double met = row == column ? 0 : wins.met(row, column);
            cells.push_back(met > 0 ? std::optional(wins.wins(row, column) / met) : std::nullopt);
        }
    }
    return figure;
}

} // namespace assize
