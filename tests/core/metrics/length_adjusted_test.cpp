// SPDX-License-Identifier: Apache-2.0
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

constexpr double Close = 1e-9;
constexpr double Fitted = 1e-4;

MadeTable withLengths(std::string_view labels, const std::vector<std::array<std::int64_t, 2>>& lengths) {
    MadeTable table = madePairs(std::string(labels.size(), '-'), labels);
    for (std::size_t row = 0; row < lengths.size(); ++row) {
        table.items.lengthA[row] = lengths[row][0];
        table.items.lengthB[row] = lengths[row][1];
    }
    return table;
}

MadeTable referenceTable(const nlohmann::json& values) {
    return withLengths(values["labels"].get<std::string>(), values["lengths"]);
}

TEST(LengthAdjusted, MatchesTheReference) {
    const nlohmann::json values = referenceValues("win_rates.json");
    const MadeTable table = referenceTable(values);
    EXPECT_NEAR(*table.figure("winrate.A").value, values["rate"].get<double>(), Close);
    EXPECT_NEAR(*table.figure("winrate.stderr").value, values["stderr"].get<double>(), Close);
    const Figure figure = table.figure("winrate.length_adjusted");
    EXPECT_NEAR(*figure.value, values["adjusted"].get<double>(), Fitted);
    EXPECT_EQ(figure.denominator, 60);
    EXPECT_EQ(figure.notes, std::vector<std::string>{"exploratory"});
}

TEST(LengthAdjusted, TakesContinuousPreferencesAsTheyAre) {
    const nlohmann::json values = referenceValues("win_rates.json");
    MadeTable table = referenceTable(values);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        table.run.forward.preferenceSum[row] = values["preference"][row];
        table.run.forward.preferenceCount[row] = 1;
    }
    EXPECT_NEAR(*table.figure("winrate.A").value, values["preference_rate"].get<double>(), Close);
    EXPECT_NEAR(*table.figure("winrate.stderr").value, values["preference_stderr"].get<double>(), Close);
    EXPECT_NEAR(*table.figure("winrate.A.discrete").value, values["preference_discrete"].get<double>(), Close);
    EXPECT_NEAR(*table.figure("winrate.length_adjusted").value, values["preference_adjusted"].get<double>(), Fitted);
}

TEST(LengthAdjusted, HasAnIntervalAroundIt) {
    MetricSettings settings;
    settings.resamples = 200;
    const Figure figure = referenceTable(referenceValues("win_rates.json")).figure("winrate.length_adjusted", settings);
    EXPECT_EQ(figure.method, "bootstrap");
    EXPECT_LT(*figure.low, *figure.value);
    EXPECT_GT(*figure.high, *figure.value);
}

TEST(LengthAdjusted, SaysWhyThereIsNone) {
    EXPECT_EQ(withLengths("AB", {{5, 5}, {5, 5}}).figure("winrate.length_adjusted").reason, "no-length-variation");
    EXPECT_EQ(withLengths("AAA", {{9, 1}, {5, 2}, {1, 9}}).figure("winrate.length_adjusted").reason, "separated");
    EXPECT_EQ(
        withLengths("AABB", {{9, 1}, {8, 1}, {1, 9}, {1, 7}}).figure("winrate.length_adjusted").reason, "separated");
    EXPECT_EQ(withLengths("XX", {{9, 1}, {1, 9}}).figure("winrate.length_adjusted").reason, "unparseable");
}

TEST(LengthAdjusted, WarnsWhereItMovesTheRateFar) {
    // A is longer on 32 of 40 items and wins 28 of those; of the other 8 it wins one. At equal length that is even.
    std::string labels;
    std::vector<std::array<std::int64_t, 2>> lengths;
    for (int item = 0; item < 40; ++item) {
        const bool isLonger = item % 5 != 0;
        labels += (isLonger ? item % 10 != 1 : item == 0) ? 'A' : 'B';
        lengths.push_back({isLonger ? 300 : 100, 200});
    }
    const Figure figure = withLengths(labels, lengths).figure("winrate.length_adjusted");
    ASSERT_TRUE(figure.value) << figure.reason;
    EXPECT_NEAR(*figure.value, 0.5, 1e-9);
    EXPECT_EQ(figure.notes, (std::vector<std::string>{"exploratory", "moves-the-rate-by-over-10-points"}));
}

} // namespace
} // namespace assize::test
