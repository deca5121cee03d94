// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/compare_many.h"

#include "core/metrics/rating_run.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

MetricSettings quick() {
    MetricSettings settings;
    settings.resamples = 0;
    return settings;
}

TEST(CompareMany, SlicesAreAdjustedAmongThemselves) {
    MadeTable table = madePairs(std::string(16, 'A'), std::string(16, 'B'));
    for (std::size_t row = 0; row < 16; ++row)
        table.items.category[row] = table.items.categories.add(row < 8 ? "chat" : "code");
    const RunTable better = madeRun(std::string(8, 'A') + std::string(8, 'B'));
    const auto slices = compareBySlice(table.request(), better, quick(), SliceBy::Category);
    ASSERT_EQ(slices.size(), 2U);
    EXPECT_EQ(slices[0].name, "chat");
    EXPECT_EQ(slices[0].comparison.fixed, 8);
    EXPECT_NEAR(*slices[0].comparison.mcnemar.p, 2.0 / 256, 1e-12);
    EXPECT_NEAR(*slices[0].adjusted, 4.0 / 256, 1e-12);
    EXPECT_EQ(slices[1].comparison.fixed, 0);
    EXPECT_EQ(slices[1].adjusted, 1);
}

// A slice that nobody can compare is no test, and makes no other look worse.
TEST(CompareMany, SlicesWithoutItemsInCommonAreNoTests) {
    MadeTable table = madePairs(std::string(8, 'A') + "--", std::string(10, 'B'));
    for (std::size_t row = 0; row < 10; ++row)
        table.items.category[row] = table.items.categories.add(row < 8 ? "chat" : "safety");
    const auto slices = compareBySlice(table.request(), madeRun(std::string(10, 'A')), quick(), SliceBy::Category);
    ASSERT_EQ(slices.size(), 2U);
    EXPECT_NEAR(*slices[0].adjusted, 2.0 / 256, 1e-12) << "as it is alone";
    EXPECT_FALSE(slices[1].comparison.mcnemar.p || slices[1].adjusted);
    EXPECT_EQ(slices[1].comparison.mcnemar.reason, "no-gold");
}

TEST(CompareMany, VersionsAreAdjustedByHolm) {
    const MadeTable table = madePairs(std::string(8, 'A'), std::string(8, 'B'));
    std::vector<RunTable> versions = {madeRun(std::string(8, 'A')), madeRun("AAAAAABB"), madeRun(std::string(8, 'B'))};
    versions[0].name = "v2";
    const auto compared = compareVersions(table.request(), versions, quick());
    ASSERT_EQ(compared.size(), 3U);
    EXPECT_EQ(compared[0].name, "v2");
    EXPECT_NEAR(*compared[0].adjusted, 3 * 2.0 / 256, 1e-12);
    EXPECT_NEAR(*compared[1].adjusted, 2 * 2.0 / 64, 1e-12);
    EXPECT_EQ(compared[2].adjusted, 1);
}

TEST(CompareMany, ClustersHaveNoTestToAdjust) {
    MadeTable table = madePairs("AAAA", "BBBB");
    table.items.cluster = {0, 0, 1, 1};
    const std::vector<RunTable> versions = {madeRun("AAAA")};
    EXPECT_FALSE(compareVersions(table.request(), versions, quick()).front().adjusted);
}

/// The anchor set judged again: nobody needs gold to see what has drifted.
TEST(CompareMany, DriftNeedsNoGold) {
    const MadeTable table = madePairs("-----", "ABTAX");
    const Comparison drift = compareRuns(table.request(), madeRun("BBTTA"), quick());
    EXPECT_EQ(drift.common, 0);
    EXPECT_EQ(drift.difference.reason, "no-gold");
    EXPECT_EQ(drift.agreement.value, 0.5);
    EXPECT_EQ(drift.agreement.denominator, 4);
    EXPECT_EQ(drift.flipped.value, 0.25);
    EXPECT_EQ(drift.flipped.method, "wilson");
    EXPECT_TRUE(drift.kappa.value);
}

TEST(CompareMany, DriftOfBothOrdersIsOfTheirLabels) {
    const MadeTable table = madePairs("--", "AA", "AB");
    const Comparison drift = compareRuns(table.request(), madeRun("AA", "BA"), quick());
    EXPECT_EQ(drift.agreement.denominator, 1) << "the second pair was a flip before";
    EXPECT_EQ(drift.agreement.value, 0) << "the first one is a flip now";
    EXPECT_EQ(drift.flipped.value, 0) << "a flip names nobody";
}

TEST(RatingRun, APersonIsComparedAsARunOfOneOrder) {
    const MadeTable table = madePairs("AABT", "AAAA");
    const RunTable person = runOfRatings("ann", table.items.gold, table.items);
    EXPECT_EQ(person.task, Task::Pairwise);
    EXPECT_EQ(person.forward.cell(3, false), Cell::Tie);
    const Comparison result = compareRuns(table.request(), person, quick());
    EXPECT_EQ(result.view, "forward");
    EXPECT_EQ(result.fixed, 2);
    EXPECT_EQ(result.agreement.value, 0.5);
}

TEST(RatingRun, TakesTheTaskFromTheAnswers) {
    const MadeTable graded = madeResults({"PASS", "FAIL"}, {"PASS", "PASS"}, Task::PassFail);
    EXPECT_EQ(runOfRatings("ann", graded.items.gold, graded.items).task, Task::PassFail);
    const MadeTable classed = madeResults({"Yes", "FAIL"}, {"Yes", "Yes"}, Task::Classify);
    EXPECT_EQ(runOfRatings("ann", classed.items.gold, classed.items).task, Task::Classify);
    const MadeTable scored = madeScores({1, 2}, {1, 2});
    const RunTable person = runOfRatings("ann", scored.items.gold, scored.items);
    EXPECT_EQ(person.task, Task::Direct);
    EXPECT_EQ(person.grades.score[1], 2);
}

} // namespace
} // namespace assize::test
