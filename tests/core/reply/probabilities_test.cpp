// SPDX-License-Identifier: Apache-2.0
#include "core/reply/probabilities.h"

#include "tests/core/reply/reply_support.h"

#include <cmath>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

Judgement readWith(const Judge& judge, std::string_view reply, const std::vector<TokenProbability>& tokens,
    std::string_view presentation) {
    ReplyContext context;
    context.judge = &judge;
    context.presentation = presentation;
    context.tokens = &tokens;
    return readReply(reply, context);
}

const std::vector<TokenProbability> Published = {
    {"4", -0.4, {{"1", -6.0}, {"2", -4.2}, {"3", -2.3}, {"4", -0.4}, {"5", -1.7}}}};

TEST(Probabilities, ADirectScoreIsTheExpectedOne) {
    const Judgement judgement = readWith(judgeReading("token", Task::Direct), "4", Published, "A");
    EXPECT_EQ(summary(judgement), "verdict expected-score: mass 0.9707 4");
    ASSERT_EQ(judgement.scores.size(), 1U);
    EXPECT_NEAR(judgement.scores.front(), 4.0463537313, 1e-9);
    EXPECT_NEAR(*judgement.weightedScoreA, 0.7615884328, 1e-9);
    EXPECT_EQ(judgement.result, "4") << "the sampled one";
}

TEST(Probabilities, EverySpellingOfAScoreCounts) {
    const std::vector<TokenProbability> tokens = {
        {" 2", std::log(0.4), {{" 2", std::log(0.4)}, {"2", std::log(0.2)}, {"３", std::log(0.2)}, {"x", -3}}}};
    const Judgement judgement = readWith(judgeReading("token", Task::Direct), " 2", tokens, "A");
    EXPECT_NEAR(judgement.scores.front(), (2 * 0.6 + 3 * 0.2) / 0.8, 1e-12);
}

TEST(Probabilities, WithoutEnoughMassTheSampledScoreStands) {
    const std::vector<TokenProbability> thin = {{"4", std::log(0.3), {{"4", std::log(0.3)}, {"5", std::log(0.1)}}}};
    EXPECT_EQ(summary(readWith(judgeReading("token", Task::Direct), "4", thin, "A")), "verdict 4");
    EXPECT_EQ(summary(readWith(judgeReading("token", Task::Direct), "4", {}, "A")), "verdict 4");
}

TEST(Probabilities, AScoreOfSeveralTokensStands) {
    Judge judge = judgeReading("token", Task::Direct);
    judge.scaleMax = 10;
    const std::vector<TokenProbability> tokens = {{"1", -0.1, {{"1", -0.1}}}, {"0", -0.1, {{"0", -0.1}}}};
    const Judgement judgement = readWith(judge, "10", tokens, "A");
    EXPECT_EQ(summary(judgement), "verdict 10");
    EXPECT_EQ(judgement.scores, std::vector<double>{10});
}

TEST(Probabilities, OtherFormatsAreNotWeighed) {
    EXPECT_EQ(summary(readWith(judgeReading("label", Task::Direct), "[[4]]", Published, "A")), "verdict 4");
}

TEST(Probabilities, ALabelKeepsItselfAndGetsAPreference) {
    Judge judge = judgeReading("token");
    judge.reply.labels = {{"m", "A>B"}, {"M", "B>A"}};
    const std::vector<TokenProbability> tokens = {{"m", -0.1, {{"m", -0.1}, {"M", -2.5}}}};
    const Judgement forward = readWith(judge, "m", tokens, "AB");
    EXPECT_EQ(forward.label, Label::A);
    ASSERT_EQ(forward.scores.size(), 2U);
    EXPECT_NEAR(2 - forward.scores[0], 1.0831726964939223, 1e-12) << "as AlpacaEval counts: 1 is the first output";
    EXPECT_EQ(forward.reason, "preference: mass 0.9869");
    const Judgement swappedBack = readWith(judge, "m", tokens, "BA");
    EXPECT_EQ(swappedBack.label, Label::B);
    EXPECT_NEAR(swappedBack.scores[1], forward.scores[0], 1e-15);
}

struct TokenCase {
    std::string_view reply;
    std::string_view expected;
};

class Tokens : public testing::TestWithParam<TokenCase> {};

TEST_P(Tokens, AreReadAlone) {
    EXPECT_EQ(summary(read(judgeReading("token", Task::Direct), GetParam().reply, "A")), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Token, Tokens,
    testing::Values(TokenCase{"4", "verdict 4"}, TokenCase{" 4.5\n", "verdict 4.5"},
        TokenCase{"- Quality: 4", "verdict 4 +marker"}, TokenCase{"4.", "verdict 4"},
        TokenCase{"4/5", "verdict 4 +fraction"}, TokenCase{"9", "invalid out-of-range: score 9, 1 to 5"},
        TokenCase{"four", "unparseable unknown-verdict: four"},
        TokenCase{"4\nbecause", "unparseable unknown-verdict: 4\nbecause"}, TokenCase{"", "unparseable empty"}));

} // namespace
} // namespace assize::test
