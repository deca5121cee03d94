// SPDX-License-Identifier: Apache-2.0
// The malformed replies of protocols.md, section 9, each under its number with the resolution given there. Numbers that
// are missing here are no matter of reading a reply: 6 and 19 are tested with the endpoints, 16 and 17 with runs, 26
// with the importers.
#include "core/model/reconcile.h"
#include "core/reply/partial_reply.h"
#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

struct Malformed {
    int number = 0;
    std::string_view name;
    std::string_view format;
    Task task = Task::Pairwise;
    std::string reply;
    std::string_view expected;
    bool truncated = false;
    bool refused = false;
};

void PrintTo(const Malformed& tested, std::ostream* out) {
    *out << tested.number << ' ' << tested.name;
}

std::string rubric(std::string_view scores, std::string_view label = "'[[A>B]]'", std::string_view weight = "1") {
    return "criteria:\n  fit:\n    type: scale\n    weight: " + std::string(weight) + "\n" + std::string(scores) +
           "preference: " + std::string(label) + "\n";
}

const std::string Scores = "    score_A: 4\n    score_B: 2\n";
const std::string Verdict = R"({"reasoning": "x", "verdict": "A>B"})";

class MalformedReplies : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedReplies, EndAsTheTableSays) {
    const Malformed& tested = GetParam();
    Judge judge = judgeReading(tested.format, tested.task);
    judge.categories = {{"Yes", 1, ""}, {"No", 0, ""}};
    ReplyContext context;
    context.judge = &judge;
    context.presentation = tested.task == Task::Pairwise ? "AB" : "A";
    context.truncated = tested.truncated;
    context.refused = tested.refused;
    EXPECT_EQ(summary(readReply(tested.reply, context)), tested.expected);
}

std::string caseName(const testing::TestParamInfo<Malformed>& tested) {
    return "Case" + std::to_string(tested.param.number / 10) + std::to_string(tested.param.number % 10) +
           std::string(tested.param.name);
}

INSTANTIATE_TEST_SUITE_P(Wrapping, MalformedReplies,
    testing::Values(Malformed{1, "Fence", "verdict-json", Task::Pairwise, "```json\n" + Verdict + "\n```",
                        "verdict A>B +code-fence"},
        Malformed{1, "LeadInProse", "verdict-json", Task::Pairwise, "Here it is: " + Verdict,
            "verdict A>B +surrounding-prose"},
        Malformed{1, "TheLastObjectThatIsOne", "verdict-json", Task::Pairwise,
            "Say {\"verdict\": …} for instance.\n" + Verdict + "\nDone.", "verdict A>B +surrounding-prose"},
        Malformed{2, "ThinkBlock", "verdict-json", Task::Pairwise, "<think>{\"verdict\": \"B>A\"}?</think>\n" + Verdict,
            "verdict A>B +think-block"},
        Malformed{2, "OpenThinkBlock", "verdict-json", Task::Pairwise, "<think>\n" + Verdict, "truncated budget"},
        Malformed{3, "NothingButReasoning", "verdict-json", Task::Pairwise, "", "truncated budget", true},
        Malformed{4, "CutOffJson", "verdict-json", Task::Pairwise, R"({"reasoning": "It beg)", "truncated cut-off"},
        Malformed{4, "CutOffRubric", "rubric-json", Task::Pairwise,
            R"({"criteria": [{"name": "fit", "weight": 1, "score_A": 4, "scor)", "truncated cut-off", true},
        Malformed{5, "EndlessBlanks", "verdict-json", Task::Pairwise,
            "{\"reasoning\": \"x\"," + std::string(20000, ' '), "truncated cut-off", true}),
    caseName);

