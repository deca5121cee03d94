// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/figures.h"

#include "core/metrics/bootstrap.h"
#include "core/metrics/item_metric.h"
#include "core/metrics/metric.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace assize {
namespace {

bool isWanted(std::string_view key, std::span<const std::string_view> only) {
    return only.empty() || std::find(only.begin(), only.end(), key) != only.end();
}

/// The policy as one metric can follow it (metrics.md, Labels).
Policy followed(Policy policy, TieRule rule) {
    if (rule == TieRule::NoGold)
        policy.ties = policy.four() ? TiePolicy::Four : TiePolicy::Class;
    else if (rule == TieRule::WholePoints && policy.ties == TiePolicy::Half)
        policy.ties = TiePolicy::Exclude;
    else if (rule != TieRule::Steps && policy.ties == TiePolicy::Steps)
        policy.ties = TiePolicy::Class;
    return policy;
}

std::string_view nobodyReason(const Population& population, std::span<const PairPattern> patterns) {
    const bool isPlannedAtAll = std::any_of(patterns.begin(), patterns.end(), [](const PairPattern& pattern) {
        return pattern.forward != Cell::NotPlanned || pattern.backward != Cell::NotPlanned;
    });
    if (!isPlannedAtAll)
        return "nothing-planned";
    if (population.baseline)
        return "no-builtin-run";
    return population.view == View::Reconciled ? "one-order" : "order-not-planned";
}

/// Takes a figure, unless an earlier line with the same key has a value; true if the figure is now the last.
bool append(Figures& figures, std::string_view key, Figure figure) {
    if (figures.empty() || figures.back().key != key) {
        figures.push_back({std::string(key), std::move(figure)});
        return true;
    }
    if (figures.back().figure.value || !figure.value)
        return false;
    figures.back().figure = std::move(figure);
    return true;
}

struct Collected {
    Figures figures;
    std::vector<BootstrapTarget> targets;
};

void addPairFigure(Collected& collected, const PairMetric& metric, const PairPatterns& patterns,
    std::span<const std::uint32_t> observed, const Policy& runPolicy, const MetricSettings& settings,
    bool isClustered) {
    const Policy policy = followed(runPolicy, metric.ties);
    PairMembers members = membersOf(metric.population, patterns.patterns, observed, policy);
    const PairSample sample{members.cases, observed, policy};
    const Estimate estimate = metric.evaluate != nullptr ? metric.evaluate(sample) : Estimate{};
    Figure figure = makeFigure(estimate,
        {static_cast<std::int64_t>(sample.size()), members.judged, members.total, std::move(members.leftOut),
            nobodyReason(metric.population, patterns.patterns)},
        isClustered);
    if (metric.table != nullptr && !members.cases.empty())
        figure.table = metric.table(sample);
    figure.ties = tiePolicyName(policy.ties);
    if (!metric.note.empty())
        figure.notes.emplace_back(metric.note);
    const bool resamples = wantsBootstrap(estimate, figure, settings);
    if (append(collected.figures, metric.key, std::move(figure)) && resamples)
        collected.targets.push_back(
            {collected.figures.size() - 1, [evaluate = metric.evaluate, cases = std::move(members.cases), policy](
                                               std::span<const std::uint32_t> counts) {
                 return evaluate({cases, counts, policy}).value;
             }});
}

Figures pairFigures(const FigureRequest& request, const MetricSettings& settings) {
    const Policy policy = policyFor(request, settings);
    const PairPatterns patterns =
        pairPatterns(request.items, request.run, request.baseline, request.reference, request.rows, policy);
    std::vector<std::uint32_t> clusters;
    for (const std::uint32_t row : request.rows)
        clusters.push_back(request.items.cluster[row]);
    const Resampler resampler(patterns.patternOf, static_cast<std::uint32_t>(patterns.patterns.size()), clusters);
    const std::vector<std::uint32_t> observed = resampler.observed();
    Collected collected;
    for (const PairMetric& metric : pairMetrics()) {
        if (isWanted(metric.key, request.only) && (metric.ties != TieRule::Steps || policy.ties == TiePolicy::Steps))
            addPairFigure(collected, metric, patterns, observed, policy, settings, resampler.isClustered());
    }
    addBootstrapIntervals(collected.figures, collected.targets, resampler, settings);
    return std::move(collected.figures);
}

void addGradeFigure(Collected& collected, const GradeMetric& metric, GradeMembers members, bool isOneScale,
    std::span<const std::uint32_t> observed, const MetricSettings& settings, bool isClustered) {
    const GradeSample sample{members.cases, observed, members.values, members.classes, members.positive, isOneScale};
    const Estimate estimate = metric.evaluate != nullptr ? metric.evaluate(sample) : Estimate{};
    Figure figure = makeFigure(estimate,
        {static_cast<std::int64_t>(sample.size()), members.judged, members.total, members.leftOut, "nothing-planned"},
        isClustered);
    if (metric.table != nullptr && !members.cases.empty())
        figure.table = metric.table(sample);
    figure.ties = tiePolicyName(TiePolicy::Class);
    if (!isOneScale && figure.value)
        figure.notes.emplace_back("normalised-scales");
    const bool resamples = wantsBootstrap(estimate, figure, settings);
    if (append(collected.figures, metric.key, std::move(figure)) && resamples)
        collected.targets.push_back({collected.figures.size() - 1,
            [evaluate = metric.evaluate, members = std::move(members)](std::span<const std::uint32_t> counts) {
                return evaluate({members.cases, counts, members.values, members.classes, members.positive}).value;
            }});
}

Figures gradeFigures(const FigureRequest& request, const MetricSettings& settings) {
    const GradeScales scales = gradeScales(request);
    const GradePatterns patterns = gradePatterns(request, scales);
    std::vector<std::uint32_t> clusters;
    for (const std::uint32_t row : request.rows)
        clusters.push_back(request.items.cluster[row]);
    const Resampler resampler(patterns.patternOf, static_cast<std::uint32_t>(patterns.patterns.size()), clusters);
    const std::vector<std::uint32_t> observed = resampler.observed();
    Collected collected;
    for (const GradeMetric& metric : gradeMetrics()) {
        if (!isWanted(metric.key, request.only) || !appliesTo(metric.population, request.run))
            continue;
        addGradeFigure(collected, metric,
            membersOf(metric.population, request.run, request.items, patterns.patterns, observed), scales.isOne(),
            observed, settings, resampler.isClustered());
    }
    addBootstrapIntervals(collected.figures, collected.targets, resampler, settings);
    return std::move(collected.figures);
}

} // namespace

