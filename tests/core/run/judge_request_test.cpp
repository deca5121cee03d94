// SPDX-License-Identifier: Apache-2.0
#include "core/run/judge_request.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

Judge judgeWith(std::string structured, std::string format = "verdict-json") {
    Judge judge;
    judge.messages = {{"user", "Judge {{response_a}} and {{response_b}}."}};
    judge.reply.format = std::move(format);
    judge.reply.structured = std::move(structured);
    return judge;
}

TEST(JudgeRequest, TheJudgeSaysHowRepliesAreHeld) {
    Capabilities ignores;
    ignores.schemaEnforced = false;
    EXPECT_EQ(replyModeFor(judgeWith("off"), {}), ReplyMode::Free);
    EXPECT_EQ(replyModeFor(judgeWith("json-schema"), ignores), ReplyMode::Schema);
    EXPECT_EQ(replyModeFor(judgeWith("grammar"), {}), ReplyMode::Grammar);
}

TEST(JudgeRequest, AChoiceFollowsWhatTheModelObeys) {
    Capabilities known;
    EXPECT_EQ(replyModeFor(judgeWith("auto"), known), ReplyMode::Schema);
    known.schemaEnforced = false;
    EXPECT_EQ(replyModeFor(judgeWith("auto"), known), ReplyMode::Free);
    known.grammar = true;
    EXPECT_EQ(replyModeFor(judgeWith("auto"), known), ReplyMode::Grammar);
    EXPECT_EQ(replyModeFor(judgeWith("auto", "score-pair"), known), ReplyMode::Free)
        << "models trained to write it are left alone";
    known.schemaEnforced = true;
    EXPECT_EQ(replyModeFor(judgeWith("auto"), known), ReplyMode::Schema);
}

TEST(JudgeRequest, HoldsOneFormAtATime) {
    Item item;
    item.responses = {{"one", {}}, {"two", {}}};
    const PlannedCall call{1, "AB", 1};
    const auto byGrammar = serverRequest(judgeWith("grammar"), item, call, ReplyMode::Grammar);
    ASSERT_TRUE(byGrammar.has_value());
    EXPECT_EQ(byGrammar->schema, "");
    EXPECT_EQ(byGrammar->grammar.substr(0, 9), "root ::= ");
    const auto bySchema = serverRequest(judgeWith("auto"), item, call, ReplyMode::Schema);
    ASSERT_TRUE(bySchema.has_value());
    EXPECT_EQ(bySchema->grammar, "");
    EXPECT_EQ(bySchema->schema.substr(0, 16), R"({"type":"object")");
}

// The hyphen of "AB-" hides the reference and is no response.
TEST(JudgeRequest, TheFormIsTheSameWithoutTheReference) {
    Item item;
    item.responses = {{"one", {}}, {"two", {}}, {"three", {}}};
    Judge judge = judgeWith("grammar");
    judge.task = Task::Select;
    judge.reply.format = "verdict-json";
    const auto shown = serverRequest(judge, item, {1, "AB", 1}, ReplyMode::Grammar);
    const auto hidden = serverRequest(judge, item, {1, "AB-", 1}, ReplyMode::Grammar);
    ASSERT_TRUE(shown.has_value() && hidden.has_value());
    EXPECT_NE(shown->grammar, "");
    EXPECT_EQ(hidden->grammar, shown->grammar);
}

TEST(JudgeRequest, ModelsThatReasonGetRoomToThink) {
    Judge judge;
    judge.parameters.maxTokens = 1000;
    EXPECT_EQ(replyTokensFor(judge, {}), 1000);
    EXPECT_EQ(replyTokensFor(judge, {}, 4000), 4000);
    Capabilities thinks;
    thinks.reasoningTokens = 300;
    EXPECT_EQ(replyTokensFor(judge, thinks), 1000 + 8 * 300);
    thinks.contextTokens = 4096;
    EXPECT_EQ(replyTokensFor(judge, thinks), 2048) << "half of the context is the most";
    thinks.contextTokens = 1500;
    EXPECT_EQ(replyTokensFor(judge, thinks), 1000) << "what the judge asks for stays";
}

} // namespace
} // namespace assize
