// SPDX-License-Identifier: Apache-2.0
// The commands that set two runs, or two weightings of one, side by side: compare and whatif.
#include "tests/support/process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json jsonOf(const Finished& finished) {
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_EQ(finished.err, "");
    return json::parse(finished.out);
}

TEST(CompareOnData, Gpt4AgainstChatGptOnLlmbar) {
    ASSIZE_NEEDS_DATA(natural, "llmbar/Dataset/LLMBar/Natural");
    const TempFolder home;
    for (const auto& [file, run] :
        {std::pair("evaluators/GPT-4/Vanilla/result.json", "gpt4"), {"evaluators/ChatGPT/CoT/result.json", "chatgpt"}})
        ASSERT_EQ(runCli({"import", "n.assize", (natural / file).string(), "--run", run}, home.path()).status, 0);
    const json result = jsonOf(runCli({"compare", "n.assize", "gpt4", "chatgpt", "--json"}, home.path()));
    EXPECT_EQ(result["a"], "gpt4");
    EXPECT_EQ(result["b"], "chatgpt");
    EXPECT_EQ(result["common"], 99);
    EXPECT_EQ(result["fixed"], 2);
    EXPECT_EQ(result["broken"], 38);
    EXPECT_EQ(result["unchanged"], 59);
    EXPECT_EQ(result["label_changed"], 1);
    EXPECT_EQ(result["only_a_failed"], 0);
    EXPECT_EQ(result["only_b_failed"], 1);
    EXPECT_EQ(result["mcnemar"]["method"], "exact");
    EXPECT_NEAR(result["mcnemar"]["p"].get<double>(), 1.49339e-9, 1e-13); // 2·(1 + 40 + 780)/2⁴⁰
    EXPECT_EQ(result["mcnemar_all"]["broken"], 39);                       // the failed reply counts as wrong
    EXPECT_NEAR(result["difference"]["value"].get<double>(), -36.0 / 99, 1e-12);
    EXPECT_EQ(result["difference"]["numerator"], -36);
    EXPECT_EQ(result["difference"]["method"], "bootstrap");
    EXPECT_EQ(result["conclusive"], true);
    const Finished text = runCli({"compare", "n.assize", "gpt4", "chatgpt"}, home.path());
    EXPECT_THAT(text.out, HasSubstr("99 items with gold and a verdict of both, by the reconciled label"));
    EXPECT_THAT(text.out, HasSubstr("p < 0.0001 (exact, 2 fixed : 38 broken)"));
    EXPECT_THAT(text.out, HasSubstr("Conclusive: b and a differ.\n"));
    const Finished sliced = runCli({"compare", "n.assize", "gpt4", "chatgpt", "--by", "judge"}, home.path());
    EXPECT_THAT(sliced.out, HasSubstr("-0.3636  < 0.0001  < 0.0001\n")) << "never a probability of 0";
}

/// Three pairs judged by the baseline, twice: once whole, once in one order.
class Compare : public testing::Test {
protected:
    void SetUp() override {
        m_home.write("pairs.jsonl",
            R"({"prompt":"Name a town","response_A":"The town is Bern.","response_B":"No.","label":"A"}
{"prompt":"Name a river","response_A":"I cannot help.","response_B":"A river is the Aare.","label":"A"}
{"prompt":"Name a lake","response_A":"A lake is Thun.","response_B":"","label":"tie"}
)");
        ASSERT_EQ(cli({"import", "s.assize", "pairs.jsonl"}).status, 0);
        ASSERT_EQ(cli({"judge", "s.assize", "--judge", "builtin"}).status, 0);
        ASSERT_EQ(cli({"judge", "s.assize", "--judge", "builtin", "--new-run", "again"}).status, 0);
    }

    Finished cli(std::vector<std::string> arguments) { return runCli(std::move(arguments), m_home.path()); }

    TempFolder m_home;
};

TEST_F(Compare, ARunWithItselfChangesNothing) {
    const json result = jsonOf(cli({"compare", "s.assize", "builtin", "again", "--json"}));
    EXPECT_EQ(result["fixed"], 0);
    EXPECT_EQ(result["broken"], 0);
    EXPECT_EQ(result["unchanged"], 3);
    EXPECT_EQ(result["mcnemar"]["p"], 1.0);
    EXPECT_EQ(result["conclusive"], false);
    EXPECT_THAT(cli({"compare", "s.assize", "builtin", "2"}).out, HasSubstr("\nNot conclusive.\n"));
}

TEST_F(Compare, TakesJudgesAndAnnotatorsAndSeveralAtOnce) {
    m_home.write("people.jsonl",
        R"({"prompt":"Name a hill","response_A":"A hill is Gurten.","response_B":"No.","annotators":{"ann":"A>B","ben":"B>A"}}
)");
    ASSERT_EQ(cli({"import", "p.assize", "people.jsonl"}).status, 0);
    ASSERT_EQ(cli({"judge", "p.assize", "--judge", "builtin", "--new-run", "first"}).status, 0);
    const json people = jsonOf(cli({"compare", "p.assize", "ann", "ben", "--json"}));
    EXPECT_EQ(people["label"], "forward");
    EXPECT_EQ(people["flipped"]["value"], 1);
    EXPECT_EQ(people["agreement"]["value"], 0);
    const json judge = jsonOf(cli({"compare", "p.assize", "builtin@v1", "ann", "ben", "--json"}));
    EXPECT_EQ(judge["a"], "first");
    EXPECT_EQ(judge["b"], "ann");
    EXPECT_EQ(judge["versions"]["method"], "holm");
    EXPECT_EQ(judge["versions"]["runs"].size(), 2U);
    const Finished several = cli({"compare", "s.assize", "builtin@v1", "again"});
    EXPECT_EQ(several.status, 2);
    EXPECT_THAT(several.err, HasSubstr("it has several runs, name one of: builtin, again"));
}

