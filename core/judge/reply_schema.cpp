// SPDX-License-Identifier: Apache-2.0
#include "core/judge/reply_schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using json = nlohmann::ordered_json;

/// Strict modes want every property required and none beside them.
json objectOf(json properties) {
    json required = json::array();
    for (const auto& [name, ignored] : properties.items())
        required.push_back(name);
    return {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)},
        {"additionalProperties", false}};
}

json text() {
    return {{"type", "string"}};
}

json oneOf(json values) {
    return {{"type", "string"}, {"enum", std::move(values)}};
}

bool isWhole(double value) {
    return value == static_cast<double>(static_cast<int>(value));
}

/// Short whole scales as an enumeration: not every server enforces bounds.
json scoreWithin(double min, double max) {
    constexpr double MostValues = 20;
    constexpr double FewestValues = 2; // 0 to 1 means everything between as well
    if (!isWhole(min) || !isWhole(max) || max - min > MostValues || max - min < FewestValues)
        return {{"type", "number"}, {"minimum", min}, {"maximum", max}};
    json values = json::array();
    for (int value = static_cast<int>(min); value <= static_cast<int>(max); ++value)
        values.push_back(value);
    return {{"type", "integer"}, {"enum", std::move(values)}};
}

json verdictOf(const Judge& judge, std::size_t responseCount) {
    json values = json::array();
    switch (judge.task) {
    case Task::Pairwise:
        for (const auto& [token, ignored] : judge.reply.labels)
            values.push_back(token);
        return values.empty() ? oneOf({"A>B", "B>A", "A=B", "A=B (bothbad)"}) : oneOf(std::move(values));
    case Task::PassFail:
        return oneOf({"PASS", "FAIL"});
    case Task::Classify:
        for (const Category& category : judge.categories)
            values.push_back(category.name);
        return oneOf(std::move(values));
    case Task::Select:
        for (std::size_t index = 0; index < responseCount && index < 26; ++index)
            values.push_back(std::string(1, static_cast<char>('A' + index)));
        return oneOf(std::move(values));
    case Task::Direct:
    case Task::ScorePair:
        break;
    }
    return scoreWithin(judge.scaleMin, judge.scaleMax);
}

json criterionOf(const Judge& judge) {
    json properties = {{"name", text()}};
    if (judge.rubricPolicy == RubricPolicy::Generated) {
        properties["description"] = text();
        properties["type"] = oneOf({"scale", "binary"});
        properties["weight"] = {{"type", "number"}};
    }
    const json score = {{"type", json::array({"number", "boolean"})}};
    if (judge.task == Task::Direct) {
        properties["justification"] = text();
        properties["score"] = score;
    } else {
        properties["justification_A"] = text();
        properties["justification_B"] = text();
        properties["score_A"] = score;
        properties["score_B"] = score;
    }
    return objectOf(std::move(properties));
}

json rubricOf(const Judge& judge) {
    json properties = {
        {"criteria", {{"type", "array"}, {"items", criterionOf(judge)}}}, {"overall_justification", text()}};
    if (judge.task == Task::Pairwise)
        properties["preference"] = oneOf({"[[A>B]]", "[[B>A]]", "[[A=B]]", "[[A=B (bothbad)]]"});
    return objectOf(std::move(properties));
}

/// Root Judge's keys are capitals; a prompt that names them so must not get a schema with others.
bool hasCapitalKeys(const Judge& judge) {
    return judge.task == Task::PassFail ||
           std::any_of(judge.messages.begin(), judge.messages.end(),
               [](const Message& message) { return message.content.find("\"VERDICT\"") != std::string::npos; });
}

} // namespace

std::optional<json> replySchema(const Judge& judge, std::size_t responseCount) {
    if (judge.reply.format == "rubric-json")
        return rubricOf(judge);
    if (judge.reply.format == "score-json")
        return objectOf({{"justification", text()}, {"score", scoreWithin(judge.scaleMin, judge.scaleMax)}});
    if (judge.reply.format != "verdict-json")
        return std::nullopt;
    if (hasCapitalKeys(judge))
        return objectOf({{"REASONING", text()}, {"VERDICT", verdictOf(judge, responseCount)}});
    const char* key = judge.task == Task::Direct ? "result" : "verdict";
    return objectOf({{"reasoning", text()}, {key, verdictOf(judge, responseCount)}});
}

} // namespace assize
