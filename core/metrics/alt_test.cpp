// SPDX-License-Identifier: Apache-2.0
// The alternative annotator test (Calderon, Reichart and Dror 2025): may the judge stand in for any one of the
// annotators, measured against the others?
#include "core/metrics/adjust.h"
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/one_sample_tests.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace assize {
namespace {

constexpr double Level = 0.05;
constexpr double EnoughRejected = 0.5;
constexpr std::size_t FewItems = 30;
constexpr double Slack = 1e-12;

enum class AnswerKind : std::uint8_t { Label, Result, Score };

AnswerKind kindFor(const RunTable& run) {
    if (run.isPairwise())
        return AnswerKind::Label;
    return run.task == Task::Direct ? AnswerKind::Score : AnswerKind::Result;
}

/// A rater's answer as a number; NoNumber for none. A flip is an answer that nobody shares.
double answerOf(const Rating& rating, AnswerKind kind, bool four) {
    switch (kind) {
    case AnswerKind::Label: {
        const Cell label = four ? rating.labelOfFour : rating.label;
        return isJudged(label) ? static_cast<double>(label) : NoNumber;
    }
    case AnswerKind::Result:
        return rating.result == NoResult ? NoNumber : rating.result;
    case AnswerKind::Score:
        return rating.score;
    }
    return NoNumber;
}

/// How well an answer fits the others': the share it matches, or minus the root mean square distance.
double fitTo(double answer, const std::vector<double>& others, AnswerKind kind) {
    double sum = 0;
    for (const double other : others)
        sum += kind == AnswerKind::Score           ? (answer - other) * (answer - other)
               : std::abs(answer - other) <= Slack ? 1
                                                   : 0;
    sum /= static_cast<double>(others.size());
    return kind == AnswerKind::Score ? -std::sqrt(sum) : sum;
}

/// How the judge does in one annotator's place.
struct Standing {
    std::string annotator;
    std::vector<double> differences; ///< annotator's wins − judge's wins, per item; a draw is a win of both
    double judgeWins = 0;
    double ownWins = 0;
    double p = 1;
    double adjusted = 1;
};

struct AnswerTable {
    std::vector<double> judge; ///< by row
    std::vector<std::vector<double>> people;
};

AnswerTable answersOf(const FigureRequest& request, const Policy& policy) {
    const AnswerKind kind = kindFor(request.run);
    AnswerTable answers;
    for (const Rating& rating : ratingsOf(request.run, policy))
        answers.judge.push_back(answerOf(rating, kind, policy.four()));
    for (const std::vector<Rating>& ratings : request.raters->ratings) {
        std::vector<double>& column = answers.people.emplace_back();
        for (const Rating& rating : ratings)
            column.push_back(answerOf(rating, kind, policy.four()));
    }
    return answers;
}

std::vector<double> othersOn(const AnswerTable& answers, std::size_t annotator, std::uint32_t row) {
    std::vector<double> others;
    for (std::size_t other = 0; other < answers.people.size(); ++other) {
        if (other != annotator && !std::isnan(answers.people[other][row]))
            others.push_back(answers.people[other][row]);
    }
    return others;
}

Standing standingFor(const FigureRequest& request, const AnswerTable& answers, std::size_t annotator, double epsilon) {
    Standing standing;
    standing.annotator = request.raters->names[annotator];
    const AnswerKind kind = kindFor(request.run);
    for (const std::uint32_t row : request.rows) {
        const double own = answers.people[annotator][row];
        const double judge = answers.judge[row];
        const std::vector<double> others = othersOn(answers, annotator, row);
        if (std::isnan(own) || std::isnan(judge) || others.empty())
            continue;
        const double judgeFit = fitTo(judge, others, kind);
        const double ownFit = fitTo(own, others, kind);
        const double judgeWin = judgeFit >= ownFit - Slack ? 1 : 0;
        const double ownWin = ownFit >= judgeFit - Slack ? 1 : 0;
        standing.judgeWins += judgeWin;
        standing.ownWins += ownWin;
        standing.differences.push_back(ownWin - judgeWin);
    }
    if (standing.differences.size() >= FewItems)
        standing.p = tTestBelow(standing.differences, epsilon);
    else if (!standing.differences.empty())
        standing.p = wilcoxonBelow(standing.differences, epsilon);
    return standing;
}

/// The annotators who share items with another one and the judge.
std::vector<Standing> standingsOf(const FigureRequest& request, const Policy& policy, double epsilon) {
    const AnswerTable answers = answersOf(request, policy);
    std::vector<Standing> standings;
    std::vector<double> p;
    for (std::size_t annotator = 0; annotator < answers.people.size(); ++annotator) {
        Standing standing = standingFor(request, answers, annotator, epsilon);
        if (standing.differences.empty())
            continue;
        p.push_back(standing.p);
        standings.push_back(std::move(standing));
    }
    const std::vector<double> adjusted = adjustedByBenjaminiYekutieli(p);
    for (std::size_t at = 0; at < standings.size(); ++at)
        standings[at].adjusted = adjusted[at];
    return standings;
}

FigureTable tableOfStandings(const std::vector<Standing>& standings) {
    FigureTable table;
    table.columns = {"items", "judge", "annotator", "p", "adjusted", "rejected"};
    for (const Standing& standing : standings) {
        const auto items = static_cast<double>(standing.differences.size());
        table.rows.push_back(standing.annotator);
        table.cells.push_back({items, standing.judgeWins / items, standing.ownWins / items, standing.p,
            standing.adjusted, standing.adjusted <= Level ? 1.0 : 0.0});
    }
    return table;
}

Figure emptyFigure(const FigureRequest& request, const Policy& policy) {
    Figure figure;
    figure.ties = tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class);
    figure.total = request.raters == nullptr ? 0 : std::ssize(request.raters->names);
    return figure;
}

/// Why the test makes no sense; empty where it does.
std::string_view obstacle(const FigureRequest& request, const std::vector<Standing>& standings) {
    if (request.raters == nullptr || request.raters->names.empty())
        return "no-annotators";
    if (request.raters->names.size() == 1)
        return "one-annotator";
    return standings.empty() ? "no-common-items" : "";
}

} // namespace

