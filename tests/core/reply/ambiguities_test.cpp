// SPDX-License-Identifier: Apache-2.0
// What the founding documents leave open (protocols.md, section 10), each under its number with the resolution given
// there. Numbers that are missing here are tested where they live: 2, 3 and 7 with the figures (metrics/vectors_test),
// 9, 19, 20 and 24 with the importers, 17, 28 and 29 with the endpoints, 25 is about licences.
#include "core/judge/library.h"
#include "core/judge/lint.h"
#include "core/judge/render.h"
#include "core/judge/reply_schema.h"
#include "core/model/label.h"
#include "core/reply/original_readers.h"
#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

Judge preset(std::string_view name) {
    const auto found = findJudge(name, {});
    EXPECT_TRUE(found.has_value()) << name;
    return found ? found->judge : Judge{};
}

Item item(std::size_t responses) {
    Item made;
    made.turns = {{"user", "Q"}};
    made.responses.assign(responses, {"R", ""});
    return made;
}

std::string rendered(const Judge& judge, const Item& shown, const std::string& presentation) {
    const auto request = renderRequest(judge, shown, {presentation, "", false});
    return request ? request->messages.back().content : request.error().detail.english();
}

constexpr std::string_view Photosynthesis =
    "criteria:\n  a: {weight: 0.5, score_A: 2, score_B: 5}\n  b: {weight: 0.3, score_A: 3, score_B: 5}\n"
    "  c: {weight: 0.2, score_A: 4, score_B: 5}\nweighted_score_A: 0.225\nweighted_score_B: 1.0\n"
    "score_margin: -0.775\npreference: '[[B>A]]'\n";

TEST(Ambiguities, No01TieAndFailureAreDifferentOutcomes) {
    const Judge judge = judgeReading("label");
    EXPECT_EQ(summary(read(judge, "[[A]]")), "verdict A>B");
    EXPECT_EQ(summary(read(judge, "[[B]]")), "verdict B>A");
    EXPECT_EQ(summary(read(judge, "[[C]]")), "verdict A=B");
    EXPECT_EQ(summary(read(judge, "[[A=B (bothbad)]]")), "verdict A=B (both bad)");
    EXPECT_EQ(summary(read(judge, "hm")), "unparseable no-label");
    EXPECT_EQ(summary(read(judge, "Sorry, I can't.")), "refused refused");
}

TEST(Ambiguities, No04MarginsAreAMinusB) {
    EXPECT_NEAR(*read(judgeReading("rubric-yaml"), Photosynthesis).scoreMargin, -0.575, 1e-12);
    EXPECT_GT(*read(judgeReading("score-pair"), "9 3").scoreMargin, 0);
    EXPECT_LT(*read(judgeReading("score-pair"), "9 3", "BA").scoreMargin, 0);
}

/// Vector 6: 0.65 against 0.78.
TEST(Ambiguities, No04MarginsThatAreModerateAreOnlyNumbers) {
    const Judgement judgement = read(judgeReading("rubric-yaml"),
        "criteria:\n  a: {type: binary, weight: 0.65, score_A: true, score_B: true}\n"
        "  b: {type: binary, weight: 0.13, score_A: false, score_B: true}\n"
        "  c: {type: binary, weight: 0.22, score_A: false, score_B: false}\npreference: '[[B>A]]'\n");
    EXPECT_NEAR(*judgement.weightedScoreA, 0.65, 1e-12);
    EXPECT_NEAR(*judgement.weightedScoreB, 0.78, 1e-12);
    EXPECT_NEAR(*judgement.scoreMargin, -0.13, 1e-12);
}

TEST(Ambiguities, No05StatedTotalsAreComparedAndNeverUsed) {
    const Judgement judgement = read(judgeReading("rubric-yaml"), Photosynthesis);
    EXPECT_NEAR(*judgement.weightedScoreA, 0.425, 1e-12);
    EXPECT_EQ(summary(judgement), "verdict B>A !total-contradicts-scores");
}

TEST(Ambiguities, No06TheLabelWinsAndTheContradictionIsFlagged) {
    const Judgement judgement = read(
        judgeReading("rubric-yaml"), "criteria:\n  a: {weight: 1, score_A: 1, score_B: 5}\npreference: '[[A>B]]'\n");
    EXPECT_EQ(summary(judgement), "verdict A>B !label-contradicts-scores");
    EXPECT_EQ(judgement.scoreMargin, -1);
}

TEST(Ambiguities, No08WeightsAreAlwaysNormalisedAndTheRawSumIsKept) {
    const Judgement judgement = read(judgeReading("rubric-yaml"),
        "criteria:\n  a: {weight: 2, score_A: 5, score_B: 1}\n  b: {weight: 2, score_A: 1, score_B: 1}\n"
        "preference: '[[A>B]]'\n");
    EXPECT_EQ(judgement.weightedScoreA, 0.5);
    EXPECT_EQ(judgement.weightedScoreRawA, 2);
    const Judgement close = read(judgeReading("rubric-yaml"),
        "criteria:\n  a: {weight: 0.505, score_A: 5, score_B: 1}\n  b: {weight: 0.5, score_A: 1, score_B: 1}\n"
        "preference: '[[A>B]]'\n");
    EXPECT_TRUE(close.flags.empty()) << "0.005 off is rounding";
}

