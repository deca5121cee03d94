// SPDX-License-Identifier: Apache-2.0
#include "core/reply/partial_reply.h"

#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

PartialVerdict soFar(const Judge& judge, std::string_view text, std::string_view presentation = "AB") {
    ReplyContext context;
    context.judge = &judge;
    context.presentation = presentation;
    return readPartialReply(text, context);
}

constexpr std::string_view Yaml = R"(criteria:
  accuracy:
    type: scale
    weight: 0.6
    score_A: 5
    score_B: 1
    justification_A: "right"
  tone:
    type: binary
    weight: 0.4
    score_A: true
    score_B: false
overall_justification: "A is right"
preference: '[[A>B]]'
)";

constexpr std::string_view Json =
    R"({"criteria": [{"name": "accuracy", "type": "scale", "weight": 0.6, "score_A": 5, "score_B": 1},)"
    R"( {"name": "tone", "type": "binary", "weight": 0.4, "score_A": true, "score_B": false}],)"
    R"( "overall_justification": "A is right", "preference": "[[A>B]]"})";

/// Criteria never go away again, and never appear with less than they end with.
void growsByWholeCriteria(std::string_view format, std::string_view reply) {
    const Judge judge = judgeReading(format);
    const Judgement whole = read(judge, reply);
    std::size_t count = 0;
    for (std::size_t size = 0; size <= reply.size(); ++size) {
        const PartialVerdict partial = soFar(judge, reply.substr(0, size));
        ASSERT_GE(partial.criteria.size(), count) << reply.substr(0, size);
        count = partial.criteria.size();
        for (std::size_t index = 0; index < count; ++index)
            ASSERT_EQ(partial.criteria[index], whole.criteria[index]) << reply.substr(0, size);
        ASSERT_EQ(partial.label.value_or(Label::A), Label::A);
    }
    EXPECT_EQ(count, 2U);
    EXPECT_EQ(soFar(judge, reply).label, Label::A);
}

TEST(PartialReply, RubricsGrowByWholeCriteria) {
    growsByWholeCriteria("rubric-yaml", Yaml);
    growsByWholeCriteria("rubric-json", Json);
}

TEST(PartialReply, ACriterionComesWhenTheNextOneBegins) {
    const Judge judge = judgeReading("rubric-yaml");
    const std::size_t tone = Yaml.find("  tone:");
    EXPECT_TRUE(soFar(judge, Yaml.substr(0, tone)).criteria.empty());
    const PartialVerdict partial = soFar(judge, Yaml.substr(0, tone + 8), "BA");
    ASSERT_EQ(partial.criteria.size(), 1U);
    EXPECT_EQ(partial.criteria[0].scoreA, 1) << "in item order";
    EXPECT_EQ(partial.criteria[0].normalisedB, 1.0);
    EXPECT_EQ(partial.criteria[0].justificationB, "right");
}

TEST(PartialReply, FencesAndThinkingAreSeenThrough) {
    const Judge judge = judgeReading("rubric-yaml");
    EXPECT_EQ(soFar(judge, "```yaml\n" + std::string(Yaml)).criteria.size(), 2U);
    EXPECT_TRUE(soFar(judge, "<think>\nHm, [[A>B]] or").isThinking);
    EXPECT_FALSE(soFar(judge, "<think>\nHm</think>\n" + std::string(Yaml)).isThinking);
}

TEST(PartialReply, ReasoningIsShownWhileItIsWritten) {
    EXPECT_EQ(soFar(judgeReading("verdict-json"), R"({"reasoning": "It is r)").justification, "It is r");
    EXPECT_EQ(soFar(judgeReading("verdict-json"), "{\"reasoning\": \"a \\").justification, "a ");
    EXPECT_EQ(soFar(judgeReading("verdict-json"), "{\"reasoning\": \"a \\u00e").justification, "a ");
    EXPECT_EQ(soFar(judgeReading("verdict-json"), "{\"reasoning\": \"\xE4\xBD\xA0\xE5").justification, "\xE4\xBD\xA0");
    EXPECT_EQ(soFar(judgeReading("reasoning-result", Task::Direct), "**Reasoning:** So").justification, "So");
    EXPECT_EQ(soFar(judgeReading("label"), "I think").justification, "I think");
}

TEST(PartialReply, VerdictsComeWhenTheyAreWhole) {
    EXPECT_FALSE(soFar(judgeReading("score-pair"), "7 1").label.has_value()) << "the next digit may come";
    EXPECT_EQ(soFar(judgeReading("score-pair"), "7 10\n").label, Label::B);
    EXPECT_EQ(soFar(judgeReading("verdict-json"), R"({"reasoning": "x", "verdict": "A>B"})").label, Label::A);
    EXPECT_FALSE(soFar(judgeReading("verdict-json"), R"({"reasoning": "x", "verdict": "A)").label.has_value());
    EXPECT_EQ(soFar(judgeReading("reasoning-result", Task::Direct), "**Result:** 4\n", "A").result, "");
    EXPECT_EQ(
        soFar(judgeReading("reasoning-result", Task::Direct), "**Result:** 4\n", "A").scores, std::vector<double>{4});
    EXPECT_TRUE(soFar(judgeReading("reasoning-result", Task::Direct), "**Result:** 4", "A").scores.empty());
    EXPECT_EQ(soFar(judgeReading("label"), "So [[B]]").label, Label::B);
    EXPECT_FALSE(soFar(judgeReading("label"), "So [[A]], no, [[B]]").label.has_value()) << "two that differ are none";
}

TEST(PartialReply, EndlessBlanksAreCounted) {
    EXPECT_EQ(soFar(judgeReading("verdict-json"), "{\"reasoning\": \"x\"" + std::string(500, ' ')).blankBytes, 500U);
    EXPECT_EQ(soFar(judgeReading("verdict-json"), "{}").blankBytes, 0U);
    EXPECT_EQ(soFar(judgeReading("verdict-json"), " \n").blankBytes, 2U);
}

TEST(PartialReply, EveryFormatHasOne) {
    for (const ReplyFormat& format : replyFormats()) {
        Judge judge = judgeReading(format.name);
        judge.reply.pattern = "x";
        EXPECT_FALSE(soFar(judge, R"({"reasoning": "w", "overall_justification": "w)").justification.empty() &&
                     format.name != "rubric-yaml" && format.name != "score-pair")
            << format.name;
    }
}

TEST(ClosedJson, CutsBehindWholeElements) {
    EXPECT_EQ(closedJson("no", true), "");
    EXPECT_EQ(closedJson("{", true), "{}");
    EXPECT_EQ(closedJson(R"(Sure: {"a": 1, "b")", true), R"({"a": 1})");
    EXPECT_EQ(closedJson(R"({"a": [{"x": 1}, {"y")", true), R"({"a": [{"x": 1}]})");
    EXPECT_EQ(closedJson(R"({"a": [{"x": [1, 2], "z)", true), R"({"a": []})");
    EXPECT_EQ(closedJson(R"({"a": "b\"c)", true), R"({"a": "b\"c"})");
    EXPECT_EQ(closedJson(R"({"a": 1, "b": "half)", false), R"({"a": 1})");
    EXPECT_EQ(closedJson(R"({"a": 1})", true), R"({"a": 1})");
}

} // namespace
} // namespace assize::test
