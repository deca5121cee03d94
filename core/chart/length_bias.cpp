// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"
#include "core/metrics/interval.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assize {
namespace {

/// More points than this cannot be told apart, and are slow to paint.
constexpr std::size_t MostPoints = 1500;

/// One item: how much longer A is, and how far the judge leans to A.
struct LengthCase {
    std::uint32_t row = 0;
    double difference = 0;
    double lean = 0;
    bool isWrong = false;
    bool isCompared = false;
};

struct LengthCases {
    std::vector<LengthCase> cases;
    bool hasMargins = false; ///< else lean is the label as +1, 0, −1
};

double leanOf(Cell label) {
    return label == Cell::A ? 1 : label == Cell::B ? -1 : isTie(label) ? 0 : NoNumber;
}

LengthCases lengthCases(const ChartSource& source) {
    const RunTable& run = source.run().ruled == nullptr ? *source.run().table : *source.run().ruled;
    const Policy policy = policyFor({.items = *source.run().items,
                                        .run = run,
                                        .reference = source.reference,
                                        .isGold = source.isGold,
                                        .rows = source.rows},
        source.settings);
    const std::vector<Rating> verdicts = ratingsOf(run, policy);
    LengthCases result;
    result.hasMargins = std::any_of(
        source.rows.begin(), source.rows.end(), [&](std::uint32_t row) { return !std::isnan(marginOf(run, row)); });
    for (const std::uint32_t row : source.rows) {
        if (source.items.lengthA[row] < 0 || source.items.lengthB[row] < 0)
            continue;
        const double lean = result.hasMargins ? marginOf(run, row) : leanOf(verdicts[row].label);
        if (std::isnan(lean))
            continue;
        const Cell wanted = folded(source.reference[row].label, false);
        const bool isCompared = isLabel(wanted) && isJudged(verdicts[row].label);
        result.cases.push_back({row, static_cast<double>(source.items.lengthA[row] - source.items.lengthB[row]), lean,
            isCompared && folded(verdicts[row].label, false) != wanted, isCompared});
    }
    return result;
}

/// Least squares; nothing where all lengths are the same.
std::optional<ScatterPart::Trend> trendOf(const std::vector<LengthCase>& cases) {
    double sumX = 0;
    double sumY = 0;
    for (const LengthCase& item : cases) {
        sumX += item.difference;
        sumY += item.lean;
    }
    const auto count = static_cast<double>(cases.size());
    double squares = 0;
    double products = 0;
    for (const LengthCase& item : cases) {
        squares += (item.difference - sumX / count) * (item.difference - sumX / count);
        products += (item.difference - sumX / count) * (item.lean - sumY / count);
    }
    if (cases.size() < 3 || squares <= 0)
        return std::nullopt;
    const double slope = products / squares;
    return ScatterPart::Trend{(sumY - slope * sumX) / count, slope};
}

/// As far as most differences reach, rounded up so that the axis has round numbers. The few that are far longer stand
/// at its ends: otherwise one long answer would push all others into a line.
Axis differenceAxis(const std::vector<LengthCase>& cases) {
    constexpr double Most = 0.95;
    std::vector<double> sizes = {1};
    for (const LengthCase& item : cases)
        sizes.push_back(std::abs(item.difference));
    std::sort(sizes.begin(), sizes.end());
    const double reach = countAxis(std::min(sizes.back(), 1.5 * percentile(sizes, Most))).high;
    Axis axis{-reach, reach, {}, phrase("length.axis")};
    for (const double place : {-1.0, -0.5, 0.0, 0.5, 1.0})
        axis.ticks.emplace_back(place * reach, literal(signedText(place * reach, 0)));
    return axis;
}

/// A above, B below, each as far as margins go.
Axis leanAxis(const LengthCases& length) {
    double most = length.hasMargins ? 0.1 : 1;
    for (const LengthCase& item : length.cases)
        most = std::max(most, std::abs(item.lean));
    const double reach = length.hasMargins ? std::min(1.0, std::ceil(most * 10) / 10) : 1.2;
    Axis axis{-reach, reach, {}, {}};
    const double step = length.hasMargins ? reach / 2 : 1;
    const int decimals = length.hasMargins ? 2 : 0;
    for (const int place : {-2, -1, 0, 1, 2}) {
        if (place * step < -reach || place * step > reach)
            continue;
        const std::string size = length.hasMargins ? decimalText(std::abs(place * step), decimals) : std::string();
        axis.ticks.emplace_back(place * step, place == 0  ? literal("0")
                                              : place > 0 ? phrase("length.lean_a", {literal(size)})
                                                          : phrase("length.lean_b", {literal(size)}));
    }
    return axis;
}

/// Labels stand on three lines; a little up or down, the same for an item each time, tells the points apart.
double scatterOf(std::uint32_t row) {
    constexpr std::uint32_t Mixer = 2654435761U;
    constexpr double Reach = 0.3;
    return (static_cast<double>(row * Mixer) / std::numeric_limits<std::uint32_t>::max() - 0.5) * Reach;
}

Phrase leanName(double lean) {
    return phrase(lean > 0 ? "label.a" : lean < 0 ? "label.b" : "label.tie");
}

Mark lengthMark(const ChartSource& source, const LengthCase& item, bool hasMargins) {
    const Phrase beside = phrase(besideKey(source, item.isWrong      ? "beside.differs"
                                                   : item.isCompared ? "beside.matches"
                                                                     : "beside.unlabelled"));
    const Phrase difference = literal(signedText(item.difference, 0));
    return {hasMargins ? phrase("length.tip", {difference, literal(signedText(item.lean)), beside})
                       : phrase("length.tip.label", {difference, leanName(item.lean), beside}),
        {source.run().table->id, {}, source.items.keys[item.row]}};
}

Tone lengthTone(const LengthCase& item) {
    return item.isWrong ? Tone::Alert : item.isCompared ? Tone::Quiet : Tone::Tie;
}

/// What the points are; those without a label are named where there are any, the others where any has one.
std::vector<std::pair<Tone, Phrase>> lengthLegend(const ChartSource& source, const std::vector<LengthCase>& cases) {
    const auto counted = [&](std::string_view key, std::int64_t count) {
        return phrase("length.legend", {phrase(besideKey(source, key)), countPhrase(count)});
    };
    std::int64_t wrong = 0;
    std::int64_t right = 0;
    for (const LengthCase& item : cases) {
        wrong += item.isWrong ? 1 : 0;
        right += item.isCompared && !item.isWrong ? 1 : 0;
    }
    const std::int64_t unlabelled = std::ssize(cases) - wrong - right;
    std::vector<std::pair<Tone, Phrase>> legend;
    if (wrong + right > 0)
        legend = {{Tone::Quiet, counted("beside.matches", right)}, {Tone::Alert, counted("beside.differs", wrong)}};
    if (unlabelled > 0)
        legend.emplace_back(Tone::Tie, counted("beside.unlabelled", unlabelled));
    return legend;
}

} // namespace

