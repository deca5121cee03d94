// SPDX-License-Identifier: Apache-2.0
// What changed from one run to another on the same items: drift of a judge, and any two runs.
#include "core/chart/charts.h"
#include "core/chart/common.h"
#include "core/metrics/compare.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

struct RunChange {
    const ChartRun* before;
    const ChartRun* after;
    Phrase name;
    Comparison comparison;
};

RunChange changeBetween(const ChartSource& source, const ChartRun& before, const ChartRun& after, const Phrase& name) {
    const FigureRequest request{
        .items = *before.items, .run = *before.table, .reference = source.people, .rows = source.rows};
    return {&before, &after, name, compareRuns(request, *after.table, source.settings)};
}

/// A run's label in the filter language, as the comparison looked at it: of both orders, or with A first.
std::string labelOf(const ChartRun& run, const Comparison& comparison) {
    return "run(" + quotedInFilter(run.table->id) + ")." + (comparison.view == "forward" ? "forward" : "label");
}

BarsPart::Row changeRow(const ChartSource& source, const RunChange& change) {
    const Comparison& comparison = change.comparison;
    const auto common = static_cast<double>(comparison.common);
    // Only where the run shown is shown do filters know what other weights make of it.
    const bool isTried = source.isTried && change.before == &source.run();
    BarsPart::Row row{change.name, false, {}, {}, {}};
    const std::string before = labelOf(*change.before, comparison);
    const std::string after = labelOf(*change.after, comparison);
    // What people say is "human", whatever the page compares with.
    const std::string rightBefore = before + " == human";
    const std::string wrongBefore = before + " != human";
    const std::string rightAfter = after + " == human";
    const std::string wrongAfter = after + " != human";
    const std::string counted = leavesOutTies(source) ? " and human != \"A=B\"" : "";
    const auto add = [&](std::int64_t count, Tone tone, std::string_view key, const std::string& filter) {
        const double share = common > 0 ? static_cast<double>(count) / common : 0;
        row.segments.push_back({share, tone, {},
            {phrase("tip.of", {change.name, countTip(phrase(key), static_cast<double>(count), common)}),
                linkToItems(isTried ? *change.before : *change.after, filter + counted), count}});
    };
    add(comparison.unchanged, Tone::Neutral, "drift.unchanged",
        "(" + rightBefore + " and " + rightAfter + " or " + wrongBefore + " and " + wrongAfter + ")");
    add(comparison.fixed, Tone::Accent, "drift.fixed", wrongBefore + " and " + rightAfter);
    add(comparison.broken, Tone::AlertHatched, "drift.broken", rightBefore + " and " + wrongAfter);
    if (comparison.mcnemar.p)
        row.value = phrase("drift.p", {literal(decimalText(*comparison.mcnemar.p, 3))});
    row.note = phrase("count.n", {countPhrase(comparison.common)});
    return row;
}

Phrase changeFinding(const RunChange& change) {
    const Comparison& comparison = change.comparison;
    const Figure& difference = comparison.difference;
    if (!difference.value)
        return {};
    std::string points = signedText(*difference.value * 100, 1);
    if (hasInterval(difference))
        points += " [" + signedText(*difference.low * 100, 1) + ", " + signedText(*difference.high * 100, 1) + "]";
    return phrase(
        "drift.finding", {change.name, countPhrase(comparison.fixed), countPhrase(comparison.broken), literal(points),
                             phrase(comparison.conclusive ? "drift.conclusive" : "drift.inconclusive")});
}

void showChanges(const ChartSource& source, const std::vector<RunChange>& changes, Chart& chart) {
    BarsPart part;
    chart.table.columns = {phrase("column.judge"), phrase("drift.unchanged"), phrase("drift.fixed"),
        phrase("drift.broken"), phrase("column.total"), phrase("column.value")};
    for (const RunChange& change : changes) {
        const Comparison& comparison = change.comparison;
        part.rows.push_back(changeRow(source, change));
        chart.table.rows.push_back({change.name, countPhrase(comparison.unchanged), countPhrase(comparison.fixed),
            countPhrase(comparison.broken), countPhrase(comparison.common), part.rows.back().value});
    }
    part.legend = {{Tone::Neutral, phrase("drift.unchanged")}, {Tone::Accent, phrase("drift.fixed")},
        {Tone::AlertHatched, phrase("drift.broken")}};
    chart.finding = changeFinding(changes.back());
    chart.parts.emplace_back(std::move(part));
}

} // namespace

Chart driftChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("drift.title");
    chart.subtitle = phrase("drift.subtitle");
    chart.meaning = phrase("meaning.difference");
    chart.empty = phrase("drift.empty");
    std::vector<RunChange> changes;
    const ChartRun* before = nullptr;
    for (const ChartRun& run : source.runs) {
        if (run.table->judge != source.run().table->judge || run.table->probe || !isComparable(source, run) ||
            source.stop.stop_requested())
            continue;
        if (before != nullptr) {
            const Phrase name = phrase("drift.pair", {literal(before->table->name), literal(run.table->name)});
            RunChange change = changeBetween(source, *before, run, name);
            if (change.comparison.common > 0)
                changes.push_back(std::move(change));
        }
        before = &run;
    }
    if (changes.empty())
        return chart;
    chart.empty = {};
    // Items that share a prompt have no McNemar test; the interval of the difference speaks for them.
    if (changes.back().comparison.mcnemar.p)
        chart.meaning = phrase("meaning.mcnemar");
    showChanges(source, changes, chart);
    return chart;
}

Chart runComparisonChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("compare.title");
    chart.meaning = phrase("meaning.difference");
    if (source.compared == nullptr || source.compared == &source.run() || !isComparable(source, *source.compared)) {
        chart.empty = phrase("compare.empty");
        return chart;
    }
    const Phrase own = literal(runTitles(source)[source.shown]);
    chart.subtitle = phrase("compare.subtitle", {own, source.referenceName});
    const RunChange change =
        changeBetween(source, *source.compared, source.run(), phrase("drift.pair", {source.referenceName, own}));
    if (change.comparison.common == 0) {
        chart.empty = phrase("compare.nothing");
        return chart;
    }
    showChanges(source, {change}, chart);
    return chart;
}

} // namespace assize
