// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_job.h"
#include "tests/core/import/collecting_sink.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

TEST(Prometheus, TheSectionsOfThePromptMakeTheItem) {
    const ReadText read(R"([{"idx":4,"response_source":"vicuna","category":"generic","instruction":)"
                        R"("###Task Description:\nRate.\n\n###The instruction to evaluate:\nWhy?\nReally?\n\n)"
                        R"(###Response to evaluate:\nBecause.\n\n###Reference Answer (Score 5):\nSince.\n\n)"
                        R"(###Score Rubrics:\n[Is it true?]\nScore 1: No.\n\n###Feedback: ",)"
                        R"("gpt4_score":[5,4,7],"gpt4_feedback":["good","fair"]}])");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->sourceId, "4/vicuna");
    EXPECT_EQ(record.item->turns, (std::vector<Turn>{{"user", "Why?\nReally?"}}));
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"Because.", "vicuna"}}));
    EXPECT_EQ(record.item->reference, "Since.");
    EXPECT_EQ(nlohmann::json::parse(record.item->metadata)["rubric"], "[Is it true?]\nScore 1: No.");
    ASSERT_EQ(record.verdicts.size(), 3U);
    EXPECT_EQ(record.verdicts[1].verdict.sample, 2);
    EXPECT_EQ(record.verdicts[1].verdict.judgement.scores, (std::vector<double>{4}));
    EXPECT_EQ(record.verdicts[1].verdict.judgement.overallJustification, "fair");
    EXPECT_EQ(record.verdicts[2].verdict.judgement.outcome, Outcome::Invalid);
}

TEST(Prometheus, BenchesHaveTheirGold) {
    const ReadText feedback(R"({"orig_instruction":"Q","orig_response":"x","orig_reference_answer":"R",)"
                            R"("orig_criteria":"C","orig_score":"3","orig_score1_description":"D"})");
    ASSERT_EQ(feedback.sink.records.size(), 1U);
    EXPECT_EQ(feedback.sink.records[0].labels.at(0).score, 3);
    EXPECT_EQ(nlohmann::json::parse(feedback.sink.records[0].item->metadata),
        nlohmann::json({{"orig_criteria", "C"}, {"orig_score1_description", "D"}}));
    const ReadText preference(R"({"orig_criteria":"C","orig_instruction":"Q","orig_response_A":"x",)"
                              R"("orig_response_B":"y","orig_preference":"B","orig_score_A":"2","orig_score_B":"4"})");
    ASSERT_EQ(preference.sink.records.size(), 1U);
    EXPECT_EQ(preference.sink.records[0].item->responses, (std::vector<Response>{{"x", ""}, {"y", ""}}));
    EXPECT_EQ(preference.sink.records[0].labels.at(0).label, Label::B);
}

TEST(Prometheus, GradesOfTheSliceAreAsCounted) {
    ASSIZE_NEEDS_DATA(file, "prometheus-eval/eval/benchmark/data/vicuna_eval.head60.json");
    TempSession temp;
    SilentObserver silent;
    const ImportJobOptions options;
    const auto summary =
        valueOf(importFiles(temp.session(), valueOf(openImportFiles({file.string()}, options)), options, silent));
    EXPECT_EQ(summary.counts.itemsNew, 60);
    EXPECT_EQ(summary.counts.verdictsNew, 180);
    EXPECT_EQ(summary.skippedCount, 0);
    std::map<double, int> scores;
    std::map<RowKey, std::set<double>> perItem;
    valueOf(temp.reader().forEachVerdict(valueOf(temp.reader().run("gpt-4")).run.key, {}, [&](const Verdict& verdict) {
        ++scores[verdict.judgement.scores.at(0)];
        perItem[verdict.itemKey].insert(verdict.judgement.scores.at(0));
        return true;
    }));
    EXPECT_EQ(scores, (std::map<double, int>{{2, 9}, {3, 20}, {4, 72}, {5, 79}}));
    EXPECT_EQ(
        std::count_if(perItem.begin(), perItem.end(), [](const auto& item) { return item.second.size() == 1; }), 40);
}

} // namespace
} // namespace assize::test