Chart lengthBiasChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("length.title");
    chart.meaning = phrase("meaning.length.bias");
    if (!source.run().table->isPairwise()) {
        chart.empty = reasonPhrase("not-pairwise");
        return chart;
    }
    const LengthCases length = lengthCases(source);
    chart.subtitle = phrase(length.hasMargins ? "length.subtitle" : "length.subtitle.labels");
    const FigureSubject subject = shownSubject(source);
    const Figure bias = figureOf(source, subject, "length.bias");
    if (length.cases.empty()) {
        chart.empty = reasonPhrase(bias.reason);
        return chart;
    }
    const Figure correlation = figureOf(source, subject, "length.spearman");
    const Figure gold = figureOf(source, subject, "length.gold");
    if (correlation.value)
        chart.headline = phrase("length.headline", {literal(signedText(*correlation.value))});
    if (!bias.value)
        chart.finding = phrase("length.finding.nothing", {reasonPhrase(bias.reason)});
    else
        chart.finding =
            gold.value ? phrase("length.finding",
                             {literal(shareWithInterval(bias)), literal(shareWithInterval(gold)), comparedWith(source)})
                       : phrase("length.finding.alone", {literal(shareWithInterval(bias))});
    ScatterPart part;
    part.x = differenceAxis(length.cases);
    part.y = leanAxis(length);
    part.trend = trendOf(length.cases);
    const std::size_t step = (length.cases.size() + MostPoints - 1) / MostPoints;
    for (std::size_t at = 0; at < length.cases.size(); at += step) {
        const LengthCase& item = length.cases[at];
        const double apart = length.hasMargins ? 0 : scatterOf(item.row);
        part.points.push_back(
            {item.difference, item.lean + apart, lengthTone(item), {}, lengthMark(source, item, length.hasMargins)});
    }
    part.legend = lengthLegend(source, length.cases);
    chart.parts.emplace_back(std::move(part));
    chart.table.columns = {phrase("column.figure"), phrase("column.value")};
    chart.table.rows = {{phrase("length.row.spearman"), literal(valueWithInterval(correlation))},
        {phrase("length.row.bias"), literal(shareWithInterval(bias))},
        {phrase("length.row.other", {comparedWith(source)}), literal(shareWithInterval(gold))}};
    return chart;
}

} // namespace assize
