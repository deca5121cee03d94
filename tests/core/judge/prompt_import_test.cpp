// SPDX-License-Identifier: Apache-2.0
#include "core/judge/prompt_import.h"

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/judge/judge_yaml.h"
#include "core/judge/render.h"
#include "tests/support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

using testing::ElementsAre;

std::vector<ImportedJudge> imported(std::string_view text, std::string_view name, const FieldMap& set = {}) {
    auto judges = importJudges(text, name, set);
    EXPECT_TRUE(judges.has_value()) << judges.error().subject << ": " << judges.error().detail;
    return judges ? std::move(*judges) : std::vector<ImportedJudge>(1);
}

std::string rendered(const Judge& judge, const Item& item, const std::string& presentation) {
    const auto request = renderRequest(judge, item, {presentation, "", false});
    EXPECT_TRUE(request.has_value()) << request.error().detail;
    return request ? request->messages.back().content : std::string();
}

TEST(PromptFields, AreReplacedInOnePassAsPythonDoes) {
    EXPECT_EQ(convertFields("{a} {{b}} { c } {d", {{"a", "{{prompt}}"}}).text, "{{prompt}} {b} { c } {d");
    EXPECT_EQ(fillFields("{a}{b}{c}", {{"a", "{b}"}, {"b", "x"}}), "{b}x{c}");
    EXPECT_THAT(fieldsOf("{b} {a} {b} {}"), ElementsAre("b", "a"));
}

TEST(PromptFields, WhatIsNotKnownBecomesMetadata) {
    const ConvertedPrompt converted = convertFields("[{rubric_objective}]", {});
    EXPECT_EQ(converted.text, "[{{metadata.rubric_objective}}]");
    EXPECT_THAT(converted.unknown, ElementsAre("rubric_objective"));
}

TEST(ImportJudges, ReadsTemplatesInTheStyleOfSelene) {
    const auto judges = imported("user_template: |-\n  Compare.\n\n  {user_input}\n  A: {assistant_response_a}\n"
                                 "  B: {assistant_response_b}\n  [{rubric_objective}]",
        "prompts/pairwise.yaml", {{"rubric_objective", "Is it kind?"}});
    ASSERT_EQ(judges.size(), 1U);
    const Judge& judge = judges[0].judge;
    EXPECT_EQ(judges[0].origin, "selene");
    EXPECT_EQ(judge.name, "selene-pairwise");
    EXPECT_EQ(judge.task, Task::Pairwise);
    EXPECT_EQ(judge.reply.format, "reasoning-result");
    EXPECT_EQ(
        judge.messages.front().content, "Compare.\n\n{{prompt}}\nA: {{response_a}}\nB: {{response_b}}\n[Is it kind?]");
    EXPECT_TRUE(judges[0].original.empty());
    EXPECT_FALSE(judge.guardNonce);
    const auto again = judgeFromYaml(judgeToYaml(judge), "x");
    ASSERT_TRUE(again.has_value()) << again.error().detail;
    EXPECT_EQ(*again, judge);
}

TEST(ImportJudges, ReadsTheFieldsOfJudgelm) {
    const std::string_view pair =
        "Check.\n[Question]\n{question}\n{answer_1}\n{answer_2}\n{answer_more}[System]\nRate the "
        "two, for Assistant 1 and 2.\n\n### Response:";
    const auto many = imported(pair, "judgelm-multi.txt");
    EXPECT_EQ(many[0].judge.task, Task::Select);
    Item item;
    item.turns = {{"user", "Q"}};
    item.responses = {{"A", ""}, {"B", ""}, {"C", ""}};
    EXPECT_EQ(rendered(many[0].judge, item, "ABC"),
        "Check.\n[Question]\nQ\nA\nB\n[The Start of Assistant 3's Answer]\nC\n\n[The End of Assistant 3's Answer]\n\n"
        "[System]\nRate the three, for Assistant 1, 2 and 3.\n\n### Response:");
    const auto single = imported("{question} {answer_1} {answer_2} ### Response:10", "single.txt");
    EXPECT_EQ(single[0].judge.task, Task::Direct);
    EXPECT_EQ(single[0].judge.messages[0].content, "{{prompt}} {{reference}} {{response}} ### Response:10");
}

TEST(ImportJudges, SaysWhatIsWrongAndWhere) {
    const auto bad = importJudges("{\"prompt_template\": \"x\"}\n", "prompts.jsonl");
    ASSERT_FALSE(bad.has_value());
    EXPECT_EQ(bad.error().subject, "prompts.jsonl:1");
    EXPECT_FALSE(importJudges("hello", "note.txt").has_value());
    EXPECT_FALSE(importJudges("\xff", "x.yaml").has_value());
    EXPECT_EQ(importJudges("x", "x", {{"a", "{{b"}}).error().subject, "a");
}

