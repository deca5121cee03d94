// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace assize {
namespace {

constexpr int MarginBins = 20;
constexpr std::size_t Matches = 0;
constexpr std::size_t Differs = 1;
constexpr std::size_t Unlabelled = 2;

struct MarginKind {
    Tone tone;
    std::string_view name;
};
constexpr auto MarginKinds = std::to_array<MarginKind>({
    {Tone::Neutral, "beside.matches"},
    {Tone::AlertHatched, "beside.differs"},
    {Tone::Tie, "beside.unlabelled"},
});

struct MarginCounts {
    double reach = 0.1; ///< bins go from −reach to reach
    std::array<std::array<double, 3>, MarginBins> bins = {};
    double items = 0;

    /// Where a bin begins; of the last and one more, where it ends. Rounded, so that filters can say it.
    [[nodiscard]] double bound(std::size_t bin) const {
        constexpr double Digits = 1e6;
        return std::round((2.0 * static_cast<double>(bin) / MarginBins - 1) * reach * Digits) / Digits;
    }
    [[nodiscard]] std::size_t binOf(double margin) const {
        std::size_t bin = 0;
        while (bin + 1 < MarginBins && margin >= bound(bin + 1))
            ++bin;
        return bin;
    }
};

MarginCounts countMargins(const ChartSource& source) {
    const RunTable& run = source.run().ruled == nullptr ? *source.run().table : *source.run().ruled;
    const Policy policy = policyFor({.items = *source.run().items,
                                        .run = run,
                                        .reference = source.reference,
                                        .isGold = source.isGold,
                                        .rows = source.rows},
        source.settings);
    const std::vector<Rating> verdicts = ratingsOf(run, policy);
    MarginCounts counts;
    for (const std::uint32_t row : source.rows) {
        if (const double margin = marginOf(run, row); !std::isnan(margin))
            counts.reach = std::max(counts.reach, std::min(1.0, std::ceil(std::abs(margin) * 10) / 10));
    }
    for (const std::uint32_t row : source.rows) {
        const double margin = marginOf(run, row);
        if (std::isnan(margin))
            continue;
        const Cell wanted = folded(source.reference[row].label, false);
        const std::size_t kind = !isLabel(wanted) || !isJudged(verdicts[row].label) ? Unlabelled
                                 : folded(verdicts[row].label, false) == wanted     ? Matches
                                                                                    : Differs;
        ++counts.bins.at(counts.binOf(margin)).at(kind);
        ++counts.items;
    }
    return counts;
}

Phrase marginRange(const MarginCounts& counts, std::size_t bin) {
    return phrase("margins.bin", {literal(signedText(counts.bound(bin))), literal(signedText(counts.bound(bin + 1)))});
}

ColumnsPart::Column marginColumn(const ChartSource& source, const MarginCounts& counts, std::size_t bin) {
    const double low = counts.bound(bin);
    const double high = counts.bound(bin + 1);
    const Phrase range = marginRange(counts, bin);
    const std::string name = marginName(source);
    const std::string inside = bin == 0                ? fmt::format("{} < {}", name, high)
                               : bin + 1 == MarginBins ? fmt::format("{} >= {}", name, low)
                                                       : fmt::format("{0} >= {1} and {0} < {2}", name, low, high);
    const std::string agree = agreeFilter(source);
    const std::string differ = differFilter(source);
    const std::array<std::string, 3> filters = {inside + " and " + agree, inside + " and " + differ,
        inside + " and not (" + agree + ") and not (" + differ + ")"};
    const bool hasFilter = !source.referenceFilter.empty(); // else its labels have no name in the filter language
    ColumnsPart::Column column;
    constexpr std::size_t Named = 5; // every fifth
    const bool isRound = std::lround(counts.reach * 10) % 2 == 0;
    if ((bin + 1) % Named == 0)
        column.name = literal(signedText(high, isRound ? 1 : 2));
    for (std::size_t kind = 0; kind < MarginKinds.size(); ++kind) {
        const double count = counts.bins.at(bin).at(kind);
        const MarginKind& shown = MarginKinds.at(kind);
        column.segments.push_back({count, shown.tone, {},
            {phrase("tip.of", {range, countTip(phrase(besideKey(source, shown.name)), count, counts.items)}),
                linkToItems(source.run(), hasFilter ? filters.at(kind) : std::string()),
                static_cast<std::int64_t>(count)}});
    }
    return column;
}

} // namespace

Chart marginHistogramChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("margins.title");
    chart.subtitle = phrase("margins.subtitle");
    chart.meaning = phrase("margins.meaning");
    if (!source.run().table->isPairwise()) {
        chart.empty = reasonPhrase("not-pairwise");
        return chart;
    }
    const MarginCounts counts = countMargins(source);
    if (counts.items <= 0) {
        const Figure agreed = figureOf(source, shownSubject(source), "winrate.A");
        chart.empty = reasonPhrase(agreed.value ? "no-margin" : agreed.reason);
        return chart;
    }
    ColumnsPart part;
    part.title = phrase("margins.axis");
    double most = 0;
    chart.table.columns = {phrase("column.range")};
    for (const MarginKind& kind : MarginKinds)
        chart.table.columns.push_back(phrase(besideKey(source, kind.name)));
    // A is on the left, as everywhere; its margins are the positive ones.
    for (std::size_t bin = MarginBins; bin-- > 0;) {
        part.columns.push_back(marginColumn(source, counts, bin));
        const auto& [matches, differs, unlabelled] = counts.bins.at(bin);
        most = std::max(most, matches + differs + unlabelled);
        chart.table.rows.push_back({marginRange(counts, bin), literal(decimalText(matches, 0)),
            literal(decimalText(differs, 0)), literal(decimalText(unlabelled, 0))});
    }
    part.axis = countAxis(most);
    for (const MarginKind& kind : MarginKinds)
        part.legend.emplace_back(kind.tone, phrase(besideKey(source, kind.name)));
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
