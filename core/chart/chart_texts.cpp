// SPDX-License-Identifier: Apache-2.0
#include "core/chart/chart_texts.h"

#include "core/base/embedded_file.h"
#include "core/metrics/figure_text.h"

#include <map>
#include <nlohmann/json.hpp>

namespace assize {

std::span<const EmbeddedFile> embeddedChartTexts(); // generated from resources/report

namespace {

using ChartTextTable = std::map<std::string, std::string, std::less<>>;

/// By what stands between "charts." and ".json".
std::map<std::string, ChartTextTable, std::less<>> readChartTexts() {
    constexpr std::string_view Prefix = "charts.";
    constexpr std::string_view Suffix = ".json";
    std::map<std::string, ChartTextTable, std::less<>> languages;
    for (const EmbeddedFile& file : embeddedChartTexts()) {
        std::string name(file.name.substr(Prefix.size(), file.name.size() - Prefix.size() - Suffix.size()));
        languages[std::move(name)] = nlohmann::json::parse(file.text).get<ChartTextTable>();
    }
    return languages;
}

} // namespace

std::string ChartTexts::text(std::string_view key) const {
    static const auto Languages = readChartTexts();
    constexpr std::string_view Reason = "reason.";
    constexpr std::string_view Meaning = "meaning.";
    const auto language = Languages.find(m_language);
    const ChartTextTable& table = language == Languages.end() ? Languages.at("en") : language->second;
    if (const auto found = table.find(key); found != table.end())
        return found->second;
    if (key.starts_with(Reason))
        return reasonText(key.substr(Reason.size()), m_language);
    if (key.starts_with(Meaning))
        return figureText(key.substr(Meaning.size()), m_language).meaning;
    return std::string(key);
}

} // namespace assize
