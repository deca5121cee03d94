// SPDX-License-Identifier: Apache-2.0
#include "core/run/retry_policy.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using namespace std::chrono_literals;

CallFailure failureOf(FailureClass kind, bool mayRetry, int status = 0) {
    CallFailure failure;
    failure.kind = kind;
    failure.mayRetry = mayRetry;
    failure.status = status;
    return failure;
}

TEST(RetryPolicy, TriesAgainAsOftenAsItIsWorth) {
    const struct {
        FailureClass kind;
        bool mayRetry;
        int tries; ///< in all
    } cases[] = {
        {FailureClass::RateLimited, true, 10},
        {FailureClass::ServerError, true, 5},
        {FailureClass::Network, true, 5},
        {FailureClass::Timeout, true, 3},
        {FailureClass::Garbled, true, 3},
        {FailureClass::Rejected, false, 1},
        {FailureClass::TooLong, false, 1},
    };
    for (const auto& [kind, mayRetry, tries] : cases) {
        const CallFailure failure = failureOf(kind, mayRetry);
        for (int made = 1; made < tries; ++made)
            EXPECT_EQ(decideRetry(failure, {HttpFailure::None, made, true, 0}).step, AfterFailure::Again) << made;
        EXPECT_EQ(decideRetry(failure, {HttpFailure::None, tries, true, 0}).step, AfterFailure::Store);
    }
}

TEST(RetryPolicy, WaitsTwiceAsLongEachTimeLessAQuarterByChance) {
    const CallFailure failure = failureOf(FailureClass::ServerError, true, 500);
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 1, true, 0}).delay, 500ms);
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 2, true, 0}).delay, 1s);
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 4, true, 0}).delay, 4s);
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 4, true, 0.5}).delay, 3500ms);
}

TEST(RetryPolicy, WaitsAsLongAsTheServerAsks) {
    CallFailure failure = failureOf(FailureClass::ServerError, true, 503);
    failure.retryAfter = 20s;
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 1, true, 0}).delay, 20s);
    failure.retryAfter = 3600s;
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 1, true, 0}).delay, 120s);
}

// A refusal as HTTP 429 waits in the rate limiter; one within a reply of status 200 is not seen there.
TEST(RetryPolicy, WaitsAfterARefusalWithinAReply) {
    EXPECT_EQ(decideRetry(failureOf(FailureClass::RateLimited, true, 429), {HttpFailure::None, 2, true, 0}).delay, 0ms);
    EXPECT_EQ(decideRetry(failureOf(FailureClass::RateLimited, true, 200), {HttpFailure::None, 2, true, 0}).delay, 1s);
}

TEST(RetryPolicy, WaitsForAServerThatIsNotThere) {
    const CallFailure failure = failureOf(FailureClass::Network, true);
    for (const HttpFailure transfer : {HttpFailure::Unresolved, HttpFailure::Unconnected, HttpFailure::ConnectTimeout})
        EXPECT_EQ(decideRetry(failure, {transfer, 99, true, 0}).step, AfterFailure::Wait);
    EXPECT_EQ(decideRetry(failure, {HttpFailure::Broken, 1, true, 0}).step, AfterFailure::Again);
    CallFailure loading = failureOf(FailureClass::ServerError, true, 503);
    loading.detail = quoted("Loading model");
    EXPECT_EQ(decideRetry(loading, {HttpFailure::None, 1, false, 0}).step, AfterFailure::Wait);
}

TEST(RetryPolicy, EndsTheRunForWhatConcernsAllCalls) {
    CallFailure failure = failureOf(FailureClass::NoModel, false, 404);
    failure.concernsAll = true;
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 1, false, 0}).step, AfterFailure::HaltRun);
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 1, true, 0}).step, AfterFailure::Store);
    failure.kind = FailureClass::KeyRefused;
    failure.status = 403; // after others were answered it may be about this prompt
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 1, true, 0}).step, AfterFailure::Store);
    failure.status = 401;
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 1, true, 0}).step, AfterFailure::HaltRun);
    failure.kind = FailureClass::Quota;
    failure.status = 429;
    EXPECT_EQ(decideRetry(failure, {HttpFailure::None, 1, true, 0}).step, AfterFailure::HaltRun);
}

TEST(Outage, LooksAgainLessAndLessOften) {
    const Outage::Time start{1000s};
    Outage outage({6s, 600s});
    EXPECT_FALSE(outage.isOn());
    outage.missed(start, start);
    outage.missed(start + 10ms, start); // sent before it was known
    EXPECT_EQ(outage.nextLook(), start + 500ms);
    outage.missed(start + 510ms, start + 500ms);
    EXPECT_EQ(outage.nextLook(), start + 1510ms);
    outage.missed(start + 1520ms, start + 1510ms);
    EXPECT_EQ(outage.nextLook(), start + 3520ms);
    EXPECT_FALSE(outage.isHopeless(start + 5s));
    EXPECT_TRUE(outage.isHopeless(start + 6s));
}

TEST(Outage, IsPatientWithAServerThatWasThere) {
    const Outage::Time start{1000s};
    Outage outage({6s, 600s});
    outage.answered(true);
    outage.missed(start, start);
    EXPECT_TRUE(outage.isOn());
    EXPECT_FALSE(outage.isHopeless(start + 599s));
    EXPECT_TRUE(outage.isHopeless(start + 600s));
    outage.answered(true);
    EXPECT_FALSE(outage.isOn());
    EXPECT_FALSE(outage.isHopeless(start + 600s));
}

TEST(Outage, IsNotOverWhileTheModelIsLoading) {
    const Outage::Time start{1000s};
    Outage outage({6s, 600s});
    for (int second = 0; second < 599; ++second) {
        outage.answered(false); // 503
        outage.missed(start + std::chrono::seconds(second), start + std::chrono::seconds(second));
    }
    EXPECT_TRUE(outage.isOn());
    EXPECT_FALSE(outage.isHopeless(start + 599s));
    EXPECT_TRUE(outage.isHopeless(start + 600s));
}

} // namespace
} // namespace assize