// The YAML library made bytes that are no UTF-8 of a NUL and what followed it.
TEST(ImportJudges, RefusesControlCharacters) {
    const std::string_view prompt("user_template: |-\n  {user_input} a\0b {assistant_response}\n", 58);
    const auto judges = importJudges(prompt, "p.yaml");
    ASSERT_FALSE(judges.has_value());
    EXPECT_EQ(judges.error().detail, "it holds control characters, as no prompt does");
}

TEST(ImportJudges, ReadsOurOwnDefinitions) {
    Judge own;
    own.name = "own";
    own.messages = {{"user", "{{question}} {{response_a}}"}};
    const auto judges = imported(judgeToYaml(own), "own.yaml");
    EXPECT_EQ(judges[0].origin, "assize");
    EXPECT_EQ(judges[0].judge, own);
}

TEST(ImportJudges, ReadsTheJudgePromptsOfFastchat) {
    ASSIZE_NEEDS_DATA(path, "fastchat-mt-bench/fastchat/llm_judge/data/judge_prompts.jsonl");
    const auto text = readFile(path);
    ASSERT_TRUE(text.has_value());
    const auto judges = imported(*text, "judge_prompts.jsonl");
    std::vector<std::string> names;
    for (const ImportedJudge& judge : judges) {
        names.push_back(judge.judge.name);
        EXPECT_EQ(judge.origin, "fastchat");
        EXPECT_EQ(judge.judge.reply.format, "label");
        EXPECT_EQ(judge.original, "FastChat, " + judge.judge.name);
    }
    EXPECT_THAT(names, ElementsAre("pair-v2", "pair-v2-multi-turn", "pair-math-v1", "pair-math-v1-multi-turn",
                           "single-v1", "single-math-v1", "single-v1-multi-turn", "single-math-v1-multi-turn"));
    EXPECT_EQ(judges[0].judge.messages[1].content,
        "[User Question]\n{{prompt}}\n\n[The Start of Assistant A's Answer]\n{{response_a}}\n[The End of Assistant A's "
        "Answer]\n\n[The Start of Assistant B's Answer]\n{{response_b}}\n[The End of Assistant B's Answer]");
    EXPECT_EQ(judges[2].judge.reference, ReferencePolicy::Require);
    EXPECT_EQ(judges[4].judge.task, Task::Direct);
    EXPECT_EQ(judges[4].judge.scaleMax, 10);
    Item item;
    item.turns = {{"user", "q1"}, {"assistant", "a1"}, {"user", "q2"}};
    item.responses = {{"ra", ""}, {"rb", ""}};
    EXPECT_EQ(rendered(judges[1].judge, item, "BA"),
        "<|The Start of Assistant A's Conversation with User|>\n\n### User:\nq1\n\n### Assistant A:\na1\n\n### "
        "User:\nq2"
        "\n\n### Assistant A:\nrb\n\n<|The End of Assistant A's Conversation with User|>\n\n\n<|The Start of Assistant "
        "B's Conversation with User|>\n\n### User:\nq1\n\n### Assistant B:\na1\n\n### User:\nq2\n\n### Assistant B:\nra"
        "\n\n<|The End of Assistant B's Conversation with User|>");
}

struct SeleneOriginal {
    const char* file;
    const char* name;
    std::size_t bytes;
    const char* hash;
};

void PrintTo(const SeleneOriginal& original, std::ostream* out) {
    *out << original.file;
}

class SelenePrompts : public testing::TestWithParam<SeleneOriginal> {};

/// An item whose texts are the placeholders themselves gives the published template back.
TEST_P(SelenePrompts, RenderTheBytesThatWerePublished) {
    ASSIZE_NEEDS_DATA(folder, "selene-mini/prompt-templates");
    const auto text = readFile(folder / GetParam().file);
    if (!text)
        GTEST_SKIP() << "the published prompt " << GetParam().file << " is not in " << folder;
    const auto judges = imported(*text, GetParam().file);
    EXPECT_EQ(judges[0].original, GetParam().name);
    const bool isPair = judges[0].judge.task == Task::Pairwise;
    Item item;
    item.turns = {{"user", "{user_input}"}};
    item.responses = {{isPair ? "{assistant_response_a}" : "{assistant_response}", ""}};
    if (isPair)
        item.responses.push_back({"{assistant_response_b}", ""});
    item.reference = "{reference_response}";
    item.metadata = "{";
    for (const std::string& field : judges[0].fields)
        item.metadata += (item.metadata.size() == 1 ? "\"" : ", \"") + field + "\": \"{" + field + "}\"";
    item.metadata += "}";
    const std::string prompt = rendered(judges[0].judge, item, isPair ? "AB" : "A");
    EXPECT_EQ(prompt.size(), GetParam().bytes);
    EXPECT_EQ(sha256Hex(prompt).substr(0, 32), GetParam().hash);
}

