// SPDX-License-Identifier: Apache-2.0
// The charts of the window's Insights, of each run: the same builders, the same layout, written as SVG.
#include "core/chart/chart_texts.h"
#include "core/chart/layout.h"
#include "core/chart/registry.h"
#include "core/chart/svg.h"
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr double ChartWidth = 560; // px; legends fit into it

struct ReportInk {
    Ink ink;
    std::string_view variable; ///< of style.css
    std::string_view light;    ///< for paper
};

constexpr auto ReportInks = std::to_array<ReportInk>({
    {Ink::Text, "--text", "#1B2027"},
    {Ink::Secondary, "--text2", "#434C59"},
    {Ink::Label, "--text3", "#5B6472"},
    {Ink::Line, "--line", "#D8DCE2"},
    {Ink::Paper, "--base", "#FFFFFF"},
    {Ink::Sunken, "--sunken", "#EDF0F3"},
    {Ink::Accent, "--accent", "#0B6E69"},
    {Ink::OnAccent, "--on-accent", "#FFFFFF"},
    {Ink::Neutral, "--accent-line", "#4A9690"},
    {Ink::SideA, "--a-fill", "#3B7DD8"},
    {Ink::SideAText, "--a-text", "#1A56B0"},
    {Ink::SideB, "--b-fill", "#C86E0C"},
    {Ink::SideBText, "--b-text", "#964900"},
    {Ink::Tie, "--tie-fill", "#8A93A0"},
    {Ink::BothBad, "--bad-fill", "#927BA9"},
    {Ink::Alert, "--alert-solid", "#B3224F"},
});

std::string pageInk(Ink wanted) {
    for (const ReportInk& ink : ReportInks) {
        if (ink.ink == wanted)
            return fmt::format("var({})", ink.variable);
    }
    return "none";
}

std::string paperInk(Ink wanted) {
    for (const ReportInk& ink : ReportInks) {
        if (ink.ink == wanted)
            return std::string(ink.light);
    }
    return "none";
}

std::vector<ChartRun> chartRuns(const SectionInput& input) {
    std::vector<ChartRun> runs;
    for (const ReportRun& run : input.data.runs) {
        ChartRun chartRun;
        chartRun.items = &input.data.loaded.items;
        chartRun.table = &run.table;
        chartRun.versionNumber = input.data.judges[run.judge].version.number;
        chartRun.number = run.summary.run.number;
        chartRun.parentHash = input.data.judges[run.judge].version.parentHash;
        const auto verdicts = run.table.outcomes.find(Outcome::Verdict);
        if (verdicts != run.table.outcomes.end() && verdicts->second > 0)
            chartRun.tokens = static_cast<double>(run.summary.inputTokens + run.summary.outputTokens) /
                              static_cast<double>(verdicts->second);
        runs.push_back(std::move(chartRun));
    }
    return runs;
}

/// Reasons begin small, since they stand behind a figure's name elsewhere.
std::string asSentence(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

json chartContent(const SectionInput& input, const Chart& chart) {
    const ChartTexts words(input.texts.language());
    const bool isPage = input.options.medium == ReportMedium::Page;
    json content = {{"title", worded(chart.title, words)}, {"subtitle", worded(chart.subtitle, words)},
        {"headline", worded(chart.headline, words)}, {"finding", worded(chart.finding, words)},
        {"meaning", worded(chart.meaning, words)}, {"empty", asSentence(worded(chart.empty, words))}, {"svg", ""},
        {"picture", ""}, {"width", ""}, {"height", ""}};
    if (chart.parts.empty())
        return content;
    const Drawing drawing = layOut(chart, ChartWidth, 0, words, roughTextWidth);
    SvgOptions options;
    options.ink = isPage ? pageInk : paperInk;
    options.title = content["title"].get<std::string>();
    options.description = content["finding"].get<std::string>();
    options.hasTips = isPage;
    const std::string svg = drawingToSvg(drawing, options, words);
    if (isPage) {
        content["svg"] = svg;
        return content;
    }
    content["picture"] = fmt::format("picture:{}", input.pictures.size());
    content["width"] = fmt::format("{:.0f}", drawing.width);
    content["height"] = fmt::format("{:.0f}", drawing.height);
    input.pictures.push_back(svg);
    return content;
}

/// A name that every item shares on one side, or nothing.
std::string sharedModel(const ItemTable& items, std::size_t side) {
    constexpr std::string_view Between = " / ";
    if (items.modelPairs.names().size() != 1)
        return {};
    const std::string& pair = items.modelPairs.names().front();
    const std::size_t at = pair.find(Between);
    if (at == std::string::npos)
        return {};
    return side == 0 ? pair.substr(0, at) : pair.substr(at + Between.size());
}

/// One version or one run by itself compares nothing.
bool isWorthShowing(const Chart& chart) {
    return !chart.parts.empty() &&
           (chart.table.rows.size() > 1 || std::holds_alternative<BarsPart>(chart.parts.front()));
}

/// Those asked for; else those of the page, and the others that have something to show and were not shown before: what
/// charts say of all runs together is the same for each.
std::vector<Chart> chartsOf(const SectionInput& input, const ChartSource& source, std::vector<Chart>& shared) {
    std::vector<Chart> charts;
    for (const ChartKind* kind : namedCharts(input.options))
        charts.push_back(buildChart(*kind, source));
    if (!charts.empty())
        return charts;
    for (const ChartKind* kind : reportCharts()) {
        Chart chart = buildChart(*kind, source);
        const bool isRepeated = std::any_of(shared.begin(), shared.end(),
            [&](const Chart& other) { return other.id == chart.id && other.table.rows == chart.table.rows; });
        if (!kind->isOnPage && (!isWorthShowing(chart) || isRepeated))
            continue;
        if (!kind->isOnPage)
            shared.push_back(chart);
        charts.push_back(std::move(chart));
    }
    return charts;
}

} // namespace

Result<json> chartsSection(const SectionInput& input) {
    const ReportData& data = input.data;
    const std::vector<ChartRun> runs = chartRuns(input);
    const std::vector<std::uint32_t> rows = allRows(data.loaded.items);
    json content = json::array();
    std::vector<Chart> shared;
    for (std::size_t shown = 0; shown < runs.size(); ++shown) {
        const ReportRun& run = data.runs[shown];
        ChartSource source{.items = data.loaded.items,
            .raters = data.loaded.raters,
            .runs = runs,
            .shown = shown,
            .reference = data.loaded.items.gold,
            .referenceName = literal(input.texts.text("charts.gold")),
            .rows = rows,
            .settings = data.settings,
            .scores = run.scores ? &*run.scores : nullptr,
            .probed = run.twins.probed,
            .people = data.loaded.items.gold,
            .nameA = sharedModel(data.loaded.items, 0),
            .nameB = sharedModel(data.loaded.items, 1),
            .stop = input.options.stop};
        json charts = json::array();
        for (const Chart& chart : chartsOf(input, source, shared))
            charts.push_back(chartContent(input, chart));
        content.push_back(
            {{"run", run.summary.run.name}, {"judge", judgeTitle(data, run)}, {"charts", std::move(charts)}});
        if (input.options.stop.stop_requested())
            return fail(ErrorCode::Cancelled, "report", said("it was stopped"));
    }
    return json{{"has_runs", !content.empty()}, {"runs", std::move(content)}};
}

} // namespace assize
