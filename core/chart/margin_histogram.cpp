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
    std::string_view filter;
};
constexpr auto MarginKinds = std::to_array<MarginKind>({
    {Tone::Neutral, "margins.matches", ""},
    {Tone::Alert, "margins.differs", " and disagree"},
    {Tone::Tie, "margins.unlabelled", ""},
});

struct MarginCounts {
    double reach = 0.1; ///< bins go from −reach to reach
    std::array<std::array<double, 3>, MarginBins> bins = {};
    double items = 0;
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
        const double place = (margin + counts.reach) / (2 * counts.reach) * MarginBins;
        const auto bin = static_cast<std::size_t>(std::clamp(place, 0.0, MarginBins - 1.0));
        const Cell wanted = folded(source.reference[row].label, false);
        const std::size_t kind = !isLabel(wanted) || !isJudged(verdicts[row].label) ? Unlabelled
                                 : folded(verdicts[row].label, false) == wanted     ? Matches
                                                                                    : Differs;
        ++counts.bins.at(bin).at(kind);
        ++counts.items;
    }
    return counts;
}

ColumnsPart::Column marginColumn(const ChartSource& source, const MarginCounts& counts, std::size_t bin) {
    const double width = 2 * counts.reach / MarginBins;
    const double low = -counts.reach + static_cast<double>(bin) * width;
    const Phrase range = phrase("margins.bin", {literal(signedText(low)), literal(signedText(low + width))});
    const std::string inside =
        fmt::format("margin >= {:.6f} and margin {} {:.6f}", low, bin + 1 == MarginBins ? "<=" : "<", low + width);
    ColumnsPart::Column column;
    if (bin % 5 == 0)
        column.name = literal(signedText(low, 1));
    for (std::size_t kind = 0; kind < MarginKinds.size(); ++kind) {
        const double count = counts.bins.at(bin).at(kind);
        const MarginKind& shown = MarginKinds.at(kind);
        const std::string filter = kind == Differs && source.isGold ? inside + std::string(shown.filter) : inside;
        column.segments.push_back({count, shown.tone, {},
            {phrase("tip.of", {range, countTip(phrase(shown.name), count, counts.items)}),
                linkToVerdicts(source, source.run(), filter)}});
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
        chart.empty = reasonPhrase("no-margin");
        return chart;
    }
    ColumnsPart part;
    part.title = phrase("margins.axis");
    double most = 0;
    chart.table.columns = {
        phrase("column.range"), phrase(MarginKinds[0].name), phrase(MarginKinds[1].name), phrase(MarginKinds[2].name)};
    for (std::size_t bin = 0; bin < MarginBins; ++bin) {
        part.columns.push_back(marginColumn(source, counts, bin));
        const auto& [matches, differs, unlabelled] = counts.bins.at(bin);
        most = std::max(most, matches + differs + unlabelled);
        const double low = -counts.reach + static_cast<double>(bin) * 2 * counts.reach / MarginBins;
        chart.table.rows.push_back({literal(signedText(low)), literal(decimalText(matches, 0)),
            literal(decimalText(differs, 0)), literal(decimalText(unlabelled, 0))});
    }
    part.axis = countAxis(most);
    for (const MarginKind& kind : MarginKinds)
        part.legend.emplace_back(kind.tone, phrase(kind.name));
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
