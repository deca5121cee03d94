// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"

#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/chart/registry.h"
#include "core/metrics/settings.h"
#include "core/report/number_text.h"
#include "core/report/page.h"
#include "core/report/section_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr int MostDisagreementsAllowed = 10'000;

tl::unexpected<Error> notAnOption(std::string_view name, std::string_view value, const std::string& allowed) {
    return fail(ErrorCode::InvalidArgument, std::string(name), said("\"%1\" is not %2", value, allowed));
}

Result<void> setSections(ReportOptions& options, std::string_view value) {
    std::vector<std::string> known;
    for (const ReportSectionName& section : reportSections())
        known.emplace_back(section.name);
    for (const ChartKind* chart : reportCharts())
        known.push_back("charts." + std::string(chart->id));
    options.sections.clear();
    while (!value.empty()) {
        const std::size_t comma = std::min(value.find(','), value.size());
        const std::string name(trimmed(value.substr(0, comma)));
        value.remove_prefix(std::min(comma + 1, value.size()));
        if (name.empty())
            continue;
        if (std::find(known.begin(), known.end(), name) == known.end())
            return notAnOption("sections", name, fmt::format("one of {}", fmt::join(known, ", ")));
        options.sections.push_back(name);
    }
    if (options.sections.empty())
        return notAnOption("sections", value, fmt::format("a list of {}", fmt::join(known, ", ")));
    return {};
}

Result<void> setMostDisagreements(ReportOptions& options, std::string_view value) {
    const auto count = numberFrom<int>(value);
    if (!count || *count < 0 || *count > MostDisagreementsAllowed)
        return notAnOption("disagreements", value, fmt::format("a number from 0 to {}", MostDisagreementsAllowed));
    options.mostDisagreements = *count;
    return {};
}

std::string titleOf(const ReportOptions& options) {
    if (!options.title.empty())
        return options.title;
    const std::string& name = options.sessionName;
    const std::string file = name.substr(name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1);
    constexpr std::string_view Ending = ".assize";
    return file.size() > Ending.size() && file.ends_with(Ending) ? file.substr(0, file.size() - Ending.size()) : file;
}

json headContent(const SectionInput& input) {
    const ReportTexts& texts = input.texts;
    json facts = json::array();
    facts.push_back(texts.counted("head.items", static_cast<std::int64_t>(input.data.loaded.items.size())));
    facts.push_back(texts.counted("head.runs", static_cast<std::int64_t>(input.data.runs.size())));
    if (const std::size_t people = input.data.loaded.raters.names.size(); people > 0)
        facts.push_back(texts.counted("head.people", static_cast<std::int64_t>(people)));
    if (input.data.newest > 0)
        facts.push_back(texts.fill("head.newest", {reportTime(input.data.newest)}));
    const bool isChinese = input.options.language == "zh_CN";
    return {{"title", titleOf(input.options)}, {"lang", isChinese ? "zh-CN" : "en"}, {"facts", std::move(facts)},
        {"version", std::string(ASSIZE_VERSION)}, {"made_by", texts.fill("head.made_by", {ASSIZE_VERSION})},
        {"is_print", input.options.medium == ReportMedium::Print},
        {"is_page", input.options.medium == ReportMedium::Page}};
}

} // namespace

Result<void> setReportOption(ReportOptions& options, std::string_view name, std::string_view value) {
    if (name == "language") {
        const std::vector<std::string_view> known = reportLanguages();
        if (std::find(known.begin(), known.end(), value) == known.end())
            return notAnOption(name, value, fmt::format("{}", fmt::join(known, " or ")));
        options.language = value;
        return {};
    }
    if (name == "sections")
        return setSections(options, value);
    if (name == "disagreements")
        return setMostDisagreements(options, value);
    if (name == "run") {
        options.runs.emplace_back(value);
        return {};
    }
    if (name == "title") {
        options.title = value;
        return {};
    }
    if (name == "by") {
        const auto by = sliceByFrom(value);
        options.by = by ? by : options.by;
        return by ? Result<void>() : notAnOption(name, value, std::string(SliceByNames));
    }
    MetricSettings checked;
    if (auto set = setMetricSetting(checked, name, value); !set)
        return set;
    options.settings[std::string(name)] = value;
    return {};
}

Result<ReportDocument> writeReport(SessionReader& reader, const ReportOptions& options) {
    auto data = gatherReport(reader, options);
    if (!data)
        return tl::unexpected(data.error());
    const ReportTexts& texts = ReportTexts::in(options.language);
    ReportDocument document;
    const SectionInput input{*data, texts, options, reader, document.pictures};
    json content = headContent(input);
    content["t"] = texts.tree();
    content["summary"] = summaryContent(input);
    content["contents"] = json::array();
    for (const ReportSection& section : sectionTable()) {
        const std::string name(section.page);
        content[name] = nullptr;
        if (!isWantedSection(options, section.name.name))
            continue;
        auto built = section.build(input);
        if (!built)
            return tl::unexpected(built.error());
        content[name] = std::move(*built);
        content["contents"].push_back(
            {{"anchor", std::string(section.name.name)}, {"title", texts.text(section.name.titleKey)}});
        if (options.stop.stop_requested())
            return fail(ErrorCode::Cancelled, "report", said("it was stopped"));
    }
    document.html = renderPage("page", content);
    return document;
}

} // namespace assize
