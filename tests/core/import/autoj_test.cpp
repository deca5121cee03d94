// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_job.h"
#include "tests/core/import/collecting_sink.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <map>

namespace assize::test {
namespace {

std::string autojPair(int label) {
    return R"({"scenario":"chitchat","label":)" + std::to_string(label) +
           R"(,"prompt":"Q","response 1":"x","response 2":"y"})"
           "\n";
}

TEST(Autoj, LabelsCountFromZero) {
    const ReadText read(autojPair(0) + autojPair(1) + autojPair(2));
    EXPECT_EQ(read.format, "autoj");
    ASSERT_EQ(read.sink.records.size(), 3U);
    EXPECT_EQ(read.sink.records[0].labels.front().label, Label::A);
    EXPECT_EQ(read.sink.records[1].labels.front().label, Label::B);
    EXPECT_EQ(read.sink.records[2].labels.front().label, Label::Tie);
    EXPECT_EQ(read.sink.records[2].item->sourceId, "3");
    EXPECT_EQ(read.sink.records[2].item->category, "chitchat");
    EXPECT_EQ(read.sink.records[2].item->responses, (std::vector<Response>{{"x", ""}, {"y", ""}}));
}

TEST(Autoj, OutputsJoinLineByLineAndExchangedOnesAreMappedBack) {
    TempSession temp;
    TempFolder folder;
    folder.write("testdata_pairwise.jsonl", autojPair(0) + autojPair(1));
    folder.write("pairwise_example_output.jsonl", "{\"output\": 0}\n{\"output\": -1}\n{\"output\": 2}\n");
    folder.write("pairwise_exchange_example_output.jsonl", "{\"output\": 1}\n{\"output\": 0}\n");
    ImportJobOptions options;
    options.runName = "auto-j";
    SilentObserver silent;
    std::vector<std::string> paths;
    for (const char* name :
        {"pairwise_exchange_example_output.jsonl", "pairwise_example_output.jsonl", "testdata_pairwise.jsonl"})
        paths.push_back((folder.path() / name).string());
    const auto summary =
        valueOf(importFiles(temp.session(), valueOf(openImportFiles(paths, options)), options, silent));
    EXPECT_EQ(summary.counts.itemsNew, 2);
    EXPECT_EQ(summary.counts.verdictsNew, 4);
    EXPECT_EQ(summary.counts.unusable, 1) << "-1 is a reply without a decision";
    ASSERT_EQ(summary.skipped.size(), 1U);
    EXPECT_EQ(summary.skipped[0].reason, "no item with the id 3 is in the session; import the items first");
    const RowKey run = valueOf(temp.reader().run("auto-j")).run.key;
    std::map<std::string, std::vector<std::optional<Label>>> labels;
    valueOf(temp.reader().forEachVerdict(run, {}, [&](const Verdict& verdict) {
        labels[verdict.presentation].push_back(verdict.judgement.label);
        return true;
    }));
    EXPECT_EQ(labels["AB"], (std::vector<std::optional<Label>>{Label::A, std::nullopt}));
    EXPECT_EQ(labels["BA"], (std::vector<std::optional<Label>>{Label::A, Label::B}));
}

/// protocols.md, ambiguity 19: what joins by line must not run short without a word.
TEST(Autoj, OutputsThatEndTooSoonAreReported) {
    TempSession temp;
    TempFolder folder;
    folder.write("testdata_pairwise.jsonl", autojPair(0) + autojPair(1) + autojPair(2));
    folder.write("output.jsonl", "{\"output\": 0}\n{\"output\": 1}\n");
    const ImportJobOptions options;
    SilentObserver silent;
    const auto summary = valueOf(importFiles(temp.session(),
        valueOf(openImportFiles(
            {(folder.path() / "testdata_pairwise.jsonl").string(), (folder.path() / "output.jsonl").string()},
            options)),
        options, silent));
    EXPECT_EQ(summary.counts.verdictsNew, 2);
    ASSERT_EQ(summary.skipped.size(), 1U);
    EXPECT_EQ(summary.skipped[0].line, 3);
    EXPECT_EQ(summary.skipped[0].reason,
        "the file ends before the item 3, and rows join items by their line: if one is missing above, those after it "
        "stand beside the wrong items");
}

TEST(Autoj, SingleAnswersKeepTheirCritiques) {
    const ReadText read(R"({"scenario":"chitchat","prompt":"Q","response":"x","critiques":{"m":"c"}})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->responses, (std::vector<Response>{{"x", ""}}));
    EXPECT_EQ(read.sink.records[0].item->sourceId, "") << "outputs join pairs only";
    EXPECT_EQ(read.sink.records[0].item->metadata, R"({"critiques":{"m":"c"}})");
}

TEST(Autoj, SaysWhatIsWrongWithARow) {
    const ReadText read(autojPair(3) + "{\"scenario\":\"a\",\"label\":0,\"prompt\":\"Q\",\"response 1\":\"x\"}\n" +
                        "{\"scenario\":\"a\",\"label\":0,\"pro");
    ASSERT_EQ(read.sink.problems.size(), 3U);
    EXPECT_EQ(read.sink.problems[0].second, "label is none of 0, 1 and 2: 3");
    EXPECT_EQ(read.sink.problems[1].second, "\"response 2\" is missing");
    EXPECT_EQ(read.sink.problems[2].first, 3);
}

} // namespace
} // namespace assize::test
