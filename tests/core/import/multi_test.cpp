// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(Multi, ResponsesAreTextsOrObjects) {
    const ReadText read(R"({"id":"q","prompt":"Why?","responses":["x",{"text":"y","model":"m"},{"response":"z"}],)"
                        R"("models":["a"],"label":"c","topic":"t"})");
    ASSERT_EQ(read.format, "multi");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"x", "a"}, {"y", "m"}, {"z", ""}}));
    EXPECT_EQ(record.item->metadata, R"({"topic":"t"})");
    EXPECT_EQ(record.labels.at(0).result, "C");
}

TEST(Multi, ALabelIsALetterOrAPlace) {
    const auto labelled = [](const std::string& label) {
        return ReadText(R"({"prompt":"Why?","responses":["x","y"],"label":)" + label + "}").sink.records.at(0);
    };
    EXPECT_EQ(labelled("1").labels.at(0).result, "B");
    EXPECT_EQ(labelled("\"A\"").labels.at(0).result, "A");
    EXPECT_TRUE(labelled("\"C\"").labels.empty());
    EXPECT_EQ(labelled("2").remark, "the label \"2\" names none of the responses; the item was imported without it");
    EXPECT_EQ(labelled("null").remark, "");
}

TEST(Multi, ARowWithoutResponsesIsNoItem) {
    const ReadText read(R"({"prompt":"Why?","responses":[]})"
                        "\n"
                        R"({"prompt":"Why?","responses":["x",["y"]]})");
    EXPECT_TRUE(read.sink.records.empty());
    ASSERT_EQ(read.sink.problems.size(), 2U);
    EXPECT_EQ(read.sink.problems[0].second, "responses is not a list of 1 to 26 texts");
    EXPECT_EQ(read.sink.problems[1].second, "responses: entry 2 is not a text");
}

} // namespace
} // namespace assize::test
