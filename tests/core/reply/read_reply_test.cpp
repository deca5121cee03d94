// SPDX-License-Identifier: Apache-2.0
#include "core/reply/reply_format.h"

#include "core/judge/library.h"
#include "core/reply/normalise.h"
#include "tests/core/reply/reply_support.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(ReadReply, EveryFormatHasANameOfItsOwnAndIsFound) {
    for (const ReplyFormat& format : replyFormats()) {
        EXPECT_EQ(findReplyFormat(format.name), &format);
        EXPECT_FALSE(format.description.empty());
    }
    EXPECT_EQ(findReplyFormat("nonsense"), nullptr);
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

TEST(ReadReply, ScoresOfManyGoBackToTheirResponses) {
    Judgement judgement;
    judgement.scores = {1, 2, 3};
    judgement.result = "A";
    mapToItemOrder(judgement, "CAB", Task::Select);
    EXPECT_EQ(judgement.scores, (std::vector<double>{2, 3, 1}));
    EXPECT_EQ(judgement.result, "C");
}

} // namespace
} // namespace assize::test
