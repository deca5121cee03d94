// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/compare.h"

#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

Comparison compared(
    std::string_view gold, std::string_view a, std::string_view b, const MetricSettings& settings = {}) {
    const MadeTable table = madePairs(gold, a);
    return compareRuns(table.request(), madeRun(b), settings);
}

TEST(Compare, McNemarMatchesTheReference) {
    const auto references = referenceValues("tests.json");
    for (const auto& row : references["mcnemar"])
        EXPECT_NEAR(mcnemarExact(row["fixed"], row["broken"]), row["p"].get<double>(), 1e-9) << row;
    EXPECT_NEAR(mcnemarExact(14, 6), 0.115, 5e-4);
}

TEST(Compare, CountsFixedBrokenAndFailed) {
    const Comparison result = compared("AAAAA-", "ABBTXA", "AABBAB");
    EXPECT_EQ(result.view, "forward");
    EXPECT_EQ(result.common, 4);
    EXPECT_EQ(result.fixed, 1);
    EXPECT_EQ(result.fixedRows, std::vector<std::uint32_t>{1});
    EXPECT_EQ(result.broken, 0);
    EXPECT_EQ(result.unchanged, 3);
    EXPECT_EQ(result.labelChanged, 1) << "a tie became B, wrong both times";
    EXPECT_EQ(result.onlyAFailed, 1);
    EXPECT_EQ(result.onlyBFailed, 0);
    EXPECT_EQ(result.mcnemarAll.fixed, 2) << "a failure is wrong";
    EXPECT_EQ(result.difference.value, 0.25);
    EXPECT_FALSE(result.conclusive);
}

TEST(Compare, IsConclusiveOnlyWhereTestAndIntervalSaySo) {
    const std::string gold(40, 'A');
    const std::string worse = std::string(20, 'B') + std::string(20, 'A');
    EXPECT_TRUE(compared(gold, worse, gold).conclusive);
    EXPECT_FALSE(compared(gold, gold, gold).conclusive);
    EXPECT_EQ(compared(gold, gold, worse).difference.value, -0.5);
}

TEST(Compare, TheOtherWayRoundNegates) {
    const Comparison one = compared("AABBAB", "ABBBAA", "AABAAB");
    const Comparison other = compared("AABBAB", "AABAAB", "ABBBAA");
    EXPECT_EQ(one.fixed, other.broken);
    EXPECT_EQ(one.broken, other.fixed);
    EXPECT_EQ(one.mcnemar.p, other.mcnemar.p);
    EXPECT_NEAR(*one.difference.value, -*other.difference.value, 1e-12);
}

TEST(Compare, UsesBothOrdersWhereBothRunsHaveThem) {
    const MadeTable table = madePairs("AA", "AA", "AB");
    EXPECT_EQ(compareRuns(table.request(), madeRun("AA", "AA"), {}).view, "reconciled");
    EXPECT_EQ(compareRuns(table.request(), madeRun("AA", "AA"), {}).fixed, 1) << "a flip is wrong";
    EXPECT_EQ(compareRuns(table.request(), madeRun("AA"), {}).view, "forward");
}

TEST(Compare, ClustersLeaveOnlyTheBootstrap) {
    MadeTable table = madePairs("AAAA", "BBBA");
    table.items.cluster = {0, 0, 1, 1};
    const Comparison result = compareRuns(table.request(), madeRun("AAAA"), {});
    EXPECT_FALSE(result.mcnemar.p);
    EXPECT_EQ(result.mcnemar.reason, "clusters");
    EXPECT_EQ(result.difference.method, "bootstrap");
}

TEST(Compare, NothingInCommonHasAReason) {
    const Comparison noGold = compared("--", "AB", "AB");
    EXPECT_FALSE(noGold.difference.value);
    EXPECT_EQ(noGold.difference.reason, "no-gold");
    EXPECT_FALSE(noGold.mcnemar.p || noGold.mcnemarAll.p);
    EXPECT_EQ(noGold.mcnemar.reason, "no-gold");
    const Comparison noBoth = compared("AA", "AX", "XA");
    EXPECT_EQ(noBoth.common, 0);
    EXPECT_EQ(noBoth.difference.reason, "not-judged-by-both");
    EXPECT_EQ(noBoth.mcnemar.reason, "not-judged-by-both");
    EXPECT_EQ(noBoth.mcnemarAll.p, 1) << "with failures as wrong, one is fixed and one broken";
}

TEST(Compare, WorksForPassAndFail) {
    const MadeTable a = madeResults({"PASS", "FAIL", "FAIL"}, {"PASS", "PASS", "X"}, Task::PassFail);
    MadeTable b = madeResults({"PASS", "FAIL", "FAIL"}, {"PASS", "FAIL", "FAIL"}, Task::PassFail);
    const Comparison result = compareRuns(a.request(), b.run, {});
    EXPECT_EQ(result.fixed, 1);
    EXPECT_EQ(result.onlyAFailed, 1);
}

} // namespace
} // namespace assize::test
