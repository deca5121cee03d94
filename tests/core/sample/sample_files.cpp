// SPDX-License-Identifier: Apache-2.0
#include "tests/core/sample/sample_files.h"

#include "core/base/files.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <sstream>

namespace assize::test {
namespace {

std::string contentOf(const std::filesystem::path& relative) {
    return readFile(std::filesystem::path(ASSIZE_SAMPLE_DIR) / relative).value();
}

std::vector<nlohmann::json> linesOf(const std::filesystem::path& relative) {
    std::vector<nlohmann::json> rows;
    std::istringstream lines(contentOf(relative));
    for (std::string line; std::getline(lines, line);)
        rows.push_back(nlohmann::json::parse(line));
    return rows;
}

std::optional<std::string> textAt(const nlohmann::json& row, const char* key) {
    return row.contains(key) ? std::optional(row.at(key).get<std::string>()) : std::nullopt;
}

SampleItem sampleItemFrom(const nlohmann::json& row) {
    SampleItem sample;
    Item& item = sample.item;
    item.sourceId = row.at("id");
    item.category = row.at("category");
    if (row.contains("prompt"))
        item.turns.push_back({"user", row.at("prompt")});
    else
        for (const auto& turn : row.at("turns"))
            item.turns.push_back({turn.at("role"), turn.at("content")});
    item.responses = {{row.at("response_A"), row.at("model_A")}, {row.at("response_B"), row.at("model_B")}};
    item.context = textAt(row, "context");
    item.reference = textAt(row, "reference");
    if (const auto label = textAt(row, "label"))
        sample.gold = labelFromText(*label).value();
    for (const auto& [annotator, label] : row.at("annotators").items())
        sample.annotators[annotator] = labelFromText(label.get<std::string>()).value();
    return sample;
}

} // namespace

std::map<std::string, SampleItem> sampleItems() {
    std::map<std::string, SampleItem> items;
    for (const nlohmann::json& row : linesOf("items.jsonl"))
        items.emplace(row.at("id").get<std::string>(), sampleItemFrom(row));
    return items;
}

std::vector<SampleReply> sampleReplies(std::string_view judge) {
    std::vector<SampleReply> replies;
    for (const nlohmann::json& row : linesOf("replies/" + std::string(judge) + ".jsonl")) {
        replies.push_back({row.at("id"), row.at("presentation"), row.at("text"), row.at("truncated").get<bool>(),
            row.value("refused", false)});
    }
    return replies;
}

std::string sampleJudgeYaml(std::string_view judge) {
    return contentOf("judges/" + std::string(judge) + ".yaml");
}

} // namespace assize::test
