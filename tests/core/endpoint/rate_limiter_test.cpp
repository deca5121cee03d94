// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/rate_limiter.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using namespace std::chrono_literals;

const RateLimiter::Time Start{1000s};

/// True if a call may start at that moment.
bool isOpen(const RateLimiter& limiter, RateLimiter::Time now) {
    const auto next = limiter.nextStart();
    return next && *next <= now;
}

/// Starts calls until none may start any more; gives how many did.
int startAll(RateLimiter& limiter, RateLimiter::Time now, std::int64_t tokens = 0) {
    int started = 0;
    for (; isOpen(limiter, now); ++started)
        limiter.started(now, tokens);
    return started;
}

TEST(RateLimiter, StartsAsManyAsAreAllowedAtOnce) {
    RateLimiter limiter(4, {});
    EXPECT_EQ(startAll(limiter, Start), 4);
    EXPECT_EQ(limiter.nextStart(), std::nullopt);
    limiter.finished(Start + 1s);
    EXPECT_EQ(startAll(limiter, Start + 1s), 1);
}

TEST(RateLimiter, SpreadsCallsOverTheMinute) {
    RateLimiter limiter(100, {60, 0});
    int started = 0;
    for (auto now = Start; now < Start + 60s; now += 100ms)
        started += startAll(limiter, now);
    EXPECT_EQ(started, 60);
    EXPECT_EQ(*limiter.nextStart(), Start + 60s);
}

TEST(RateLimiter, CountsTokensAsTheyBecomeKnown) {
    RateLimiter limiter(10, {0, 6000}); // 100 a second
    limiter.started(Start, 1000);
    EXPECT_FALSE(isOpen(limiter, Start + 9s));
    EXPECT_TRUE(isOpen(limiter, Start + 10s));
    limiter.corrected(Start + 1s, 1000, 300); // it took less: the next may start earlier
    EXPECT_FALSE(isOpen(limiter, Start + 2s));
    EXPECT_TRUE(isOpen(limiter, Start + 3s));
}

TEST(RateLimiter, WaitsAsLongAsTheServerAsks) {
    RateLimiter limiter(4, {});
    limiter.started(Start, 0);
    limiter.refused(Start, 7s, 0);
    EXPECT_EQ(*limiter.nextStart(), Start + 7s);
    limiter.started(Start + 7s, 0);
    limiter.refused(Start + 7s, 3600s, 0);
    EXPECT_EQ(*limiter.nextStart(), Start + 7s + 120s); // it is asked again after two minutes at the latest
}

TEST(RateLimiter, BacksOffTwiceAsLongEachTimeWithoutAWish) {
    RateLimiter limiter(1, {});
    auto now = Start;
    for (const auto expected : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        limiter.started(now, 0);
        limiter.refused(now, std::nullopt, 0);
        EXPECT_EQ(*limiter.nextStart() - now, expected);
        now = *limiter.nextStart();
    }
    limiter.started(now, 0);
    limiter.finished(now);
    limiter.started(now, 0);
    limiter.refused(now, std::nullopt, 0.5); // a success begins anew; chance takes up to a quarter away
    EXPECT_EQ(*limiter.nextStart() - now, 875ms);
}

TEST(RateLimiter, HalvesOnceForCallsThatWereRefusedTogether) {
    RateLimiter limiter(64, {});
    EXPECT_EQ(startAll(limiter, Start), 64);
    for (int call = 0; call < 64; ++call)
        limiter.refused(Start + 10ms, std::nullopt, 0);
    EXPECT_EQ(limiter.window(), 32);
    EXPECT_EQ(*limiter.nextStart(), Start + 1010ms);
    EXPECT_EQ(startAll(limiter, Start + 2s), 32);
}

TEST(RateLimiter, GrowsByOneWithEachRoundThatWentWell) {
    RateLimiter limiter(8, {});
    limiter.started(Start, 0);
    limiter.refused(Start, 1s, 0);
    ASSERT_EQ(limiter.window(), 4);
    auto now = Start + 1s;
    for (int round = 0; round < 20; ++round) {
        const int started = startAll(limiter, now);
        for (int call = 0; call < started; ++call)
            limiter.finished(now);
        now += 1s;
        EXPECT_LE(limiter.window(), 5 + round);
    }
    EXPECT_EQ(limiter.window(), 8);
}

TEST(RateLimiter, StopsWhereTheServerCountsToZero) {
    RateLimiter limiter(8, {});
    limiter.started(Start, 0);
    RateState state;
    state.requestsLeft = 1;
    state.requestsReset = 30s;
    limiter.noticed(Start, state); // the one that is left is under way
    EXPECT_EQ(*limiter.nextStart(), Start + 30s);
    RateLimiter other(8, {});
    state.requestsLeft = 5;
    other.noticed(Start, state);
    EXPECT_TRUE(isOpen(other, Start));
    state.tokensLeft = 0;
    state.tokensReset = 250ms;
    other.noticed(Start, state);
    EXPECT_EQ(*other.nextStart(), Start + 250ms);
}

} // namespace
} // namespace assize
