// SPDX-License-Identifier: Apache-2.0
// What a judge costs: tokens at the endpoint's price, and the time a server by the hour was busy.
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"

#include <array>

namespace assize {
namespace {

std::int64_t verdictsOf(const RunTable& run) {
    const auto found = run.outcomes.find(Outcome::Verdict);
    return found == run.outcomes.end() ? 0 : found->second;
}

Figure costFigure(const RunTable& run) {
    Figure figure;
    figure.judged = figure.total = verdictsOf(run);
    figure.denominator = verdictsOf(run);
    figure.ties = "class";
    if (run.endpointKind.empty())
        figure.reason = "imported";
    else if (!run.spending)
        figure.reason = "no-price";
    else if (verdictsOf(run) == 0)
        figure.reason = "no-verdicts";
    if (!figure.reason.empty())
        return figure;
    figure.notes.push_back(run.spending->currency);
    if (run.usage.tokens.estimated)
        figure.notes.emplace_back("tokens-estimated");
    if (run.spending->isByTheHour)
        figure.notes.emplace_back("by-the-hour");
    return figure;
}

/// Points by which the run agrees with gold more often than the built-in judge does on the same items.
struct Advantage {
    std::optional<double> points;
    std::string reason;
};

Advantage advantageOf(const FigureRequest& request, const MetricSettings& settings) {
    constexpr std::array<std::string_view, 2> Keys = {"agreement.forward", "baseline.agreement"};
    FigureRequest both = request;
    both.only = Keys;
    MetricSettings quick = settings;
    quick.resamples = 0;
    const Figures figures = runFigures(both, quick);
    const Figure* run = findFigure(figures, Keys[0]);
    const Figure* baseline = findFigure(figures, Keys[1]);
    if (run == nullptr || baseline == nullptr)
        return {std::nullopt, "pairwise-only"};
    if (!run->value || !baseline->value)
        return {std::nullopt, run->value ? baseline->reason : run->reason};
    const double points = 100 * (*run->value - *baseline->value);
    if (points <= 0)
        return {std::nullopt, "not-above-the-baseline"};
    return {points, {}};
}

} // namespace

std::optional<Figure> costTotal(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    Figure figure = costFigure(request.run);
    if (figure.reason.empty())
        figure.value = request.run.spending->amount;
    return figure;
}

std::optional<Figure> costPerThousandVerdicts(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    Figure figure = costFigure(request.run);
    if (!figure.reason.empty())
        return figure;
    figure.numerator = request.run.spending->amount;
    figure.value = 1000 * *figure.numerator / static_cast<double>(verdictsOf(request.run));
    return figure;
}

std::optional<Figure> costPerAgreementPoint(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    Figure figure = costFigure(request.run);
    if (!figure.reason.empty())
        return figure;
    const Advantage advantage = advantageOf(request, settings);
    figure.reason = advantage.reason;
    if (advantage.points)
        figure.value = request.run.spending->amount / *advantage.points;
    return figure;
}

} // namespace assize
