// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

/// The text of the better and of the worse response.
std::pair<std::string, std::string> ranked(const ImportRecord& record) {
    const bool isFirst = record.labels.at(0).label == Label::A;
    return {record.item->responses.at(isFirst ? 0 : 1).text, record.item->responses.at(isFirst ? 1 : 0).text};
}

TEST(Hh, WhatBothTranscriptsShareIsThePrompt) {
    const ReadText read(
        R"({"chosen":"\n\nHuman: Hi\n\nAssistant: Hello\n\nHuman: Why?\n\nAssistant: So.\n\nAs it is.",)"
        R"("rejected":"\n\nHuman: Hi\n\nAssistant: Hello\n\nHuman: Why?\n\nAssistant: No."})");
    ASSERT_EQ(read.format, "hh") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->turns, (std::vector<Turn>{{"user", "Hi"}, {"assistant", "Hello"}, {"user", "Why?"}}));
    EXPECT_EQ(ranked(record), std::pair(std::string("So.\n\nAs it is."), std::string("No.")));
    EXPECT_EQ(record.item->metadata, R"({"position_seed":7})");
}

TEST(Hh, TranscriptsThatPartEarlierKeepTheRestAsItIs) {
    const ReadText read(R"({"chosen":"\n\nHuman: Hi\n\nAssistant: Hello\n\nHuman: Why?\n\nAssistant: So.",)"
                        R"("rejected":"\n\nHuman: Hi\n\nAssistant: Go away"})");
    ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
    EXPECT_EQ(read.sink.records[0].item->turns, (std::vector<Turn>{{"user", "Hi"}}));
    EXPECT_EQ(ranked(read.sink.records[0]),
        std::pair(std::string("Assistant: Hello\n\nHuman: Why?\n\nAssistant: So."), std::string("Go away")));
}

TEST(Hh, ADrawPlacesThePreferredAnswer) {
    std::string lines;
    for (int index = 0; index < 40; ++index)
        lines += R"({"chosen":"\n\nHuman: )" + std::to_string(index) +
                 R"(\n\nAssistant: good","rejected":"\n\nHuman: )" + std::to_string(index) + R"(\n\nAssistant: bad"})" +
                 "\n";
    const ReadText read(lines);
    ASSERT_EQ(read.sink.records.size(), 40U);
    int first = 0;
    for (const ImportRecord& record : read.sink.records) {
        EXPECT_EQ(ranked(record), std::pair(std::string("good"), std::string("bad")));
        first += record.labels[0].label == Label::A ? 1 : 0;
    }
    EXPECT_GT(first, 8);
    EXPECT_LT(first, 32);
}

TEST(Hh, EqualAndEmptyAnswersAreStillAPair) {
    const ReadText read(
        "{\"chosen\":\"\\n\\nHuman: Q\\n\\nAssistant: x\",\"rejected\":\"\\n\\nHuman: Q\\n\\nAssistant: x\"}\n"
        "{\"chosen\":\"\\n\\nHuman: Q\\n\\nAssistant: x\",\"rejected\":\"\\n\\nHuman: Q\\n\\nAssistant:\"}\n");
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_EQ(ranked(read.sink.records[0]), std::pair(std::string("x"), std::string("x")));
    EXPECT_EQ(ranked(read.sink.records[1]), std::pair(std::string("x"), std::string()));
}

TEST(Hh, SaysWhyARowCannotBeUsed) {
    const ReadText read(
        "{\"chosen\":\"\\n\\nHuman: Q\\n\\nAssistant: x\"}\n"
        "{\"chosen\":\"Q\",\"rejected\":\"R\"}\n"
        "{\"chosen\":\"\\n\\nHuman: Q\\n\\nAssistant: x\",\"rejected\":\"\\n\\nHuman: R\\n\\nAssistant: y\"}\n"
        "{\"chosen\":\"\\n\\nHuman: Q\",\"rejected\":\"\\n\\nHuman: Q\\n\\nAssistant: y\"}\n",
        "hh");
    ASSERT_EQ(read.sink.problems.size(), 4U);
    EXPECT_EQ(read.sink.problems[3].second, "a transcript has no answer");
    EXPECT_EQ(read.sink.problems[0].second, "rejected is missing");
    EXPECT_EQ(read.sink.problems[1].second, "a transcript does not begin with Human");
    EXPECT_EQ(read.sink.problems[2].second, "the transcripts have no question in common");
}

// Work that grew with the square of their number would not end here.
TEST(Hh, LongTranscriptsAreReadInOneGo) {
    std::string questions;
    for (int turn = 0; turn < 200000; ++turn)
        questions += R"(\n\nHuman: Q)";
    const ReadText read(
        "{\"chosen\":\"" + questions + R"(\n\nAssistant: x","rejected":")" + questions + R"(\n\nAssistant: y"})", "hh");
    ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
    EXPECT_EQ(read.sink.records[0].item->turns.size(), 200000U);
}

} // namespace
} // namespace assize::test
