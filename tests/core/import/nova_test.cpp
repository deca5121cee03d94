// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

constexpr const char* Documents = R"(---
id: "q1"
run: "nova"
presentation: "BA"
sample: 2
prompt: "Why: \"this\"?\n---\nreally"
response_A: "x"
response_B: ""
criteria:
  "fit & form":
    description: "d"
    type: scale
    weight: 0.5
    score_A: 2
    score_B: 5
    justification_A: "p"
  "is_right":
    type: binary
    weight: 0.5
    score_A: true
    score_B: false
overall_justification: "why"
preference: '[[A=B (bothbad)]]'
---
prompt: |
  several

  lines
response_A: x
response_B: y
criteria:
  fit: {type: scale, weight: 1, score_A: 5, score_B: 1}
preference: '[[A>B]]'
)";

TEST(Nova, DocumentsAreItemsAndVerdicts) {
    const ReadText read(Documents);
    ASSERT_EQ(read.format, "nova") << read.failure;
    EXPECT_TRUE(read.sink.problems.empty());
    ASSERT_EQ(read.sink.records.size(), 2U);
    const ImportRecord& first = read.sink.records[0];
    EXPECT_EQ(first.line, 1);
    EXPECT_EQ(first.item->sourceId, "q1");
    EXPECT_EQ(first.item->turns, (std::vector<Turn>{{"user", "Why: \"this\"?\n---\nreally"}}));
    EXPECT_EQ(first.item->responses, (std::vector<Response>{{"x", ""}, {"", ""}}));
    const ImportedVerdict& imported = first.verdicts.at(0);
    EXPECT_EQ(imported.run.name, "nova");
    EXPECT_EQ(imported.run.task, Task::Pairwise);
    EXPECT_EQ(imported.verdict.presentation, "BA");
    EXPECT_EQ(imported.verdict.sample, 2);
    const Judgement& judgement = imported.verdict.judgement;
    EXPECT_EQ(judgement.outcome, Outcome::Verdict) << judgement.reason;
    EXPECT_EQ(judgement.label, Label::BothBad);
    ASSERT_EQ(judgement.criteria.size(), 2U);
    EXPECT_EQ(judgement.criteria[0].criterion.name, "fit & form");
    EXPECT_EQ(judgement.criteria[0].scoreB, 5);
    EXPECT_EQ(judgement.criteria[1].scoreA, 1);
    EXPECT_EQ(judgement.criteria[1].normalisedB, 0);
    EXPECT_EQ(judgement.weightedScoreA, 0.625);
    EXPECT_EQ(judgement.scoreMargin, 0.125);
    const ImportRecord& second = read.sink.records[1];
    EXPECT_EQ(second.line, 24);
    EXPECT_EQ(second.item->turns, (std::vector<Turn>{{"user", "several\n\nlines\n"}}));
    EXPECT_EQ(second.verdicts.at(0).verdict.presentation, "AB");
    EXPECT_EQ(second.verdicts.at(0).verdict.judgement.scoreMargin, 1);
}

TEST(Nova, SaysWhyADocumentCannotBeUsed) {
    const std::string good = "---\nprompt: Q\nresponse_A: x\nresponse_B: y\npreference: '[[A>B]]'\n";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"---\nprompt: [\n", "not valid YAML"},
        {"---\n- a list\n", "not valid YAML"},
        {"---\nprompt: Q\nresponse_A: x\n", "it holds no verdict"},
        {"---\nprompt: Q\nresponse: x\nresult: PASS\npresentation: ZZ\n", "presentation is no order of the responses"},
        {"---\nprompt: \"\\0\"\nresponse: x\nresult: PASS\n", "a text holds a NUL character"},
    };
    for (const auto& [bad, reason] : cases) {
        const ReadText read(good + bad + good);
        EXPECT_EQ(read.sink.records.size(), 2U) << bad;
        ASSERT_EQ(read.sink.problems.size(), 1U) << bad;
        EXPECT_EQ(read.sink.problems[0], (std::pair<std::int64_t, std::string>(6, reason)));
    }
}

