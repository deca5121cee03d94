// SPDX-License-Identifier: Apache-2.0
// Whether confidence means anything: against tests/data/metrics/make_references.py, and by hand.
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

constexpr double CalibrationSlack = 1e-9;

void setMargins(OrderColumn& order, const std::vector<double>& margins) {
    for (std::size_t row = 0; row < margins.size(); ++row) {
        order.marginSum[row] = margins[row];
        order.marginCount[row] = 1;
    }
}

/// Samples of each item as letters.
MadeTable madeSamples(std::string_view gold, const std::vector<std::string>& samples) {
    MadeTable table = madePairs(gold, std::string(gold.size(), 'X'));
    for (std::size_t row = 0; row < samples.size(); ++row) {
        table.run.forward.planned[row] = static_cast<std::uint16_t>(samples[row].size());
        for (const char letter : samples[row]) {
            if (letter != 'X')
                ++table.run.forward.votes[row].at(letter == 'A' ? 0 : letter == 'B' ? 1 : 2);
        }
    }
    return table;
}

void setPreferences(OrderColumn& order, const std::vector<double>& shares) {
    for (std::size_t row = 0; row < shares.size(); ++row) {
        order.preferenceSum[row] = shares[row];
        order.preferenceCount[row] = 1;
    }
}

double calibrationValue(const MadeTable& table, std::string_view key) {
    const Figure figure = table.figure(key);
    EXPECT_TRUE(figure.value) << key << ": " << figure.reason;
    return figure.value.value_or(-9);
}

MadeTable referenceMargins(const nlohmann::json& values) {
    MadeTable table = madePairs(values["gold"].get<std::string>(), values["labels"].get<std::string>());
    setMargins(table.run.forward, values["margins"].get<std::vector<double>>());
    return table;
}

TEST(Calibration, MarginsMatchTheReference) {
    const nlohmann::json values = referenceValues("calibration.json");
    const MadeTable table = referenceMargins(values);
    EXPECT_NEAR(calibrationValue(table, "calibration.auroc"), values["auroc"].get<double>(), CalibrationSlack);
    EXPECT_EQ(table.figure("calibration.auroc").denominator, values["n"].get<int>());
    EXPECT_NEAR(
        calibrationValue(table, "calibration.ece_mapped"), values["ece_mapped"].get<double>(), CalibrationSlack);
}

TEST(Calibration, BucketsMatchTheReferenceAndPartNoEqualMargins) {
    const nlohmann::json values = referenceValues("calibration.json");
    const Figure figure = referenceMargins(values).figure("calibration.buckets");
    ASSERT_TRUE(figure.table) << figure.reason;
    ASSERT_EQ(figure.table->cells.size(), values["buckets"].size());
    for (std::size_t at = 0; at < figure.table->cells.size(); ++at) {
        for (std::size_t column = 0; column < 4; ++column)
            EXPECT_NEAR(*figure.table->cells[at][column], values["buckets"][at][column].get<double>(), CalibrationSlack)
                << figure.table->columns[column] << " of bucket " << at;
    }
}

TEST(Calibration, CoverageSaysHowAccurateWhatIsLeftIs) {
    const nlohmann::json values = referenceValues("calibration.json");
    const Figure figure = referenceMargins(values).figure("calibration.coverage");
    ASSERT_TRUE(figure.table);
    EXPECT_EQ(figure.table->cells.front()[1], 1) << "the first threshold keeps everything";
    EXPECT_GE(figure.table->cells.size(), 10U);
    std::map<double, std::pair<double, double>> above; // by threshold: items kept, and right ones
    for (const auto& row : values["above"])
        above[row[0]] = {row[1], row[2]};
    for (const auto& row : figure.table->cells) {
        const auto kept = above.lower_bound(*row[0] - CalibrationSlack);
        ASSERT_NE(kept, above.end());
        EXPECT_NEAR(kept->first, *row[0], CalibrationSlack);
        EXPECT_EQ(row[2], kept->second.first);
        EXPECT_EQ(row[3], kept->second.second);
    }
}

TEST(Calibration, VotesAreAProbability) {
    const nlohmann::json values = referenceValues("calibration.json");
    const nlohmann::json& votes = values["votes"];
    const MadeTable table =
        madeSamples(values["gold"].get<std::string>().substr(0, 90), votes["samples"].get<std::vector<std::string>>());
    EXPECT_NEAR(calibrationValue(table, "calibration.ece"), votes["ece"].get<double>(), CalibrationSlack);
    EXPECT_NEAR(calibrationValue(table, "calibration.brier"), votes["brier"].get<double>(), CalibrationSlack);
    EXPECT_EQ(table.figure("calibration.brier").denominator, votes["n"].get<int>());
    EXPECT_EQ(table.figure("calibration.ece").notes, std::vector<std::string>{"from-votes"});
}

