// SPDX-License-Identifier: Apache-2.0
#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

/// The example that the rubric judge's makers print: its scores, its weights, its totals, which contradict each other.
constexpr std::string_view Printed = R"(criteria:
  completeness:
    description: "Names light and dark reactions"
    type: scale
    weight: 0.5
    score_A: 2
    score_B: 5
    justification_A: "Thin"
    justification_B: "Full"
  accuracy:
    description: "Is right"
    type: scale
    weight: 0.3
    score_A: 3
    score_B: 5
    justification_A: "Mostly"
    justification_B: "All"
  clarity:
    description: "Reads well"
    type: scale
    weight: 0.2
    score_A: 4
    score_B: 5
    justification_A: "Short"
    justification_B: "Clear"
weighted_score_A: 0.225
weighted_score_B: 1.0
score_margin: -0.775
overall_justification: "B says more"
preference: '[[B>A]]'
)";

TEST(RubricYaml, RecomputesThePrintedExampleAndFlagsItsTotals) {
    const Judge judge = judgeReading("rubric-yaml");
    const Judgement judgement = read(judge, Printed);
    EXPECT_EQ(summary(judgement), "verdict B>A !total-contradicts-scores");
    EXPECT_DOUBLE_EQ(*judgement.weightedScoreA, 0.425);
    EXPECT_DOUBLE_EQ(*judgement.weightedScoreB, 1.0);
    EXPECT_DOUBLE_EQ(*judgement.scoreMargin, -0.575);
    ASSERT_EQ(judgement.criteria.size(), 3U);
    EXPECT_EQ(judgement.criteria[0].criterion.name, "completeness");
    EXPECT_EQ(judgement.criteria[0].normalisedA, 0.25);
    EXPECT_EQ(judgement.criteria[2].justificationB, "Clear");
    EXPECT_EQ(judgement.overallJustification, "B says more");
    EXPECT_EQ(judgement.step, -1);
}

