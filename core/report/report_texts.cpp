// SPDX-License-Identifier: Apache-2.0
#include "core/report/report_texts.h"

#include "core/base/embedded_file.h"
#include "core/report/number_text.h"
#include "core/report/report.h"

#include <array>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

namespace assize {

std::span<const EmbeddedFile> embeddedReportTexts(); // generated from resources/report

namespace {

constexpr std::array<std::string_view, 2> Languages = {"en", "zh_CN"};

/// Puts the texts under their paths, and into a tree for pages. A "." in a key of the file is part of the key.
void gatherTexts(const YAML::Node& node, const std::string& path,
    std::map<std::string, std::string, std::less<>>& texts, nlohmann::json& tree) {
    for (const auto& entry : node) {
        const auto name = entry.first.as<std::string>();
        const std::string key = path.empty() ? name : path + "." + name;
        if (entry.second.IsMap()) {
            gatherTexts(entry.second, key, texts, tree[name]);
            continue;
        }
        texts[key] = entry.second.as<std::string>();
        tree[name] = texts[key];
    }
}

std::string_view tableOf(std::string_view language) {
    const std::string file = std::string(language) + ".yaml";
    for (const EmbeddedFile& table : embeddedReportTexts()) {
        if (table.name == file)
            return table.text;
    }
    return embeddedReportTexts().front().text;
}

} // namespace

std::vector<std::string_view> reportLanguages() {
    return {Languages.begin(), Languages.end()};
}

ReportTexts::ReportTexts(std::string_view language)
    : m_language(language)
    , m_tree(std::make_shared<nlohmann::json>()) {
    gatherTexts(YAML::Load(std::string(tableOf(language))), {}, m_texts, *m_tree);
}

const ReportTexts& ReportTexts::in(std::string_view language) {
    static const ReportTexts english(Languages[0]);
    static const ReportTexts chinese(Languages[1]);
    return language == Languages[1] ? chinese : english;
}

bool ReportTexts::has(std::string_view key) const {
    return m_texts.contains(key);
}

std::string ReportTexts::text(std::string_view key) const {
    const auto found = m_texts.find(key);
    return found == m_texts.end() ? std::string(key) : found->second;
}

std::string ReportTexts::fill(std::string_view key, std::initializer_list<std::string_view> values) const {
    const std::string pattern = text(key);
    std::string filled;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool isPlace =
            pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1' && pattern[at + 1] <= '9';
        if (!isPlace) {
            filled += pattern[at];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[++at] - '1');
        if (index < values.size())
            filled += values.begin()[index];
    }
    return filled;
}

std::string ReportTexts::counted(std::string_view key, std::int64_t count) const {
    const std::string one = std::string(key) + "_one";
    return fill(count == 1 && has(one) ? one : key, {countText(count)});
}

std::string ReportTexts::code(std::string_view code) const {
    const auto found = m_texts.find("code." + std::string(code));
    return found == m_texts.end() ? std::string(code) : found->second;
}

const nlohmann::json& ReportTexts::tree() const {
    return *m_tree;
}

} // namespace assize
