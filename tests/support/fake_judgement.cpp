// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_judgement.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <vector>

namespace assize::test {
namespace {

using nlohmann::ordered_json;

/// FNV-1a: equal everywhere, unlike std::hash.
std::uint32_t hashOf(std::string_view text) {
    std::uint32_t hash = 2'166'136'261U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619U;
    return hash;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

struct Verdict {
    int a; ///< 1 to 5
    int b;
    const char* label;
};

Verdict verdictFor(std::string_view prompt) {
    constexpr std::array Verdicts = {
        Verdict{4, 2, "A>B"}, Verdict{2, 5, "B>A"}, Verdict{3, 3, "A=B"}, Verdict{5, 4, "A>B"}, Verdict{1, 3, "B>A"}};
    return Verdicts[hashOf(prompt) % Verdicts.size()];
}

/// The names that a fixed rubric lists as "- NAME (weight …".
std::vector<std::string> fixedCriteria(std::string_view prompt) {
    std::vector<std::string> names;
    std::size_t at = prompt.find("under these names:");
    while (at != std::string_view::npos && (at = prompt.find("\n- ", at)) != std::string_view::npos) {
        const std::size_t end = prompt.find(" (weight ", at);
        if (end == std::string_view::npos || prompt.substr(at + 3, end - at - 3).find('\n') != std::string_view::npos)
            break;
        names.emplace_back(prompt.substr(at + 3, end - at - 3));
        at = end;
    }
    return names;
}

std::string rubricYaml(std::string_view prompt) {
    const Verdict verdict = verdictFor(prompt);
    const bool isPair = holds(prompt, "preference:");
    const bool isFixed = holds(prompt, "under these names:");
    const std::vector<std::string> names =
        isFixed ? fixedCriteria(prompt) : std::vector<std::string>{"Accuracy", "Completeness"};
    std::string out = "criteria:\n";
    for (const std::string& name : names) {
        out += fmt::format("  {}:\n", name);
        if (!isFixed)
            out += "    description: \"Does it say what is so?\"\n    type: scale\n    weight: 0.5\n";
        if (isPair)
            out += fmt::format("    score_A: {}\n    score_B: {}\n    justification_A: \"It says so.\"\n    "
                               "justification_B: \"It says so too.\"\n",
                verdict.a, verdict.b);
        else
            out += fmt::format("    score: {}\n    justification: \"It says so.\"\n", verdict.a);
    }
    out += "overall_justification: \"One of them says more.\"\n";
    return isPair ? out + fmt::format("preference: '[[{}]]'\n", verdict.label) : out;
}

std::string rubricJson(std::string_view prompt) {
    const Verdict verdict = verdictFor(prompt);
    const bool isPair = holds(prompt, "\"preference\"");
    const bool isFixed = holds(prompt, "under these names:");
    ordered_json reply;
    reply["criteria"] = ordered_json::array();
    for (const std::string& name : isFixed ? fixedCriteria(prompt) : std::vector<std::string>{"Accuracy"}) {
        ordered_json criterion = {{"name", name}};
        if (!isFixed)
            criterion.update({{"description", "Is it so?"}, {"type", "scale"}, {"weight", 1}});
        if (isPair)
            criterion.update({{"score_A", verdict.a}, {"score_B", verdict.b}, {"justification_A", "It says so."},
                {"justification_B", "It says so too."}});
        else
            criterion.update({{"score", verdict.a}, {"justification", "It says so."}});
        reply["criteria"].push_back(std::move(criterion));
    }
    reply["overall_justification"] = "One of them says more.";
    if (isPair)
        reply["preference"] = fmt::format("[[{}]]", verdict.label);
    return reply.dump();
}

std::string verdictJson(std::string_view prompt) {
    const Verdict verdict = verdictFor(prompt);
    if (holds(prompt, "\"VERDICT\""))
        return fmt::format(
            R"({{"REASONING": "It is in the text.", "VERDICT": "{}"}})", verdict.a > 2 ? "PASS" : "FAIL");
    if (holds(prompt, "\"result\""))
        return fmt::format(R"({{"reasoning": "It is good.", "result": {}}})", verdict.a);
    return fmt::format(R"({{"reasoning": "One says more.", "verdict": "{}"}})", verdict.label);
}

ordered_json instanceOf(const ordered_json& schema, std::uint32_t hash) {
    if (!schema.is_object())
        return nullptr;
    if (schema.contains("enum") && !schema["enum"].empty())
        return schema["enum"][hash % schema["enum"].size()];
    const std::string type = schema.contains("type") && schema["type"].is_string() ? schema["type"] : "string";
    if (type == "object") {
        ordered_json object = ordered_json::object();
        if (schema.contains("properties")) {
            for (const auto& [name, inner] : schema["properties"].items())
                object[name] = instanceOf(inner, hash);
        }
        return object;
    }
    if (type == "array")
        return ordered_json::array({instanceOf(schema.value("items", ordered_json::object()), hash)});
    if (type == "integer" || type == "number")
        return schema.value("minimum", 1);
    if (type == "boolean")
        return hash % 2 == 0;
    return "It says so.";
}

} // namespace

std::string fakeJudgement(std::string_view prompt) {
    const Verdict verdict = verdictFor(prompt);
    if (holds(prompt, "Reply in YAML"))
        return rubricYaml(prompt);
    if (holds(prompt, "{\"criteria\": ["))
        return rubricJson(prompt);
    if (holds(prompt, "{\"justification\": \"…\", \"score\""))
        return fmt::format(R"({{"justification": "It is good.", "score": {}}})", verdict.a);
    if (holds(prompt, "\"VERDICT\"") || holds(prompt, "\"verdict\"") || holds(prompt, "\"result\": …"))
        return verdictJson(prompt);
    if (holds(prompt, "numbers from") || holds(prompt, "scores for Assistant 1"))
        return fmt::format("{} {}\nOne of them says more.", verdict.a, verdict.b);
    if (holds(prompt, "**Result:**")) {
        const bool isPair = holds(prompt, "Response B") || holds(prompt, "[[B]]") || holds(prompt, "\"B\"");
        return fmt::format("**Reasoning:** It says more.\n\n**Result:** {}",
            isPair ? std::string(verdict.a >= verdict.b ? "A" : "B") : std::to_string(verdict.a));
    }
    if (holds(prompt, "[["))
        return fmt::format("One of them says more.\n[[{}]]",
            holds(prompt, "[[A>B]]") ? std::string(verdict.label) : std::string(verdict.a >= verdict.b ? "A" : "B"));
    return "Nothing was asked for in particular.";
}

std::string schemaInstance(std::string_view schema, std::string_view prompt) {
    const auto parsed = ordered_json::parse(schema, nullptr, false);
    return instanceOf(parsed, hashOf(prompt)).dump();
}

} // namespace assize::test
