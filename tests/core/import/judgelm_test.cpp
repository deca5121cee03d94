// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_job.h"
#include "tests/core/import/collecting_sink.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <map>

namespace assize::test {
namespace {

const std::string JudgelmSample = R"("question_id":5,"question_body":"Q","answer1_body":"x","answer2_body":"y",)"
                                  R"("answer1_model_id":"m1","answer2_model_id":"m2","answer1_metadata":{})";
const std::string JudgelmReversed = R"("question_id":5,"question_body":"Q","answer1_body":"y","answer2_body":"x",)"
                                    R"("answer1_model_id":"m1","answer2_model_id":"m2","answer1_metadata":{})";

std::string predicted(const std::string& fields, const std::string& text) {
    return "{" + fields + R"(,"score":[9,4],"pred_text":")" + text + R"(","pred_model_id":"judgelm-7b","tstamp":1.5})" +
           "\n";
}

TEST(Judgelm, TheTeachersScoresAreTheGold) {
    const ReadText read("{" + JudgelmSample + R"(,"score":[9.0,4.5]})");
    EXPECT_EQ(read.format, "judgelm");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->sourceId, "5");
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"x", "m1"}, {"y", "m2"}}));
    EXPECT_EQ(record.item->metadata, R"({"answer1_metadata":{},"score":[9.0,4.5]})");
    EXPECT_EQ(record.labels.at(0).label, Label::A);
    EXPECT_TRUE(record.verdicts.empty());
}

TEST(Judgelm, WhatTheTeacherFailedAtHasNoGold) {
    for (const char* teacher : {R"("score":[-1,-1])", R"("text":"error")", R"("score":[7,-1])"}) {
        const ReadText read("{" + JudgelmSample + "," + teacher + "}");
        ASSERT_EQ(read.sink.records.size(), 1U) << teacher;
        EXPECT_TRUE(read.sink.records[0].labels.empty()) << teacher;
    }
}

TEST(Judgelm, TheTextStandsInForMissingScores) {
    const ReadText read("{" + JudgelmSample + R"(,"text":"2 8\nThe second is better."})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].labels.at(0).label, Label::B);
}

TEST(Judgelm, APredictionIsReadAsOursAreAndAFailureIsNoTie) {
    const ReadText read(predicted(JudgelmSample, "7 8.5\\nThe second.") + predicted(JudgelmSample, "They are alike."));
    ASSERT_EQ(read.sink.records.size(), 2U);
    const ImportedVerdict& first = read.sink.records[0].verdicts.at(0);
    EXPECT_EQ(first.run.name, "judgelm-7b");
    EXPECT_EQ(first.verdict.judgement.scores, (std::vector<double>{7, 8.5}));
    EXPECT_EQ(first.verdict.judgement.label, Label::B);
    EXPECT_EQ(first.verdict.judgement.overallJustification, "The second.");
    EXPECT_EQ(first.verdict.rawReply, "7 8.5\nThe second.");
    EXPECT_EQ(read.sink.records[1].verdicts.at(0).verdict.judgement.outcome, Outcome::Unparseable);
}

// The original exchanges the bodies of the answers and nothing else; ids, models and gold stay as they were.
TEST(Judgelm, OutputsForReversedAnswersAreTheOtherOrder) {
    TempSession temp;
    TempFolder folder;
    folder.write("run.jsonl", predicted(JudgelmSample, "7 8"));
    folder.write("run-reversed.jsonl", predicted(JudgelmReversed, "9 3"));
    const ImportJobOptions options;
    SilentObserver silent;
    const auto summary = valueOf(importFiles(temp.session(),
        valueOf(openImportFiles(
            {(folder.path() / "run.jsonl").string(), (folder.path() / "run-reversed.jsonl").string()}, options)),
        options, silent));
    EXPECT_EQ(summary.counts.itemsNew, 1);
    EXPECT_EQ(summary.counts.labelsNew, 1);
    EXPECT_EQ(summary.counts.verdictsNew, 2);
    EXPECT_EQ(summary.skippedCount, 0);
    std::map<std::string, Judgement> judgements;
    const RowKey run = valueOf(temp.reader().run("judgelm-7b")).run.key;
    valueOf(temp.reader().forEachVerdict(run, {.criteria = true}, [&](const Verdict& verdict) {
        judgements[verdict.presentation] = verdict.judgement;
        return true;
    }));
    ASSERT_EQ(judgements.size(), 2U);
    EXPECT_EQ(judgements["AB"].label, Label::B);
    EXPECT_EQ(judgements["BA"].label, Label::B) << "it gave 9 to the one shown first, which is B";
    EXPECT_EQ(judgements["BA"].scores, (std::vector<double>{3, 9}));
}

TEST(Judgelm, WithAReferenceIsAnotherItem) {
    const ReadText read(
        "{" + JudgelmSample + R"(,"reference":{"text":"R"}})" + "\n{" + JudgelmSample + R"(,"reference":"R"})");
    ASSERT_EQ(read.sink.records.size(), 2U);
    for (const ImportRecord& record : read.sink.records) {
        EXPECT_EQ(record.item->reference, "R");
        EXPECT_EQ(record.item->sourceId, "5 with reference");
    }
}

// Training rows hold what the teacher said without the reference, and what it said with it.
TEST(Judgelm, TheGoldOfAnItemWithItsReferenceIsTheOneGivenWithIt) {
    const std::string scores = R"("score":[2,8],"text":"2 8\nx",)";
    const ReadText with("{" + JudgelmSample + "," + scores + R"("reference":{"text":"R"},"score_w_reference":[9,3]})" +
                        "\n{" + JudgelmSample + "," + scores +
                        R"("reference":{"text":"R"},"text_w_reference":"9 3\nx"})");
    ASSERT_EQ(with.sink.records.size(), 2U);
    for (const ImportRecord& record : with.sink.records)
        EXPECT_EQ(record.labels.at(0).label, Label::A);
    const ReadText without(
        "{" + JudgelmSample + "," + scores + R"("reference":{"text":""},"score_w_reference":[9,3]})");
    EXPECT_EQ(without.sink.records.at(0).labels.at(0).label, Label::B);
}

TEST(Judgelm, ManyAnswersAreAChoice) {
    const ReadText read(predicted(JudgelmSample + R"(,"answer3_body":"z")", "7 8 9\\nThe third."));
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->responses.size(), 3U);
    const ImportedVerdict& imported = read.sink.records[0].verdicts.at(0);
    EXPECT_EQ(imported.run.task, Task::Select);
    EXPECT_EQ(imported.verdict.presentation, "ABC");
    EXPECT_EQ(imported.verdict.judgement.result, "C");
}

TEST(Judgelm, SaysWhatIsWrongWithARow) {
    const ReadText read("{" + JudgelmSample + "}\n" + R"({"question_id":6,"question_body":"Q","answer1_body":"x"})" +
                            "\n" + R"({"question_id":7,"question_body":["Q"],"answer1_body":"x","answer2_body":"y"})" +
                            "\n" + R"({"question_id":8,"question_body":"Q","answ)",
        "judgelm");
    EXPECT_EQ(read.sink.records.size(), 1U);
    ASSERT_EQ(read.sink.problems.size(), 3U);
    EXPECT_EQ(read.sink.problems[0].second, "answer2_body is missing");
    EXPECT_EQ(read.sink.problems[1].second, "questionbody is a list or an object, not a text");
}

} // namespace
} // namespace assize::test
