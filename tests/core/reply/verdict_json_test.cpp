// SPDX-License-Identifier: Apache-2.0
#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

struct ReplyCase {
    Task task;
    std::string_view reply;
    std::string_view expected;
};

class JsonReplies : public testing::TestWithParam<ReplyCase> {};

TEST_P(JsonReplies, EndInTheRightOutcome) {
    Judge judge = judgeReading("verdict-json", GetParam().task);
    judge.categories = {{"Yes", 1, ""}, {"No", 0, ""}, {"Maybe", 0.5, ""}};
    const std::string_view presentation = GetParam().task == Task::Pairwise ? "AB"
                                          : GetParam().task == Task::Select ? "CAB"
                                                                            : "A";
    EXPECT_EQ(summary(read(judge, GetParam().reply, presentation)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Pairwise, JsonReplies,
    testing::Values(ReplyCase{Task::Pairwise, R"({"reasoning": "x", "verdict": "A>B"})", "verdict A>B"},
        ReplyCase{Task::Pairwise, R"({"Verdict": "[[B>A]]"})", "verdict B>A"},
        ReplyCase{Task::Pairwise, R"_({"verdict": "A=B (bothbad)"})_", "verdict A=B (both bad)"},
        ReplyCase{Task::Pairwise, R"({"verdict": "tie"})", "verdict A=B"},
        ReplyCase{Task::Pairwise, "```json\n{\"verdict\": \"A>B\"}\n```", "verdict A>B +code-fence"},
        ReplyCase{Task::Pairwise, "Sure!\n{\"verdict\": \"A>B\"}\nBye", "verdict A>B +surrounding-prose"},
        ReplyCase{Task::Pairwise, "Sure {as you like it}: {\"verdict\": \"A>B\"}", "verdict A>B +surrounding-prose"},
        ReplyCase{Task::Pairwise, "An open { brace, then {\"verdict\": \"A>B\"}", "verdict A>B +surrounding-prose"},
        ReplyCase{Task::Pairwise, "{\"verdict\": \"A>B\",}", "verdict A>B +trailing-comma"},
        ReplyCase{Task::Pairwise, "{\"steps\": [\"a, ]\", ], \"verdict\": \"A>B\",\n}", "verdict A>B +trailing-comma"},
        ReplyCase{Task::Pairwise, R"({"verdict": "A>B"} {"verdict": "A>B"})", "verdict A>B +surrounding-prose"},
        ReplyCase{
            Task::Pairwise, R"({"verdict": "A>B"} {"verdict": "B>A"})", "unparseable ambiguous +surrounding-prose"},
        ReplyCase{Task::Pairwise, R"({"verdict": "A>B", "verdict": "B>A"})", "unparseable ambiguous"},
        ReplyCase{Task::Pairwise, R"({"verdict": "A>B", "winner": "B"})", "unparseable ambiguous"},
        ReplyCase{Task::Pairwise, R"({"verdict": "A is nicer"})", "unparseable unknown-verdict: A is nicer"},
        ReplyCase{Task::Pairwise, R"({"verdict": "A>A"})", "unparseable unknown-verdict: A>A"},
        ReplyCase{Task::Pairwise, R"({"reasoning": "they differ in"})", "unparseable no-verdict"},
        ReplyCase{Task::Pairwise, R"({"reasoning": "it was cut o)", "truncated cut-off"},
        ReplyCase{Task::Pairwise, "no braces", "unparseable not-json"},
        ReplyCase{
            Task::Pairwise, "<think>{\"verdict\": \"B>A\"}</think>{\"verdict\": \"A>B\"}", "verdict A>B +think-block"},
        ReplyCase{Task::Pairwise, R"({"verdict": "Ａ＞Ｂ"})", "verdict A>B +full-width"}));

INSTANTIATE_TEST_SUITE_P(PassFail, JsonReplies,
    testing::Values(ReplyCase{Task::PassFail, R"({"REASONING": "x', ", "VERDICT": "FAIL"})", "verdict FAIL"},
        ReplyCase{Task::PassFail, R"({"REASONING": "x", "VERDICT": "pass."})", "verdict PASS"},
        ReplyCase{Task::PassFail, "{\"REASONING\": \"…\", \"VERDICT\": \"PASS\" or \"FAIL\"}\n{\"VERDICT\": \"FAIL\"}",
            "verdict FAIL +surrounding-prose"},
        ReplyCase{Task::PassFail, R"({"VERDICT": "FAIL - leaked"})", "unparseable unknown-verdict: FAIL - leaked"},
        ReplyCase{Task::PassFail, R"({"VERDICT": "not completed successfully"})",
            "unparseable unknown-verdict: not completed successfully"}));

INSTANTIATE_TEST_SUITE_P(Direct, JsonReplies,
    testing::Values(ReplyCase{Task::Direct, R"({"result": 4})", "verdict 4"},
        ReplyCase{Task::Direct, R"({"score": "4.5"})", "verdict 4.5"},
        ReplyCase{Task::Direct, R"({"score": "4/5"})", "verdict 4 +fraction"},
        ReplyCase{Task::Direct, R"({"score": "8/10"})", "unparseable unknown-verdict: 8/10"},
        ReplyCase{Task::Direct, R"({"score": 85})", "invalid out-of-range: score 85, 1 to 5"},
        ReplyCase{Task::Direct, R"({"score": -1})", "invalid out-of-range: score -1, 1 to 5"},
        ReplyCase{Task::Direct, R"({"score": "Error"})", "unparseable unknown-verdict: Error"},
        ReplyCase{Task::Direct, R"({"score": NaN})", "unparseable not-json"}));

INSTANTIATE_TEST_SUITE_P(Classes, JsonReplies,
    testing::Values(ReplyCase{Task::Classify, R"({"verdict": "yes."})", "verdict Yes"},
        ReplyCase{Task::Classify, R"({"verdict": "Maybe"})", "verdict Maybe"},
        ReplyCase{Task::Classify, R"({"verdict": "Perhaps"})", "unparseable unknown-verdict: Perhaps"},
        ReplyCase{Task::Select, R"({"verdict": "A"})", "verdict C"},
        ReplyCase{Task::Select, R"({"verdict": "Response C"})", "verdict B"},
        ReplyCase{Task::Select, R"({"verdict": "D"})", "unparseable unknown-verdict: D"}));

TEST(VerdictJson, KeepsReasoningAndNormalisedValues) {
    const Judgement direct =
        read(judgeReading("verdict-json", Task::Direct), R"({"reasoning": "why", "result": 4})", "A");
    EXPECT_EQ(direct.overallJustification, "why");
    EXPECT_EQ(direct.scores, std::vector<double>{4});
    EXPECT_EQ(direct.weightedScoreA, 0.75);
    const Judgement passed = read(judgeReading("verdict-json", Task::PassFail), R"({"VERDICT": "PASS"})", "A");
    EXPECT_EQ(passed.weightedScoreA, 1);
    EXPECT_FALSE(passed.label.has_value());
}

TEST(VerdictJson, TokensOfTheJudgesOwnMeanLabels) {
    Judge judge = judgeReading("verdict-json");
    judge.reply.labels = {{"first", "A"}, {"second", "B"}, {"neither", "A=B (bothbad)"}};
    EXPECT_EQ(summary(read(judge, R"({"verdict": "Second"})")), "verdict B>A");
    EXPECT_EQ(summary(read(judge, R"({"verdict": "neither"})", "BA")), "verdict A=B (both bad)");
}

TEST(VerdictJson, SwapsLabelAndStepBack) {
    const Judgement judgement = read(judgeReading("verdict-json"), R"({"verdict": "A>>B"})", "BA");
    EXPECT_EQ(judgement.label, Label::B);
    EXPECT_EQ(judgement.step, -2);
}

TEST(VerdictJson, AHostileMegabyteIsNoVerdict) {
    const Judge judge = judgeReading("verdict-json");
    for (const std::string_view unit :
        {"{", "}", "{}", "{\"", "[", "{\"a\":", "{\"verdict\":1},", "\"", "\\", "{\"a\":[", ",}"}) {
        std::string reply;
        while (reply.size() < 1U << 20U)
            reply += unit;
        EXPECT_NE(read(judge, reply).outcome, Outcome::Verdict) << unit;
    }
}

} // namespace
} // namespace assize::test
