// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"
#include "tests/support/shared_data.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

constexpr const char* TwoExamples = R"({"metadata":{"source_path":"p","custom_fields_schema":[]},
"models":[{"name":"m"},{"name":"n"}],
"examples":[
{"input_text":"Why?","tags":["chat","x"],"output_text_a":"a","output_text_b":"b","score":0.5,"individual_rater_scores":[
 {"score":1.5,"rating_label":"A is much better","is_flipped":false,"rationale":"longer"},
 {"score":-0.5,"is_flipped":true,"rationale":"clear"},{"score":0.0},{"rationale":"none"}]},
{"input_text":[{"type":"text","data":"Who?"},{"type":"image","data":"x"}],"tags":[],"output_text_a":"c"},
{"input_text":"How?","tags":[],"output_text_a":"c","output_text_b":"d","score":-1.0,"individual_rater_scores":[]}
]})";

TEST(LlmComparator, RatingsAreVerdictsInTheOrderThatTheRaterSaw) {
    const ReadText read(TwoExamples);
    ASSERT_EQ(read.format, "llm-comparator");
    ASSERT_EQ(read.sink.records.size(), 2U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.line, 4);
    EXPECT_EQ(record.item->category, "chat");
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"a", "m"}, {"b", "n"}}));
    EXPECT_EQ(nlohmann::json::parse(record.item->metadata)["score"], 0.5);
    ASSERT_EQ(record.verdicts.size(), 4U);
    EXPECT_EQ(record.verdicts[0].verdict.judgement.label, Label::A);
    EXPECT_EQ(record.verdicts[0].verdict.judgement.step, 2);
    EXPECT_EQ(record.verdicts[0].verdict.judgement.overallJustification, "longer");
    EXPECT_EQ(record.verdicts[1].verdict.presentation, "BA");
    EXPECT_EQ(record.verdicts[1].verdict.sample, 1);
    EXPECT_EQ(record.verdicts[1].verdict.judgement.label, Label::B) << "scores are in the frame of A and B already";
    EXPECT_EQ(record.verdicts[2].verdict.presentation, "AB");
    EXPECT_EQ(record.verdicts[2].verdict.sample, 2);
    EXPECT_EQ(record.verdicts[2].verdict.judgement.label, Label::Tie);
    EXPECT_EQ(record.verdicts[3].verdict.judgement.outcome, Outcome::Unparseable);
    EXPECT_TRUE(read.sink.records[1].verdicts.empty());
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0], std::pair(std::int64_t{7}, std::string("output_text_b is missing")));
}

TEST(LlmComparator, WhatStandsBeforeACutIsKept) {
    const std::string whole = TwoExamples;
    const ReadText read(whole.substr(0, whole.find("{\"input_text\":\"How") + 20));
    EXPECT_EQ(read.sink.records.size(), 1U);
    EXPECT_FALSE(read.sink.problems.empty());
}

TEST(LlmComparator, AFileMayBeLongerThanAnyRecord) {
    const std::string answer(1 << 20, 'x');
    std::string text = R"({"models":[{"name":"m"},{"name":"n"}],"examples":[)";
    for (int index = 0; index < 33; ++index)
        text += std::string(index == 0 ? "" : ",\n") + R"({"input_text":"Why?","tags":[],"output_text_a":")" + answer +
                R"(","output_text_b":"b"})";
    const ReadText read(text + "]}");
    EXPECT_EQ(read.sink.records.size(), 33U);
    EXPECT_EQ(read.sink.records.back().line, 33);
    EXPECT_TRUE(read.sink.problems.empty());
}

TEST(LlmComparator, ModelsThatComeTooLateAreNamedAsSuch) {
    const ReadText read(R"({"examples":[{"input_text":"Why?","output_text_a":"a","output_text_b":"b"}],)"
                        R"("models":[{"name":"m"},{"name":"n"}]})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->responses, (std::vector<Response>{{"a", ""}, {"b", ""}}));
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "models stands behind examples, too late to name theirs");
}

TEST(LlmComparator, ExamplesThatAreNoListAreNamedAsSuch) {
    const ReadText read(R"({"models":[],"examples":{"output_text_a":"a"}})");
    EXPECT_TRUE(read.sink.records.empty());
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "examples is not a list");
}

TEST(LlmComparator, TheToolsOwnExampleIsRead) {
    ASSIZE_NEEDS_DATA(file, "llm-comparator/docs/data/example_tiny.json");
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    const ReadText read(text.str());
    ASSERT_EQ(read.sink.records.size(), 5U);
    EXPECT_EQ(read.sink.records[0].verdicts.size(), 4U);
    EXPECT_EQ(read.sink.records[3].verdicts.size(), 1U);
    std::vector<double> scores;
    for (const ImportRecord& record : read.sink.records)
        scores.push_back(nlohmann::json::parse(record.item->metadata)["score"]);
    EXPECT_EQ(scores, (std::vector<double>{0.5, -1.0, 0.5, 0.0, 1.5}));
}

} // namespace
} // namespace assize::test
