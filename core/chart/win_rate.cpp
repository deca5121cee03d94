// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include "core/metrics/slices.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace assize {
namespace {

constexpr std::size_t MostSections = 10; ///< the table beside the charts has them all

/// How often a rater gave each label; flips are a judge's whose two orders name different winners.
struct LabelCounts {
    std::array<double, 5> by = {}; ///< by Cell up to Flip

    [[nodiscard]] double of(Cell cell) const { return by.at(static_cast<std::size_t>(cell)); }
    [[nodiscard]] double total() const {
        double sum = 0;
        for (const double count : by)
            sum += count;
        return sum;
    }
};

LabelCounts countLabels(std::span<const Rating> ratings, std::span<const std::uint32_t> rows) {
    LabelCounts counts;
    for (const std::uint32_t row : rows) {
        // Both-bad is counted apart where the rater told it apart.
        const Cell cell = ratings[row].labelOfFour == Cell::BothBad ? Cell::BothBad : ratings[row].label;
        if (isJudged(cell))
            ++counts.by.at(static_cast<std::size_t>(cell));
    }
    return counts;
}

struct LabelKind {
    Cell cell;
    Tone tone;
    std::string_view name;
    std::string_view label; ///< in the filter language
};

constexpr auto LabelKinds = std::to_array<LabelKind>({
    {Cell::A, Tone::SideA, "label.a", "A>B"},
    {Cell::Tie, Tone::Tie, "label.tie", "A=B"},
    {Cell::BothBad, Tone::BothBad, "label.both_bad", "A=B (both bad)"},
    {Cell::Flip, Tone::AlertHatched, "label.flip", "flip"},
    {Cell::B, Tone::SideB, "label.b", "B>A"},
});

BarsPart::Row labelRow(const ChartSource& source, const LabelCounts& counts, const Phrase& name, bool isJudge) {
    BarsPart::Row row{name, isJudge, {}, phrase("count.n", {literal(decimalText(counts.total(), 0))}), {}};
    for (const LabelKind& kind : LabelKinds) {
        const double count = counts.of(kind.cell);
        if (count <= 0)
            continue;
        const double share = count / counts.total();
        const Phrase label = isDecisive(kind.cell)
                                 ? phrase("winrate.segment", {phrase(kind.name), literal(percentText(share))})
                                 : Phrase();
        ChartLink link = isJudge ? linkToItems(source.run(), judgedAs(source, kind.label))
                                 : linkToItems(source.run(), referenceAs(source, kind.label));
        row.segments.push_back({share, kind.tone, label,
            {phrase("tip.of", {name, countTip(phrase(kind.name), count, counts.total())}), std::move(link),
                static_cast<std::int64_t>(count)}});
    }
    return row;
}

/// Items of any of these rows' categories.
std::string categoryFilter(const ItemTable& items, std::span<const std::uint32_t> rows) {
    std::set<std::int32_t> categories;
    for (const std::uint32_t row : rows)
        categories.insert(items.category[row]);
    std::string filter;
    for (const std::int32_t category : categories) {
        const std::string name =
            category == NoResult ? std::string() : items.categories.names()[static_cast<std::size_t>(category)];
        filter += (filter.empty() ? "category == " : " or category == ") + quotedInFilter(name);
    }
    return filter;
}

/// Sections where the items belong to a benchmark that has them, else categories; the largest, in order of name.
struct Sections {
    std::vector<std::pair<Slice, std::string>> shown; ///< with the filter of their items
    std::size_t all = 0;
};

Sections sectionsOf(const ChartSource& source) {
    const RunTable& run = *source.run().table;
    std::vector<Slice> slices = slicesOf(source.items, run, source.rows, SliceBy::Section);
    const bool hasSections =
        std::any_of(slices.begin(), slices.end(), [](const Slice& slice) { return slice.name != "other"; });
    if (!hasSections)
        slices = slicesOf(source.items, run, source.rows, SliceBy::Category);
    std::stable_sort(
        slices.begin(), slices.end(), [](const Slice& a, const Slice& b) { return a.rows.size() > b.rows.size(); });
    Sections sections;
    sections.all = slices.size();
    if (slices.size() > MostSections)
        slices.resize(MostSections);
    std::sort(slices.begin(), slices.end(), [](const Slice& a, const Slice& b) { return a.name < b.name; });
    for (Slice& slice : slices) {
        std::string filter = categoryFilter(source.items, slice.rows);
        sections.shown.emplace_back(std::move(slice), std::move(filter));
    }
    return sections;
}

IntervalsPart sectionPart(const ChartSource& source, const Sections& sections, Chart& chart) {
    IntervalsPart part;
    part.axis = shareAxis(0, 1, 0.25);
    part.reference = 0.5;
    const std::string decided = "(" + judgedAs(source, "A>B") + " or " + judgedAs(source, "B>A") + ")";
    for (const auto& [slice, filter] : sections.shown) {
        FigureSubject subject = shownSubject(source);
        subject.rows = slice.rows;
        const Figure rate = figureOf(source, subject, "winrate.decisive");
        const Phrase name = slice.name == "none" ? phrase("category.none") : literal(slice.name);
        part.rows.push_back({name, false, spreadOf(rate), literal(rate.value ? percentText(*rate.value, 0) : "\u2013"),
            {shareTip(name, rate), linkToItems(source.run(), fmt::format("({}) and {}", filter, decided)),
                rate.denominator.value_or(0)}});
        chart.table.rows.push_back({name, literal(shareWithInterval(rate)), countPhrase(rate.denominator.value_or(0))});
    }
    return part;
}

Phrase winRateFinding(const ChartSource& source, const LabelCounts& judge, const LabelCounts& people) {
    const auto decided = [](const LabelCounts& counts) { return counts.of(Cell::A) + counts.of(Cell::B); };
    if (decided(judge) <= 0 || decided(people) <= 0)
        return {};
    return phrase(
        "winrate.finding", {literal(percentText(judge.of(Cell::A) / decided(judge))),
                               literal(percentText(people.of(Cell::A) / decided(people))), comparedWith(source)});
}

} // namespace