TEST(RubricYaml, RefusesMoreKeysThanAnyVerdictHas) {
    std::string reply(Printed);
    for (int count = 0; count < 30'000; ++count)
        reply += "more: 1\n";
    EXPECT_EQ(summary(read(judgeReading("rubric-yaml"), reply)), "unparseable not-yaml");
}

TEST(RubricYaml, SwappedPresentationIsMappedBack) {
    const Judge judge = judgeReading("rubric-yaml");
    const Judgement judgement = read(judge, Printed, "BA");
    EXPECT_EQ(summary(judgement), "verdict A>B !total-contradicts-scores");
    EXPECT_DOUBLE_EQ(*judgement.weightedScoreA, 1.0);
    EXPECT_DOUBLE_EQ(*judgement.scoreMargin, 0.575);
    EXPECT_EQ(judgement.criteria[0].scoreA, 5);
    EXPECT_EQ(judgement.criteria[0].justificationA, "Full");
}

TEST(RubricYaml, MixesScalesAndTruths) {
    const Judgement judgement = read(judgeReading("rubric-yaml"), R"(criteria:
  one: {type: scale, weight: 0.4, score_A: 3, score_B: 5}
  two: {type: binary, weight: 0.35, score_A: True, score_B: False}
  three: {type: scale, weight: 0.25, score_A: 5, score_B: 3}
preference: '[[A>B]]'
)");
    EXPECT_EQ(summary(judgement), "verdict A>B");
    EXPECT_DOUBLE_EQ(*judgement.weightedScoreA, 0.8);
    EXPECT_DOUBLE_EQ(*judgement.weightedScoreB, 0.525);
    EXPECT_NEAR(*judgement.scoreMargin, 0.275, 1e-12);
}

TEST(RubricYaml, WeightsThatDoNotSumToOneAreNormalisedAndFlagged) {
    const Judgement judgement = read(judgeReading("rubric-yaml"), R"(criteria:
  one: {weight: 0.5, score_A: 4, score_B: 1}
  two: {weight: 0.4, score_A: 3, score_B: 1}
  three: {weight: 0.3, score_A: 5, score_B: 1}
preference: '[[A>B]]'
)");
    EXPECT_EQ(summary(judgement), "verdict A>B !weights-normalised");
    EXPECT_DOUBLE_EQ(*judgement.weightedScoreRawA, 0.875);
    EXPECT_DOUBLE_EQ(*judgement.weightedScoreA, 0.7291666666666667);
}

/// One criterion between lines, so that a table can show what one line does.
std::string withLines(std::string_view scoreLines, std::string_view rest = "preference: '[[A>B]]'\n") {
    return "criteria:\n  fit:\n    type: scale\n    weight: 1\n" + std::string(scoreLines) + std::string(rest);
}

struct ReplyCase {
    std::string_view name;
    std::string reply;
    std::string_view expected;
};

class RubricReplies : public testing::TestWithParam<ReplyCase> {};

TEST_P(RubricReplies, EndInTheRightOutcome) {
    EXPECT_EQ(summary(read(judgeReading("rubric-yaml"), GetParam().reply)), GetParam().expected);
}

const std::string Scores = "    score_A: 4\n    score_B: 2\n";
const std::string Sound = withLines(Scores);

std::string windows(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

std::string tabbed(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isPair = text.compare(at, 2, "  ") == 0;
        out += isPair ? '\t' : text[at];
        at += isPair ? 1 : 0;
    }
    return out;
}

INSTANTIATE_TEST_SUITE_P(RubricYaml, RubricReplies,
    testing::Values(ReplyCase{"Sound", Sound, "verdict A>B"}, ReplyCase{"Crlf", windows(Sound), "verdict A>B"},
        ReplyCase{"Bom", "\xEF\xBB\xBF" + Sound, "verdict A>B"},
        ReplyCase{"Fence", "```yaml\n" + Sound + "```\n", "verdict A>B +code-fence"},
        ReplyCase{"OpenFence", "```yaml\n" + Sound, "verdict A>B +code-fence"},
        ReplyCase{"FenceInProse", "Here you are:\n\n```yaml\n" + Sound + "```\nHope this helps!",
            "verdict A>B +code-fence +surrounding-prose"},
        ReplyCase{"LeadInProse", "Sure, I compared both\n\n" + Sound, "verdict A>B +surrounding-prose"},
        ReplyCase{"TrailingProse", Sound + "\nI hope this is what you need\n", "verdict A>B +surrounding-prose"},
        ReplyCase{"Think", "<think>\n[[B>A]] maybe\n</think>\n" + Sound, "verdict A>B +think-block"},
        ReplyCase{"ThinkEndOnly", "hm, [[B>A]]\n</think>\n" + Sound, "verdict A>B +think-block"},
        ReplyCase{"ThinkOpen", "<think>\nI wonder\n" + Sound, "truncated budget"},
        ReplyCase{"Tabs", tabbed(Sound), "verdict A>B +yaml-lines"},
        ReplyCase{"UnquotedColon", withLines(Scores + "    justification_A: It fails: no source\n"),
            "verdict A>B +yaml-lines"},
        ReplyCase{"UnescapedQuotes", withLines(Scores + "    justification_A: \"says \"yes\" twice\"\n"),
            "verdict A>B +yaml-lines"},
        ReplyCase{
            "WrappedLine", withLines(Scores + "    justification_A: It goes\non here\n"), "verdict A>B +yaml-lines"},
        ReplyCase{"Misindented", withLines("     score_A: 4\n   score_B: 2\n"), "verdict A>B +yaml-lines"},
        ReplyCase{
            "FullWidthColon", withLines("    score_A：４\n    score_B: 2\n"), "verdict A>B +yaml-lines +full-width"},
        ReplyCase{"FullWidthLabel", withLines(Scores, "preference: '［［A＞B］］'\n"), "verdict A>B +full-width"},
        ReplyCase{"Fractions", withLines("    score_A: 4/5\n    score_B: \"2\"\n"), "verdict A>B +fraction"},
        ReplyCase{
            "OtherScale", withLines("    score_A: 8/10\n    score_B: 2\n"), "invalid not-a-number: fit, score_A 8/10"},
        ReplyCase{"Words", withLines("    score_A: good\n    score_B: 2\n"), "invalid not-a-number: fit, score_A good"},
        ReplyCase{"NotANumber", withLines("    score_A: .nan\n    score_B: nan\n"),
            "invalid not-a-number: fit, score_A .nan"},
        ReplyCase{
            "TooHigh", withLines("    score_A: 7\n    score_B: 2\n"), "invalid out-of-range: fit, score_A 7, 1 to 5"},
        ReplyCase{"Negative", withLines("    score_A: 4\n    score_B: -1\n"),
            "invalid out-of-range: fit, score_B -1, 1 to 5"},
        ReplyCase{"MissingScore", withLines("    score_A: 4\n"), "invalid missing-score: fit, score_B"},
        ReplyCase{"MissingBracket", withLines(Scores, "preference: '[[A=B (bothbad)]'\n"),
            "verdict A=B (both bad) +label-bracket"},
        ReplyCase{"BareLabel", withLines(Scores, "preference: A>B\n"), "verdict A>B +label-bracket"},
        ReplyCase{"UnquotedLabel", withLines(Scores, "preference: [[A>B]]\n"), "verdict A>B"},
        ReplyCase{"LowerCase", withLines(Scores, "preference: '[[a>b]]'\n"), "verdict A>B"},
        ReplyCase{"StrongLabel", withLines(Scores, "verdict: '[[A>>B]]'\n"), "verdict A>B"},
        ReplyCase{"SameLetterTwice", withLines(Scores, "preference: '[[A>A]]'\n"), "unparseable no-label"},
        ReplyCase{"Predictions", withLines(Scores, "predictions: ['A>B']\n"), "verdict A>B +label-bracket"},
        ReplyCase{"NoLabel", withLines(Scores, ""), "unparseable no-label"},
        ReplyCase{
            "TwoLabels", withLines(Scores, "preference: '[[A>B]]'\nverdict: '[[B>A]]'\n"), "unparseable ambiguous"},
        ReplyCase{"RepeatedKey", withLines(Scores, "preference: '[[A>B]]'\npreference: '[[B>A]]'\n"),
            "unparseable ambiguous"},
        ReplyCase{"TwoFences",
            "```yaml\n" + Sound + "```\n```yaml\n" + withLines(Scores, "preference: '[[B>A]]'\n") + "```",
            "unparseable ambiguous +code-fence +surrounding-prose"},
        ReplyCase{"ContradictedAtTheEnd", Sound + "\nFinal answer: [[B>A]]\n", "unparseable ambiguous"},
        ReplyCase{"QuotedBeforeTheLabel", withLines(Scores + "    justification_B: \"It says [[B>A]] itself\"\n"),
            "verdict A>B"},
        ReplyCase{"LabelAgainstScores", withLines("    score_A: 2\n    score_B: 4\n"),
            "verdict A>B !label-contradicts-scores"},
        ReplyCase{"RationaleAgainstLabel",
            withLines(Scores, "overall_justification: Response B is clearly better overall.\npreference: '[[A>B]]'\n"),
            "verdict A>B !rationale-contradicts-label"},
        ReplyCase{"UnknownType",
            "criteria:\n  fit: {type: stars, weight: 1, score_A: 4, score_B: 2}\npreference: '[[A>B]]'",
            "invalid unknown-type: fit, stars"},
        ReplyCase{"Booleans",
            "criteria:\n  fit: {type: binary, weight: 1, score_A: yes, score_B: off}\npreference: '[[A>B]]'",
            "verdict A>B"},
        ReplyCase{"BooleanOutOfRange",
            "criteria:\n  fit: {type: binary, weight: 1, score_A: 4, score_B: 1}\npreference: '[[A>B]]'",
            "invalid out-of-range: fit, score_A 4, 0 to 1"},
        ReplyCase{"Percent",
            "criteria:\n  a: {weight: 30%, score_A: 4, score_B: 2}\n  b: {weight: 70%, score_A: 4, score_B: 2}\n"
            "preference: '[[A>B]]'",
            "verdict A>B +fraction"},
        ReplyCase{"NegativeWeight", "criteria:\n  fit: {weight: -1, score_A: 4, score_B: 2}\npreference: '[[A>B]]'",
            "invalid negative-weight: fit"},
        ReplyCase{"ZeroWeights", "criteria:\n  fit: {weight: 0, score_A: 4, score_B: 2}\npreference: '[[A>B]]'",
            "invalid zero-weights"},
        ReplyCase{"SomeWeights",
            "criteria:\n  a: {weight: 1, score_A: 4, score_B: 2}\n  b: {score_A: 4, score_B: 2}\npreference: '[[A>B]]'",
            "invalid missing-weight"},
        ReplyCase{"NoWeights",
            "criteria:\n  a: {score_A: 4, score_B: 2}\n  b: {score_A: 2, score_B: 2}\npreference: '[[A>B]]'",
            "verdict A>B !weights-normalised"},
        ReplyCase{"DuplicateCriterion",
            "criteria:\n  Fit: {weight: 1, score_A: 4, score_B: 2}\n  fit: {weight: 1, score_A: 4, score_B: 2}\n"
            "preference: '[[A>B]]'",
            "invalid duplicate-criterion: fit"},
        ReplyCase{"ListOfCriteria",
            "criteria:\n- short_name: fit\n  weight: 1\n  score_a: 4\n  score_b: 2\nlabel: '[[A>B]]'\n", "verdict A>B"},
        ReplyCase{"WithoutCriteriaKey",
            "fit:\n  type: scale\n  weight: 1\n" + std::string("  score_A: 4\n  score_B: 2\n") +
                "preference: '[[A>B]]'\n",
            "verdict A>B"},
        ReplyCase{"NestedSides",
            "criteria:\n  fit:\n    weight: 1\n    response_A:\n      score: 4\n      justification: x\n    "
            "response_B:\n"
            "      score: 2\npreference: '[[A>B]]'\n",
            "verdict A>B"},
        ReplyCase{"LabelOnly", "preference: '[[A>B]]'", "invalid no-criteria"},
        ReplyCase{"Prose", "I like A more.", "unparseable not-yaml"}, ReplyCase{"Empty", " \n", "unparseable empty"},
        ReplyCase{"Refusal", "I'm sorry, but I can't compare these.", "refused refused"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(RubricYaml, AFixedRubricFillsInWhatTheReplyLeavesOut) {
    Judge judge = judgeReading("rubric-yaml");
    judge.rubricPolicy = RubricPolicy::Fixed;
    judge.criteria = {{"Clear text", "Reads well", 0.75, CriterionType::Scale, 1, 10, {}},
        {"True", "Is so", 0.25, CriterionType::Binary, 1, 5, {}}};
    const Judgement judgement = read(judge, "criteria:\n  true: {score_A: yes, score_B: no}\n  clear_text: {score_A: "
                                            "10, score_B: 1}\npreference: '[[A>B]]'\n");
    EXPECT_EQ(summary(judgement), "verdict A>B");
    ASSERT_EQ(judgement.criteria.size(), 2U);
    EXPECT_EQ(judgement.criteria[0].criterion, judge.criteria[0]);
    EXPECT_EQ(judgement.weightedScoreA, 1);
    EXPECT_EQ(judgement.weightedScoreB, 0);
    EXPECT_EQ(summary(read(judge, "criteria:\n  True: {score_A: yes, score_B: no}\npreference: '[[A>B]]'\n")),
        "invalid missing-criterion: Clear text");
    EXPECT_EQ(
        summary(read(judge, "criteria:\n  True: {score_A: yes, score_B: no}\n  Clear text: {score_A: 1, score_B: 1}\n"
                            "  Style: {score_A: 1, score_B: 1}\npreference: '[[A>B]]'\n")),
        "invalid extra-criterion: Style");
}

TEST(RubricYaml, StrictAcceptsNothingRepaired) {
    const Judge judge = judgeReading("rubric-yaml");
    ReplyContext context;
    context.judge = &judge;
    context.strict = true;
    EXPECT_EQ(summary(readReply(Sound, context)), "verdict A>B");
    EXPECT_EQ(summary(readReply("```yaml\n" + Sound + "```", context)), "unparseable strict: code-fence +code-fence");
}

TEST(RubricYaml, AReplyThatWasCutOffIsNoVerdict) {
    const Judge judge = judgeReading("rubric-yaml");
    ReplyContext context;
    context.judge = &judge;
    context.truncated = true;
    EXPECT_EQ(summary(readReply(withLines(Scores, "overall_justification: \"It is"), context)),
        "truncated cut-off +yaml-lines");
    EXPECT_EQ(summary(readReply("", context)), "truncated budget");
    EXPECT_EQ(summary(readReply(Sound, context)), "verdict A>B !explanation-incomplete");
    context.truncated = false;
    context.refused = true;
    EXPECT_EQ(summary(readReply(Sound, context)), "refused refused");
}

TEST(RubricYaml, WhatIsNoVerdictHoldsNothingThatCouldBeCounted) {
    const Judgement judgement = read(judgeReading("rubric-yaml"), withLines("    score_A: 7\n    score_B: 2\n"));
    EXPECT_EQ(judgement.outcome, Outcome::Invalid);
    EXPECT_FALSE(judgement.label.has_value());
    EXPECT_FALSE(judgement.weightedScoreA.has_value());
    EXPECT_EQ(judgement.criteria.size(), 1U);
}

/// Exchanging the responses everywhere in a reply, and presenting them the other way round, changes nothing.
TEST(RubricYaml, JudgingTheSwappedPairAndMappingBackChangesNothing) {
    const Judge judge = judgeReading("rubric-yaml");
    for (int a = 1; a <= 5; ++a) {
        for (int b = 1; b <= 5; ++b) {
            for (const std::string_view label : {"A>B", "B>A", "A=B", "A=B (bothbad)", "A>>B"}) {
                const auto reply = [&](int first, int second, std::string text) {
                    return withLines(
                        "    score_A: " + std::to_string(first) + "\n    score_B: " + std::to_string(second) + "\n",
                        "preference: '[[" + text + "]]'\n");
                };
                std::string exchanged(label);
                for (char& c : exchanged) {
                    if (c == 'A' || c == 'B')
                        c = c == 'A' ? 'B' : 'A';
                }
                EXPECT_EQ(
                    read(judge, reply(a, b, std::string(label)), "AB"), read(judge, reply(b, a, exchanged), "BA"));
            }
        }
    }
}

TEST(RubricYaml, AHostileMegabyteIsNoVerdict) {
    const Judge judge = judgeReading("rubric-yaml");
    for (const std::string_view unit : {"- ", "a: ", "\"", "'\n", "{", "[[", "```\n", "<think>", "\n", " \n", "a:\n",
             "x: \"\\\"\n", "“", "criteria:\n", "\t", "- - a: |\n", "[[A>B]]", "preference: '[[A>B]]'\n"}) {
        std::string reply;
        while (reply.size() < 1U << 20U)
            reply += unit;
        const Judgement judgement = read(judge, reply);
        EXPECT_NE(judgement.outcome, Outcome::Verdict) << unit;
    }
}

} // namespace
} // namespace assize::test
