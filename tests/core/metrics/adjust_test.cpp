// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/adjust.h"

#include "core/metrics/one_sample_tests.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

void expectClose(const std::vector<double>& values, const nlohmann::json& expected) {
    ASSERT_EQ(values.size(), expected.size());
    for (std::size_t at = 0; at < values.size(); ++at)
        EXPECT_NEAR(values[at], expected[at].get<double>(), 1e-9) << at;
}

TEST(Adjust, MatchesTheReference) {
    const nlohmann::json values = referenceValues("adjusted.json");
    const std::vector<double> p = values["p"];
    expectClose(adjustedByHolm(p), values["holm"]);
    expectClose(adjustedByBenjaminiHochberg(p), values["benjamini_hochberg"]);
    expectClose(adjustedByBenjaminiYekutieli(p), values["benjamini_yekutieli"]);
}

TEST(Adjust, OneTestStaysAsItIs) {
    const std::vector<double> p = {0.03};
    EXPECT_EQ(adjustedByHolm(p), p);
    EXPECT_EQ(adjustedByBenjaminiHochberg(p), p);
    EXPECT_TRUE(adjustedByHolm({}).empty());
}

TEST(OneSampleTests, WilcoxonCountsSigns) {
    const std::vector<double> allBelow = {0, 0, 0};
    EXPECT_NEAR(wilcoxonBelow(allBelow, 0.2), 1.0 / 8, 1e-12) << "one of eight ways";
    const std::vector<double> oneAbove = {-1, 0, 1};
    EXPECT_NEAR(wilcoxonBelow(oneAbove, 0.2), 3.0 / 8, 1e-12) << "rank 2 of 3 is above: sums of 0, 1 and 2";
    EXPECT_NEAR(wilcoxonBelow({}, 0.2), 1, 1e-12);
}

TEST(OneSampleTests, EqualValuesNeedNoSpread) {
    const std::vector<double> zeros(40, 0.0);
    EXPECT_EQ(tTestBelow(zeros, 0.2), 0);
    EXPECT_EQ(tTestBelow(zeros, 0), 1);
}

} // namespace
} // namespace assize::test