TEST(Nova, SingleAnswersKeepTheirKindOfVerdict) {
    const ReadText read(
        "---\nprompt: Q\nresponse: x\nresult: PASS\npreference: ''\n"
        "---\nprompt: Q\nresponse: x\ntask: direct\nscale_min: 1\nscale_max: 10\nresult: '7'\nscores: [7]\n"
        "---\nprompt: Q\nresponse_A: x\nresponse_B: y\noutcome: truncated\nreason: budget\n",
        "nova");
    ASSERT_EQ(read.sink.records.size(), 3U);
    EXPECT_EQ(read.sink.records[1].verdicts[0].run.task, Task::Direct);
    EXPECT_EQ(read.sink.records[1].verdicts[0].run.scaleMax, 10);
    EXPECT_EQ(read.sink.records[1].verdicts[0].verdict.judgement.scores, (std::vector<double>{7}));
    EXPECT_EQ(read.sink.records[1].verdicts[0].verdict.presentation, "A");
    EXPECT_EQ(read.sink.records[2].verdicts[0].verdict.judgement.outcome, Outcome::Truncated);
    EXPECT_EQ(read.sink.records[2].verdicts[0].verdict.judgement.reason, "budget");
}

TEST(Nova, MetricsWithoutTextsAreKnownByTheirLine) {
    const ReadText read("{\"metrics\":\"{'predictions': ['B>A'], 'a_scores': 0.0, 'b_scores': 2.0}\"}\n"
                        "{\"metrics\":\"nothing\"}\n");
    ASSERT_EQ(read.format, "nova") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->sourceId, "1");
    EXPECT_TRUE(read.sink.records[0].item->turns.empty());
    EXPECT_EQ(read.sink.records[0].verdicts.at(0).verdict.judgement.label, Label::B);
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "metrics is no verdict of Nova's judge");
}

constexpr const char* Pair = "prompt: Q\nresponse_A: x\nresponse_B: y\n";

Judgement judgementIn(const std::string& rest) {
    const ReadText read(std::string("---\n") + Pair + rest, "nova");
    EXPECT_EQ(read.sink.records.size(), 1U) << rest;
    return read.sink.records.empty() ? Judgement() : read.sink.records[0].verdicts.at(0).verdict.judgement;
}

TEST(Nova, DocumentsAreReadAsTheJudgesRepliesAre) {
    const Judgement list = judgementIn("criteria:\n"
                                       "  - {name: acc, type: scale, weight: 0.5, score_a: 4/5, score_b: '2'}\n"
                                       "  - {short_name: form, type: binary, weight: 0.5, score_A: yes, score_B: no}\n"
                                       "label: '[[A>B]]'\n");
    EXPECT_EQ(list.outcome, Outcome::Verdict) << list.reason;
    EXPECT_EQ(list.label, Label::A);
    EXPECT_EQ(list.weightedScoreA, 0.875);
    EXPECT_EQ(list.weightedScoreB, 0.125);
    EXPECT_EQ(list.criteria.at(1).criterion.name, "form");
    const Judgement synonyms = judgementIn("criteria:\n  acc: {type: binary, weight: 1, A: True, B: False}\n"
                                           "predictions: ['A>B']\n");
    EXPECT_EQ(synonyms.outcome, Outcome::Verdict) << synonyms.reason;
    EXPECT_EQ(synonyms.scoreMargin, 1);
    const Judgement twice = judgementIn("preference: A>B\npreference: B>A\n");
    EXPECT_EQ(twice.outcome, Outcome::Unparseable);
    EXPECT_EQ(twice.reason, "ambiguous");
}

TEST(Nova, ScalesAndCategoriesOfCriteriaComeWithThem) {
    const Judgement judgement =
        judgementIn("criteria:\n"
                    "  a: {type: scale, min: 0, max: 10, weight: 0.5, score_A: 10, score_B: 5}\n"
                    "  b: {type: categorical, weight: 0.5, score_A: 0.5, score_B: 0}\n"
                    "preference: A>B\n");
    EXPECT_EQ(judgement.outcome, Outcome::Verdict) << judgement.reason;
    EXPECT_EQ(judgement.weightedScoreA, 0.75);
    EXPECT_EQ(judgement.weightedScoreB, 0.25);
}