std::optional<Figure> alternativeAnnotatorTest(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    Figure figure = emptyFigure(request, policy);
    std::vector<Standing> standings;
    if (figure.total > 1)
        standings = standingsOf(request, policy, settings.epsilon);
    figure.reason = obstacle(request, standings);
    if (!figure.reason.empty())
        return figure;
    figure.judged = figure.total;
    figure.denominator = std::ssize(standings);
    figure.numerator = static_cast<double>(std::count_if(
        standings.begin(), standings.end(), [](const Standing& standing) { return standing.adjusted <= Level; }));
    figure.value = *figure.numerator / static_cast<double>(*figure.denominator);
    figure.table = tableOfStandings(standings);
    figure.notes = {
        *figure.value >= EnoughRejected ? "passes" : "does-not-pass", fmt::format("epsilon {}", settings.epsilon)};
    if (standings.size() == 2)
        figure.notes.emplace_back("two-annotators-are-weak");
    return figure;
}

std::optional<Figure> alternativeAnnotatorAdvantage(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    Figure figure = emptyFigure(request, policy);
    std::vector<Standing> standings;
    if (figure.total > 1)
        standings = standingsOf(request, policy, settings.epsilon);
    figure.reason = obstacle(request, standings);
    if (!figure.reason.empty())
        return figure;
    double sum = 0;
    for (const Standing& standing : standings)
        sum += standing.judgeWins / static_cast<double>(standing.differences.size());
    figure.judged = figure.total;
    figure.denominator = std::ssize(standings);
    figure.value = sum / static_cast<double>(standings.size());
    return figure;
}

} // namespace assize