TEST(Ambiguities, No10JudgelmSingleReadsOneNumberAndNeedsAReference) {
    const Judge judge = preset("judgelm-single");
    const Judgement judgement = read(judge, " 8\nx", "A");
    EXPECT_NEAR(*judgement.weightedScoreA, 7.0 / 9, 1e-12);
    EXPECT_EQ(read(judge, "10 8\nx", "A").outcome, Outcome::Unparseable) << "the 10 is in the prompt already";
    EXPECT_EQ(rendered(judge, item(1), "A"), "the judge requires a reference, the item has none");
}

TEST(Ambiguities, No11JudgelmTurnsPutsTheDialogueIntoTheQuestion) {
    Item dialogue = item(2);
    dialogue.turns = {{"user", "one"}, {"assistant", "two"}, {"user", "three"}};
    const std::string prompt = rendered(preset("judgelm-turns"), dialogue, "AB");
    EXPECT_NE(prompt.find("[Question]\nUser: one\n\nAssistant: two\n\nUser: three\n\n"), std::string::npos) << prompt;
    EXPECT_NE(preset("judgelm-turns").title.find("unofficial"), std::string::npos);
}

TEST(Ambiguities, No12JudgelmIsOneRawPromptWithRoomForItsExplanation) {
    for (const char* name : {"judgelm-pair", "judgelm-pair-ref", "judgelm-single", "judgelm-many", "judgelm-turns"}) {
        const Judge judge = preset(name);
        EXPECT_EQ(judge.messages.size(), 1U) << name;
        EXPECT_EQ(judge.parameters.maxTokens, 2048) << name;
        EXPECT_EQ(judge.parameters.stop, std::vector<std::string>{"</s>"}) << name;
    }
}

TEST(Ambiguities, No13TheLastCharacterIsNotChopped) {
    EXPECT_EQ(read(judgeReading("score-pair"), "7 10").scores, (std::vector<double>{7, 10}));
    EXPECT_EQ(read(judgeReading("score-pair"), "7 8\nFine.").overallJustification, "Fine.");
}

TEST(Ambiguities, No14SelenesAlphabetIsTheJudges) {
    Judge judge = preset("selene-classify");
    EXPECT_EQ(summary(read(judge, "**Result:** yes.", "A")), "verdict Yes");
    EXPECT_EQ(summary(read(judge, "**Result:** Maybe", "A")), "unparseable unknown-verdict: Maybe");
    judge.categories.push_back({"Maybe", 0.5, ""});
    EXPECT_EQ(summary(read(judge, "**Result:** maybe", "A")), "verdict Maybe");
    EXPECT_EQ(summary(read(preset("selene-pairwise"), "**Result:** tie")), "unparseable unknown-verdict: tie");
}

TEST(Ambiguities, No15SelenesLinesAreNotIndented) {
    const std::string prompt = rendered(preset("selene-absolute"), item(1), "A");
    EXPECT_EQ(prompt.find("\n  "), std::string::npos) << prompt;
}

TEST(Ambiguities, No16ReasoningComesFirstAndVerdictsAreEnumerated) {
    const auto schema = replySchema(preset("root-pairwise"), 2);
    ASSERT_TRUE(schema.has_value());
    EXPECT_EQ(schema->at("properties").dump(),
        R"({"REASONING":{"type":"string"},"VERDICT":{"type":"string","enum":["A","B"]}})");
    const auto evaluator = replySchema(preset("root-evaluator"), 1);
    EXPECT_EQ(evaluator->at("properties").dump(),
        R"({"justification":{"type":"string"},"score":{"type":"number","minimum":0.0,"maximum":1.0}})");
}

TEST(Ambiguities, No18ScoresAreComparedWithSlackAndAsOriginalExactly) {
    EXPECT_EQ(read(judgeReading("score-pair"), "8.3 8.2").label, Label::A);
    EXPECT_EQ(read(judgeReading("score-pair"), "8.30000000001 8.3").label, Label::Tie);
    EXPECT_EQ(fastchatWinner(8.3, 8.2), 'A');
    EXPECT_EQ(fastchatWinner(8, 8.1), 'C');
}

TEST(Ambiguities, No21BareNumbersAreNoLabels) {
    for (const char* number : {"0", "1", "2", "1.0"})
        EXPECT_FALSE(labelFromText(number).has_value()) << number;
}

TEST(Ambiguities, No22BothBadHasManyNames) {
    for (const char* name : {"tie (bothbad)", "both_bad", "A=B (bothbad)", "[[A=B (bothbad)]"})
        EXPECT_EQ(labelFromText(name), Label::BothBad) << name;
}

TEST(Ambiguities, No23FencesInAnswersKeepTheirBytes) {
    Item shown = item(1);
    shown.responses[0].text = "```\ncode\n```";
    EXPECT_NE(rendered(preset("selene-absolute"), shown, "A").find("Response:\n```\n```\ncode\n```\n```\n"),
        std::string::npos);
}

TEST(Ambiguities, No26LongPromptsAreWarnedOf) {
    LintSettings settings;
    settings.contextTokens = 2048;
    bool isWarned = false;
    for (const LintFinding& finding : lintJudge(preset("judgelm-pair"), settings))
        isWarned = isWarned || finding.rule == LintRule::LongPrompt;
    EXPECT_TRUE(isWarned) << "the prompt and 2048 tokens of reply do not fit into 2048";
}

TEST(Ambiguities, No27EveryPresetNamesItsParameters) {
    for (const Judge& judge : presetJudges()) {
        EXPECT_TRUE(judge.parameters.seed.has_value()) << judge.name;
        EXPECT_GE(judge.parameters.maxTokens, 4) << judge.name;
    }
}

} // namespace
} // namespace assize::test
