// SPDX-License-Identifier: Apache-2.0
// How often the judge names another winner when it is shown the same in a way that should not matter.
#include "core/chart/charts.h"
#include "core/chart/common.h"
#include "core/metrics/compare.h"

#include <algorithm>

namespace assize {
namespace {

/// Items on which one label names A and the other B.
std::string otherWinner(const std::string& before, const std::string& after) {
    const auto named = [](const std::string& label, std::string_view side) {
        return label + " == " + quotedInFilter(side);
    };
    return "(" + named(before, "A>B") + " and " + named(after, "B>A") + " or " + named(before, "B>A") + " and " +
           named(after, "A>B") + ")";
}

/// The items that flipped, in the filter language of the shown run.
std::string flippedFilter(const ChartSource& source, Probe probe) {
    const RunTable& shown = *source.run().table;
    if (probe == Probe::Swap)
        return otherWinner("forward", "backward");
    const auto found = std::find_if(
        source.probed.begin(), source.probed.end(), [&](const ProbedRun& run) { return run.probe == probe; });
    if (found == source.probed.end())
        return {};
    const std::string probed = "run(" + quotedInFilter(found->run.id) + ").";
    if (!shown.isPairwise())
        return "label != " + probed + "label";
    const std::string label = comparedView(shown, found->run) == View::Reconciled ? "label" : "forward";
    return otherWinner(label, probed + label);
}

IntervalsPart::Row probeRow(const ChartSource& source, Probe probe, const Figure& figure) {
    const Phrase name = phrase("probe." + std::string(probeName(probe)));
    IntervalsPart::Row row{name, false, spreadOf(figure), {}, {}};
    row.value = figure.value ? literal(percentText(*figure.value)) : literal("\u2013");
    row.mark.tip = shareTip(name, figure);
    if (figure.value) {
        row.mark.link = linkToItems(source.run(), flippedFilter(source, probe));
        row.mark.items = static_cast<std::int64_t>(figure.numerator.value_or(0));
    }
    return row;
}

/// As far as the intervals reach, in steps of a tenth or a quarter.
Axis flipAxis(const std::vector<IntervalsPart::Row>& rows) {
    double most = 0;
    for (const IntervalsPart::Row& row : rows)
        most = std::max({most, row.spread.value.value_or(0), row.spread.high.value_or(0)});
    constexpr double Fine = 0.4;
    return most <= Fine ? shareAxis(0, Fine, 0.1) : shareAxis(0, 1, 0.25);
}

} // namespace

Chart probeFlipsChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("probes.title");
    chart.subtitle = literal(runTitles(source)[source.shown]);
    chart.meaning = phrase("probes.meaning");
    chart.table.columns = {phrase("column.probe"), phrase("column.value"), phrase("column.low"), phrase("column.high"),
        phrase("column.count")};
    FigureSubject subject = shownSubject(source);
    subject.hasAllOrders = true;
    IntervalsPart part;
    for (const Probe probe : AllProbes) {
        const std::string key = "probe." + std::string(probeName(probe)) + ".flip_rate";
        const Figure figure = figureOf(source, subject, key);
        const bool wasProbed = std::any_of(
            source.probed.begin(), source.probed.end(), [&](const ProbedRun& run) { return run.probe == probe; });
        if (!figure.value && !wasProbed)
            continue;
        part.rows.push_back(probeRow(source, probe, figure));
        if (probe == Probe::Whitespace)
            part.reference = figure.value;
        const auto bound = [](const std::optional<double>& share) {
            return literal(share ? percentText(*share) : "\u2013");
        };
        chart.table.rows.push_back({part.rows.back().name, part.rows.back().value, bound(figure.low),
            bound(figure.high), countPhrase(figure.denominator.value_or(0))});
    }
    // The swap of the answers is known of any run in both orders.
    if (source.probed.empty())
        chart.finding = phrase(source.isTried ? "probes.tried" : part.rows.empty() ? "probes.none" : "probes.no_other");
    if (part.reference)
        chart.meaning = phrase("probes.meaning.whitespace");
    if (part.rows.empty()) {
        std::swap(chart.empty, chart.finding);
        return chart;
    }
    part.axis = flipAxis(part.rows);
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
