// SPDX-License-Identifier: Apache-2.0
// Bradley-Terry tables: strengths, ratings and ranks of models with their intervals.
#include "core/metrics/bradley_terry.h"
#include "core/metrics/item_metrics.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace assize {
namespace {

using Fit = std::optional<std::vector<double>> (*)(const WinTable& wins, std::span<const double> start);

std::string_view tieClass(const Policy& policy) {
    return tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class);
}

/// 1 for the strongest; models of equal strength share a rank.
double rankOf(std::span<const double> beta, std::size_t model) {
    return 1.0 + static_cast<double>(
                     std::count_if(beta.begin(), beta.end(), [&](double other) { return other > beta[model] + 1e-9; }));
}

/// Each model group that has won nothing from the others, or lost nothing to them, in a note of its own.
void nameComponents(Figure& figure, const ContestSample& contests, const WinTable& wins) {
    for (const std::vector<std::size_t>& component : strongComponents(wins)) {
        std::vector<std::string> names;
        names.reserve(component.size());
        for (const std::size_t model : component)
            names.push_back(contests.models[model]);
        figure.notes.push_back(fmt::format("component: {}", fmt::join(names, ", ")));
    }
}

/// How many items stand behind each model.
std::vector<double> itemsOf(const ContestSample& contests, std::span<const std::uint32_t> counts) {
    std::vector<double> items(contests.models.size(), 0);
    for (std::size_t pattern = 0; pattern < contests.patterns.size(); ++pattern) {
        std::vector<bool> isIn(items.size(), false);
        for (const Contest& contest : contests.patterns[pattern])
            isIn[contest.a] = isIn[contest.b] = true;
        for (std::size_t model = 0; model < items.size(); ++model)
            items[model] += isIn[model] ? counts[pattern] : 0;
    }
    return items;
}

/// Intervals of strengths, then of ranks.
JointIntervals intervalsOf(const ContestSample& contests, const Resampler& resampler, Fit fit,
    std::span<const double> beta, const MetricSettings& settings) {
    const std::size_t models = beta.size();
    return bootstrapTogether(
        resampler, 2 * models, settings, [&](std::span<const std::uint32_t> counts, std::span<double> out) {
            const auto drawn = fit(winTable(contests, counts), beta);
            if (!drawn)
                return false;
            std::copy(drawn->begin(), drawn->end(), out.begin());
            for (std::size_t model = 0; model < models; ++model)
                out[models + model] = rankOf(*drawn, model);
            return true;
        });
}

FigureTable tableOf(const ContestSample& contests, std::span<const double> beta, const JointIntervals& joint,
    std::span<const double> items) {
    FigureTable table;
    table.columns = {"beta", "rating", "low", "high", "rank", "rank_low", "rank_high", "items"};
    std::vector<std::size_t> order(beta.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return beta[a] > beta[b]; });
    for (const std::size_t model : order) {
        const auto& strength = joint.intervals[model];
        const auto& rank = joint.intervals[beta.size() + model];
        const auto orNothing = [](bool has, double value) { return has ? std::optional(value) : std::nullopt; };
        table.rows.push_back(contests.models[model]);
        table.cells.push_back({beta[model], ratingFromStrength(beta[model]),
            orNothing(strength.has_value(), strength ? ratingFromStrength(strength->low) : 0),
            orNothing(strength.has_value(), strength ? ratingFromStrength(strength->high) : 0), rankOf(beta, model),
            orNothing(rank.has_value(), rank ? std::floor(rank->low) : 0),
            orNothing(rank.has_value(), rank ? std::ceil(rank->high) : 0), items[model]});
    }
    return table;
}

void addIntervalRemarks(Figure& figure, const JointIntervals& joint, const MetricSettings& settings) {
    if (settings.resamples <= 0)
        return;
    figure.method = "bootstrap";
    figure.seed = settings.seed;
    figure.dropped = joint.dropped;
    figure.reason = joint.reason;
}

/// A table of ratings; nothing for items that do not say who wrote their answers, unless they are the only ones.
std::optional<Figure> ratings(const FigureRequest& request, const ContestSample& contests, Fit fit,
    std::string_view ties, const MetricSettings& settings) {
    if (!contests.hasWriters)
        return noFigure(contests.sample, ties, reasonForNobody(contests.sample, "nothing-planned"));
    const Resampler resampler = contests.sample.resampler(request.items);
    const std::vector<std::uint32_t> observed = resampler.observed();
    const WinTable wins = winTable(contests, observed);
    const auto beta = fit(wins, {});
    if (!beta) {
        Figure figure = noFigure(contests.sample, ties, "not-connected");
        nameComponents(figure, contests, wins);
        return figure;
    }
    Figure figure = noFigure(contests.sample, ties, "");
    const JointIntervals joint = intervalsOf(contests, resampler, fit, *beta, settings);
    figure.table = tableOf(contests, *beta, joint, itemsOf(contests, observed));
    addIntervalRemarks(figure, joint, settings);
    return figure;
}

} // namespace

std::optional<Figure> bradleyTerry(const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise() && request.run.grades.choices.empty())
        return std::nullopt;
    return ratings(request, contestsOf(request), fitBradleyTerry, tieClass(policy), settings);
}

std::optional<Figure> bradleyTerrySmoothed(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise() && request.run.grades.choices.empty())
        return std::nullopt;
    auto figure = ratings(request, contestsOf(request), fitSmoothedBradleyTerry, tieClass(policy), settings);
    figure->notes.emplace_back("half-a-pseudo-win-each-way");
    return figure;
}

std::optional<Figure> bradleyTerryOfGold(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    return ratings(request, contestsOfReference(request), fitBradleyTerry, tieClass(policy), settings);
}

} // namespace assize
