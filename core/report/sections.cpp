// SPDX-License-Identifier: Apache-2.0
#include "core/chart/registry.h"
#include "core/report/section.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

// In the order of the report.
constexpr auto Sections = std::to_array<ReportSection>({
    {{"judged", "judged.title"}, "judged", judgedSection},
    {{"judges", "judges.title"}, "judges", judgesSection},
    {{"figures", "figures.title"}, "figures", figuresSection},
    {{"charts", "charts.title"}, "charts", chartsSection},
    {{"comparisons", "comparisons.title"}, "comparisons", comparisonsSection},
    {{"disagreements", "disagreements.title"}, "disagreements", disagreementsSection},
    {{"failures", "failures.title"}, "failures", failuresSection},
    {{"cost", "cost.title"}, "cost", costSection},
    {{"all-figures", "all_figures.title"}, "all_figures", allFiguresSection},
    {{"reproduce", "reproduce.title"}, "reproduce", reproduceSection},
});

constexpr auto SectionNames = [] {
    std::array<ReportSectionName, Sections.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i)
        names.at(i) = Sections.at(i).name;
    return names;
}();

} // namespace

std::span<const ReportSection> sectionTable() {
    return Sections;
}

std::span<const ReportSectionName> reportSections() {
    return SectionNames;
}

std::vector<const ChartKind*> reportCharts() {
    std::vector<const ChartKind*> charts;
    for (const ChartKind& kind : chartKinds()) {
        if (kind.id != "comparison") // of two runs that one chooses; a report has a section for it
            charts.push_back(&kind);
    }
    return charts;
}

std::vector<const ChartKind*> namedCharts(const ReportOptions& options) {
    const std::vector<std::string>& names = options.sections;
    std::vector<const ChartKind*> named;
    if (std::find(names.begin(), names.end(), "charts") != names.end())
        return named;
    for (const ChartKind* kind : reportCharts()) {
        if (std::find(names.begin(), names.end(), "charts." + std::string(kind->id)) != names.end())
            named.push_back(kind);
    }
    return named;
}

bool isWantedSection(const ReportOptions& options, std::string_view name) {
    const std::vector<std::string>& names = options.sections;
    if (names.empty() || std::find(names.begin(), names.end(), name) != names.end())
        return true;
    return name == "charts" && !namedCharts(options).empty();
}

} // namespace assize
