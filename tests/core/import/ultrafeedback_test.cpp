// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

std::string completion(const std::string& model, const std::string& response, const std::vector<std::string>& ratings) {
    const std::vector<std::string> aspects = {"instruction_following", "honesty", "truthfulness", "helpfulness"};
    std::string json = R"({"model":")" + model + R"(","response":")" + response + R"(","annotations":{)";
    for (std::size_t at = 0; at < aspects.size(); ++at)
        json += (at == 0 ? "\"" : ",\"") + aspects[at] + R"(":{"Rating":")" + ratings.at(at) + R"(","Rationale":"r"})";
    return json + R"(},"overall_score":1.0})";
}

std::string row(const std::string& completions) {
    return R"({"source":"evol_instruct","instruction":"Q","models":["a","b","c"],"completions":[)" + completions +
           R"(],"correct_answers":["None"],"incorrect_answers":["None"]})";
}

// The published overall scores have 1 where 10 was meant, so that the mean of the ratings decides.
TEST(Ultrafeedback, RatingsAreOneChoiceAmongAllCompletions) {
    const ReadText read(
        row(completion("a", "x", {"4", "N/A", "5", "3"}) + "," + completion("b", "y", {"5", "5", "5", "5"}) + "," +
            completion("c", "z", {"1", "2", "1", "1"})));
    ASSERT_EQ(read.format, "ultrafeedback") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"x", "a"}, {"y", "b"}, {"z", "c"}}));
    EXPECT_EQ(record.item->category, "evol_instruct");
    EXPECT_TRUE(record.labels.empty());
    ASSERT_EQ(record.verdicts.size(), 1U);
    const ImportedVerdict& imported = record.verdicts[0];
    EXPECT_EQ(imported.run.name, "gpt-4");
    EXPECT_EQ(imported.run.task, Task::Select);
    EXPECT_EQ(imported.verdict.presentation, "ABC");
    EXPECT_EQ(imported.verdict.judgement.outcome, Outcome::Verdict) << imported.verdict.judgement.reason;
    EXPECT_EQ(imported.verdict.judgement.scores, (std::vector<double>{4, 5, 1.25}));
    EXPECT_EQ(imported.verdict.judgement.result, "B");
    EXPECT_NE(imported.verdict.rawReply.find("Rationale"), std::string::npos);
    EXPECT_EQ(imported.verdict.rawReply.find("\"response\""), std::string::npos);
}

TEST(Ultrafeedback, AMissingRatingIsNoVerdict) {
    const ReadText read(row(completion("a", "x", {"4", "4", "4", "4"}) + R"(,{"model":"b","response":"y"})"));
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].verdicts.at(0).verdict.judgement.outcome, Outcome::Unparseable);
}

std::string binarized(const std::string& id, const std::string& scores) {
    return R"({"prompt":")" + id + R"(","prompt_id":"p","chosen":[{"content":")" + id +
           R"(","role":"user"},{"content":"good","role":"assistant"}],"rejected":[{"content":")" + id +
           R"(","role":"user"},{"content":"bad","role":"assistant"}],"messages":[],)" + scores + "}\n";
}

TEST(Ultrafeedback, ADrawPlacesTheChosenAnswerOfTheBinarizedSet) {
    std::string lines;
    for (int index = 0; index < 40; ++index)
        lines += binarized(std::to_string(index), R"("score_chosen":8.5,"score_rejected":7.0)");
    const ReadText read(lines);
    ASSERT_EQ(read.format, "ultrafeedback") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 40U);
    int first = 0;
    for (const ImportRecord& record : read.sink.records) {
        const bool isFirst = record.labels.at(0).label == Label::A;
        first += isFirst ? 1 : 0;
        EXPECT_EQ(record.item->responses.at(isFirst ? 0 : 1).text, "good");
    }
    EXPECT_GT(first, 8);
    EXPECT_LT(first, 32);
    EXPECT_EQ(read.sink.records[0].item->metadata,
        R"({"prompt_id":"p","score_chosen":8.5,"score_rejected":7.0,"position_seed":7})");
}

TEST(Ultrafeedback, EqualScoresPreferNeither) {
    const ReadText read(binarized("Q", R"("score_chosen":7.5,"score_rejected":7.5)"));
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].labels.at(0).label, Label::Tie);
}

TEST(Ultrafeedback, SaysWhyARowCannotBeUsed) {
    const ReadText read(
        row("") + "\n" + row(R"({"model":"a"})") + "\n" + R"({"prompt":"Q","chosen":"x","rejected":"y"})" + "\n");
    ASSERT_EQ(read.sink.problems.size(), 3U) << read.failure;
    EXPECT_EQ(read.sink.problems[0].second, "completions is not a list of 1 to 26 answers");
    EXPECT_EQ(read.sink.problems[1].second, "completions: entry 1 is not a text");
    EXPECT_EQ(read.sink.problems[2].second, "chosen is not a list of messages");
}

TEST(Ultrafeedback, TheReviewsAreJsonWhateverTheirKeys) {
    const ReadText read(row(R"({"model":"a","response":"x","k\"ey":1},)" + completion("b", "y", {"5", "5", "5", "5"})));
    ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
    EXPECT_THAT(read.sink.records[0].verdicts.at(0).verdict.rawReply, testing::HasSubstr(R"("k\"ey":1)"));
}

TEST(Ultrafeedback, TheRatingOfOneAnswerAloneIsLeftOutWithARemark) {
    const ReadText read(row(completion("a", "x", {"4", "4", "4", "4"})));
    ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
    EXPECT_TRUE(read.sink.records[0].verdicts.empty());
    EXPECT_EQ(read.sink.records[0].remark.english(), "the rating of an answer without others was left out");
}

} // namespace
} // namespace assize::test
