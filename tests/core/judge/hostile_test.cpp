// SPDX-License-Identifier: Apache-2.0
// Definitions and prompt files of strangers that are made to take time or memory without end.
#include "core/judge/judge_yaml.h"
#include "core/judge/lint.h"
#include "core/judge/prompt_fields.h"
#include "core/judge/render.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

constexpr std::string_view Head = "assize: judge/1\nname: j\nmessages: [{role: user, content: x}]\n";

TEST(HostileDefinition, AliasesDoNotMultiply) {
    std::string bomb = std::string(Head) + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 12; ++level) {
        bomb += fmt::format("a{0}: &a{0} [", level);
        for (int repeat = 0; repeat < 10; ++repeat)
            bomb += fmt::format("{}*a{}", repeat == 0 ? "" : ", ", level - 1);
        bomb += "]\n";
    }
    const auto judge = judgeFromYaml(bomb, "bomb.yaml");
    ASSERT_FALSE(judge.has_value());
    EXPECT_EQ(judge.error().subject.substr(0, 10), "bomb.yaml:");
    EXPECT_EQ(judge.error().detail, "it says too much: aliases repeat their texts");
}

TEST(HostileDefinition, ALongTextIsNotCopiedWithoutEnd) {
    std::string bomb = std::string(Head) + "notes: &n \"" + std::string(1U << 20U, 'x') + "\"\nstop: [*n";
    for (int repeat = 0; repeat < 2000; ++repeat)
        bomb += ", *n";
    EXPECT_FALSE(judgeFromYaml(bomb + "]\n", "bomb.yaml").has_value());
}

TEST(HostileDefinition, SectionsInSectionsEndSomewhere) {
    Judge judge;
    judge.name = "j";
    judge.task = Task::Select;
    std::string content;
    for (int depth = 0; depth < 12; ++depth)
        content += "{{#responses}}";
    content += "{{text}}";
    for (int depth = 0; depth < 12; ++depth)
        content += "{{/responses}}";
    judge.messages = {{"user", content}};
    Item item;
    item.responses.assign(10, {"x", ""});
    const auto request = renderRequest(judge, item, {"ABCDEFGHIJ", "", false});
    ASSERT_FALSE(request.has_value());
    EXPECT_EQ(request.error().detail, "message 1, line 1: its sections repeat each other without end");
}

TEST(HostileDefinition, AThousandFieldsAreReadOnce) {
    std::string prompt;
    for (int field = 0; field < 200'000; ++field)
        prompt += fmt::format("{{f{}}}", field);
    EXPECT_EQ(fieldsOf(prompt).size(), 200'000U);
}

TEST(HostileDefinition, LintStopsWhereNobodyReadsOn) {
    Judge judge;
    judge.name = "j";
    std::string content;
    for (int name = 0; name < 200'000; ++name)
        content += "{{x}}\n";
    judge.messages = {{"user", content}};
    const auto findings = lintJudge(judge);
    EXPECT_GE(findings.size(), 100U);
    EXPECT_LE(findings.size(), 210U);
}

TEST(HostileDefinition, FormatsReadWhatTheTaskAsksFor) {
    const auto problemOf = [](std::string_view task, std::string_view format) {
        const auto judge =
            judgeFromYaml(fmt::format("{}task: {}\nreply: {{format: {}}}\ncategories: [{{name: x}}, {{name: y}}]\n",
                              Head, task, format),
                "j.yaml");
        return judge ? std::string() : judge.error().detail.english();
    };
    EXPECT_EQ(
        problemOf("pairwise", "score-json"), "reply.format: score-json cannot tell what a pairwise judge is asked");
    EXPECT_EQ(
        problemOf("pass_fail", "rubric-yaml"), "reply.format: rubric-yaml cannot tell what a pass_fail judge is asked");
    EXPECT_EQ(
        problemOf("classify", "score-pair"), "reply.format: score-pair cannot tell what a classify judge is asked");
    EXPECT_EQ(problemOf("pairwise", "lable"), "reply.format: \"lable\" is no reply format; is it \"label\"?");
    for (const std::string_view task : {"pairwise", "direct", "classify", "pass_fail", "score_pair", "select"})
        EXPECT_EQ(problemOf(task, "verdict-json"), "") << task;
    EXPECT_EQ(problemOf("select", "score-pair"), "");
    EXPECT_EQ(problemOf("direct", "rubric-json"), "");
}

} // namespace
} // namespace assize
