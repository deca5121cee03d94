// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

/// The runs of the shown run's judge, by version and then by number.
std::vector<const ChartRun*> runsOfJudge(const ChartSource& source) {
    std::vector<const ChartRun*> runs;
    for (const ChartRun& run : source.runs) {
        if (run.table->judge == source.run().table->judge && !run.table->probe && isComparable(source, run))
            runs.push_back(&run);
    }
    std::stable_sort(runs.begin(), runs.end(), [](const ChartRun* a, const ChartRun* b) {
        return a->versionNumber != b->versionNumber ? a->versionNumber < b->versionNumber : a->number < b->number;
    });
    return runs;
}

} // namespace

Chart versionsChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("versions.title");
    chart.subtitle = phrase("versions.subtitle", {literal(source.run().table->judge)});
    chart.meaning = agreementMeaning(source);
    chart.table.columns = {phrase("column.version"), phrase("column.agreement"), phrase("column.count")};
    PointsPart part;
    double low = 1;
    for (const ChartRun* run : runsOfJudge(source)) {
        const FigureSubject subject{*run, source.reference, source.isGold, source.rows};
        const Figure agreement = figureOf(source, subject, agreementKey(*run->table));
        PointsPart::Point point;
        point.name = phrase("versions.point", {literal(std::to_string(run->versionNumber))});
        point.note = literal(run->table->name);
        point.spread = spreadOf(agreement);
        point.value = literal(agreement.value ? percentText(*agreement.value, 0) : "\u2013");
        point.mark = comparedMark(source, *run, shareTip(point.note, agreement), agreement);
        low = std::min(low, agreement.low.value_or(1));
        chart.table.rows.push_back(
            {point.note, literal(shareWithInterval(agreement)), countPhrase(agreement.denominator.value_or(0))});
        part.points.push_back(std::move(point));
    }
    const bool hasValue = std::any_of(
        part.points.begin(), part.points.end(), [](const auto& point) { return point.spread.value.has_value(); });
    if (!hasValue) {
        chart.empty = reasonPhrase(figureOf(source, shownSubject(source), agreementKey(*source.run().table)).reason);
        return chart;
    }
    if (part.points.size() == 1)
        chart.finding = phrase("versions.one");
    constexpr double Step = 0.2;
    part.axis = shareAxis(std::min(0.8, std::floor(low / Step + 1e-9) * Step), 1, Step);
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
