// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_job.h"
#include "tests/core/import/collecting_sink.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <map>

namespace assize::test {
namespace {

std::string scored(const std::string& score, const std::string& model = "m1") {
    return R"([{"session_id":"ab12","parsed_result":{"strengths":"clear","weaknesses":"short","score":"7"},)"
           R"("meta_data":{"usage":{"prompt_tokens":90,"completion_tokens":12},"error":null},"model_test":")" +
           model + R"(","score":)" + score + R"(,"model_output":"x"}])";
}

Verdict verdictFor(const std::string& score) {
    return ReadText(scored(score)).sink.records.at(0).verdicts.at(0).verdict;
}

TEST(Wildbench, AScoreIsANumberWrittenAsText) {
    const Verdict verdict = verdictFor("\"7\"");
    EXPECT_EQ(verdict.judgement.outcome, Outcome::Verdict);
    EXPECT_EQ(verdict.judgement.scores, (std::vector<double>{7}));
    EXPECT_EQ(verdict.judgement.result, "7");
    EXPECT_EQ(verdict.judgement.overallJustification, "strengths: clear\nweaknesses: short");
    EXPECT_EQ(verdict.usage.inputTokens, 90);
    EXPECT_EQ(verdict.usage.outputTokens, 12);
    EXPECT_EQ(verdictFor("8.5").judgement.scores, (std::vector<double>{8.5}));
}

TEST(Wildbench, WhatIsNoScoreIsNoVerdict) {
    EXPECT_EQ(verdictFor("\"N/A\"").judgement.outcome, Outcome::Unparseable);
    EXPECT_EQ(verdictFor("null").judgement.outcome, Outcome::Unparseable);
    EXPECT_EQ(verdictFor("\"11\"").judgement.outcome, Outcome::Invalid);
    EXPECT_EQ(verdictFor("\"11\"").judgement.reason, "out-of-range: score 11, 1 to 10");
}

TEST(Wildbench, TheFolderNamesTheJudgeAndEveryModelHasItsRun) {
    TempSession temp;
    TempFolder folder;
    folder.write("eval=gpt-4-turbo/m1.json", scored("\"7\""));
    folder.write("eval=gpt-4-turbo/m2.json", scored("\"4\"", "m2"));
    const ImportJobOptions options;
    SilentObserver silent;
    const auto summary = valueOf(importFiles(temp.session(),
        valueOf(openImportFiles({(folder.path() / "eval=gpt-4-turbo/m1.json").string(),
                                    (folder.path() / "eval=gpt-4-turbo/m2.json").string()},
            options)),
        options, silent));
    EXPECT_EQ(summary.counts.items, 2);
    EXPECT_EQ(summary.counts.itemsNew, 1);
    EXPECT_EQ(summary.counts.verdictsNew, 2);
    EXPECT_EQ(summary.runs, (std::vector<std::string>{"gpt-4-turbo on m1", "gpt-4-turbo on m2"}));
    EXPECT_EQ(summary.skippedCount, 0);
    const auto version =
        valueOf(temp.reader().judgeVersion(valueOf(temp.reader().run("gpt-4-turbo on m1")).run.judgeVersionKey));
    EXPECT_EQ(version.definition.task, Task::Direct);
    EXPECT_EQ(version.definition.scaleMax, 10);
}

TEST(Wildbench, SaysWhatIsWrongWithARow) {
    const ReadText read(R"([{"session_id":"a","score":"7","model_test":["m"]},{"score":"7","model_test":"m"},)"
                        R"({"session_id":"b","sco)",
        "wildbench");
    ASSERT_EQ(read.sink.problems.size(), 3U);
    EXPECT_EQ(read.sink.problems[0].second, "modeltest is a list or an object, not a text");
    EXPECT_EQ(read.sink.problems[1].second, "session_id is missing");
}

TEST(Wildbench, ReadsThePublishedScores) {
    ASSIZE_NEEDS_DATA(path, "wildbench/eval_results/v2.0522/score.v2/eval=gpt-4-turbo-2024-04-09/"
                            "gpt-3.5-turbo-0125.head100.json");
    CollectingSink sink;
    auto source = ByteSource::open(path);
    EXPECT_EQ(guessFormat(*source, {}).value().importer->name, "wildbench");
    ImportOptions options;
    options.path = path.string();
    EXPECT_TRUE(importerNamed("wildbench").value()->read(*source, options, sink));
    EXPECT_TRUE(sink.problems.empty());
    ASSERT_EQ(sink.records.size(), 100U);
    std::map<double, int> counts;
    for (const ImportRecord& record : sink.records) {
        ++counts[record.verdicts.front().verdict.judgement.scores.at(0)];
        EXPECT_EQ(record.verdicts.front().run.name, "gpt-4-turbo-2024-04-09 on openai/gpt-3.5-turbo-0125");
        EXPECT_TRUE(record.item->responses.empty());
    }
    EXPECT_EQ(counts, (std::map<double, int>{{3, 4}, {4, 2}, {5, 1}, {6, 9}, {7, 20}, {8, 53}, {9, 10}, {10, 1}}));
}

} // namespace
} // namespace assize::test
