// SPDX-License-Identifier: Apache-2.0
#include "core/report/section.h"

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

} // namespace assize
