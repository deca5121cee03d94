// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/compare.h"

#include "core/metrics/bootstrap.h"
#include "core/metrics/item_sample.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace assize {
namespace {

enum class Side : std::uint8_t { Right, Wrong, Failed, NotPlanned };

/// A run's answer to an item: how it stands to gold, and what it was, to see whether it changed.
struct Answer {
    Side side = Side::NotPlanned;
    double value = NoNumber;
};

bool hasBothOrders(const RunTable& run) {
    const auto isPositive = [](std::uint16_t planned) { return planned > 0; };
    return std::any_of(run.forward.planned.begin(), run.forward.planned.end(), isPositive) &&
           std::any_of(run.backward.planned.begin(), run.backward.planned.end(), isPositive);
}

Answer pairAnswer(const RunTable& run, std::uint32_t row, Cell gold, View view, const Policy& policy) {
    PairPattern pattern;
    pattern.forward = run.forward.cell(row, policy.four());
    pattern.backward = run.backward.cell(row, policy.four());
    const Cell label = labelIn(view, pattern, policy);
    const bool isOwed = label != Cell::NotPlanned;
    const Side failed = isOwed ? Side::Failed : Side::NotPlanned;
    return {isJudged(label) ? (label == gold ? Side::Right : Side::Wrong) : failed, static_cast<double>(label)};
}

Answer gradeAnswer(const RunTable& run, std::uint32_t row, const Rating& gold) {
    if (run.grades.planned[row] == 0)
        return {};
    const bool onScores = run.task == Task::Direct;
    const double value = onScores                             ? run.grades.score[row]
                         : run.grades.result[row] == NoResult ? NoNumber
                                                              : run.grades.result[row];
    if (std::isnan(value))
        return {Side::Failed, value};
    const double wanted = onScores ? gold.score : gold.result;
    return {std::abs(value - wanted) <= 1e-9 ? Side::Right : Side::Wrong, value};
}

bool hasGold(const RunTable& run, const Rating& gold, const Policy& policy) {
    if (!run.isPairwise())
        return run.task == Task::Direct ? !std::isnan(gold.score) : gold.result != NoResult;
    return isLabel(gold.label) && !(policy.excludesGoldTies() && isTie(gold.label));
}

bool isJudgedSide(Side side) {
    return side == Side::Right || side == Side::Wrong;
}

void count(Comparison& result, const Answer& a, const Answer& b, std::uint32_t row) {
    if (a.side == Side::NotPlanned || b.side == Side::NotPlanned)
        return;
    result.onlyAFailed += a.side == Side::Failed && b.side != Side::Failed ? 1 : 0;
    result.onlyBFailed += b.side == Side::Failed && a.side != Side::Failed ? 1 : 0;
    result.mcnemarAll.fixed += a.side != Side::Right && b.side == Side::Right ? 1 : 0;
    result.mcnemarAll.broken += a.side == Side::Right && b.side != Side::Right ? 1 : 0;
    if (!isJudgedSide(a.side) || !isJudgedSide(b.side))
        return;
    ++result.common;
    if (a.side == b.side) {
        ++result.unchanged;
        result.labelChanged += std::abs(a.value - b.value) > 1e-9 ? 1 : 0;
    } else if (b.side == Side::Right) {
        result.fixedRows.push_back(row);
    } else {
        result.brokenRows.push_back(row);
    }
}

/// What the paired bootstrap draws: fixed, broken, unchanged, outside.
enum Pattern : std::uint32_t { Fixed, Broken, Unchanged, Outside, PatternCount };

std::uint32_t patternOf(const Answer& a, const Answer& b) {
    if (!isJudgedSide(a.side) || !isJudgedSide(b.side))
        return Outside;
    if (a.side == b.side)
        return Unchanged;
    return b.side == Side::Right ? Fixed : Broken;
}

Estimate differenceOf(std::span<const std::uint32_t> counts) {
    return mean(static_cast<double>(counts[Fixed]) - counts[Broken],
        static_cast<double>(counts[Fixed]) + counts[Broken] + counts[Unchanged]);
}

void addDifference(Comparison& result, const Resampler& resampler, std::int64_t goldItems, const Policy& policy,
    bool isPairwise, const MetricSettings& settings) {
    const Estimate estimate = differenceOf(resampler.observed());
    Coverage coverage;
    coverage.members = coverage.judged = result.common;
    coverage.total = goldItems;
    coverage.reasonIfNobody = "no-gold";
    if (goldItems > result.common)
        coverage.leftOut["not-judged-by-both"] = goldItems - result.common;
    Figures figures = {{"difference", makeFigure(estimate, std::move(coverage), resampler.isClustered())}};
    figures[0].figure.ties = isPairwise ? tiePolicyName(policy.ties) : "class";
    std::vector<BootstrapTarget> targets;
    if (wantsBootstrap(estimate, figures[0].figure, settings))
        targets.push_back({0, [](std::span<const std::uint32_t> counts) { return differenceOf(counts).value; }});
    addBootstrapIntervals(figures, targets, resampler, settings);
    result.difference = std::move(figures[0].figure);
}

/// A pairwise run's labels in one view as ratings.
std::vector<Rating> ratingsIn(View view, const RunTable& run, const Policy& policy) {
    std::vector<Rating> ratings(run.forward.planned.size());
    for (std::uint32_t row = 0; row < ratings.size(); ++row) {
        PairPattern pattern;
        pattern.forward = run.forward.cell(row, policy.four());
        pattern.backward = run.backward.cell(row, policy.four());
        ratings[row].label = ratings[row].labelOfFour = labelIn(view, pattern, policy);
    }
    return ratings;
}

/// Share of the items both judged on which the two name different winners.
Figure flippedBetween(
    const FigureRequest& a, std::span<const Rating> ofA, std::span<const Rating> ofB, const MetricSettings& settings) {
    ItemSample both;
    std::map<bool, std::uint32_t> keys;
    std::vector<bool> isFlip;
    for (const std::uint32_t row : a.rows) {
        if (!isJudged(ofA[row].label) || !isJudged(ofB[row].label))
            continue;
        ++both.total;
        ++both.judged;
        const bool differs =
            isDecisive(ofA[row].label) && isDecisive(ofB[row].label) && ofA[row].label != ofB[row].label;
        if (both.add(row, keys, differs))
            isFlip.push_back(differs);
    }
    return resampledFigure(
        both, a.items, "class", settings, "not-judged-by-both", [&](std::span<const std::uint32_t> counts) {
            double flips = 0;
            double items = 0;
            for (std::size_t at = 0; at < isFlip.size(); ++at) {
                flips += isFlip[at] ? counts[at] : 0;
                items += counts[at];
            }
            return share(flips, items);
        });
}

/// How b's answers stand to a's, whatever gold says: what drift and other versions change.
void addBetween(
    Comparison& result, const FigureRequest& a, const RunTable& b, View view, const MetricSettings& settings) {
    constexpr std::array<std::string_view, 2> BothOrders = {"accuracy.reconciled", "kappa.reconciled"};
    constexpr std::array<std::string_view, 2> OneOrder = {"agreement.forward", "kappa.forward"};
    constexpr std::array<std::string_view, 2> Grades = {"accuracy", "kappa"};
    Policy policy = policyFor(a, settings);
    policy.ties = policy.four() ? TiePolicy::Four : TiePolicy::Class;
    const bool isPairwise = a.run.isPairwise();
    const std::vector<Rating> ofA = isPairwise ? ratingsIn(view, a.run, policy) : ratingsOf(a.run, policy);
    MetricSettings sameTies = settings;
    sameTies.ties = policy.ties;
    const FigureRequest between{.items = a.items,
        .run = b,
        .reference = ofA,
        .isGold = false,
        .rows = a.rows,
        .only = !isPairwise                ? Grades
                : view == View::Reconciled ? BothOrders
                                           : OneOrder};
    for (auto& [key, figure] : runFigures(between, sameTies))
        (key.starts_with("kappa") ? result.kappa : result.agreement) = std::move(figure);
    result.flipped.reason = "pairwise-only";
    if (isPairwise)
        result.flipped = flippedBetween(a, ofA, ratingsIn(view, b, policy), settings);
}

/// Without an item in common there is nothing to test: such slices do not stand among those that p is adjusted for.
void test(McNemar& mcnemar, const Figure& difference, bool isClustered) {
    if (!difference.value && mcnemar.fixed + mcnemar.broken == 0)
        mcnemar.reason = difference.reason;
    else if (isClustered)
        mcnemar.reason = "clusters";
    else
        mcnemar.p = mcnemarExact(mcnemar.fixed, mcnemar.broken);
}

} // namespace