TEST(Calibration, LogProbabilitiesAreAProbability) {
    const nlohmann::json values = referenceValues("calibration.json");
    const auto shares = values["preferences"]["shares"].get<std::vector<double>>();
    std::string labels;
    for (const double share : shares)
        labels += share > 0.5 ? 'A' : 'B';
    MadeTable table = madePairs(values["gold"].get<std::string>().substr(0, shares.size()), labels);
    setPreferences(table.run.forward, shares);
    EXPECT_NEAR(
        calibrationValue(table, "calibration.ece"), values["preferences"]["ece"].get<double>(), CalibrationSlack);
    EXPECT_NEAR(
        calibrationValue(table, "calibration.brier"), values["preferences"]["brier"].get<double>(), CalibrationSlack);
    EXPECT_EQ(table.figure("calibration.ece").notes, std::vector<std::string>{"from-log-probabilities"});
}

TEST(Calibration, MarginIsTheMeanOfBothOrdersMappedBack) {
    MadeTable table = madePairs("AAB", "ABB", "ABA");
    setMargins(table.run.forward, {0.9, -0.1, -0.2});
    setMargins(table.run.backward, {0.1, -0.3, 0.1});
    const Figure figure = table.figure("calibration.coverage");
    ASSERT_TRUE(figure.table);
    EXPECT_EQ(figure.leftOut, (std::map<std::string, std::int64_t>{{"flip", 1}}));
    EXPECT_NEAR(*figure.table->cells[0][0], 0.2, CalibrationSlack) << "(-0.1 - 0.3) / 2";
    EXPECT_NEAR(*figure.table->cells[1][0], 0.5, CalibrationSlack);
    EXPECT_EQ(calibrationValue(table, "calibration.auroc"), 1);
}

TEST(Calibration, ContradictionsAreLeftOutAndCounted) {
    MadeTable table = madePairs("ABAT", "ABAA");
    setMargins(table.run.forward, {-0.4, -0.4, 0, 0.3});
    const Figure figure = table.figure("calibration.auroc");
    EXPECT_EQ(figure.leftOut, (std::map<std::string, std::int64_t>{{"margin-contradicts-label", 2}, {"gold-tie", 1}}));
    EXPECT_EQ(figure.denominator, 1);
    EXPECT_EQ(figure.reason, "all-right");
}

TEST(Calibration, WhatIsMissingIsSaid) {
    const MadeTable plain = madePairs("ABAB", "ABBA");
    EXPECT_EQ(plain.figure("calibration.auroc").reason, "no-margin");
    EXPECT_EQ(plain.figure("calibration.buckets").reason, "no-margin");
    EXPECT_EQ(plain.figure("calibration.coverage").reason, "no-margin");
    EXPECT_EQ(plain.figure("calibration.ece").reason, "no-probabilities");
    MadeTable few = madePairs("AABB", "ABAB");
    setMargins(few.run.forward, {0.1, -0.2, 0.3, -0.4});
    EXPECT_EQ(few.figure("calibration.buckets").reason, "fewer-than-50-items");
    EXPECT_EQ(few.figure("calibration.ece_mapped").reason, "fewer-than-50-items");
    MadeTable coarse = madePairs(std::string(60, 'A'), std::string(60, 'A'));
    setMargins(coarse.run.forward, std::vector<double>(60, 0.5));
    EXPECT_EQ(coarse.figure("calibration.buckets").reason, "fewer-than-5-buckets");
    EXPECT_EQ(madePairs("A-", "XA").figure("calibration.auroc").reason, "no-gold");
    EXPECT_EQ(madePairs("A", ".").figure("calibration.auroc").reason, "nothing-planned");
}

TEST(SampleSupport, IsTheShareOfTheSamplesThatVotedForTheLabel) {
    const MadeTable table = madeSamples("AB", {"AAAB", "BXXX"});
    EXPECT_NEAR(calibrationValue(table, "samples.support"), (0.75 + 1) / 2, CalibrationSlack);
    EXPECT_NEAR(calibrationValue(table, "samples.valid"), (1 + 0.25) / 2, CalibrationSlack);
    EXPECT_EQ(madePairs("A", "A").figure("samples.support").reason, "one-sample");
    EXPECT_EQ(madeSamples("A", {"AABB"}).figure("samples.support").reason, "abstained");
}

} // namespace
} // namespace assize::test
