// SPDX-License-Identifier: Apache-2.0
// Cells that are Python literals and no JSON (protocols.md, section 9, case 26), as Nova's details hold them.
#include "core/import/nova_metrics.h"

#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(PythonLiteral, BecomesJson) {
    EXPECT_EQ(jsonFromPython("{'a': True, \"b\": None, 'c': [1, 2.5, (3, -4)], 'd': 'it\\'s\\n\"so\"'}"),
        R"({"a":true,"b":null,"c":[1,2.5,[3,-4]],"d":"it's\n\"so\""})");
    EXPECT_EQ(jsonFromPython(R"('\xe9\u4f60\U0001F600\d')"), "\"\xC3\xA9\xE4\xBD\xA0\xF0\x9F\x98\x80\\\\d\"");
    EXPECT_EQ(jsonFromPython(" { } "), "{}");
    EXPECT_EQ(jsonFromPython("[nan, inf, 1e-05,]"), "[null,null,1e-05]");
    for (const std::string_view text : {"", "{'a'}", "{'a': 1", "[1 2]", "__import__('os')", "{1: 2}", "'x", "'\\x1'"})
        EXPECT_FALSE(jsonFromPython(text).has_value()) << text;
    EXPECT_FALSE(jsonFromPython(std::string(1U << 20U, '[')).has_value());
}

TEST(NovaMetrics, AreVerdictsWithTheirCriteria) {
    const ReadText read(
        "prompt,response_A,response_B,metrics\nQ,x,y,\"{'predictions': ['B>A'], 'a_scores': 0.0, "
        "'weighted_score_A': 0.225, 'weighted_score_B': 1.0, 'score_margin': -0.775, "
        "'overall_justification': 'B is whole.', 'criteria_breakdown': {'fit': {'score_A': 2, 'score_B': "
        "5, 'weight': 0.5, 'type': 'scale', 'description': 'd', 'justification_A': 'p'}, 'is_right': "
        "{'score_A': False, 'score_B': True, 'weight': 0.5, 'type': 'binary'}}}\"\nQ2,x,y,none\n");
    ASSERT_EQ(read.format, "nova") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 2U);
    ASSERT_EQ(read.sink.records[0].verdicts.size(), 1U);
    const Judgement& judgement = read.sink.records[0].verdicts[0].verdict.judgement;
    EXPECT_EQ(judgement.outcome, Outcome::Verdict) << judgement.reason;
    EXPECT_EQ(judgement.label, Label::B);
    EXPECT_EQ(judgement.criteria.size(), 2U);
    EXPECT_NEAR(*judgement.weightedScoreA, 0.125, 1e-12);
    EXPECT_EQ(judgement.flags, std::vector<std::string>{"total-contradicts-scores"});
    EXPECT_TRUE(read.sink.records[1].verdicts.empty());
    EXPECT_EQ(read.sink.records[1].item->metadata, R"({"metrics":"none"})");
}

TEST(NovaMetrics, AFailedInferenceIsNoVerdict) {
    const ReadText read(R"({"prompt":"Q","response_A":"x","response_B":"y",)"
                        R"("metrics":{"predictions":[],"inference_error":1.0}})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    ASSERT_EQ(read.sink.records[0].verdicts.size(), 1U);
    EXPECT_EQ(read.sink.records[0].verdicts[0].verdict.judgement.outcome, Outcome::Unparseable);
}

} // namespace
} // namespace assize::test
