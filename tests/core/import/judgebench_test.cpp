// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

const std::string JudgebenchRow = R"("pair_id":"p1","original_id":4,"source":"mmlu-pro-law","question":"Q",)"
                                  R"("response_model":"m","response_A":"x","response_B":"y","label":"A>B")";

TEST(Judgebench, ReadsAPair) {
    const ReadText read("{" + JudgebenchRow + "}");
    EXPECT_EQ(read.format, "judgebench");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->sourceId, "p1");
    EXPECT_EQ(record.item->category, "mmlu-pro-law");
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"x", "m"}, {"y", "m"}}));
    EXPECT_EQ(record.item->metadata, R"({"original_id":4})");
    EXPECT_EQ(record.labels.front().label, Label::A);
    EXPECT_TRUE(record.verdicts.empty());
}

TEST(Judgebench, TheSecondJudgmentIsMappedBack) {
    ImportOptions options;
    options.path = "outputs/dataset=judgebench,response_model=m,judge_name=arena_hard,judge_model=o1-mini.jsonl";
    const ReadText read("{" + JudgebenchRow +
                            R"x(,"judge_name":"arena_hard","judgments":[)x"
                            R"x({"judgment":{"judge_model":"o1-mini","response":"[[A>>B]]"},"decision":"A>B"},)x"
                            R"x({"judgment":{"judge_model":"o1-mini","response":"[[B>A]]"},"decision":"B>A"}]})x",
        {}, options);
    ASSERT_EQ(read.sink.records.size(), 1U);
    const auto& verdicts = read.sink.records[0].verdicts;
    ASSERT_EQ(verdicts.size(), 2U);
    EXPECT_EQ(verdicts[0].verdict.presentation, "AB");
    EXPECT_EQ(verdicts[0].verdict.judgement.label, Label::A);
    EXPECT_EQ(verdicts[0].verdict.rawReply, "[[A>>B]]");
    EXPECT_EQ(verdicts[1].verdict.presentation, "BA");
    EXPECT_EQ(verdicts[1].verdict.judgement.label, Label::A) << "B of the exchanged display is A";
    EXPECT_EQ(verdicts[0].run.name, "arena_hard/o1-mini");
    EXPECT_EQ(verdicts[0].run.model, "o1-mini");
    EXPECT_EQ(verdicts[0].run.orders, Orders::Both);
}

TEST(Judgebench, AFailedCallAndAnUnreadReplyAreNoTies) {
    const ReadText read("{" + JudgebenchRow +
                        R"(,"judge_name":"vanilla","judgments":[null,)"
                        R"({"judgment":{"response":"?"},"decision":null}]})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const auto& verdicts = read.sink.records[0].verdicts;
    ASSERT_EQ(verdicts.size(), 2U);
    EXPECT_EQ(verdicts[0].verdict.judgement.outcome, Outcome::Unparseable);
    EXPECT_EQ(verdicts[0].verdict.judgement.reason, "no-reply");
    EXPECT_EQ(verdicts[1].verdict.judgement.outcome, Outcome::Unparseable);
    EXPECT_EQ(verdicts[1].verdict.judgement.reason, "no-verdict");
    EXPECT_EQ(verdicts[1].verdict.rawReply, "?");
    EXPECT_EQ(verdicts[0].run.name, "vanilla");
}

TEST(Judgebench, ASingleGameIsOneOrder) {
    const ReadText read("{" + JudgebenchRow +
                        R"(,"judge_name":"reward_model","judgments":[)"
                        R"({"judgment":{"scores":[1.5,2]},"decision":"B>A"}]})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    ASSERT_EQ(read.sink.records[0].verdicts.size(), 1U);
    EXPECT_EQ(read.sink.records[0].verdicts[0].run.orders, Orders::AB);
    EXPECT_EQ(read.sink.records[0].verdicts[0].verdict.judgement.label, Label::B);
}

TEST(Judgebench, SaysWhatIsWrongWithARow) {
    const ReadText read("{" + JudgebenchRow + R"(,"judgments":"none"})" + "\n" +
                            R"({"pair_id":"p2","question":"Q","response_A":"x","response_B":"y","label":"1"})" + "\n" +
                            R"({"pair_id":"p3","question":"Q","response_A":"x"})",
        "judgebench");
    EXPECT_TRUE(read.sink.records.empty());
    const std::vector<std::pair<std::int64_t, std::string>> problems = {
        {1, "judgments is not a list with at least one entry"}, {2, "label is neither A>B nor B>A: 1"},
        {3, "response_B is missing"}};
    EXPECT_EQ(read.sink.problems, problems);
}

} // namespace
} // namespace assize::test
