// SPDX-License-Identifier: Apache-2.0
// The main figures of each run, with what each means, and every figure in an appendix.
#include "core/metrics/figure_text.h"
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

std::string policyText(const SectionInput& input, const ReportRun& run) {
    const MetricSettings& settings = input.data.settings;
    return input.texts.fill("figures.policy",
        {input.texts.code("ties-" + std::string(tiePolicyName(run.policy.ties))),
            input.texts.code("flips-" + std::string(flipPolicyName(run.policy.flips))),
            input.texts.code("mixed-" + std::string(mixedName(run.policy.mixed))), fmt::format("{}", settings.tieBand),
            countText(settings.resamples), std::to_string(settings.seed)});
}

/// Figures without a value, together by their reason.
json missingRows(const std::map<std::string, std::vector<std::string>>& missing, const ReportTexts& texts) {
    json rows = json::array();
    for (const auto& [reason, names] : missing)
        rows.push_back(
            {{"reason", reason}, {"names", fmt::format("{}", fmt::join(names, texts.text("number.comma")))}});
    return rows;
}

/// What a slice is called for people: items without a category or a known language have one, too.
std::string sliceTitle(const std::string& name, const ReportTexts& texts) {
    if (name == "none")
        return texts.text("judged.unnamed");
    return name == "und" ? texts.text("judged.language_unknown") : name;
}

json sliceRows(const ReportRun& run, const ReportTexts& texts) {
    const bool isPairwise = run.table.isPairwise();
    json rows = json::array();
    for (const SliceOfRun& slice : run.slices) {
        const Figure* agreement = findFigure(slice.figures, isPairwise ? "agreement.single" : "accuracy");
        const Figure* kappa = findFigure(slice.figures, isPairwise ? "kappa.single" : "kappa");
        const Figure* consistency = findFigure(slice.figures, "position.consistency");
        rows.push_back({{"name", sliceTitle(slice.name, texts)},
            {"agreement",
                figureRow(isPairwise ? "agreement.single" : "accuracy", agreement ? *agreement : Figure{}, texts)},
            {"kappa", figureRow("kappa", kappa ? *kappa : Figure{}, texts)},
            {"consistency", figureRow("position.consistency", consistency ? *consistency : Figure{}, texts)}});
    }
    return rows;
}

json runFigureContent(const SectionInput& input, const ReportRun& run) {
    json rows = json::array();
    std::map<std::string, std::vector<std::string>> missing;
    for (const std::string_view key : mainFigures(run)) {
        const Figure* figure = findFigure(run.figures, key);
        if (figure == nullptr)
            continue;
        json row = figureRow(key, *figure, input.texts);
        if (figure->value)
            rows.push_back(std::move(row));
        else
            missing[row["reason"].get<std::string>()].push_back(row["name"].get<std::string>());
    }
    json slices = sliceRows(run, input.texts);
    const std::string by(sliceByName(input.options.by.value_or(SliceBy::Category)));
    return {{"run", run.summary.run.name}, {"judge", judgeTitle(input.data, run)}, {"policy", policyText(input, run)},
        {"has_figures", !rows.empty()}, {"figures", std::move(rows)}, {"has_missing", !missing.empty()},
        {"missing", missingRows(missing, input.texts)}, {"has_slices", !slices.empty()}, {"slices", std::move(slices)},
        {"by", input.texts.text("figures.by_" + by)}, {"slice", input.texts.text("figures." + by)},
        {"is_pairwise", run.table.isPairwise()}};
}

std::string cellText(const std::optional<double>& cell) {
    if (!cell)
        return "–";
    const double whole = std::round(*cell);
    return *cell == whole ? countText(static_cast<std::int64_t>(whole)) : fixedText(*cell, 3);
}

json tableContent(const std::string& key, const FigureTable& table, const ReportTexts& texts) {
    json rows = json::array();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        json cells = json::array();
        for (const auto& cell : table.cells[row])
            cells.push_back(cellText(cell));
        rows.push_back({{"name", texts.code(table.rows[row])}, {"cells", std::move(cells)}});
    }
    json columns = json::array();
    for (const std::string& column : table.columns)
        columns.push_back(texts.code(column));
    return {{"title", figureText(key, texts.language()).title}, {"key", key}, {"columns", std::move(columns)},
        {"rows", std::move(rows)}};
}

json everyFigureContent(const SectionInput& input, const ReportRun& run) {
    json rows = json::array();
    json tables = json::array();
    std::map<std::string, std::vector<std::string>> missing;
    for (const auto& [key, figure] : run.figures) {
        if (figure.table)
            tables.push_back(tableContent(key, *figure.table, input.texts));
        if (figure.value)
            rows.push_back(figureRow(key, figure, input.texts));
        else if (!figure.table)
            missing[figureReason(figure, input.texts)].push_back(key);
    }
    return {{"run", run.summary.run.name}, {"judge", judgeTitle(input.data, run)}, {"has_figures", !rows.empty()},
        {"figures", std::move(rows)}, {"has_missing", !missing.empty()}, {"missing", missingRows(missing, input.texts)},
        {"tables", std::move(tables)}};
}

json eachRun(const SectionInput& input, json (*content)(const SectionInput&, const ReportRun&)) {
    json runs = json::array();
    for (const ReportRun& run : input.data.runs)
        runs.push_back(content(input, run));
    return {{"has_runs", !runs.empty()}, {"runs", std::move(runs)}};
}

} // namespace

Result<json> figuresSection(const SectionInput& input) {
    return eachRun(input, runFigureContent);
}

Result<json> allFiguresSection(const SectionInput& input) {
    return eachRun(input, everyFigureContent);
}

} // namespace assize
