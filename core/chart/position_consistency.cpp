// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include <array>

namespace assize {
namespace {

constexpr auto PositionKeys = std::to_array<std::string_view>(
    {"position.consistency", "position.first_bias", "position.second_bias", "position.mixed"});

struct PositionKind {
    std::string_view key;
    Tone tone;
    std::string_view name;
    std::string_view filter;
};

constexpr auto PositionKinds = std::to_array<PositionKind>({
    {"position.consistency", Tone::Neutral, "position.same", "consistent"},
    {"position.mixed", Tone::Tie, "position.mixed", "mixed"},
    {"position.first_bias", Tone::AlertHatched, "position.first", "forward == \"A>B\" and backward == \"B>A\""},
    {"position.second_bias", Tone::Alert, "position.second", "forward == \"B>A\" and backward == \"A>B\""},
});

double numeratorOf(const Figures& figures, std::string_view key) {
    const Figure* figure = findFigure(figures, key);
    return figure == nullptr ? 0 : figure->numerator.value_or(0);
}

BarsPart::Row positionRow(
    const ChartSource& source, const ChartRun& run, const std::string& title, const Figures& figures) {
    BarsPart::Row row{literal(title), &run == &source.run(), {}, {}, {}};
    const Figure& consistency = *findFigure(figures, "position.consistency");
    const auto pairs = static_cast<double>(consistency.denominator.value_or(0));
    for (const PositionKind& kind : PositionKinds) {
        const double count = numeratorOf(figures, kind.key);
        row.segments.push_back({pairs > 0 ? count / pairs : 0, kind.tone, {},
            {phrase("tip.of", {row.name, countTip(phrase(kind.name), count, pairs)}),
                linkToItems(run, std::string(kind.filter)), static_cast<std::int64_t>(count)}});
    }
    row.value = literal(percentText(*consistency.value));
    row.note = literal(decimalText(numeratorOf(figures, "position.first_bias"), 0) + ", " +
                       decimalText(numeratorOf(figures, "position.second_bias"), 0));
    return row;
}

Phrase positionFinding(const std::string& title, const Figures& figures) {
    const double first = numeratorOf(figures, "position.first_bias");
    const double second = numeratorOf(figures, "position.second_bias");
    if (first + second <= 0)
        return phrase("position.finding.none", {literal(title)});
    return phrase(
        "position.finding", {literal(title), literal(decimalText(first, 0)), literal(decimalText(first + second, 0))});
}

} // namespace

Chart positionConsistencyChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("position.title");
    chart.meaning = phrase("meaning.position.consistency");
    chart.headline = phrase("position.headline");
    chart.table.columns = {phrase("column.judge"), phrase("position.same"), phrase("position.mixed"),
        phrase("position.first"), phrase("position.second"), phrase("column.pairs")};
    const std::vector<std::string> titles = runTitles(source);
    BarsPart part;
    // Why nothing is known of the run shown.
    std::string reason = source.run().table->isPairwise() ? "one-order" : "not-pairwise";
    for (std::size_t at = source.runs.size(); at-- > 0 && !source.stop.stop_requested();) {
        const ChartRun& run = source.runs[at];
        if (!run.table->isPairwise())
            continue;
        const Figures figures =
            figuresOf(source, {run, source.reference, source.isGold, source.rows, true}, PositionKeys);
        const Figure* consistency = findFigure(figures, "position.consistency");
        const bool isShown = at == source.shown;
        if (consistency == nullptr || !consistency->value) {
            if (isShown && consistency != nullptr)
                reason = consistency->reason;
            continue;
        }
        part.rows.insert(isShown ? part.rows.begin() : part.rows.end(), positionRow(source, run, titles[at], figures));
        std::vector<Phrase> row = {literal(titles[at])};
        for (const PositionKind& kind : PositionKinds)
            row.push_back(literal(decimalText(numeratorOf(figures, kind.key), 0)));
        row.push_back(countPhrase(consistency->denominator.value_or(0)));
        chart.table.rows.push_back(std::move(row));
        if (!isShown)
            continue;
        const std::int64_t pairs = consistency->denominator.value_or(0);
        chart.subtitle = phrase(pairs == 1 ? "position.subtitle.one" : "position.subtitle", {countPhrase(pairs)});
        chart.finding = positionFinding(titles[at], figures);
    }
    if (chart.finding.isEmpty() && source.run().table->isPairwise())
        chart.finding = reason == "one-order"
                            ? phrase("position.finding.one_order", {literal(titles[source.shown])})
                            : phrase("position.finding.nothing", {literal(titles[source.shown]), reasonPhrase(reason)});
    if (part.rows.empty()) {
        chart.headline = {};
        chart.finding = {};
        chart.empty = reasonPhrase(reason);
        return chart;
    }
    for (const PositionKind& kind : PositionKinds)
        part.legend.emplace_back(kind.tone, phrase(kind.name));
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
