// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace assize {
namespace {

/// A row of the figure's table by column name.
class Bucket {
public:
    Bucket(const FigureTable& table, std::size_t row) {
        for (std::size_t at = 0; at < table.columns.size() && at < table.cells[row].size(); ++at) {
            if (table.cells[row][at])
                m_values[table.columns[at]] = *table.cells[row][at];
        }
    }
    [[nodiscard]] double of(const std::string& column) const {
        const auto found = m_values.find(column);
        return found == m_values.end() ? 0 : found->second;
    }

private:
    std::map<std::string, double> m_values;
};

/// Items that calibration counts: both name a side, and the margin is on the judge's.
std::string calibratedFilter(const ChartSource& source) {
    return fmt::format("({0} and {4} > 0 or {1} and {4} < 0) and ({2} or {3})", judgedAs(source, "A>B"),
        judgedAs(source, "B>A"), referenceAs(source, "A>B"), referenceAs(source, "B>A"), marginName(source));
}

PointsPart::Point bucketPoint(const ChartSource& source, const Bucket& bucket) {
    const Phrase range = literal(decimalText(bucket.of("low")) + "\u2013" + decimalText(bucket.of("high")));
    PointsPart::Point point;
    point.name = range;
    point.note = phrase("count.n", {literal(decimalText(bucket.of("n"), 0))});
    point.spread = {bucket.of("accuracy"), bucket.of("accuracy_low"), bucket.of("accuracy_high"),
        static_cast<std::int64_t>(bucket.of("n")), {}};
    point.value = literal(percentText(bucket.of("accuracy"), 0));
    // Margins are sums; the last digit of a bound must not lose the item that it comes from.
    constexpr double Slack = 1e-9;
    const std::string filter = fmt::format("abs({0}) >= {1} and abs({0}) <= {2} and {3}", marginName(source),
        bucket.of("low") - Slack, bucket.of("high") + Slack, calibratedFilter(source));
    const bool hasFilter = !source.referenceFilter.empty();
    point.mark = {countTip(phrase("calibration.bucket",
                               {literal(decimalText(bucket.of("low"))), literal(decimalText(bucket.of("high")))}),
                      bucket.of("right"), bucket.of("n")),
        linkToItems(source.run(), hasFilter ? filter : std::string()), static_cast<std::int64_t>(bucket.of("n"))};
    return point;
}

/// From the round number under the lowest interval up to 100 %.
Axis accuracyAxis(const PointsPart& part) {
    double low = 1;
    for (const PointsPart::Point& point : part.points)
        low = std::min(low, point.spread.low.value_or(1));
    constexpr double Step = 0.2;
    return shareAxis(std::min(0.8, std::floor(low / Step + 1e-9) * Step), 1, Step);
}

} // namespace

Chart calibrationChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("calibration.title");
    chart.subtitle = phrase("calibration.subtitle");
    chart.meaning = phrase("meaning.calibration.buckets");
    const FigureSubject subject = shownSubject(source);
    const Figure buckets = figureOf(source, subject, "calibration.buckets");
    if (!buckets.table || buckets.table->cells.empty()) {
        chart.empty = reasonPhrase(buckets.reason);
        return chart;
    }
    const Figure auroc = figureOf(source, subject, "calibration.auroc");
    if (auroc.value)
        chart.headline = phrase("calibration.headline", {literal(valueWithInterval(auroc))});
    PointsPart part;
    chart.table.columns = {phrase("column.range"), phrase("column.agreement"), phrase("column.low"),
        phrase("column.high"), phrase("column.count")};
    double right = 0;
    double items = 0;
    for (std::size_t row = 0; row < buckets.table->cells.size(); ++row) {
        const Bucket bucket(*buckets.table, row);
        right += bucket.of("right");
        items += bucket.of("n");
        part.points.push_back(bucketPoint(source, bucket));
        chart.table.rows.push_back({part.points.back().name, literal(percentText(bucket.of("accuracy"))),
            literal(percentText(bucket.of("accuracy_low"))), literal(percentText(bucket.of("accuracy_high"))),
            literal(decimalText(bucket.of("n"), 0))});
    }
    part.axis = accuracyAxis(part);
    if (items > 0) {
        part.reference = right / items;
        part.referenceName = phrase("calibration.overall", {literal(percentText(right / items))});
    }
    const Bucket least(*buckets.table, 0);
    if (least.of("accuracy") < right / std::max(items, 1.0))
        chart.finding = phrase("calibration.finding",
            {literal(decimalText(least.of("high"))), literal(percentText(least.of("accuracy"), 0))});
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