INSTANTIATE_TEST_SUITE_P(Selene, SelenePrompts,
    testing::Values(
        SeleneOriginal{"absolute-scoring.yaml", "Selene, absolute scoring", 1226, "d36edffcbddc41242b6a099695ea173c"},
        SeleneOriginal{"absolute-scoring-with-reference.yaml", "Selene, absolute scoring with reference", 1381,
            "7fdb6a8d127f7e57d554a41391e995f8"},
        SeleneOriginal{"classification.yaml", "Selene, classification", 980, "dd94055542683600c0145b4cada31130"},
        SeleneOriginal{"classification-with-reference.yaml", "Selene, classification with reference", 1173,
            "305e27d44709febab2b407596484f2ad"},
        SeleneOriginal{"pairwise.yaml", "Selene, pairwise", 1522, "ff04067fcefde457c63883a892ea9140"}));

struct JudgelmOriginal {
    const char* file;
    const char* name;
    std::string presentation;
    std::size_t bytes;
    const char* hash;
};

void PrintTo(const JudgelmOriginal& original, std::ostream* out) {
    *out << original.file << ' ' << original.presentation;
}

class JudgelmPrompts : public testing::TestWithParam<JudgelmOriginal> {};

TEST_P(JudgelmPrompts, RenderTheBytesThatWerePublished) {
    ASSIZE_NEEDS_DATA(folder, "judgelm");
    const auto text = readFile(folder / GetParam().file);
    if (!text)
        GTEST_SKIP() << "the published prompt " << GetParam().file << " is not in " << folder;
    const auto judges = imported(*text, GetParam().file);
    EXPECT_EQ(judges[0].original, GetParam().name);
    Item item;
    item.turns = {{"user", "Q"}};
    item.responses = {{"A", ""}, {"B", ""}, {"C", ""}, {"D", ""}};
    item.reference = "R";
    if (judges[0].judge.task == Task::Direct) { // the reference is the first answer, the candidate the second
        item.reference = "A";
        item.responses[0].text = "B";
    }
    const std::string prompt = rendered(judges[0].judge, item, GetParam().presentation);
    EXPECT_EQ(prompt.size(), GetParam().bytes);
    EXPECT_EQ(sha256Hex(prompt).substr(0, 32), GetParam().hash);
}

INSTANTIATE_TEST_SUITE_P(Judgelm, JudgelmPrompts,
    testing::Values(JudgelmOriginal{"judgelm-pair.txt", "JudgeLM, pair", "AB", 977, "0231011e2dea4f79bdba1061e0f0fb27"},
        JudgelmOriginal{
            "judgelm-pair-ref.txt", "JudgeLM, pair with reference", "AB", 999, "27618c111c0a0bb27c0d77539c2bbe9b"},
        JudgelmOriginal{"judgelm-single.txt", "JudgeLM, single", "A", 979, "c089ad282c4cbd19326ded86e35a6850"},
        JudgelmOriginal{"judgelm-multi.txt", "JudgeLM, many", "ABC", 1060, "c13343710d991f6804ee68c9c1833e45"},
        JudgelmOriginal{"judgelm-multi.txt", "JudgeLM, many", "ABCD", 1134, "6ee105a080a50a5fac357a39f244b666"},
        JudgelmOriginal{
            "judgelm-multi-ref.txt", "JudgeLM, many with reference", "ABC", 1082, "9764ec96bed06e5760076e402b783ce8"},
        JudgelmOriginal{"judgelm-multi-ref.txt", "JudgeLM, many with reference", "ABCD", 1156,
            "7d83e8d61b9ef157e0bcc74c45ad9143"}));

/// Its reference stands in two places, which the table fills with two texts, so that only its bytes can be compared.
TEST(PublishedPrompt, JudgelmSingleWithReferenceIsKnown) {
    ASSIZE_NEEDS_DATA(folder, "judgelm");
    const auto text = readFile(folder / "judgelm-single-ref.txt");
    if (!text)
        GTEST_SKIP() << "the published prompt judgelm-single-ref.txt is not in " << folder;
    EXPECT_EQ(publishedPrompt(*text), "JudgeLM, single with reference");
}

TEST(PublishedPrompt, IsKnownByItsBytesOnly) {
    EXPECT_EQ(publishedPrompt("{question}"), "");
    EXPECT_EQ(publishedPrompt(""), "");
}

} // namespace
} // namespace assize