View comparedView(const RunTable& a, const RunTable& b) {
    return hasBothOrders(a) && hasBothOrders(b) ? View::Reconciled : View::Forward;
}

double mcnemarExact(std::int64_t fixed, std::int64_t broken) {
    const std::int64_t trials = fixed + broken;
    if (trials == 0)
        return 1;
    const boost::math::binomial_distribution<double> fair(static_cast<double>(trials), 0.5);
    return std::min(1.0, 2 * boost::math::cdf(fair, static_cast<double>(std::min(fixed, broken))));
}

Comparison compareRuns(const FigureRequest& a, const RunTable& b, const MetricSettings& settings) {
    Policy policy = policyFor(a, settings);
    if (policy.ties == TiePolicy::Half)
        policy.ties = TiePolicy::Exclude;
    const bool isPairwise = a.run.isPairwise();
    const View view = comparedView(a.run, b);
    Comparison result;
    result.view = !isPairwise ? "single" : view == View::Reconciled ? "reconciled" : "forward";
    std::vector<std::uint32_t> patterns;
    std::vector<std::uint32_t> clusters;
    for (const std::uint32_t row : a.rows) {
        const Rating& gold = a.reference[row];
        if (!hasGold(a.run, gold, policy))
            continue;
        const Cell label = policy.four() ? gold.labelOfFour : gold.label;
        const Answer ofA = isPairwise ? pairAnswer(a.run, row, label, view, policy) : gradeAnswer(a.run, row, gold);
        const Answer ofB = isPairwise ? pairAnswer(b, row, label, view, policy) : gradeAnswer(b, row, gold);
        count(result, ofA, ofB, row);
        patterns.push_back(patternOf(ofA, ofB));
        clusters.push_back(a.items.cluster[row]);
    }
    result.fixed = result.mcnemar.fixed = std::ssize(result.fixedRows);
    result.broken = result.mcnemar.broken = std::ssize(result.brokenRows);
    const Resampler resampler(patterns, PatternCount, clusters);
    addDifference(result, resampler, std::ssize(patterns), policy, isPairwise, settings);
    test(result.mcnemar, result.difference, resampler.isClustered());
    test(result.mcnemarAll, result.difference, resampler.isClustered());
    addBetween(result, a, b, view, settings);
    const Figure& difference = result.difference;
    result.conclusive =
        difference.low && (*difference.low > 0 || *difference.high < 0) && result.mcnemar.p.value_or(0) < 0.05;
    return result;
}

} // namespace assize
