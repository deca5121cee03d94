// SPDX-License-Identifier: Apache-2.0
#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

struct ReplyCase {
    std::string_view reply;
    std::string_view expected;
};

std::string strictly(const Judge& judge, std::string_view reply) {
    ReplyContext context;
    context.judge = &judge;
    context.strict = true;
    return std::string(outcomeName(readReply(reply, context).outcome));
}

class ScorePairs : public testing::TestWithParam<ReplyCase> {};

TEST_P(ScorePairs, AreRead) {
    EXPECT_EQ(summary(read(judgeReading("score-pair"), GetParam().reply)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(ScorePair, ScorePairs,
    testing::Values(ReplyCase{"7 8\nfoo", "verdict B>A"}, ReplyCase{"7,8", "verdict B>A"},
        ReplyCase{"10 9.5", "verdict A>B"}, ReplyCase{"7 7", "verdict A=B"}, ReplyCase{"1e1 5", "verdict A>B"},
        ReplyCase{"7, 8", "verdict B>A +number-separator"}, ReplyCase{" 7 8", "verdict B>A +number-separator"},
        ReplyCase{"7 8 ", "verdict B>A +number-separator"}, ReplyCase{"7\t8", "verdict B>A +number-separator"},
        ReplyCase{"8/10 7/10", "verdict A>B +fraction +number-separator"},
        ReplyCase{"Assistant 1: 8, Assistant 2: 7", "verdict A>B +marker"},
        ReplyCase{"Assistant 1: 7", "unparseable no-verdict: 2 numbers wanted on the first line"},
        ReplyCase{"7 8 9", "unparseable no-verdict: 2 numbers wanted on the first line"},
        ReplyCase{"7 8.\n", "verdict B>A"}, ReplyCase{"85 90", "invalid out-of-range: score 85, 1 to 10"},
        ReplyCase{"-1 5", "invalid out-of-range: score -1, 1 to 10"},
        ReplyCase{"nan 5", "unparseable no-verdict: 2 numbers wanted on the first line"},
        ReplyCase{"inf 5", "unparseable no-verdict: 2 numbers wanted on the first line"},
        ReplyCase{"７ ８", "verdict B>A +number-separator +full-width"}, ReplyCase{"", "unparseable empty"}));

TEST(ScorePair, StrictIsWhatTheOriginalAccepts) {
    const Judge judge = judgeReading("score-pair");
    for (const std::string_view accepted : {"7 8\nfoo", "7,8", "10 9.5"})
        EXPECT_EQ(strictly(judge, accepted), "verdict") << accepted;
    for (const std::string_view refused : {"7, 8", " 7 8", "7 8 ", "7\t8", "8/10 7/10"})
        EXPECT_EQ(strictly(judge, refused), "unparseable") << refused;
}

TEST(ScorePair, ASingleScoreGoesOnFromThePrompt) {
    Judge judge = judgeReading("score-pair", Task::Direct);
    judge.scaleMax = 10;
    const Judgement judgement = read(judge, " 8\nBecause.", "A");
    EXPECT_EQ(summary(judgement), "verdict 8");
    EXPECT_DOUBLE_EQ(*judgement.weightedScoreA, 0.7777777777777778);
    EXPECT_EQ(judgement.overallJustification, "Because.");
}

TEST(ScorePair, ManyScoresChooseTheBestAndGoBackToTheirResponses) {
    Judge judge = judgeReading("score-pair", Task::Select);
    judge.scaleMax = 10;
    const Judgement judgement = read(judge, "3 9 5", "CAB");
    EXPECT_EQ(judgement.result, "A");
    EXPECT_EQ(judgement.scores, (std::vector<double>{9, 5, 3}));
    EXPECT_EQ(summary(read(judge, "9 5 9", "CAB")), "verdict B,C") << "two that lead are both chosen";
}

TEST(ScorePair, SwapMapsScoresBack) {
    const Judgement judgement = read(judgeReading("score-pair"), "9 6", "BA");
    EXPECT_EQ(judgement.label, Label::B);
    EXPECT_EQ(judgement.scores, (std::vector<double>{6, 9}));
    EXPECT_DOUBLE_EQ(*judgement.scoreMargin, -3.0 / 9);
}

struct ResultCase {
    Task task;
    std::string_view reply;
    std::string_view expected;
};

class Results : public testing::TestWithParam<ResultCase> {};

TEST_P(Results, AreRead) {
    Judge judge = judgeReading("reasoning-result", GetParam().task);
    judge.categories = {{"Yes", 1, ""}, {"No", 0, ""}};
    EXPECT_EQ(
        summary(read(judge, GetParam().reply, GetParam().task == Task::Pairwise ? "AB" : "A")), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(ReasoningResult, Results,
    testing::Values(ResultCase{Task::Direct, "**Reasoning:** Fine.\n\n**Result:** 4", "verdict 4"},
        ResultCase{Task::Direct, "**Result:** 4.5", "verdict 4.5"},
        ResultCase{Task::Direct, "**Result:** -1", "invalid out-of-range: score -1, 1 to 5"},
        ResultCase{Task::Direct, "The result: 5 is high\nno marker", "unparseable no-verdict"},
        ResultCase{Task::Direct, "**Result:** 7", "invalid out-of-range: score 7, 1 to 5"},
        ResultCase{Task::Direct, "x [RESULT] 4/5", "verdict 4 +fraction"},
        ResultCase{Task::Direct, "[RESULT] (3)", "verdict 3 +marker"},
        ResultCase{Task::Direct, "x [RESULT] 45", "invalid out-of-range: score 45, 1 to 5"},
        ResultCase{Task::Direct, "[RESULT] 4 because", "unparseable unknown-verdict: 4 because"},
        ResultCase{Task::Direct, "**Result:** 2\nThen again:\n**Result:** 3", "verdict 3"},
        ResultCase{Task::Classify, "**Result:** Yes.", "verdict Yes"},
        ResultCase{Task::Classify, "**Result:** Maybe", "unparseable unknown-verdict: Maybe"},
        ResultCase{Task::Pairwise, "**Reasoning:** a\nb\n\n**Result:** A", "verdict A>B"},
        ResultCase{Task::Pairwise, "**Result:**\nB", "verdict B>A"},
        ResultCase{Task::Pairwise, "**Result:** [A]", "verdict A>B +marker"},
        ResultCase{Task::Pairwise, "**Result**: A", "verdict A>B +marker"},
        ResultCase{Task::Pairwise, "**Result:** Response A", "verdict A>B +marker"},
        ResultCase{Task::Pairwise, "**Result:** A and B are tied", "unparseable unknown-verdict: A and B are tied"},
        ResultCase{Task::Pairwise, "Result: B\nmore", "verdict B>A +marker"},
        ResultCase{Task::Pairwise, "", "unparseable empty"}));

TEST(ReasoningResult, KeepsReasoningOfManyLinesAndNormalises) {
    const Judgement judgement =
        read(judgeReading("reasoning-result", Task::Direct), "**Reasoning:** one\n\ntwo\n\n**Result:** 4", "A");
    EXPECT_EQ(judgement.overallJustification, "one\n\ntwo");
    EXPECT_EQ(judgement.weightedScoreA, 0.75);
}

class Labels : public testing::TestWithParam<ReplyCase> {};

TEST_P(Labels, AreRead) {
    EXPECT_EQ(summary(read(judgeReading("label"), GetParam().reply)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Label, Labels,
    testing::Values(ReplyCase{"So [[A]]", "verdict A>B"}, ReplyCase{"[[B]]", "verdict B>A"},
        ReplyCase{"[[C]]", "verdict A=B"}, ReplyCase{"[[A=B (bothbad)]", "verdict A=B (both bad) +label-bracket"},
        ReplyCase{"[[ b > a ]]", "verdict B>A"}, ReplyCase{"It quotes [[A]] but I say [[B]]", "unparseable ambiguous"},
        ReplyCase{"[[B]] and so [[B]]", "verdict B>A"}, ReplyCase{"[[A>A]]", "unparseable no-label"},
        ReplyCase{"[A]", "unparseable no-label"}, ReplyCase{"[[", "unparseable no-label"}));

TEST(Label, ReadsRatingsAtTheirMarkerOnly) {
    Judge judge = judgeReading("label", Task::Direct);
    judge.scaleMax = 10;
    EXPECT_EQ(summary(read(judge, "Rating: [[7.5]]", "A")), "verdict 7.5");
    EXPECT_EQ(summary(read(judge, "7 of 10", "A")), "unparseable no-label");
}

TEST(ScoreJson, ReadsScoresAndNeverTakesNullForZero) {
    Judge judge = judgeReading("score-json", Task::Direct);
    judge.scaleMin = 0;
    judge.scaleMax = 1;
    const Judgement judgement = read(judge, R"({"justification": "ok", "score": 0.37})", "A");
    EXPECT_EQ(summary(judgement), "verdict 0.37");
    EXPECT_EQ(judgement.weightedScoreA, 0.37);
    EXPECT_EQ(summary(read(judge, R"({"score": null, "justification": "x"})", "A")), "unparseable no-verdict");
    EXPECT_EQ(summary(read(judge, R"({"justification": "x"})", "A")), "unparseable no-verdict");
    EXPECT_EQ(summary(read(judge, "no braces", "A")), "unparseable not-json");
    EXPECT_EQ(summary(read(judge, R"({"score": "high"})", "A")), "unparseable not-a-number: score high");
    EXPECT_EQ(
        summary(read(judge, R"({"score": 0.2} {"score": 0.3})", "A")), "unparseable ambiguous +surrounding-prose");
    EXPECT_EQ(summary(read(judge, R"({"score": 2})", "A")), "invalid out-of-range: score 2, 0 to 1");
}

TEST(RubricJson, ReadsListsAndMaps) {
    const Judge judge = judgeReading("rubric-json");
    const std::string_view list =
        R"({"criteria": [{"name": "fit", "type": "scale", "weight": 1, "score_A": 4, "score_B": 2}],
        "overall_justification": "x", "preference": "[[A>B]]"})";
    EXPECT_EQ(summary(read(judge, list)), "verdict A>B");
    EXPECT_DOUBLE_EQ(*read(judge, list, "BA").scoreMargin, -0.5);
    EXPECT_EQ(summary(read(judge,
                  R"({"criteria_breakdown": {"fit": {"type": "binary", "weight": 1, "score_A": true, "score_B": false}},
        "predictions": ["A>B"], "weighted_score_A": 0.2})")),
        "verdict A>B !total-contradicts-scores");
    EXPECT_EQ(summary(read(judge, R"({"criteria": [], "preference": "[[A>B]]"})")), "invalid no-criteria");
    EXPECT_EQ(summary(read(judge, R"({"criteria": [{"name": "fit", "we)")), "truncated cut-off");
    EXPECT_EQ(summary(read(judge, R"({"thoughts": "none"})")), "unparseable no-verdict");
}

TEST(Regex, TakesWhatThePatternFinds) {
    Judge judge = judgeReading("regex");
    judge.reply.pattern = R"(^Winner: (\w+)$)";
    EXPECT_EQ(summary(read(judge, "Well.\nWinner: B\n")), "verdict B>A");
    EXPECT_EQ(summary(read(judge, "Winner: A\nWinner: B")), "unparseable ambiguous");
    EXPECT_EQ(summary(read(judge, "no")), "unparseable no-verdict");
    judge.reply.pattern = R"((\d+) to (\d+))";
    EXPECT_EQ(summary(read(judge, "4 to 2")), "verdict A>B");
    judge.reply.pattern = "(";
    EXPECT_EQ(read(judge, "x").reason.substr(0, 11), "bad-pattern");
}

TEST(Regex, APatternThatBacktracksForeverIsGivenUp) {
    Judge judge = judgeReading("regex");
    judge.reply.pattern = "(a+)+b";
    EXPECT_EQ(summary(read(judge, std::string(5000, 'a'))), "unparseable pattern-too-slow");
}

/// Every format that compares: the swapped pair's reply, mapped back, is the same verdict.
TEST(Formats, JudgingTheSwappedPairAndMappingBackChangesNothing) {
    struct Pair {
        std::string_view format;
        std::string_view reply;
        std::string_view swappedReply;
    };
    for (const Pair& pair :
        {Pair{"score-pair", "9 6", "6 9"}, Pair{"label", "[[A>>B]]", "[[B>>A]]"}, Pair{"label", "[[C]]", "[[C]]"},
            Pair{"reasoning-result", "**Result:** A", "**Result:** B"},
            Pair{"verdict-json", R"({"verdict":"both_bad"})", R"({"verdict":"both_bad"})"},
            Pair{"rubric-json",
                R"({"criteria":[{"name":"x","weight":1,"score_A":1,"score_B":5,"justification_A":"p"}],"preference":"[[B>A]]"})",
                R"({"criteria":[{"name":"x","weight":1,"score_A":5,"score_B":1,"justification_B":"p"}],"preference":"[[A>B]]"})"}}) {
        const Judge judge = judgeReading(pair.format);
        EXPECT_EQ(read(judge, pair.reply, "AB"), read(judge, pair.swappedReply, "BA")) << pair.format;
        EXPECT_EQ(read(judge, pair.reply).outcome, Outcome::Verdict) << pair.format;
    }
}

} // namespace
} // namespace assize::test