TEST_F(Compare, SlicesStandBesideTheWhole) {
    const json result = jsonOf(cli({"compare", "s.assize", "builtin", "again", "--by", "category", "--json"}));
    EXPECT_EQ(result["by"]["method"], "benjamini-hochberg");
    EXPECT_EQ(result["by"]["category"]["none"]["unchanged"], 3);
    EXPECT_EQ(result["by"]["category"]["none"]["mcnemar"]["adjusted"], 1.0);
    EXPECT_THAT(cli({"compare", "s.assize", "builtin", "again", "--by", "category"}).out,
        HasSubstr("By category (exploratory), p adjusted by Benjamini-Hochberg"));
    EXPECT_EQ(cli({"compare", "s.assize", "builtin", "again", "--by", "colour"}).status, 2);
}

TEST_F(Compare, NamesTheRunsThereAre) {
    const Finished finished = cli({"compare", "s.assize", "builtin", "other"});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("run other: not found: the runs are: builtin, again"));
    EXPECT_EQ(cli({"compare", "s.assize", "builtin"}).status, 2);
    EXPECT_EQ(cli({"compare", "pairs.jsonl", "builtin", "again"}).status, 3);
}

TEST_F(Compare, JudgesOfDifferentTasksAreNotCompared) {
    m_home.write("singles.jsonl", R"({"prompt":"Name a town","response":"The town is Bern.","score":5})");
    ASSERT_EQ(cli({"import", "s.assize", "singles.jsonl"}).status, 0);
    EXPECT_EQ(cli({"judge", "s.assize", "--judge", "builtin-direct"}).status, 1); // the pairs are left out, and said
    const Finished finished = cli({"compare", "s.assize", "builtin", "builtin-direct"});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("compare judges of one task"));
}

TEST_F(Compare, WhatIfWithTheJudgesOwnWeightsChangesNothing) {
    const json result = jsonOf(cli({"whatif", "s.assize", "--run", "builtin", "--json"}));
    EXPECT_EQ(result["run"], "builtin");
    EXPECT_EQ(result["changed"], 0);
    EXPECT_EQ(result["labels"], json({{"A>B", 2}, {"B>A", 1}, {"A=B", 0}}));
    EXPECT_EQ(result["criteria"].size(), 5U);
    EXPECT_EQ(result["figures"]["agreement.forward"]["numerator"], 1);
    EXPECT_EQ(result["figures"]["baseline.agreement"]["denominator"], 3);
}

TEST_F(Compare, WhatIfNothingWasLeftOn) {
    std::vector<std::string> arguments = {"whatif", "s.assize", "--run", "builtin", "--json"};
    for (const char* criterion :
        {"Coverage of the prompt", "Support by the sources", "No repetition", "form", "LENGTH"})
        arguments.insert(arguments.end(), {"--off", criterion});
    const json result = jsonOf(cli(arguments));
    EXPECT_EQ(result["changed"], 3);
    EXPECT_EQ(result["labels"], json({{"A>B", 0}, {"B>A", 0}, {"A=B", 0}, {"none", 3}}));
    EXPECT_EQ(result["figures"]["agreement.forward"]["value"], nullptr);
}

TEST_F(Compare, WhatIfBreaksItsFiguresDown) {
    const json result = jsonOf(cli({"whatif", "s.assize", "--run", "builtin", "--by", "length-bucket", "--json"}));
    const json& slices = result["by"]["length-bucket"];
    ASSERT_EQ(slices.size(), 1U);
    EXPECT_EQ(slices["0-199"]["agreement.forward"], result["figures"]["agreement.forward"]);
    const Finished text = cli({"whatif", "s.assize", "--run", "builtin", "--by", "category", "--resamples", "0"});
    EXPECT_THAT(text.out, testing::ContainsRegex("category +items +agreement.single"));
}

TEST_F(Compare, WhatIfShowsTheWeightsItUsed) {
    const Finished text =
        cli({"whatif", "s.assize", "--run", "builtin", "--weight", "Form=0.5", "--off", "Length", "--resamples", "0"});
    EXPECT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("Run builtin with other weights\n"));
    EXPECT_THAT(text.out, testing::ContainsRegex("Form +0.100 +6  0.5\n"));
    EXPECT_THAT(text.out, testing::ContainsRegex("Length +0.100 +6  off\n"));
    EXPECT_THAT(text.out, HasSubstr("against the judge's own labels"));
}

TEST_F(Compare, WhatIfSaysWhatItCannotDo) {
    const struct {
        std::vector<std::string> options;
        const char* says;
    } cases[] = {
        {{}, "--run: cannot do that: name one of: builtin, again"},
        {{"--run", "builtin", "--off", "Lenght"}, "did you mean \"Length\"?"},
        {{"--run", "builtin", "--weight", "Form"}, "is not NAME=W with a number W from 0"},
        {{"--run", "builtin", "--weight", "Form=-1"}, "is not NAME=W with a number W from 0"},
        {{"--run", "builtin", "--weight", "Form=nan"}, "is not NAME=W with a number W from 0"},
    };
    for (const auto& [options, says] : cases) {
        std::vector<std::string> arguments = {"whatif", "s.assize"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Finished finished = cli(arguments);
        EXPECT_EQ(finished.status, 2) << says;
        EXPECT_THAT(finished.err, HasSubstr(says));
    }
}

} // namespace
} // namespace assize::test
