// SPDX-License-Identifier: Apache-2.0
#include "core/run/keep_try.h"

#include "tests/core/run/builtin_run.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

class KeepTryTest : public testing::Test {
protected:
    KeepTryTest()
        : item(file.addPair("p-1", "Name a town.", "Bern", "Basel")) {
        end.last.text = "preference: '[[A>B]]'";
        end.last.reasoning = "Both are towns.";
        end.last.seconds = 1.5;
        end.last.judgement.label = Label::A;
        end.usage = {120, 30, 0, false};
        call.itemKey = item;
    }

    test::TempSession file;
    RowKey item;
    RunRequest request = test::builtinRequest();
    PlannedCall call;
    TryEnd end;
};

TEST_F(KeepTryTest, StoresTheVerdictWithAllThatItTook) {
    const auto run = test::valueOf(keepTry(file.session(), request, call, end));
    const auto verdicts = test::valueOf(file.reader().verdictsOf(item));
    ASSERT_EQ(verdicts.size(), 1U);
    EXPECT_EQ(verdicts.front().runKey, run.key);
    EXPECT_EQ(verdicts.front().judgement.label, Label::A);
    EXPECT_EQ(verdicts.front().rawReply, "<think>\nBoth are towns.\n</think>\npreference: '[[A>B]]'");
    EXPECT_EQ(verdicts.front().usage.outputTokens, 30);
    EXPECT_DOUBLE_EQ(verdicts.front().latencySeconds, 1.5);
}

TEST_F(KeepTryTest, TheRunAsksForTheRestOnly) {
    test::valueOf(keepTry(file.session(), request, call, end));
    const RunReport report = test::judgeWith(file, request);
    EXPECT_EQ(report.progress.planned, 2);
    EXPECT_EQ(report.progress.already, 1) << "the first order was tried and kept";
    EXPECT_EQ(report.progress.sent, 1);
    EXPECT_EQ(test::valueOf(file.reader().runs()).size(), 1U);
}

TEST_F(KeepTryTest, WhatWasJudgedBeforeStaysAsAnEarlierAttempt) {
    const RunReport report = test::judgeWith(file, request);
    test::valueOf(keepTry(file.session(), request, call, end));
    const auto attempts = test::valueOf(file.reader().verdictHistory(item, report.run.key));
    EXPECT_EQ(attempts.size(), 3U);
}

TEST_F(KeepTryTest, TryWithoutAReplyCannotBeKept) {
    end.failure = CallFailure();
    const auto kept = keepTry(file.session(), request, call, end);
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(test::valueOf(file.reader().runs()).empty());
}

} // namespace
} // namespace assize
