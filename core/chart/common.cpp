// SPDX-License-Identifier: Apache-2.0
#include "core/chart/common.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

constexpr std::string_view Minus = "\u2212";
constexpr std::string_view Dash = "\u2013";

std::string withRealMinus(std::string text) {
    if (!text.starts_with('-'))
        return text;
    const bool isZero = text.find_first_of("123456789") == std::string::npos;
    return (isZero ? std::string() : std::string(Minus)) + text.substr(1);
}

Phrase leftOutPhrase(const Figure& figure) {
    std::int64_t count = 0;
    for (const auto& [reason, items] : figure.leftOut)
        count += items;
    return count == 0 ? Phrase() : phrase("tip.left_out", {countPhrase(count)});
}

Phrase figureTip(const Phrase& name, const Figure& figure, const std::string& value) {
    if (!figure.value)
        return phrase("tip.null", {name, reasonPhrase(figure.reason)});
    const std::int64_t items = figure.denominator.value_or(0);
    return phrase("tip.figure", {name, literal(value), countPhrase(items), leftOutPhrase(figure)});
}

} // namespace

std::string percentText(double share, int decimals) {
    return withRealMinus(fmt::format("{:.{}f}", share * 100, decimals)) + " %";
}

std::string decimalText(double value, int decimals) {
    return withRealMinus(fmt::format("{:.{}f}", value, decimals));
}

std::string signedText(double value, int decimals) {
    const std::string text = decimalText(value, decimals);
    const bool isPositive = value > 0 && text.find_first_of("123456789") != std::string::npos;
    return isPositive ? "+" + text : text;
}

bool hasInterval(const Figure& figure) {
    return figure.low && figure.high && *figure.low < *figure.high;
}

std::string shareWithInterval(const Figure& figure) {
    if (!figure.value)
        return std::string(Dash);
    std::string text = percentText(*figure.value);
    if (hasInterval(figure))
        text += fmt::format(" [{}, {}]", decimalText(*figure.low * 100, 1), decimalText(*figure.high * 100, 1));
    return text;
}

std::string valueWithInterval(const Figure& figure) {
    if (!figure.value)
        return std::string(Dash);
    std::string text = decimalText(*figure.value);
    if (hasInterval(figure))
        text += fmt::format(" [{}, {}]", decimalText(*figure.low), decimalText(*figure.high));
    return text;
}

Phrase comparedWith(const ChartSource& source) {
    return source.compared == nullptr ? phrase("compared.people") : source.referenceName;
}

std::string besideKey(const ChartSource& source, std::string_view key) {
    return std::string(key) + (source.compared == nullptr ? "" : ".run");
}

Phrase agreementMeaning(const ChartSource& source) {
    return phrase(source.compared == nullptr ? "meaning.agreement" : "agreement.run.meaning");
}

Figures figuresOf(const ChartSource& source, const FigureSubject& subject, std::span<const std::string_view> keys) {
    const ChartRun& run = subject.run;
    const RunTable& table = subject.hasAllOrders || run.ruled == nullptr ? *run.table : *run.ruled;
    MetricSettings settings = source.settings;
    settings.stop = source.stop;
    if (!subject.hasIntervals)
        settings.resamples = 0;
    Figures figures = runFigures({.items = *run.items,
                                     .run = table,
                                     .reference = subject.reference,
                                     .isGold = subject.isGold,
                                     .rows = subject.rows,
                                     .probed = &run == &source.run() ? source.probed : std::span<const ProbedRun>(),
                                     .only = keys},
        settings);
    // Where a filter leaves no item, it is not the run that lacks something.
    for (auto& [key, figure] : figures) {
        if (subject.rows.empty() && !figure.value)
            figure.reason = "no-items";
    }
    return figures;
}

Figure figureOf(const ChartSource& source, const FigureSubject& subject, std::string_view key) {
    const Figures figures = figuresOf(source, subject, std::span(&key, 1));
    if (const Figure* figure = findFigure(figures, key))
        return *figure;
    Figure missing;
    missing.reason = "not-for-task";
    return missing;
}

