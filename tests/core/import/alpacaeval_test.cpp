// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_job.h"
#include "tests/core/import/collecting_sink.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

std::string annotation(const std::string& preference, const std::string& annotator = R"("annotator":"gpt4")") {
    return R"({"instruction":"Q","output_1":"x","generator_1":"base","dataset":"koala","output_2":"y",)"
           R"("generator_2":"model",)" +
           annotator + R"(,"preference":)" + preference + R"(,"time_per_example":1.5,"raw_completion":"m"})";
}

Judgement judgementFor(const std::string& preference) {
    const ReadText read("[" + annotation(preference) + "]");
    return read.sink.records.at(0).verdicts.at(0).verdict.judgement;
}

TEST(Alpacaeval, PreferencesRunFromTheFirstToTheSecondOutput) {
    struct Case {
        const char* preference;
        Label label;
        double shareOfA;
        const char* reason;
    };
    for (const Case& expected :
        {Case{"1.0", Label::A, 1, ""}, Case{"2", Label::B, 0, ""}, Case{"1.5", Label::Tie, 0.5, ""},
            Case{"0", Label::Tie, 0.5, ""}, Case{"1.25", Label::A, 0.75, "preference"},
            Case{"1.9375", Label::B, 0.0625, "preference"}, Case{"\"2.0\"", Label::B, 0, ""}}) {
        const Judgement judgement = judgementFor(expected.preference);
        EXPECT_EQ(judgement.outcome, Outcome::Verdict) << expected.preference;
        EXPECT_EQ(judgement.label, expected.label) << expected.preference;
        EXPECT_EQ(judgement.scores, (std::vector<double>{expected.shareOfA, 1 - expected.shareOfA}));
        EXPECT_EQ(judgement.scoreMargin, 2 * expected.shareOfA - 1);
        EXPECT_EQ(judgement.reason, expected.reason) << expected.preference;
    }
}

TEST(Alpacaeval, WhatIsNoPreferenceIsNoVerdict) {
    EXPECT_EQ(judgementFor("null").outcome, Outcome::Unparseable);
    EXPECT_EQ(judgementFor("null").reason, "no-verdict");
    EXPECT_EQ(judgementFor("3").outcome, Outcome::Invalid);
    EXPECT_EQ(judgementFor("3").reason, "out-of-range: preference 3, 1 to 2");
    EXPECT_EQ(judgementFor("0.5").outcome, Outcome::Invalid);
    EXPECT_EQ(judgementFor("3").label, std::nullopt);
}

TEST(Alpacaeval, ReadsAnAnnotation) {
    const ReadText read("[" + annotation("1") + "]");
    EXPECT_EQ(read.format, "alpacaeval");
    const ImportRecord& record = read.sink.records.at(0);
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"x", "base"}, {"y", "model"}}));
    EXPECT_EQ(record.item->category, "koala");
    EXPECT_EQ(record.item->metadata, "{}");
    EXPECT_EQ(record.verdicts[0].run.name, "gpt4");
    EXPECT_EQ(record.verdicts[0].verdict.rawReply, "m");
    EXPECT_EQ(record.verdicts[0].verdict.latencySeconds, 1.5);
}

TEST(Alpacaeval, NumberedAnnotatorsArePeople) {
    const ReadText read(
        "[" + annotation("2", R"("annotator_index":6)") + "," + annotation("null", R"("annotator_index":7)") + "]");
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_TRUE(read.sink.records[0].verdicts.empty());
    ASSERT_EQ(read.sink.records[0].labels.size(), 1U);
    EXPECT_EQ(read.sink.records[0].labels[0].annotator, "annotator 6");
    EXPECT_EQ(read.sink.records[0].labels[0].label, Label::B);
    EXPECT_TRUE(read.sink.records[1].labels.empty());
    EXPECT_NE(read.sink.records[1].remark, "");
}

// Four people label each pair of the cross annotations; a rater who meets equal rows twice means two items.
TEST(Alpacaeval, RatersOfEqualPairsSpeakOfOneItem) {
    TempSession temp;
    TempFolder folder;
    folder.write("a.json", "[" + annotation("1", R"("annotator_index":1)") + "," +
                               annotation("2", R"("annotator_index":2)") + "," +
                               annotation("1", R"("annotator_index":1)") + "," + annotation("1.5") + "]");
    SilentObserver silent;
    const ImportJobOptions options;
    const auto summary = valueOf(importFiles(
        temp.session(), valueOf(openImportFiles({(folder.path() / "a.json").string()}, options)), options, silent));
    EXPECT_EQ(summary.counts.items, 4);
    EXPECT_EQ(summary.counts.itemsNew, 2);
    EXPECT_EQ(summary.counts.labelsNew, 3);
    EXPECT_EQ(summary.counts.verdictsNew, 1);
}

TEST(Alpacaeval, ModelOutputsAreSingleAnswers) {
    const ReadText read(R"([{"instruction":"Q","input":"I","output":"x","generator":"m","datasplit":"eval"}])");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->responses, (std::vector<Response>{{"x", "m"}}));
    EXPECT_EQ(read.sink.records[0].item->context, "I");
    EXPECT_EQ(read.sink.records[0].item->metadata, R"({"datasplit":"eval"})");
    EXPECT_TRUE(read.sink.records[0].verdicts.empty());
}

TEST(Alpacaeval, SaysWhatIsWrongWithARow) {
    const ReadText read(R"([{"instruction":"Q","output_1":"x","output_2":["y"]},{"instruction":"Q","output_1":"x"},)"
                        R"({"instruction":"Q","outp)");
    ASSERT_EQ(read.sink.problems.size(), 3U);
    EXPECT_EQ(read.sink.problems[0].second, "output2 is a list or an object, not a text");
    EXPECT_EQ(read.sink.problems[1].second, "output_2 is missing");
}

} // namespace
} // namespace assize::test
