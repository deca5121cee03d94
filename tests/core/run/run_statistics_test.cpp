// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_statistics.h"

#include "core/run/cost.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using namespace std::chrono_literals;

TEST(LatencyHistogram, GivesPercentilesWithinFivePercent) {
    LatencyHistogram latencies;
    EXPECT_EQ(latencies.percentile(0.5), std::nullopt);
    for (int call = 1; call <= 1000; ++call)
        latencies.add(call * 0.01);
    EXPECT_NEAR(*latencies.percentile(0.5), 5.0, 0.25);
    EXPECT_NEAR(*latencies.percentile(0.95), 9.5, 0.475);
    EXPECT_NEAR(*latencies.percentile(1), 10.0, 0.5);
}

TEST(LatencyHistogram, TakesWhatIsTooShortOrTooLong) {
    LatencyHistogram latencies;
    latencies.add(0);
    latencies.add(1e9);
    EXPECT_EQ(latencies.counts().front(), 1);
    EXPECT_EQ(latencies.counts().back(), 1);
}

TEST(RecentRate, IsOfTheLastTenSeconds) {
    const RecentRate::Time start{1000s};
    RecentRate rate(start);
    EXPECT_EQ(rate.perSecond(start), 0);
    rate.add(start + 1s, 10);
    EXPECT_DOUBLE_EQ(rate.perSecond(start + 2s), 5); // the run is two seconds old
    rate.add(start + 8s, 90);
    EXPECT_DOUBLE_EQ(rate.perSecond(start + 10s), 10);
    EXPECT_DOUBLE_EQ(rate.perSecond(start + 15s), 9); // the first ten are forgotten
    EXPECT_DOUBLE_EQ(rate.perSecond(start + 60s), 0);
}

TEST(FailureClass, IsWhatARunShows) {
    const struct {
        Outcome outcome;
        const char* reason;
        const char* expected;
    } cases[] = {
        {Outcome::Verdict, "", ""},
        {Outcome::TransportError, "5xx: the model crashed", "5xx"},
        {Outcome::TransportError, "timeout", "timeout"},
        {Outcome::Unparseable, "not-yaml", "parse"},
        {Outcome::Invalid, "out-of-range: Accuracy", "parse"},
        {Outcome::Refused, "refused", "refused"},
        {Outcome::Truncated, "budget", "cut off"},
        {Outcome::Truncated, "too long: 9000 tokens", "too long"},
        {Outcome::Skipped, "no messages", "skipped"},
    };
    for (const auto& [outcome, reason, expected] : cases) {
        Judgement judgement;
        judgement.outcome = outcome;
        judgement.reason = reason;
        EXPECT_EQ(failureClassOf(judgement), expected) << reason;
    }
}

TEST(Cost, CountsCachedTokensAtTheirOwnPrice) {
    EndpointPrice price;
    price.input = 0.15;
    price.output = 0.60;
    price.cached = 0.075;
    const Usage usage{1'000'000, 500'000, 400'000, false};
    EXPECT_DOUBLE_EQ(costOf(usage, price), 0.6 * 0.15 + 0.4 * 0.075 + 0.5 * 0.60);
    price.cached = 0; // not known: as dear as the others
    EXPECT_DOUBLE_EQ(costOf(usage, price), 0.15 + 0.30);
    price.per = 1000;
    EXPECT_DOUBLE_EQ(costOf({1000, 0, 0, false}, price), 0.15);
}

TEST(Cost, OfAnHourIsSharedByTheSecond) {
    EndpointPrice price;
    EXPECT_FALSE(hasPrice(price));
    price.hourly = 3.6;
    EXPECT_TRUE(hasPrice(price));
    EXPECT_DOUBLE_EQ(hourlyCost(1000, price), 1.0);
}

} // namespace
} // namespace assize
