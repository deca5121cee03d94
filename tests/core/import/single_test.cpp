// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(Single, TakesScoresAndClasses) {
    struct Case {
        std::string fields;
        std::optional<double> score;
        std::string result;
    };
    const std::vector<Case> cases = {
        {R"("score":4)", 4.0, ""},
        {R"("score":"3.5")", 3.5, ""},
        {R"("label":2)", 2.0, ""},
        {R"("label":"PASS")", std::nullopt, "PASS"},
        {R"("label":"FAIL","score":0)", 0.0, "FAIL"},
    };
    for (const Case& expected : cases) {
        const ReadText read(R"({"prompt":"Q","response":"x",)" + expected.fields + "}");
        EXPECT_EQ(read.format, "single");
        ASSERT_EQ(read.sink.records.size(), 1U) << expected.fields;
        const ImportRecord& record = read.sink.records.front();
        EXPECT_EQ(record.item->responses, (std::vector<Response>{{"x", ""}}));
        ASSERT_EQ(record.labels.size(), 1U) << expected.fields;
        EXPECT_EQ(record.labels.front().score, expected.score) << expected.fields;
        EXPECT_EQ(record.labels.front().result, expected.result) << expected.fields;
    }
}

TEST(Single, KeepsWhatEachAnnotatorSays) {
    const ReadText read(R"({"prompt":"Q","response":"x","annotators":{"Maya":4,"Ivo":"3.5","Lin":"PASS"}})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records.front();
    ASSERT_EQ(record.labels.size(), 3U);
    EXPECT_EQ(record.labels[0].annotator, "Maya");
    EXPECT_EQ(record.labels[0].score, 4.0);
    EXPECT_EQ(record.labels[1].score, 3.5);
    EXPECT_EQ(record.labels[2].result, "PASS");
    EXPECT_EQ(record.labels[2].score, std::nullopt);
}

TEST(Single, NeedsNoLabelAndRefusesScoresThatAreNone) {
    EXPECT_TRUE(ReadText(R"({"prompt":"Q","response":"x","score":""})").sink.records.front().labels.empty());
    const ReadText read(R"({"prompt":"Q","response":"x","score":"good"})");
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems.front().second, "score is not a number: good");
}

} // namespace
} // namespace assize::test