TEST(Nova, WhatIsNoNumberMakesTheVerdictInvalid) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"criteria: {c: {score_A: 2, score_B: 1, weight: nan}}\n", "not-a-number: c, weight nan"},
        {"criteria: {c: {score_A: inf, score_B: 1, weight: 1}}\n", "not-a-number: c, score_A inf"},
        {"criteria: {c: {score_A: 2, score_B: 1, weight: 1, min: nan}}\n", "not-a-number: c, min nan"},
        {"criteria: {c: {score_A: 2, score_B: 1, weight: 1, min: 5, max: 1}}\n", "out-of-range: c, max 1, above 5"},
        {"step: nan\n", "out-of-range: step nan, -3 to 3"},
        {"step: 7\n", "out-of-range: step 7, -3 to 3"},
        {"scores: [nan, 3]\n", "not-a-number: score nan"},
    };
    for (const auto& [bad, reason] : cases) {
        const Judgement judgement = judgementIn(bad + "preference: A>B\n");
        EXPECT_EQ(judgement.outcome, Outcome::Invalid) << bad;
        EXPECT_EQ(judgement.reason, reason);
        EXPECT_FALSE(judgement.label.has_value());
    }
    const Judgement totals = judgementIn("preference: A>B\nweighted_score_A: nan\nscore_margin: inf\n");
    EXPECT_EQ(totals.outcome, Outcome::Verdict) << totals.reason;
    EXPECT_FALSE(totals.weightedScoreA.has_value() || totals.scoreMargin.has_value());
}

TEST(Nova, SaysWhichNumbersOfADocumentCannotBeUsed) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"prompt: Q\nresponse: x\nresult: 4\nsample: 1e300\n", "sample is no whole number from 1"},
        {"prompt: Q\nresponse: x\nresult: 4\nsample: -5\n", "sample is no whole number from 1"},
        {"prompt: Q\nresponse: x\nresult: 4\nscale_min: nan\n", "scale_min and scale_max are no scale"},
        {"prompt: Q\nresponse: x\nresult: 4\nscale_min: 5\nscale_max: 5\n", "scale_min and scale_max are no scale"},
        {"prompt: Q\nresponse_B: y\npreference: A>B\n",
            "its responses are not response_A, response_B and so on, each a text and once"},
        {"prompt: \"\xE4\"\npreference: A>B\n",
            "not UTF-8; if the file is Latin-1, convert it first: iconv -f LATIN1 -t UTF-8"},
    };
    for (const auto& [bad, reason] : cases) {
        const ReadText read("---\n" + bad, "nova");
        EXPECT_TRUE(read.sink.records.empty()) << bad;
        ASSERT_EQ(read.sink.problems.size(), 1U) << bad;
        EXPECT_EQ(read.sink.problems[0].second, reason);
    }
}

TEST(Nova, ADocumentNeedsNoMarkInFront) {
    const std::string document = std::string(Pair) + "preference: A>B\n";
    for (const std::string& text : {document, "# a comment\n---\n" + document, "%YAML 1.2\n---\n" + document}) {
        const ReadText read(text);
        EXPECT_EQ(read.format, "nova") << text;
        EXPECT_EQ(read.sink.records.size(), 1U) << text;
        EXPECT_TRUE(read.sink.problems.empty()) << text;
    }
}

TEST(Nova, WhatFollowsADocumentThatIsTooLongIsRead) {
    const std::string document = std::string("---\n") + Pair + "preference: A>B\n";
    const std::string longOne = "---\nprompt: \"" + std::string((32U << 20U) + 100, 'x') + "\"\npreference: A>B\n";
    const ReadText read(document + longOne + document);
    EXPECT_EQ(read.sink.records.size(), 2U) << read.failure;
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0], (std::pair<std::int64_t, std::string>(6, "the record is longer than 32 MiB")));
    EXPECT_EQ(read.sink.records.back().line, 9);
}

TEST(Nova, MegabytesOfDocumentsAreReadOneAtATime) {
    const std::string one =
        "---\nprompt: \"" + std::string(1 << 20, 'x') + "\"\nresponse_A: x\nresponse_B: y\npreference: '[[A>B]]'\n";
    std::string text;
    for (int index = 0; index < 4; ++index)
        text += one;
    const ReadText read(text);
    EXPECT_EQ(read.sink.records.size(), 4U) << read.failure;
    EXPECT_TRUE(read.sink.problems.empty());
}

} // namespace
} // namespace assize::test
