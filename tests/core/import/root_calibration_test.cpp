// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

const std::string Rows = R"([["0.9", "Bern is the capital.", "Which town?"], [0.1, "No idea."]])";

TEST(RootCalibration, RowsAreScoreOutputAndInput) {
    const ReadText read(Rows);
    EXPECT_EQ(read.format, "root-calibration");
    ASSERT_EQ(read.sink.records.size(), 2U);
    const ImportRecord& first = read.sink.records[0];
    EXPECT_EQ(first.item->turns, (std::vector<Turn>{{"user", "Which town?"}}));
    EXPECT_EQ(first.item->responses, (std::vector<Response>{{"Bern is the capital.", ""}}));
    EXPECT_EQ(first.labels.at(0).score, 0.9);
    EXPECT_EQ(read.sink.records[1].item->turns, (std::vector<Turn>{{"user", ""}})) << "an input is not needed";
}

/// protocols.md, ambiguity 9: documentation and Python examples differ, and the rows do not say whose they are.
TEST(RootCalibration, AFieldMapGivesTheOrderOfThePythonExamples) {
    ImportOptions python;
    python.fieldMap = {{"prompt", "1"}, {"response", "2"}};
    const ReadText read(R"([[0.9, "Which town?", "Bern is the capital."]])", {}, python);
    EXPECT_EQ(read.format, "root-calibration");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->turns.at(0).content, "Which town?");
    EXPECT_EQ(read.sink.records[0].item->responses.at(0).text, "Bern is the capital.");
}

TEST(RootCalibration, TheGuessSaysWhichOrderItTakes) {
    auto source = ByteSource::fromText(Rows, "rows");
    const auto guess = guessFormat(*source, {});
    ASSERT_TRUE(guess.has_value());
    EXPECT_EQ(guess->reason, "its rows are lists that begin with a score: score, output and input; where the input "
                             "comes second, map prompt to 1 and response to 2");
}

TEST(RootCalibration, ARequestHoldsItsRows) {
    const ReadText read(R"({"name": "Clear", "test_data": [[0.5, "a", "p"], ["high", "b"], [1, "c", null]]})");
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_EQ(read.sink.records[0].remark, "row 2 of test_data: the expected score is no number from 0 to 1: high");
    EXPECT_EQ(read.sink.records[1].item->responses.at(0).text, "c");
}

TEST(RootCalibration, ARequestCountsItsBadRows) {
    const ReadText read(R"({"test_data": [[0.5, "a"], [2, "b"], ["x", "c"], [3, "d"]]})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].remark.english(), "3 rows of test_data cannot be used, first row 2: the expected "
                                                     "score is no number from 0 to 1: 2");
}

TEST(RootCalibration, ABadScoreIsCutBetweenCharacters) {
    std::string score = "a";
    for (int count = 0; count < 30; ++count)
        score += "\xC3\xA9";
    const ReadText read("[[0.5, \"o\"], [\"" + score + "\", \"o\"]]", "root-calibration");
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "the expected score is no number from 0 to 1: " + score.substr(0, 39));
}

TEST(RootCalibration, AListMayStandOnALineOfItsOwn) {
    const ReadText read("[\"0.5\", \"a\", \"p\"]\n[0.75, \"b\", \"q\"]\n");
    EXPECT_EQ(read.format, "root-calibration") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_EQ(read.sink.records[1].labels.at(0).score, 0.75);
    EXPECT_EQ(read.sink.records[1].line, 2);
}

TEST(RootCalibration, SaysWhatIsWrongWithARow) {
    const ReadText read(R"([[0.5, "a"], [7, "b"], [0.5], [0.5, ["c"]], {"x": 1}, "d"])", "root-calibration");
    EXPECT_EQ(read.sink.records.size(), 1U);
    ASSERT_EQ(read.sink.problems.size(), 5U);
    EXPECT_EQ(read.sink.problems[0].second, "the expected score is no number from 0 to 1: 7");
    EXPECT_EQ(read.sink.problems[1].second, "the output is missing");
    EXPECT_EQ(read.sink.problems[2].second, "the output is not a text");
    EXPECT_EQ(read.sink.problems[3].second, "test_data is missing or not a list");
    EXPECT_EQ(read.sink.problems[4].second, "not an object with named fields");
}

} // namespace
} // namespace assize::test
