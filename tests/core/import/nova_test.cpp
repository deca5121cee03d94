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
