// SPDX-License-Identifier: Apache-2.0
// Every preset renders an item, with the markers that its model knows, and reads a reply as that model writes it.
#include "core/judge/library.h"
#include "core/judge/render.h"
#include "tests/core/reply/reply_support.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

struct PresetCase {
    std::string_view name;
    std::vector<std::string> marks; ///< in this order in the messages
    std::string_view reply;
    std::string_view expected;
    std::string_view mirrored; ///< the reply to the swapped pair, for judges that compare two
};

void PrintTo(const PresetCase& tested, std::ostream* out) {
    *out << tested.name;
}

Item itemFor(const Judge& judge) {
    Item item;
    item.turns = {{"user", "Name a river."}, {"assistant", "The Rhine."}, {"user", "And a longer one?"}};
    item.reference = "The Danube";
    item.context = "Rhine 1233 km, Danube 2850 km";
    item.responses = {{"The Danube, at 2850 km.", ""}};
    if (judge.task == Task::Pairwise || judge.task == Task::Select)
        item.responses.push_back({"The Spree.", ""});
    if (judge.task == Task::Select)
        item.responses.push_back({"No idea.", ""});
    return item;
}

std::string inOrder(const Item& item) {
    return std::string("ABC").substr(0, item.responses.size());
}

Judge presetNamed(std::string_view name) {
    const auto& presets = presetJudges();
    const auto found =
        std::find_if(presets.begin(), presets.end(), [&](const Judge& judge) { return judge.name == name; });
    return found == presets.end() ? Judge{} : *found;
}

std::string textOf(const RenderedRequest& request) {
    std::string text;
    for (const Message& message : request.messages)
        text += message.content + "\n";
    return text;
}