const Figure* findFigure(const Figures& figures, std::string_view key) {
    const auto found =
        std::find_if(figures.begin(), figures.end(), [&](const NamedFigure& named) { return named.key == key; });
    return found == figures.end() ? nullptr : &found->figure;
}

bool isPlanned(const RunTable& run, std::uint32_t row) {
    return run.forward.planned[row] > 0 || run.backward.planned[row] > 0 || run.grades.planned[row] > 0;
}

Policy policyFor(const FigureRequest& request, const MetricSettings& settings) {
    Policy policy{TiePolicy::Exclude, settings.flips, settings.mixed.value_or(request.run.mixed)};
    const bool hasTie = std::any_of(request.rows.begin(), request.rows.end(),
        [&](std::uint32_t row) { return isTie(request.reference[row].label) && isPlanned(request.run, row); });
    policy.ties = settings.ties.value_or(hasTie ? TiePolicy::Class : TiePolicy::Exclude);
    if (!request.isGold && policy.excludesGoldTies())
        policy.ties = TiePolicy::Class;
    return policy;
}

Figures runFigures(const FigureRequest& request, const MetricSettings& settings) {
    Figures figures = request.run.isPairwise() ? pairFigures(request, settings) : gradeFigures(request, settings);
    addItemFigures(figures, request, settings);
    return figures;
}

Headline headlineFigures(const FigureRequest& request, const MetricSettings& settings) {
    constexpr std::array<std::string_view, 2> PairKeys = {"agreement.single", "kappa.single"};
    constexpr std::array<std::string_view, 2> GradeKeys = {"accuracy", "kappa"};
    FigureRequest quick = request;
    quick.only = request.run.isPairwise() ? PairKeys : GradeKeys;
    MetricSettings noBootstrap = settings;
    noBootstrap.resamples = 0;
    const Figures figures = runFigures(quick, noBootstrap);
    return {*findFigure(figures, quick.only[0]), *findFigure(figures, quick.only[1])};
}

std::vector<std::uint32_t> allRows(const ItemTable& items) {
    std::vector<std::uint32_t> rows(items.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

std::vector<Rating> ratingsOf(const RunTable& run, const Policy& policy) {
    std::vector<Rating> ratings(run.forward.planned.size());
    Policy four = policy;
    four.ties = TiePolicy::Four;
    for (std::uint32_t row = 0; row < ratings.size(); ++row) {
        PairPattern pattern;
        pattern.forward = run.forward.cell(row, false);
        pattern.backward = run.backward.cell(row, false);
        ratings[row].label = labelIn(View::Single, pattern, policy);
        pattern.forward = run.forward.cell(row, true);
        pattern.backward = run.backward.cell(row, true);
        ratings[row].labelOfFour = labelIn(View::Single, pattern, four);
        const double forward = run.forward.step(row);
        const double backward = run.backward.step(row);
        ratings[row].step = std::isnan(forward) ? backward : std::isnan(backward) ? forward : (forward + backward) / 2;
        ratings[row].score = run.grades.score[row];
        ratings[row].result = run.grades.result[row];
    }
    return ratings;
}

} // namespace assize