INSTANTIATE_TEST_SUITE_P(Numbers, MalformedReplies,
    testing::Values(Malformed{7, "FractionalScore", "score-pair", Task::Pairwise, "7.5 7", "verdict A>B"},
        Malformed{7, "FractionalGrade", "score-json", Task::Direct, R"({"score": 3.5})", "verdict 3.5"},
        Malformed{8, "OutOfTen", "score-pair", Task::Pairwise, "8/10 7/10", "verdict A>B +fraction +number-separator"},
        Malformed{
            8, "NamedScores", "score-pair", Task::Pairwise, "Assistant 1: 8, Assistant 2: 7", "verdict A>B +marker"},
        Malformed{8, "CommaAndBlank", "score-pair", Task::Pairwise, "7, 8", "verdict B>A +number-separator"},
        Malformed{9, "OutOfRange", "score-pair", Task::Pairwise, "85 90", "invalid out-of-range: score 85, 1 to 10"},
        Malformed{
            9, "Negative", "score-json", Task::Direct, R"({"score": -3})", "invalid out-of-range: score -3, 1 to 5"},
        Malformed{9, "HundredPointScale", "score-json", Task::Direct, R"({"score": 80})",
            "invalid out-of-range: score 80, 1 to 5"},
        Malformed{10, "FractionOfAnotherScale", "reasoning-result", Task::Direct, "**Result:** 7/10",
            "unparseable unknown-verdict: 7/10"},
        Malformed{10, "FractionOfTheScale", "reasoning-result", Task::Direct, "**Result:** 4/5", "verdict 4 +fraction"},
        Malformed{10, "NumbersInProseAreNone", "reasoning-result", Task::Direct, "I counted 3 of 5 points.",
            "unparseable no-verdict"},
        Malformed{11, "FailureIsNoTie", "score-pair", Task::Pairwise, "both fine",
            "unparseable no-verdict: 2 numbers wanted on the first line"},
        Malformed{11, "FailureIsNoZero", "score-json", Task::Direct, R"({"score": null})", "unparseable no-verdict"},
        Malformed{15, "MinusOneIsNoScore", "score-json", Task::Direct, R"({"score": -1})",
            "invalid out-of-range: score -1, 1 to 5"},
        Malformed{15, "ErrorIsNoScore", "score-json", Task::Direct, R"({"score": "Error"})",
            "unparseable not-a-number: score Error"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(Markers, MalformedReplies,
    testing::Values(
        Malformed{12, "EchoedPrompt", "reasoning-result", Task::Direct,
            "**Result:** <an integer between 1 and 5>\n\n**Reasoning:** Good.\n\n**Result:** 4", "verdict 4"},
        Malformed{13, "WordInsideAnother", "verdict-json", Task::PassFail, R"({"VERDICT": "FAIL — leaked"})",
            "unparseable unknown-verdict: FAIL — leaked"},
        Malformed{13, "NotCompleted", "verdict-json", Task::PassFail, R"({"VERDICT": "not passed"})",
            "unparseable unknown-verdict: not passed"},
        Malformed{13, "TwoLabels", "label", Task::Pairwise, "[[A]] is tempting, but [[B]]", "unparseable ambiguous"},
        Malformed{14, "VerdictBeforeTheCut", "score-pair", Task::Pairwise, "8 3\nThe first one sa",
            "verdict A>B !explanation-incomplete", true},
        Malformed{18, "RefusedByTheServer", "verdict-json", Task::Pairwise, "", "refused refused", false, true},
        Malformed{18, "RefusedInWords", "verdict-json", Task::Pairwise, "I'm sorry, but I can't judge this.",
            "refused refused"},
        Malformed{20, "StarsMissing", "reasoning-result", Task::Pairwise, "Result: A", "verdict A>B +marker"},
        Malformed{20, "StarsElsewhere", "reasoning-result", Task::Pairwise, "**Result**: A", "verdict A>B +marker"},
        Malformed{20, "Brackets", "reasoning-result", Task::Pairwise, "**Result:** [A]", "verdict A>B +marker"},
        Malformed{
            21, "BracketMissing", "label", Task::Pairwise, "[[A=B (bothbad)]", "verdict A=B (both bad) +label-bracket"},
        Malformed{21, "SmallLetters", "label", Task::Pairwise, "[[ a > b ]]", "verdict A>B"},
        Malformed{21, "SameLetterTwice", "label", Task::Pairwise, "[[A>A]]", "unparseable no-label"},
        Malformed{21, "SingleBrackets", "label", Task::Pairwise, "[A>B]", "unparseable no-label"},
        Malformed{27, "OtherNamesInTheSwappedRun", "score-pair", Task::Pairwise,
            "8 3\nAssistant 1 is right, Assistant 2 is not.", "verdict A>B"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(Rubrics, MalformedReplies,
    testing::Values(Malformed{22, "UnquotedColon", "rubric-yaml", Task::Pairwise,
                        rubric(Scores + "    justification_A: it fails: no source\n"), "verdict A>B +yaml-lines"},
        Malformed{22, "YesAndNo", "rubric-yaml", Task::Pairwise,
            "criteria:\n  fit: {type: binary, weight: 1, score_A: yes, score_B: no}\npreference: '[[A>B]]'",
            "verdict A>B"},
        Malformed{22, "Fenced", "rubric-yaml", Task::Pairwise, "```yaml\n" + rubric(Scores) + "```",
            "verdict A>B +code-fence"},
        Malformed{23, "WeightSum", "rubric-yaml", Task::Pairwise, rubric(Scores, "'[[A>B]]'", "0.5"),
            "verdict A>B !weights-normalised"},
        Malformed{23, "NegativeWeight", "rubric-yaml", Task::Pairwise, rubric(Scores, "'[[A>B]]'", "-1"),
            "invalid negative-weight: fit"},
        Malformed{
            23, "Percent", "rubric-yaml", Task::Pairwise, rubric(Scores, "'[[A>B]]'", "100%"), "verdict A>B +fraction"},
        Malformed{24, "FractionOfFive", "rubric-yaml", Task::Pairwise, rubric("    score_A: 4/5\n    score_B: \"2\"\n"),
            "verdict A>B +fraction"},
        Malformed{24, "FractionOfTen", "rubric-yaml", Task::Pairwise, rubric("    score_A: 8/10\n    score_B: 2\n"),
            "invalid not-a-number: fit, score_A 8/10"}),
    caseName);

TEST(MalformedReply, Case05EndlessBlanksShowWhileStreaming) {
    const Judge judge = judgeReading("verdict-json");
    ReplyContext context;
    context.judge = &judge;
    EXPECT_EQ(readPartialReply("{\"reasoning\": \"x\"," + std::string(20000, '\n'), context).blankBytes, 20000U);
}

TEST(MalformedReply, Case11AFailureHoldsNothingThatCouldBeCounted) {
    const Judgement judgement = read(judgeReading("score-pair"), "both fine");
    EXPECT_FALSE(judgement.label.has_value());
    EXPECT_TRUE(judgement.scores.empty());
    EXPECT_FALSE(judgement.scoreMargin.has_value());
}

TEST(MalformedReply, Case25PassesThatDisagreeAreBothKept) {
    const Judgement forward = read(judgeReading("label"), "[[A]]", "AB");
    const Judgement backward = read(judgeReading("label"), "[[A]]", "BA");
    const Reconciled both = reconcile(forward.label, backward.label, MixedPolicy::Tie);
    EXPECT_EQ(forward.label, Label::A);
    EXPECT_EQ(backward.label, Label::B);
    EXPECT_EQ(both.agreement, OrderAgreement::Flipped);
    EXPECT_FALSE(both.label.has_value());
}

TEST(MalformedReply, Case27TheStoredTextKeepsItsNames) {
    const Judgement judgement = read(judgeReading("score-pair"), "8 3\nAssistant 1 is right.", "BA");
    EXPECT_EQ(judgement.label, Label::B);
    EXPECT_EQ(judgement.overallJustification, "Assistant 1 is right.");
}

} // namespace
} // namespace assize::test
