// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/report/report_data.h"
#include "core/report/report_texts.h"
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>

namespace assize {

/// What a part of the report is made from.
struct SectionInput {
    const ReportData& data;
    const ReportTexts& texts;
    const ReportOptions& options;
    SessionReader& reader;              ///< for the texts of single items
    std::vector<std::string>& pictures; ///< ReportMedium::Print: SVG that the section's page names
};

/// One part: how its content is made for its page in resources/report. Adding one is a function in a file of its own,
/// a page and a line in sections.cpp.
struct ReportSection {
    ReportSectionName name;
    std::string_view page;
    Result<nlohmann::json> (*build)(const SectionInput& input);
};
[[nodiscard]] std::span<const ReportSection> sectionTable();
/// True for "charts" also where only some charts are wanted.
[[nodiscard]] bool isWantedSection(const ReportOptions& options, std::string_view name);
/// The charts that were asked for by name; none: those that "charts" brings.
[[nodiscard]] std::vector<const ChartKind*> namedCharts(const ReportOptions& options);

[[nodiscard]] nlohmann::json summaryContent(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> judgedSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> judgesSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> figuresSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> chartsSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> comparisonsSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> disagreementsSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> failuresSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> costSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> allFiguresSection(const SectionInput& input);
[[nodiscard]] Result<nlohmann::json> reproduceSection(const SectionInput& input);

} // namespace assize
