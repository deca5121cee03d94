// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"
#include "tests/support/shared_data.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace assize::test {
namespace {

CollectingSink readPandalmFile(const std::filesystem::path& path) {
    CollectingSink sink;
    auto source = ByteSource::open(path);
    EXPECT_EQ(guessFormat(*source, {}).value().importer->name, "pandalm");
    EXPECT_TRUE(importerNamed("pandalm").value()->read(*source, {}, sink));
    return sink;
}

TEST(PandaLm, ReadsItemsWithThreeAnnotators) {
    const ReadText read(R"([{"idx":3,"motivation_app":"Mail","cmp_key":"m1_m2","instruction":"Q","input":"",)"
                        R"("response1":true,"response2":"","annotator1":1,"annotator2":2,"annotator3":0}])");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records.front();
    EXPECT_EQ(record.item->sourceId, "3");
    EXPECT_EQ(record.item->context, std::nullopt);
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"true", "m1"}, {"", "m2"}}));
    ASSERT_EQ(record.labels.size(), 3U);
    EXPECT_EQ(record.labels[0].label, Label::A);
    EXPECT_EQ(record.labels[1].label, Label::B);
    EXPECT_EQ(record.labels[2].label, Label::Tie);
    EXPECT_EQ(record.labels[2].annotator, "annotator3");
}

TEST(PandaLm, JoinsVerdictsOnTheIndex) {
    const ReadText read(R"([{"idx":3,"gpt_result":"Tie","gpt_reason":"alike","gpt_reference":"r"},)"
                        R"({"idx":4,"gpt_result":"garbage","gpt_reason":"","gpt_reference":""},)"
                        R"({"idx":5,"gpt_result":"0","gpt_reason":"","gpt_reference":""}])");
    ASSERT_EQ(read.sink.records.size(), 3U);
    EXPECT_EQ(read.sink.records[0].joinSourceId, "3");
    EXPECT_FALSE(read.sink.records[0].item);
    EXPECT_EQ(read.sink.records[0].verdicts.front().verdict.judgement.label, Label::Tie);
    EXPECT_EQ(read.sink.records[0].verdicts.front().verdict.judgement.overallJustification, "alike");
    EXPECT_EQ(read.sink.records[1].verdicts.front().verdict.judgement.outcome, Outcome::Unparseable);
    EXPECT_EQ(read.sink.records[2].verdicts.front().verdict.judgement.outcome, Outcome::Unparseable);
}

TEST(PandaLm, ReadsThePublishedTestSet) {
    ASSIZE_NEEDS_DATA(path, "pandalm/data/testset-v1.json");
    const CollectingSink sink = readPandalmFile(path);
    EXPECT_EQ(sink.records.size(), 999U);
    std::size_t labels = 0;
    std::size_t emptyResponses = 0;
    for (const ImportRecord& record : sink.records) {
        labels += record.labels.size();
        for (const Response& response : record.item->responses)
            emptyResponses += response.text.empty() ? 1U : 0U;
    }
    EXPECT_EQ(labels, 2997U);
    EXPECT_EQ(emptyResponses, 54U);
    EXPECT_EQ(sink.records[157].item->responses[0].text, "true");
    EXPECT_EQ(sink.records[161].item->responses[1].text, "true");
}

TEST(PandaLm, ReadsThePublishedVerdicts) {
    ASSIZE_NEEDS_DATA(path, "pandalm/data/gpt-3.5-turbo-testset-v1.json");
    std::map<std::optional<Label>, int> counts;
    for (const ImportRecord& record : readPandalmFile(path).records)
        ++counts[record.verdicts.front().verdict.judgement.label];
    EXPECT_EQ(counts[Label::A], 460);
    EXPECT_EQ(counts[Label::B], 476);
    EXPECT_EQ(counts[Label::Tie], 38);
    EXPECT_EQ(counts[std::nullopt], 25);
}

} // namespace
} // namespace assize::test
