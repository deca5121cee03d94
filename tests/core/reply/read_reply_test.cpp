// SPDX-License-Identifier: Apache-2.0
#include "core/reply/reply_format.h"

#include "core/judge/library.h"
#include "core/judge/validate.h"
#include "core/reply/judgement_json.h"
#include "core/reply/normalise.h"
#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

TEST(ReadReply, EveryFormatHasANameOfItsOwnAndIsFound) {
    for (const ReplyFormat& format : replyFormats()) {
        EXPECT_EQ(findReplyFormat(format.name), &format);
        EXPECT_FALSE(format.description.empty());
    }
    EXPECT_EQ(findReplyFormat("nonsense"), nullptr);
}

/// core/judge knows the names by itself, since it does not know core/reply.
TEST(ReadReply, EveryFormatMayStandInADefinition) {
    for (const ReplyFormat& format : replyFormats()) {
        Judge judge = judgeReading(format.name, format.name == "score-json" ? Task::Direct : Task::Pairwise);
        judge.reply.pattern = "x";
        judge.messages = {{"user", "x"}};
        EXPECT_FALSE(findDefinitionProblem(judge).has_value()) << format.name;
    }
}

TEST(ReadReply, EveryPresetHasAFormat) {
    for (const Judge& judge : presetJudges())
        EXPECT_NE(findReplyFormat(judge.reply.format), nullptr) << judge.name;
}

TEST(ReadReply, AnUnknownFormatIsAnOutcome) {
    EXPECT_EQ(summary(read(judgeReading("nonsense"), "x")), "unparseable unknown-format: nonsense");
}

TEST(ReadReply, BrokenBytesDoNotMatter) {
    const Judgement judgement =
        read(judgeReading("verdict-json"), "{\"reasoning\": \"\xff\xfe\", \"verdict\": \"A>B\"}");
    EXPECT_EQ(summary(judgement), "verdict A>B");
    EXPECT_EQ(judgement.overallJustification, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(ReadReply, AHiddenReferenceChangesNoOrder) {
    EXPECT_EQ(read(judgeReading("label"), "[[A]]", "BA-").label, Label::B);
    EXPECT_EQ(read(judgeReading("score-pair"), "9 6", "BA-").scores, (std::vector<double>{6, 9}));
}

TEST(ReadReply, ScoresOfManyGoBackToTheirResponses) {
    Judgement judgement;
    judgement.scores = {1, 2, 3};
    judgement.result = "A";
    mapToItemOrder(judgement, "CAB", Task::Select);
    EXPECT_EQ(judgement.scores, (std::vector<double>{2, 3, 1}));
    EXPECT_EQ(judgement.result, "C");
}

TEST(JudgementJson, HasEveryKeyAndNullForWhatIsNotThere) {
    const auto json = judgementToJson(read(judgeReading("rubric-yaml"),
        "criteria:\n  fit: {type: binary, weight: 1, score_A: yes, score_B: no, justification_A: why}\n"
        "preference: '[[A>B]]'\n"));
    EXPECT_EQ(json.at("outcome"), "verdict");
    EXPECT_EQ(json.at("label"), "A>B");
    EXPECT_EQ(json.at("score_margin"), 1.0);
    EXPECT_EQ(json.at("criteria").at(0).at("score_A"), true);
    EXPECT_EQ(json.at("criteria").at(0).at("justification_A"), "why");
    EXPECT_TRUE(json.at("result").is_null());
    EXPECT_TRUE(json.at("reason").is_null());
    const auto failed = judgementToJson(read(judgeReading("verdict-json"), "no"));
    EXPECT_EQ(failed.at("outcome"), "unparseable");
    EXPECT_EQ(failed.at("reason"), "not-json");
    EXPECT_TRUE(failed.at("label").is_null());
    EXPECT_TRUE(failed.at("weighted_score_A").is_null());
}

/// A hostile megabyte in every format; anything quadratic would take hours.
TEST(ReadReply, AHostileMegabyteIsNoVerdictInAnyFormat) {
    for (const ReplyFormat& format : replyFormats()) {
        Judge judge = judgeReading(format.name);
        judge.reply.pattern = "^x(\\w)$";
        for (const std::string_view unit : {"[", "[[A", "Result:\n", "1 ", "[[x]]", "**", "{\"score\":", "- a\n"}) {
            std::string reply;
            while (reply.size() < 1U << 20U)
                reply += unit;
            EXPECT_NE(read(judge, reply).outcome, Outcome::Verdict) << format.name << ' ' << unit;
        }
    }
}

} // namespace
} // namespace assize::test