FigureSubject shownSubject(const ChartSource& source) {
    return {source.run(), source.reference, source.isGold, source.rows};
}

std::string_view agreementKey(const RunTable& run) {
    return run.isPairwise() ? "agreement.single" : "accuracy";
}

std::string_view kappaKey(const RunTable& run) {
    return run.isPairwise() ? "kappa.single" : "kappa";
}

Spread spreadOf(const Figure& figure) {
    return {figure.value, figure.low, figure.high, figure.denominator.value_or(0), figure.reason};
}

Phrase reasonPhrase(std::string_view reason) {
    return phrase("reason." + std::string(reason.empty() ? "no-items" : reason));
}

Phrase shareTip(const Phrase& name, const Figure& figure) {
    return figureTip(name, figure, shareWithInterval(figure));
}

Phrase valueTip(const Phrase& name, const Figure& figure) {
    return figureTip(name, figure, valueWithInterval(figure));
}

Phrase countTip(const Phrase& name, double count, double total) {
    return phrase("tip.count", {name, literal(fmt::format("{:.0f}", count)), literal(fmt::format("{:.0f}", total)),
                                   literal(percentText(total > 0 ? count / total : 0))});
}

std::vector<std::string> runTitles(std::span<const RunName> runs) {
    const auto plain = [](const RunName& run) {
        const std::string& judge = run.judge.empty() ? run.name : run.judge;
        return run.version > 0 ? fmt::format("{} v{}", judge, run.version) : judge;
    };
    std::vector<std::string> titles;
    for (const RunName& run : runs) {
        const std::string title = plain(run);
        const auto alike =
            std::count_if(runs.begin(), runs.end(), [&](const RunName& other) { return plain(other) == title; });
        // A run is named after its judge unless somebody named it.
        const bool saysJudge = !run.judge.empty() && run.name.starts_with(run.judge);
        if (alike < 2)
            titles.push_back(title);
        else if (!saysJudge)
            titles.push_back(fmt::format("{} · {}", title, run.name));
        else
            titles.push_back(run.version > 0 ? fmt::format("{} · v{}", run.name, run.version) : run.name);
    }
    return titles;
}

std::vector<std::string> runTitles(const ChartSource& source) {
    std::vector<RunName> names;
    for (const ChartRun& run : source.runs)
        names.push_back({run.table->judge, run.table->name, run.versionNumber});
    return runTitles(names);
}

bool isComparable(const ChartSource& source, const ChartRun& run) {
    const RunTable& shown = *source.run().table;
    return run.table->isPairwise() == shown.isPairwise() && (shown.isPairwise() || run.table->task == shown.task);
}

std::string quotedInFilter(std::string_view text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            quoted += '\\';
        quoted += letter;
    }
    return quoted + "\"";
}

namespace {

std::string_view ruledLabel(const ChartSource& source) {
    return source.rule == VerdictRule::Forward    ? "forward"
           : source.rule == VerdictRule::Backward ? "backward"
                                                  : "label";
}

/// Both-bad is a tie to the filter language too, unless one asks for it.
std::string labelIs(std::string_view name, std::string_view label) {
    std::string filter = fmt::format("{} == {}", name, quotedInFilter(label));
    if (label == "A=B")
        filter += fmt::format(" and {} != \"A=B (both bad)\"", name);
    return filter;
}

std::string againstReference(const ChartSource& source, std::string_view comparison) {
    if (source.referenceFilter.empty())
        return {};
    std::string filter = fmt::format("{} {} {}", ruledLabel(source), comparison, source.referenceFilter);
    if (source.compared != nullptr)
        filter += fmt::format(" and {} != \"flip\"", source.referenceFilter); // what flips says nothing to agree with
    return filter;
}

} // namespace

std::string judgedAs(const ChartSource& source, std::string_view label) {
    return labelIs(ruledLabel(source), label);
}

