// SPDX-License-Identifier: Apache-2.0
// JudgeLM's five figures, and its two counts of preferred places, as its script computes them: a reply that cannot be
// read is a tie. Ours, over replies that could be read, stand beside them.
#include "core/metrics/published.h"

#include <array>
#include <cmath>
#include <tuple>

namespace assize {
namespace {

Cell tieIfFailed(Cell label) {
    return isLabel(label) || label == Cell::NotPlanned ? label : Cell::Tie;
}

/// How often both orders say the same, and which place wins where they do not; over items of both orders.
struct Places {
    double same = 0;
    double before = 0;
    double after = 0;
    double items = 0;
};

Places placesOf(const FigureRequest& request, std::span<const std::uint32_t> rows) {
    Places places;
    for (const std::uint32_t row : rows) {
        const Cell forward = tieIfFailed(request.run.forward.cell(row, false));
        const Cell backward = tieIfFailed(request.run.backward.cell(row, false));
        if (forward == Cell::NotPlanned || backward == Cell::NotPlanned)
            continue;
        const auto lean = [](Cell label) { return label == Cell::A ? 1 : label == Cell::B ? -1 : 0; };
        ++places.items;
        places.same += forward == backward ? 1 : 0;
        places.before += lean(forward) > lean(backward) ? 1 : 0;
        places.after += lean(forward) < lean(backward) ? 1 : 0;
    }
    return places;
}

std::optional<double> valueIn(const Figures& figures, std::string_view key) {
    const Figure* figure = findFigure(figures, key);
    return figure == nullptr ? std::nullopt : figure->value;
}

struct Line {
    std::string_view name;
    std::string_view original; ///< key of the figure by JudgeLM's rule
    std::string_view ours;
};

constexpr auto Lines = std::to_array<Line>({
    {"agreement", "agreement.forward.original", "agreement.forward"},
    {"precision", "precision.forward.original", "precision.forward"},
    {"recall", "recall.forward.original", "recall.forward"},
    {"f1", "f1.forward.original", "f1.forward"},
});

constexpr auto Wanted = std::to_array<std::string_view>(
    {"agreement.forward", "agreement.forward.original", "precision.forward", "precision.forward.original",
        "recall.forward", "recall.forward.original", "f1.forward", "f1.forward.original", "position.consistency",
        "position.judgelm.before", "position.judgelm.after", "position.judgelm.delta", "position.judgelm.total"});

void addPlaces(FigureTable& table, const Places& places, const Figures& figures) {
    const auto share = [&](double count) {
        return places.items > 0 ? std::optional(count / places.items) : std::nullopt;
    };
    const std::array<std::tuple<std::string_view, double, std::string_view>, 5> lines = {{
        {"consistency", places.same, "position.consistency"},
        {"prefers before", places.before, "position.judgelm.before"},
        {"prefers after", places.after, "position.judgelm.after"},
        {"delta bias", std::abs(places.before - places.after), "position.judgelm.delta"},
        {"total bias", places.before + places.after, "position.judgelm.total"},
    }};
    for (const auto& [name, count, ours] : lines) {
        table.rows.emplace_back(name);
        table.cells.push_back({share(count), valueIn(figures, ours)});
    }
}

} // namespace

std::optional<Figure> publishedJudgelm(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& settings) {
    const std::vector<std::uint32_t> rows = plannedRowsOf(request, "judgelm");
    if (rows.empty() || !request.run.isPairwise())
        return std::nullopt;
    FigureRequest part = request;
    part.rows = rows;
    part.only = Wanted;
    MetricSettings plain = settings;
    plain.resamples = 0;
    plain.ties = TiePolicy::Class;
    const Figures figures = runFigures(part, plain);
    Figure figure = publishedFigure(request, rows);
    figure.notes = {"failure-is-a-tie"};
    FigureTable& table = figure.table.emplace();
    table.columns = {"original", "ours"};
    for (const Line& line : Lines) {
        table.rows.emplace_back(line.name);
        table.cells.push_back({valueIn(figures, line.original), valueIn(figures, line.ours)});
    }
    addPlaces(table, placesOf(request, rows), figures);
    figure.value = table.cells[0][0];
    if (!figure.value)
        figure.reason = "no-gold";
    return figure;
}

} // namespace assize
