// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_reply.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

std::string quotedText(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string_view preferenceText(Label label) {
    switch (label) {
    case Label::A:
        return "[[A>B]]";
    case Label::B:
        return "[[B>A]]";
    case Label::Tie:
        return "[[A=B]]";
    case Label::BothBad:
        return "[[A=B (bothbad)]]";
    }
    return {};
}

std::string tenths(int value) {
    return value % 10 == 0 ? fmt::format("{}", value / 10) : fmt::format("{}.{}", value / 10, value % 10);
}

} // namespace

std::string rubricYaml(const std::vector<ReplyCriterion>& criteria, std::string_view overall, Label preference) {
    std::string yaml = "criteria:\n";
    for (const ReplyCriterion& entry : criteria) {
        yaml += fmt::format("  {}:\n    description: {}\n    type: {}\n    weight: {}\n",
            quotedText(entry.criterion.name), quotedText(entry.criterion.description),
            criterionTypeName(entry.criterion.type), entry.criterion.weight);
        yaml += fmt::format("    score_A: {}\n    score_B: {}\n", tenths(entry.tenthsA), tenths(entry.tenthsB));
        yaml += fmt::format("    justification_A: {}\n    justification_B: {}\n", quotedText(entry.justificationA),
            quotedText(entry.justificationB));
    }
    return yaml + fmt::format(
                      "overall_justification: {}\npreference: '{}'\n", quotedText(overall), preferenceText(preference));
}

std::string scoreJson(std::string_view reasoning, double score) {
    return fmt::format("{{\"reasoning\": {}, \"score\": {}}}", quotedText(reasoning), score);
}

std::string passFailJson(std::string_view reasoning, bool passes) {
    return fmt::format("{{\"REASONING\": {}, \"VERDICT\": \"{}\"}}", quotedText(reasoning), passes ? "PASS" : "FAIL");
}

} // namespace assize
