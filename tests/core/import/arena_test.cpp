// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(Arena, ConversationsAreItemsWithTheirVote) {
    const ReadText read(
        R"x({"question_id":"58210e","model_a":"chatglm-6b","model_b":"koala-13b","winner":"tie (bothbad)",)x"
        R"("judge":"arena_user_973","conversation_a":[{"content":"Q1","role":"user"},{"content":"x1","role":)"
        R"("assistant"},{"content":"Q2","role":"user"},{"content":"x2","role":"assistant"}],"conversation_b":)"
        R"([{"content":"Q1","role":"user"},{"content":"y1","role":"assistant"},{"content":"Q2","role":"user"},)"
        R"({"content":"y2","role":"assistant"}],"turn":2,"anony":true,"language":"English","tstamp":1682351591.1})");
    ASSERT_EQ(read.format, "arena") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->sourceId, "58210e");
    EXPECT_EQ(record.item->turns, (std::vector<Turn>{{"user", "Q1"}, {"user", "Q2"}}));
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"[Turn 1]\nx1\n\n[Turn 2]\nx2", "chatglm-6b"},
                                          {"[Turn 1]\ny1\n\n[Turn 2]\ny2", "koala-13b"}}));
    ASSERT_EQ(record.labels.size(), 1U);
    EXPECT_EQ(record.labels[0].label, Label::BothBad);
    EXPECT_EQ(record.labels[0].annotator, "");
    EXPECT_EQ(record.item->metadata, R"({"judge":"arena_user_973","turn":2,"anony":true,"language":"English",)"
                                     R"("tstamp":1682351591.1})");
}

TEST(Arena, MessagesMayBeListsOfBlocks) {
    const ReadText read(
        R"({"id":"u","model_a":"a","model_b":"b","winner":"both_bad","evaluation_session_id":"s","evaluation_order":1,)"
        R"("conversation_a":[{"role":"user","content":[{"type":"text","text":"Q","image":null,"mimeType":null}]},)"
        R"({"role":"assistant","content":[{"type":"text","text":"x","image":null,"mimeType":null}]}],)"
        R"("conversation_b":[{"role":"user","content":[{"type":"text","text":"Q"}]},{"role":"assistant","content":)"
        R"([{"type":"text","text":"y"}]}],"full_conversation":[],"language":"pl","is_code":false})");
    ASSERT_EQ(read.format, "arena") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->responses, (std::vector<Response>{{"x", "a"}, {"y", "b"}}));
    EXPECT_EQ(read.sink.records[0].labels.at(0).label, Label::BothBad);
}

TEST(Arena, CellsOfTheTableHoldListsAsText) {
    const ReadText read("id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie\n"
                        "1,a,b,\"[\"\"Q \\u00e9\"\"]\",\"[\"\"x\"\"]\",\"[null]\",1,0,0\n"
                        "2,a,b,\"[\"\"Q\"\",\"\"R\"\"]\",\"[\"\"x\"\",\"\"y\"\"]\",\"[\"\"z\"\",\"\"w\"\"]\",0,0,1\n"
                        "3,a,b,Q,\"[\"\"x\"\"]\",\"[\"\"y\"\"]\",0,1,0\n"
                        "4,a,b,\"[\"\"Q\"\"]\",\"[\"\"x\"\"]\",\"[\"\"y\"\"]\",0,0,0\n");
    ASSERT_EQ(read.format, "arena") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 3U);
    EXPECT_EQ(read.sink.records[0].item->turns, (std::vector<Turn>{{"user", "Q \xC3\xA9"}}));
    EXPECT_EQ(read.sink.records[0].item->responses, (std::vector<Response>{{"x", "a"}, {"", "b"}}));
    EXPECT_EQ(read.sink.records[0].labels.at(0).label, Label::A);
    EXPECT_EQ(read.sink.records[1].item->turns.size(), 2U);
    EXPECT_EQ(read.sink.records[1].labels.at(0).label, Label::Tie);
    EXPECT_TRUE(read.sink.records[2].labels.empty());
    EXPECT_NE(read.sink.records[2].remark.english().find("the winner is none of"), std::string::npos);
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0], (std::pair<std::int64_t, std::string>(4, "prompt is not a list of texts")));
}

TEST(Arena, APlainTableWithAWinnerIsNoPairsFile) {
    const ReadText read(
        "id,prompt,response_a,response_b,winner,model_a,model_b,language\n1,[Q],x,y,model_b,a,b,Polish\n");
    ASSERT_EQ(read.format, "arena") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->turns, (std::vector<Turn>{{"user", "[Q]"}}));
    EXPECT_EQ(read.sink.records[0].labels.at(0).label, Label::B);
}

TEST(Arena, AConversationWithoutAnAnswerIsNoItem) {
    const ReadText read(R"({"question_id":"q","model_a":"a","model_b":"b","winner":"tie","language":"English",)"
                        R"("conversation_a":[{"role":"user","content":"Q"}],"conversation_b":"none"})");
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "conversation_a has 1 questions and 0 answers");
}

// Two answers to different questions are no pair.
TEST(Arena, BothConversationsMustAskTheSame) {
    const std::string start = R"({"question_id":"1","model_a":"a","model_b":"b","winner":"model_a","anony":true,)"
                              R"("conversation_a":[{"role":"user","content":"Q"},{"role":"assistant","content":"x"}],)"
                              R"("conversation_b":[{"role":"user","content":")";
    const std::string end = R"("},{"role":"assistant","content":"y"}]})";
    const ReadText read(start + "Other" + end + "\n" + start + "Q" + end);
    ASSERT_EQ(read.format, "arena") << read.failure;
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0],
        (std::pair<std::int64_t, std::string>(1, "conversation_a and conversation_b do not ask the same")));
    EXPECT_EQ(read.sink.records.size(), 1U);
}

TEST(Arena, WhatTheSystemWasToldIsNoQuestion) {
    const std::string told = R"([{"role":"system","content":"S"},{"role":"user","content":"Q"},)";
    const ReadText read(R"({"question_id":"1","model_a":"a","model_b":"b","winner":"model_b","anony":true,)"
                        R"("conversation_a":)" +
                        told + R"({"role":"assistant","content":"x"}],"conversation_b":)" + told +
                        R"({"role":"assistant","content":"y"}]})");
    ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
    EXPECT_EQ(read.sink.records[0].item->turns, (std::vector<Turn>{{"system", "S"}, {"user", "Q"}}));
    EXPECT_EQ(read.sink.records[0].item->responses, (std::vector<Response>{{"x", "a"}, {"y", "b"}}));
}

TEST(Arena, ListsOfDifferentLengthAndTwoVotesAreNoPairAndNoVote) {
    const ReadText read("id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie\n"
                        "1,a,b,\"[\"\"Q\"\"]\",\"[\"\"x\"\",\"\"z\"\"]\",\"[\"\"y\"\"]\",1,0,0\n"
                        "2,a,b,\"[\"\"Q\"\"]\",\"[\"\"x\"\"]\",\"[\"\"y\"\"]\",1,1,0\n");
    ASSERT_EQ(read.sink.problems.size(), 1U) << read.failure;
    EXPECT_EQ(read.sink.problems[0].second, "prompt, response_a and response_b are lists of 1, 2 and 1 texts");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_TRUE(read.sink.records[0].labels.empty());
    EXPECT_NE(read.sink.records[0].remark.english().find("the winner is none of"), std::string::npos);
}

} // namespace
} // namespace assize::test
