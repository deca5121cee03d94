// SPDX-License-Identifier: Apache-2.0
#include "core/judge/judge_yaml.h"

#include "core/judge/library.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

constexpr std::string_view Small = R"(assize: judge/1
name: small
messages:
  - role: user
    content: "{{prompt}} {{response_a}} {{response_b}}"
)";

TEST(JudgeYaml, FillsDefaultsIn) {
    const auto judge = judgeFromYaml(Small, "small.yaml");
    ASSERT_TRUE(judge.has_value()) << judge.error().detail;
    EXPECT_EQ(judge->name, "small");
    EXPECT_EQ(judge->task, Task::Pairwise);
    EXPECT_EQ(judge->reply.format, "verdict-json");
    EXPECT_EQ(judge->parameters.maxTokens, 2048);
    EXPECT_EQ(judge->parameters.seed, 7);
    EXPECT_TRUE(judge->guardNonce);
}

struct BadCase {
    std::string_view what;
    std::string_view yaml; ///< appended to Small
    std::string_view subject;
    std::string_view detail; ///< a part of it
};

class BadDefinitions : public testing::TestWithParam<BadCase> {};

TEST_P(BadDefinitions, AreRefusedWithTheLine) {
    const auto judge = judgeFromYaml(std::string(Small) + std::string(GetParam().yaml), "j.yaml");
    ASSERT_FALSE(judge.has_value());
    EXPECT_EQ(judge.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(judge.error().subject, GetParam().subject);
    EXPECT_NE(judge.error().detail.english().find(GetParam().detail), std::string::npos) << judge.error().detail;
}

INSTANTIATE_TEST_SUITE_P(JudgeYaml, BadDefinitions,
    testing::Values(BadCase{"UnknownKey", "ordres: both\n", "j.yaml:6", "is it \"orders\"?"},
        BadCase{
            "UnknownNestedKey", "parameters:\n  temperature: 0\n  max_token: 5\n", "j.yaml:8", "is it \"max_tokens\"?"},
        BadCase{"WordForNumber", "samples: many\n", "j.yaml:6", "a whole number is needed"},
        BadCase{"FractionForWhole", "samples: 1.5\n", "j.yaml:6", "a whole number is needed"},
        BadCase{"QuotedNumber", "parameters: {temperature: \"0\"}\n", "j.yaml:6", "a number is needed"},
        BadCase{"NumberForText", "title: 12\n", "j.yaml:6", "put it into quotes"},
        BadCase{"ListForMap", "scale: [1, 5]\n", "j.yaml:6", "a map is needed"},
        BadCase{"UnknownTask", "task: ranking\n", "j.yaml:6", "\"ranking\""},
        BadCase{"DuplicateKey", "title: a\ntitle: b\n", "j.yaml:7", "twice"},
        BadCase{"EmptyBounds", "scale: {min: 5, max: 1}\n", "j.yaml:6", "above min"},
        BadCase{"FixedWithoutCriteria", "rubric:\n  policy: fixed\n", "j.yaml:6", "needs criteria"},
        BadCase{"NegativeWeight",
            "rubric:\n  policy: fixed\n  criteria:\n    - name: a\n      weight: 1\n    - name: b\n      weight: -1\n",
            "j.yaml:12", "negative"},
        BadCase{"BadYaml", "title: a: b\n", "j.yaml:6", "illegal map value"},
        BadCase{"NotUtf8", "title: \"\xff\"\n", "j.yaml:1", "UTF-8"},
        BadCase{"ControlCharacter", {"title: a\0b\n", 11}, "j.yaml:6", "control character"},
        BadCase{"RegexWithoutPattern", "reply: {format: regex}\n", "j.yaml:6", "needs one"}),
    [](const auto& bad) { return std::string(bad.param.what); });

TEST(JudgeYaml, NeedsItsFormatLineAndAName) {
    EXPECT_EQ(judgeFromYaml("name: x\nmessages: []\n", "j.yaml").error().detail, "\"assize\" is missing");
    EXPECT_EQ(judgeFromYaml("assize: judge/1\nmessages: []\n", "j.yaml").error().detail, "\"name\" is missing");
    EXPECT_EQ(judgeFromYaml("just text", "j.yaml").error().subject, "j.yaml:1");
    EXPECT_FALSE(judgeFromYaml("", "j.yaml").has_value());
}

TEST(JudgeYaml, WhatIsWrittenIsReadBackEqual) {
    for (const Judge& preset : presetJudges()) {
        const auto again = judgeFromYaml(judgeToYaml(preset), "again.yaml");
        ASSERT_TRUE(again.has_value()) << again.error().subject << again.error().detail;
        EXPECT_EQ(*again, preset) << preset.name;
    }
}

TEST(JudgeYaml, KeepsEveryLineEndAndBlankOfAPrompt) {
    auto judge = judgeFromYaml(Small, "small.yaml");
    ASSERT_TRUE(judge.has_value());
    for (const std::string_view content : {"one", "one\n", "one\n\n\n", "\n\n", "  first\n\n second\n", "tab\tin\nit",
             "cr\r\nlf", "# no: comment\n- 'no list'", "trailing \nblank ", "裁判\n「」", ""}) {
        judge->messages.front().content = content;
        judge->notes = content;
        const auto again = judgeFromYaml(judgeToYaml(*judge), "again.yaml");
        ASSERT_TRUE(again.has_value()) << again.error().detail;
        EXPECT_EQ(*again, *judge) << judgeToYaml(*judge);
    }
}

TEST(JudgeYaml, KeepsEveryField) {
    Judge judge;
    judge.name = "all";
    judge.title = "All: of it";
    judge.task = Task::Classify;
    judge.messages = {{"system", "a"}, {"user", "b\nc"}};
    judge.rubricPolicy = RubricPolicy::Fixed;
    judge.criteria = {{"Is it yes", "\"q\"", 0.1, CriterionType::Categorical, 1, 5, {{"yes", 1, ""}, {"no", 0, "d"}}},
        {"Second", "", 0.9, CriterionType::Binary, 0, 1, {}}};
    judge.scaleMin = 0.5;
    judge.scaleMax = 10;
    judge.categories = {{"1", 0.25, "one"}, {"~", 0, ""}};
    judge.positive = "PASS";
    judge.reply = {"regex", "off", "^(.)$", {{"[[A]]", "A"}}};
    judge.orders = Orders::Random;
    judge.mixed = MixedPolicy::Lean;
    judge.samples = 3;
    judge.reference = ReferencePolicy::Require;
    judge.guardNonce = false;
    judge.parameters = {0.7, 10, std::nullopt, {"</s>", "\n"}};
    judge.notes = "why\n";
    const auto again = judgeFromYaml(judgeToYaml(judge), "again.yaml");
    ASSERT_TRUE(again.has_value()) << again.error().subject << again.error().detail;
    EXPECT_EQ(*again, judge);
}

TEST(JudgeYaml, LineEndsDoNotChangeTheVersion) {
    std::string windows;
    for (const char c : Small)
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(versionHash(*judgeFromYaml(windows, "w")), versionHash(*judgeFromYaml(Small, "u")));
}

} // namespace
} // namespace assize