Chart winRateChart(const ChartSource& source) {
    Chart chart;
    chart.title =
        source.nameA.empty() ? phrase("winrate.title") : phrase("winrate.title.named", {literal(source.nameA)});
    chart.subtitle = phrase("winrate.subtitle");
    chart.meaning = phrase("meaning.winrate.decisive");
    if (!source.run().table->isPairwise()) {
        chart.empty = reasonPhrase("not-pairwise");
        return chart;
    }
    const FigureSubject subject = shownSubject(source);
    const Figure rate = figureOf(source, subject, "winrate.decisive");
    const Phrase share = literal(shareWithInterval(rate));
    chart.headline = share;
    if (!rate.value) {
        chart.empty = reasonPhrase(rate.reason);
        return chart;
    }
    // It rests on fewer items than the rate in large type above, which counts ties as half.
    const Phrase decided = countPhrase(rate.denominator.value_or(0));
    chart.headline = phrase("card.detail", {share, phrase("count.n", {decided})});
    const RunTable& ruled = source.run().ruled == nullptr ? *source.run().table : *source.run().ruled;
    const LabelCounts judge = countLabels(ratingsOf(ruled, policyFor({.items = *source.run().items,
                                                                         .run = ruled,
                                                                         .reference = source.reference,
                                                                         .isGold = source.isGold,
                                                                         .rows = source.rows},
                                                               source.settings)),
        source.rows);
    const LabelCounts people = countLabels(source.reference, source.rows);
    chart.table.columns = {phrase("column.items"), phrase("winrate.column"), phrase("column.decided")};
    chart.table.rows.push_back({phrase("category.all"), share, decided});
    BarsPart bars;
    bars.rows.push_back(labelRow(source, judge, literal(runTitles(source)[source.shown]), true));
    if (people.total() > 0)
        bars.rows.push_back(labelRow(source, people, source.referenceName, false));
    const Sections sections = sectionsOf(source);
    const auto shown = static_cast<std::int64_t>(sections.shown.size());
    const auto all = static_cast<std::int64_t>(sections.all);
    bars.caption = shown < all ? phrase("winrate.caption.largest", {countPhrase(shown), countPhrase(all)})
                               : phrase("winrate.caption");
    chart.parts.emplace_back(std::move(bars));
    chart.parts.emplace_back(sectionPart(source, sections, chart));
    chart.finding = winRateFinding(source, judge, people);
    return chart;
}

} // namespace assize