std::string referenceAs(const ChartSource& source, std::string_view label) {
    return source.referenceFilter.empty() ? std::string() : labelIs(source.referenceFilter, label);
}

std::string agreeFilter(const ChartSource& source) {
    return againstReference(source, "==");
}

std::string differFilter(const ChartSource& source) {
    return againstReference(source, "!=");
}

bool leavesOutTies(const ChartSource& source) {
    const std::optional<TiePolicy>& ties = source.settings.ties;
    return ties == TiePolicy::Exclude || ties == TiePolicy::Half;
}

std::string comparedFilter(const ChartSource& source) {
    if (source.referenceFilter.empty())
        return {};
    std::string filter = fmt::format("({} or {})", agreeFilter(source), differFilter(source));
    if (source.isGold && leavesOutTies(source))
        filter += fmt::format(" and {} != \"A=B\"", source.referenceFilter);
    return filter;
}

namespace {

/// Items with a score of the judge and one of the reference: scores are no labels, which could agree or differ.
std::string bothScoredFilter(const ChartSource& source) {
    return source.referenceFilter.empty()
               ? std::string()
               : fmt::format("{} != \"\" and {} != \"\"", ruledLabel(source), source.referenceFilter);
}

} // namespace

Mark comparedMark(const ChartSource& source, const ChartRun& run, Phrase tip, const Figure& figure) {
    std::string filter = run.table->task == Task::Direct ? bothScoredFilter(source) : comparedFilter(source);
    return {std::move(tip), linkToItems(run, std::move(filter)), figure.denominator.value_or(0)};
}

std::string marginName(const ChartSource& source) {
    return source.rule == VerdictRule::Forward    ? "margin_forward"
           : source.rule == VerdictRule::Backward ? "margin_backward"
                                                  : "margin";
}

ChartLink linkToItems(const ChartRun& run, std::string filter) {
    return {run.table->id, std::move(filter), 0};
}

Axis shareAxis(double low, double high, double step) {
    Axis axis{low, high, {}, {}};
    const auto steps = static_cast<int>(std::lround((high - low) / step));
    for (int at = 0; at <= steps; ++at) {
        const double value = low + at * step;
        const bool isEnd = at == 0 || at == steps;
        axis.ticks.emplace_back(value, literal(isEnd ? percentText(value, 0) : decimalText(value * 100, 0)));
    }
    return axis;
}

Axis numberAxis(double low, double high, int decimals) {
    constexpr int Steps = 4;
    Axis axis{low, high, {}, {}};
    for (int at = 0; at <= Steps; ++at) {
        const double value = low + (high - low) * at / Steps;
        axis.ticks.emplace_back(value, literal(decimalText(value, decimals)));
    }
    return axis;
}

Axis countAxis(double most, double leastStep) {
    // The smallest of 1, 2, 5 times a power of ten that four steps of which hold the largest count.
    constexpr int Steps = 4;
    double step = leastStep;
    for (int turn = 0; step * Steps < most; ++turn)
        step *= turn % 3 == 1 ? 2.5 : 2;
    const int decimals = step < 1 ? static_cast<int>(std::ceil(-std::log10(step) - 1e-9)) : 0;
    Axis axis{0, step * Steps, {}, {}};
    for (int at = 0; at <= Steps; ++at)
        axis.ticks.emplace_back(step * at, literal(decimalText(step * at, decimals)));
    return axis;
}

double marginOf(const RunTable& run, std::uint32_t row) {
    const double forward = run.forward.margin(row);
    const double backward = run.backward.margin(row);
    if (std::isnan(forward))
        return backward;
    return std::isnan(backward) ? forward : (forward + backward) / 2;
}

RunTable ruledBy(VerdictRule rule, const RunTable& run) {
    RunTable ruled = run;
    if (rule == VerdictRule::BothOrders || !run.isPairwise())
        return ruled;
    OrderColumn& other = rule == VerdictRule::Forward ? ruled.backward : ruled.forward;
    const std::size_t size = other.planned.size();
    other = {};
    other.resize(size);
    return ruled;
}

} // namespace assize
