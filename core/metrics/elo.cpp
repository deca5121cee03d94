// SPDX-License-Identifier: Apache-2.0
// The familiar alternative to Bradley-Terry. Its ratings depend on the order of the items, which it says.
#include "core/metrics/bradley_terry.h"
#include "core/metrics/contests.h"
#include "core/metrics/item_metrics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assize {
namespace {

constexpr double Start = 1000;
constexpr double Step = 4; // K

std::vector<double> eloRatings(const ContestSample& contests) {
    std::vector<double> ratings(contests.models.size(), Start);
    for (const std::uint32_t pattern : contests.sample.patternOf) {
        for (const Contest& contest : contests.patterns[pattern]) {
            double& a = ratings[contest.a];
            double& b = ratings[contest.b];
            const double expected = 1 / (1 + std::pow(10, (b - a) / 400));
            const double change = Step * contest.weight * (contest.share - expected);
            a += change;
            b -= change;
        }
    }
    return ratings;
}

} // namespace

std::optional<Figure> elo(const FigureRequest& request, const Policy& policy, const MetricSettings& /*settings*/) {
    if (!request.run.isPairwise() && request.run.grades.choices.empty())
        return std::nullopt;
    const std::string_view ties = tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class);
    const ContestSample contests = contestsOf(request);
    if (!contests.hasWriters)
        return noFigure(contests.sample, ties, reasonForNobody(contests.sample, "nothing-planned"));
    // Ratings of models that never met, not even through others, say nothing of each other.
    if (!fitSmoothedBradleyTerry(winTable(contests, contests.sample.resampler(request.items).observed())))
        return noFigure(contests.sample, ties, "not-connected");
    Figure figure = noFigure(contests.sample, ties, "");
    figure.notes = {"order-dependent", "k-4", "start-1000"};
    const std::vector<double> ratings = eloRatings(contests);
    std::vector<std::size_t> order(ratings.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return ratings[a] > ratings[b]; });
    figure.table = FigureTable{{}, {"rating"}, {}};
    for (const std::size_t model : order) {
        figure.table->rows.push_back(contests.models[model]);
        figure.table->cells.push_back({ratings[model]});
    }
    return figure;
}

} // namespace assize
