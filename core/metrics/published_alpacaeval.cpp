// SPDX-License-Identifier: Apache-2.0
// AlpacaEval's leaderboard figures: the win rate of the second output over the first, the baseline, per model.
#include "core/metrics/preference.h"
#include "core/metrics/published.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace assize {
namespace {

/// What one model's comparisons with the baseline say; shares are the second output's.
struct Entry {
    std::vector<double> shares;
    double length = 0;
};

std::vector<std::optional<double>> lineOf(const Entry& entry) {
    const auto items = static_cast<double>(entry.shares.size());
    double sum = 0;
    double wins = 0;
    double losses = 0;
    for (const double share : entry.shares) {
        sum += share;
        wins += share > 0.5 ? 1 : 0;
        losses += share < 0.5 ? 1 : 0;
    }
    double squares = 0;
    for (const double share : entry.shares)
        squares += (share - sum / items) * (share - sum / items);
    const double draws = items - wins - losses;
    std::optional<double> error;
    if (items > 1)
        error = 100 * std::sqrt(squares / (items - 1) / items);
    return {
        100 * sum / items, error, 100 * (wins + draws / 2) / items, wins, losses, draws, items, entry.length / items};
}

} // namespace

std::optional<Figure> publishedAlpacaeval(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    const std::vector<std::uint32_t> rows = plannedRowsOf(request, "alpacaeval");
    if (rows.empty() || !request.run.isPairwise())
        return std::nullopt;
    Figure figure = publishedFigure(request, rows);
    Entry all;
    std::map<std::string, Entry> models;
    for (const std::uint32_t row : rows) {
        const auto share = shareOfA(request.run, row);
        if (!std::holds_alternative<double>(share)) {
            ++figure.leftOut[std::string(cellName(std::get<Cell>(share)))];
            continue;
        }
        const std::int32_t writer = request.items.writers[row][1];
        const std::string name =
            writer == NoResult ? "unknown" : request.items.writerNames.names()[static_cast<std::size_t>(writer)];
        for (Entry* entry : {&all, &models[name]}) {
            entry->shares.push_back(1 - std::get<double>(share));
            entry->length += static_cast<double>(std::max<std::int64_t>(request.items.lengthB[row], 0));
        }
    }
    figure.denominator = std::ssize(all.shares);
    if (all.shares.empty()) {
        figure.reason = "no-verdicts";
        return figure;
    }
    figure.value = lineOf(all)[0];
    figure.notes = {"percent-of-the-second-output"};
    figure.table = FigureTable{{},
        {"win_rate", "standard_error", "discrete_win_rate", "n_wins", "n_wins_base", "n_draws", "n_total",
            "avg_length"},
        {}};
    for (const auto& [model, entry] : models) {
        figure.table->rows.push_back(model);
        figure.table->cells.push_back(lineOf(entry));
    }
    return figure;
}

} // namespace assize