const std::vector<PresetCase>& cases() {
    static const std::string rubric =
        "criteria:\n  fit:\n    description: \"x\"\n    type: scale\n    weight: 1\n    score_A: 5\n    score_B: 2\n"
        "    justification_A: \"ok\"\n    justification_B: \"no\"\noverall_justification: \"x\"\n"
        "preference: '[[A>B]]'\n";
    static const std::string mirroredRubric =
        "criteria:\n  fit:\n    description: \"x\"\n    type: scale\n    weight: 1\n    score_A: 2\n    score_B: 5\n"
        "    justification_A: \"no\"\n    justification_B: \"ok\"\noverall_justification: \"x\"\n"
        "preference: '[[B>A]]'\n";
    static const std::string fixed =
        "criteria:\n  Follows the instruction: {score_A: 5, score_B: 1}\n  Correct: {score_A: 4, score_B: 2}\n"
        "  Clear: {score_A: 3, score_B: 3}\npreference: '[[A>B]]'\n";
    static const std::string mirroredFixed =
        "criteria:\n  Follows the instruction: {score_A: 1, score_B: 5}\n  Correct: {score_A: 2, score_B: 4}\n"
        "  Clear: {score_A: 3, score_B: 3}\npreference: '[[B>A]]'\n";
    static const std::vector<std::string> judgelm = {"[Question]", "[The Start of Assistant 1's Answer]",
        "[The End of Assistant 1's Answer]", "[The Start of Assistant 2's Answer]", "[The End of Assistant 2's Answer]",
        "[System]", "### Response:"};
    static const std::vector<std::string> selene = {"strictly follow this format:\n**Reasoning:** <",
        "\n\n**Result:** <", "Here is the data", "Instruction:\n```\n", "Response", "Score Rubrics:\n["};
    static const std::vector<PresetCase> all = {
        {"rubric-generated", {"User: Name a river.", "Response A:", "Response B:", "First write a rubric"}, rubric,
            "verdict A>B", mirroredRubric},
        {"rubric-fixed", {"Response A:", "Response B:", "- Correct"}, fixed, "verdict A>B", mirroredFixed},
        {"rubric-generated-json", {"Response A:", "Response B:", "\"criteria\""},
            R"({"criteria":[{"name":"fit","type":"binary","weight":1,"score_A":true,"score_B":false}],)"
            R"("overall_justification":"x","preference":"[[A>B]]"})",
            "verdict A>B",
            R"({"criteria":[{"name":"fit","type":"binary","weight":1,"score_A":false,"score_B":true}],)"
            R"("overall_justification":"x","preference":"[[B>A]]"})"},
        {"pairwise-json", {"Response A:", "Response B:", "\"verdict\""}, R"({"reasoning":"x","verdict":"A>B"})",
            "verdict A>B", R"({"reasoning":"x","verdict":"B>A"})"},
        {"root-decompose",
            {"<TASK>", "</TASK>", "<INSTRUCTIONS>", "#1", "#7", "</INSTRUCTIONS>", "<OUTPUT_EXAMPLE>",
                "{\"REASONING\": \"…\", \"VERDICT\": \"PASS\" or \"FAIL\"}", "</OUTPUT_EXAMPLE>",
                "<QUESTION>: And a longer one? </QUESTION>", "<DOCUMENT>: Rhine", "<ANSWER>: The Danube"},
            R"({"REASONING": "#1 fine', ", "VERDICT": "PASS"})", "verdict PASS", {}},
        {"root-evaluator", {"intent", "\"justification\"", "<PREDICATE>", "<REQUEST>", "<RESPONSE>"},
            R"({"justification": "helps", "score": 0.37})", "verdict 0.37", {}},
        {"root-pairwise", {"<TASK>", "#7", "<OUTPUT_EXAMPLE>", "<ANSWER_A>: The Danube", "<ANSWER_B>: The Spree"},
            R"({"REASONING": "x", "VERDICT": "A"})", "verdict A>B", R"({"REASONING": "x", "VERDICT": "B"})"},
        {"judgelm-pair", judgelm, "8 3\nThe first is right.", "verdict A>B", "3 8\nThe first is right."},
        {"judgelm-pair-ref", {"[Question]", "[Reference Answer]\nThe Danube\n\n[The Start of Assistant 1's Answer]"},
            "8.5 3\nx", "verdict A>B", "3 8.5\nx"},
        {"judgelm-turns", {"[Question]\nUser: Name a river.\n\nAssistant: The Rhine.", "### Response:"}, "8 3\nx",
            "verdict A>B", "3 8\nx"},
        {"judgelm-single",
            {"[The Start of Assistant 1's Answer]\nThe Danube\n", "Assistant 2's Answer]\nThe Danube, at",
                "### Response:10\n"},
            " 8\nNearly the same.", "verdict 8", {}},
        {"judgelm-vqa", {"[Reference Answer]\nThe Danube\n", "### Response:10\n"}, " 10\nSame.", "verdict 10", {}},
        {"judgelm-many",
            {"[Reference Answer]", "[The Start of Assistant 3's Answer]\nNo idea.", "all three assistants",
                "Assistant 1, 2 and 3,", "### Response:"},
            "9 4 1\nx", "verdict A", {}},
        {"selene-absolute", selene, "**Reasoning:** Good.\n\n**Result:** 4", "verdict 4", {}},
        {"selene-absolute-ref", {"(2) The reference", "Score 5: ", "\n\nReference answer:\nThe Danube\n"},
            "**Reasoning:** Good.\n\n**Result:** 5", "verdict 5", {}},
        {"selene-classify", selene, "**Reasoning:** Good.\n\n**Result:** Yes", "verdict Yes", {}},
        {"selene-classify-ref", {"Yes: ", "No: ", "Reference answer:\nThe Danube\n"},
            "**Reasoning:** Bad.\n\n**Result:** No.", "verdict No", {}},
        {"selene-context", {"Instruction:\n```\nPassage:\nRhine 1233 km"}, "**Reasoning:** x\n\n**Result:** Yes",
            "verdict Yes", {}},
        {"selene-pairwise",
            {"Do NOT say both / neither are good.", "Here is the data.", "Response A:\n```\nThe Danube",
                "Response B:\n```\nThe Spree", "Score Rubrics:\n["},
            "**Reasoning:** a\n\n**Result:** A", "verdict A>B", "**Reasoning:** a\n\n**Result:** B"},
        {"mtbench-pair",
            {"[[A]]", "[User Question]\n", "[The Start of Reference Answer]", "[The Start of Assistant A's Answer]",
                "[The End of Assistant B's Answer]"},
            "The first.\n[[A]]", "verdict A>B", "The first.\n[[B]]"},
        {"mtbench-single", {"[Instruction]", "\"[[rating]]\"", "[Question]", "[The Start of Assistant's Answer]"},
            "Good. Rating: [[7.5]]", "verdict 7.5", {}},
        {"prometheus-absolute",
            {"###Task Description:", "###The instruction to evaluate:", "###Response to evaluate:",
                "###Reference Answer (Score 5):", "###Score Rubrics:", "###Feedback: "},
            "Feedback: good [RESULT] 4", "verdict 4", {}},
        {"prometheus-relative",
            {"###Task Description:", "###Instruction:", "###Response A:", "###Response B:", "###Reference Answer:",
                "###Score Rubric:", "###Feedback: "},
            "Feedback: A [RESULT] A", "verdict A>B", "Feedback: A [RESULT] B"},
        {"pandalm", {"### Instruction:", "### Input:\nRhine", "### Response 1:", "### Response 2:", "### Evaluation:"},
            "1\n\n### Reason: longer\n\n### Reference: The Danube", "verdict A>B",
            "2\n\n### Reason: longer\n\n### Reference: The Danube"},
        {"autoj-pair", {"Response 1:", "Response 2:", "final decision is"},
            "The final decision is Response 2? No.\nSo, the final decision is Response 1", "verdict A>B",
            "The final decision is Response 1? No.\nSo, the final decision is Response 2"},
        {"alpaca-pair", {"\"m\":", "\"M\":"}, "m", "verdict A>B", "M"},
        {"seven-steps", {"<prompt>", "<response_a>", "<response_b>", "<verdict>"},
            "<result><explanation>x</explanation><verdict>A is slightly better</verdict></result>", "verdict A>B",
            "<result><explanation>x</explanation><verdict>B is slightly better</verdict></result>"},
        {"geval-score", {"Evaluation criterion:", "Evaluation steps:", "Evaluation form"}, "4", "verdict 4", {}},
        {"best-of-n", {"Response A:", "Response B:", "Response C:", "the 3 responses", "one of A, B, C"},
            R"({"reasoning": "x", "verdict": "A"})", "verdict A", {}},
    };
    return all;
}

class Presets : public testing::TestWithParam<PresetCase> {};

TEST_P(Presets, RenderWithTheirMarkers) {
    const Judge judge = presetNamed(GetParam().name);
    const Item item = itemFor(judge);
    const auto request = renderRequest(judge, item, {inOrder(item), "", false});
    ASSERT_TRUE(request.has_value()) << request.error().detail;
    EXPECT_TRUE(request->warnings.empty()) << request->warnings.front();
    const std::string text = textOf(*request);
    std::size_t at = 0;
    for (const std::string& mark : GetParam().marks) {
        at = text.find(mark, at);
        ASSERT_NE(at, std::string::npos) << mark << " in:\n" << text;
        at += mark.size();
    }
    EXPECT_EQ(text.find("{{"), std::string::npos);
}

TEST_P(Presets, ReadTheReplyOfTheirModel) {
    const Judge judge = presetNamed(GetParam().name);
    const Item item = itemFor(judge);
    EXPECT_EQ(summary(read(judge, GetParam().reply, inOrder(item))), GetParam().expected);
}

/// A rationale speaks of the responses as they were shown; everything else is in item order.
Judgement withoutRationale(Judgement judgement) {
    judgement.overallJustification.clear();
    return judgement;
}

/// The request for the swapped pair is the request of the other order, and its reply, mapped back, the same verdict.
TEST_P(Presets, SwappingAndMappingBackChangesNothing) {
    const Judge judge = presetNamed(GetParam().name);
    if (GetParam().mirrored.empty())
        return;
    for (int number = 0; number < 20; ++number) {
        Item item = itemFor(judge);
        item.turns.back().content += " (" + std::to_string(number) + ")";
        item.responses[0].text += std::string(static_cast<std::size_t>(number), '!');
        Item exchanged = item;
        std::swap(exchanged.responses[0], exchanged.responses[1]);
        EXPECT_EQ(textOf(*renderRequest(judge, item, {"BA", "", false})),
            textOf(*renderRequest(judge, exchanged, {"AB", "", false})));
        EXPECT_EQ(withoutRationale(read(judge, GetParam().reply, "AB")),
            withoutRationale(read(judge, GetParam().mirrored, "BA")));
        const Judgement swappedBack = read(judge, GetParam().reply, "BA");
        EXPECT_EQ(swappedBack.label, Label::B);
    }
}

INSTANTIATE_TEST_SUITE_P(All, Presets, testing::ValuesIn(cases()), [](const auto& tested) {
    std::string name(tested.param.name);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(PresetList, EveryModelsPresetIsTested) {
    for (const Judge& judge : presetJudges()) {
        const bool isTested = std::any_of(
            cases().begin(), cases().end(), [&](const PresetCase& tested) { return tested.name == judge.name; });
        EXPECT_TRUE(isTested || judge.name.starts_with("builtin")) << judge.name;
    }
}

TEST(PresetList, SevenStepsKeepTheirSteps) {
    const Judge judge = presetNamed("seven-steps");
    const auto step = [&](std::string_view verdict) {
        return read(judge, "<verdict>" + std::string(verdict) + "</verdict>").step;
    };
    EXPECT_EQ(step("A is much better"), 3);
    EXPECT_EQ(step("A is better"), 2);
    EXPECT_EQ(step("same"), 0);
    EXPECT_EQ(step("B is slightly better"), -1);
    EXPECT_EQ(step("B is much better"), -3);
    EXPECT_EQ(summary(read(judge, "<verdict>Both</verdict>")), "unparseable no-verdict");
}

/// protocols.md, vector 17: six repeats, every other one flipped; a positive mean favours A.
TEST(PresetList, SevenStepsOfSixRepeatsHaveTheComparatorsMean) {
    const Judge judge = presetNamed("seven-steps");
    const std::vector<std::pair<std::string, std::string>> repeats = {{"A is much better", "AB"}, {"B is better", "BA"},
        {"A is slightly better", "AB"}, {"A is better", "BA"}, {"same", "AB"}, {"B is slightly better", "BA"}};
    std::vector<double> contributions;
    double sum = 0;
    for (const auto& [verdict, presentation] : repeats) {
        const auto step = read(judge, "<verdict>" + verdict + "</verdict>", presentation).step;
        contributions.push_back(step.value_or(99) / 2.0);
        sum += contributions.back();
    }
    EXPECT_EQ(contributions, (std::vector<double>{1.5, 1, 0.5, -1, 0, 0.5}));
    EXPECT_DOUBLE_EQ(sum / 6, 0.4166666666666667);
}

TEST(PresetList, SeleneKnowsNoTie) {
    EXPECT_EQ(summary(read(presetNamed("selene-pairwise"), "**Reasoning:** x\n\n**Result:** tie")),
        "unparseable unknown-verdict: tie");
    EXPECT_EQ(summary(read(presetNamed("selene-pairwise"), "**Result:** Response B")), "verdict B>A +marker");
}

TEST(PresetList, LettersOfAnAlphabetMayDifferByCaseAlone) {
    const Judge judge = presetNamed("alpaca-pair");
    EXPECT_EQ(summary(read(judge, " M\n")), "verdict B>A");
    EXPECT_EQ(summary(read(judge, "\"m\".")), "verdict A>B");
    EXPECT_EQ(summary(read(judge, "Model M is better.")), "unparseable unknown-verdict: Model M is better.");
}

} // namespace
} // namespace assize::test
