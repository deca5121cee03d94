// SPDX-License-Identifier: Apache-2.0
#include "tests/core/endpoint/lexical_reply.h"

#include "core/endpoint/builtin_lexical.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

namespace assize::test {

Judge lexicalJudge(Task task) {
    Judge judge;
    judge.name = "builtin";
    judge.task = task;
    judge.reply.format = task == Task::Pairwise ? "rubric-yaml" : "verdict-json";
    return judge;
}

Item pairItem(std::string_view prompt, std::string_view a, std::string_view b) {
    Item item;
    item.turns = {{"user", std::string(prompt)}};
    item.responses = {{std::string(a), {}}, {std::string(b), {}}};
    return item;
}

std::string lexicalReply(const Judge& judge, const Item& item, std::string_view presentation) {
    JudgeRequest request;
    request.judge = &judge;
    request.item = &item;
    request.presentation = presentation;
    const auto reply = answerLexically(builtinEndpoint(), request, {});
    EXPECT_TRUE(reply.has_value()) << (reply ? std::string() : reply.error().detail.english());
    return reply ? reply->text : std::string();
}

ReadReply readPair(const Item& item, std::string_view presentation) {
    const YAML::Node root = YAML::Load(lexicalReply(lexicalJudge(Task::Pairwise), item, presentation));
    ReadReply read;
    for (const auto& entry : root["criteria"]) {
        const auto name = entry.first.as<std::string>();
        read.scoreA[name] = entry.second["score_A"].as<double>();
        read.scoreB[name] = entry.second["score_B"].as<double>();
        read.justificationA[name] = entry.second["justification_A"].as<std::string>();
        read.justificationB[name] = entry.second["justification_B"].as<std::string>();
    }
    read.overall = root["overall_justification"].as<std::string>();
    read.preference = root["preference"].as<std::string>();
    return read;
}

ReadReply turnedRound(ReadReply reply) {
    std::swap(reply.scoreA, reply.scoreB);
    std::swap(reply.justificationA, reply.justificationB);
    if (reply.preference == "[[A>B]]")
        reply.preference = "[[B>A]]";
    else if (reply.preference == "[[B>A]]")
        reply.preference = "[[A>B]]";
    return reply;
}

std::vector<std::string> quotationsIn(std::string_view text) {
    std::vector<std::string> found;
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"“", "”"}}) {
        for (std::size_t at = text.find(open); at != std::string_view::npos;) {
            const std::size_t start = at + open.size();
            const std::size_t end = text.find(close, start);
            if (end == std::string_view::npos)
                break;
            found.emplace_back(text.substr(start, end - start));
            at = text.find(open, end + close.size());
        }
    }
    return found;
}

} // namespace assize::test
