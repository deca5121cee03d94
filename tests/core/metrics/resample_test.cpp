// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/resample.h"

#include "core/metrics/interval.h"
#include "tests/core/metrics/made_table.h"

#include <array>
#include <gtest/gtest.h>
#include <mutex>
#include <nlohmann/json.hpp>
#include <numeric>

namespace assize::test {
namespace {

TEST(Resampler, DrawsAsManyItemsAsThereAre) {
    const std::array<std::uint32_t, 5> patterns = {0, 1, 1, 2, 0};
    const Resampler resampler(patterns, 3);
    EXPECT_EQ(resampler.observed(), (std::vector<std::uint32_t>{2, 2, 1}));
    resampler.forEachResample(50, 1, 1, [](int, std::span<const std::uint32_t> counts) {
        EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0U), 5U);
    });
}

TEST(Resampler, DrawsClustersWhole) {
    const std::array<std::uint32_t, 4> patterns = {0, 1, 2, 2};
    const std::array<std::uint32_t, 4> clusters = {9, 9, 4, 4};
    const Resampler resampler(patterns, 3, clusters);
    EXPECT_EQ(resampler.unitCount(), 2U);
    resampler.forEachResample(50, 3, 1, [](int, std::span<const std::uint32_t> counts) {
        EXPECT_EQ(counts[0], counts[1]);
        EXPECT_EQ(counts[0] + counts[1] + counts[2], 4U);
    });
}

TEST(Resampler, ClustersOfOneAreItems) {
    const std::array<std::uint32_t, 2> patterns = {0, 1};
    const std::array<std::uint32_t, 2> clusters = {5, 6};
    EXPECT_FALSE(Resampler(patterns, 2, clusters).isClustered());
}

TEST(Resampler, EveryItemIsDrawnEquallyOften) {
    std::array<std::uint32_t, 10> patterns{};
    std::iota(patterns.begin(), patterns.end(), 0U);
    const Resampler resampler(patterns, 10);
    std::array<int, 10> drawn{};
    resampler.forEachResample(10000, 5, 1, [&](int, std::span<const std::uint32_t> counts) {
        for (std::size_t at = 0; at < counts.size(); ++at)
            drawn.at(at) += static_cast<int>(counts[at]);
    });
    for (const int count : drawn)
        EXPECT_NEAR(count, 10000, 400) << "four standard deviations of 95";
}

/// Fixed digits: a session's intervals must not change with a compiler or a platform.
TEST(Resampler, TheGeneratorIsTheSameEverywhere) {
    EXPECT_EQ(randomBits(1, 0, 0), randomBits(1, 0, 0));
    EXPECT_NE(randomBits(1, 0, 0), randomBits(1, 0, 1));
    EXPECT_NE(randomBits(1, 0, 1), randomBits(1, 1, 0));
    EXPECT_EQ(randomBits(1, 2, 3), 0x8568F7C4E53B5A35ULL);
}

TEST(Bootstrap, IntervalOfAMeanIsNearTheNormalOne) {
    std::string gold(200, 'A');
    std::string forward = std::string(150, 'A') + std::string(50, 'T');
    const Figure figure = madePairs(gold, forward).figure("winrate.A", {});
    EXPECT_EQ(figure.method, "bootstrap");
    EXPECT_EQ(figure.seed, 1U);
    EXPECT_NEAR(*figure.low, 0.875 - 1.96 * 0.0153, 0.004);
    EXPECT_NEAR(*figure.high, 0.875 + 1.96 * 0.0153, 0.004);
}

TEST(Bootstrap, ClustersReplaceWilson) {
    MadeTable table = madePairs("AABBAB", "AABBBB");
    table.items.cluster = {0, 0, 1, 1, 2, 2};
    const Figure figure = table.figure("agreement.forward", {});
    EXPECT_EQ(figure.method, "bootstrap");
    EXPECT_EQ(figure.notes, std::vector<std::string>{"few-clusters"});
    EXPECT_LE(*figure.low, *figure.value);
    EXPECT_GE(*figure.high, *figure.value);
}

/// Of 200 samples from a known population, some 190 intervals should hold its mean; 176 is four deviations less.
TEST(Bootstrap, CoversTheTruthAboutAsOftenAsItSays) {
    constexpr double TrueWinrate = 0.5 + 0.1 / 2;
    int covering = 0;
    MetricSettings settings;
    settings.resamples = 400;
    for (std::uint64_t sample = 0; sample < 200; ++sample) {
        std::string labels;
        for (std::uint64_t item = 0; item < 80; ++item)
            labels += "AAAABBBTTT"[randomBits(99, sample, item) % 10]; // A in 4 of 10, a tie in 3
        const Figure figure = madePairs(std::string(80, '-'), labels).figure("winrate.A", settings);
        covering += *figure.low <= TrueWinrate && TrueWinrate <= *figure.high ? 1 : 0;
    }
    EXPECT_GE(covering, 176);
}

TEST(Bootstrap, EndsEarlyWhenAskedTo) {
    std::stop_source source;
    source.request_stop();
    MetricSettings settings;
    settings.stop = source.get_token();
    const Figure figure = madePairs("AABB", "ABTB").figure("winrate.A", settings);
    EXPECT_TRUE(figure.value);
    EXPECT_FALSE(figure.low);
    EXPECT_EQ(figure.reason, "cancelled");
}

/// One B among 30 items is missing from about a third of the resamples, where kappa has no meaning.
TEST(Bootstrap, TooManyUndefinedResamplesGiveNoInterval) {
    const std::string gold = std::string(29, 'A') + "B";
    const Figure figure = madePairs(gold, gold).figure("kappa.forward", {});
    EXPECT_EQ(figure.value, 1);
    EXPECT_FALSE(figure.low);
    EXPECT_GT(figure.dropped, 500);
    EXPECT_EQ(figure.reason, "bootstrap-undefined");
}

TEST(Intervals, WilsonMatchesTheReference) {
    const auto references = referenceValues("tests.json");
    for (const auto& row : references["wilson"]) {
        const Interval interval = wilson(row["successes"], row["trials"]);
        EXPECT_NEAR(interval.low, row["low"].get<double>(), 1e-9);
        EXPECT_NEAR(interval.high, row["high"].get<double>(), 1e-9);
    }
}

TEST(Intervals, PercentilesMatchTheReference) {
    const nlohmann::json values = referenceValues("tests.json");
    for (const auto& [share, expected] : values["percentiles"].items())
        EXPECT_NEAR(percentile(values["values"].get<std::vector<double>>(), std::stod(share) / 100),
            expected.get<double>(), 1e-12);
}

} // namespace
} // namespace assize::test
