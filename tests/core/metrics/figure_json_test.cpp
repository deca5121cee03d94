// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/figure_json.h"

#include "core/metrics/settings.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

TEST(FigureJson, HasTheKeysOthersRelyOn) {
    const Figure figure = madePairs("AABBA", "AABB-").figure("agreement.forward", withTies(TiePolicy::Exclude));
    nlohmann::json document = figureJson(figure);
    EXPECT_NEAR(document["low"].get<double>(), 0.5101, 5e-5);
    document.erase("low");
    EXPECT_EQ(document, nlohmann::json::parse(R"({"value":1.0,"numerator":4,"denominator":4,"judged":4,"total":5,
        "left_out":{"gold-tie":0,"no-gold":1},"ties":"exclude","high":1.0,"method":"wilson","seed":null,"reason":null})"));
}

TEST(FigureJson, AbsentIsNullWithAReason) {
    const nlohmann::json document = figureJson(madePairs("AB", "AB").figure("agreement.reconciled"));
    EXPECT_TRUE(document["value"].is_null());
    EXPECT_TRUE(document["low"].is_null());
    EXPECT_EQ(document["reason"], "one-order");
}

TEST(FigureJson, HalfPointsKeepTheirFraction) {
    const nlohmann::json document =
        figureJson(madePairs("AB", "AT").figure("agreement.forward", withTies(TiePolicy::Half)));
    EXPECT_EQ(document["numerator"], 1.5);
}

TEST(FigureJson, ValidIsTheBareKey) {
    const nlohmann::json document =
        figuresJson(runFigures(madePairs("AB", "AX", "AA").request(), MadeTable::noBootstrap()));
    EXPECT_EQ(document["agreement.forward.valid"], document["agreement.forward"]);
    EXPECT_EQ(document["agreement.forward.all"]["denominator"], 2);
    EXPECT_FALSE(document.contains("kappa.forward.valid"));
}

TEST(FigureJson, MatrixIsATable) {
    const nlohmann::json document =
        figureJson(madePairs("AB", "AB", "BT").figure("position.matrix", withTies(TiePolicy::Class)));
    EXPECT_TRUE(document["value"].is_null());
    EXPECT_EQ(document["table"], nlohmann::json::parse(R"({"rows":["A","B","tie"],"columns":["A","B","tie"],
        "cells":[[0,1,0],[0,0,1],[0,0,0]]})"));
}

TEST(FigureJson, ComparisonHasTheKeysOthersRelyOn) {
    const MadeTable table = madePairs("AAA", "ABA");
    const nlohmann::json document = comparisonJson(compareRuns(table.request(), madeRun("AAA"), {}));
    EXPECT_EQ(document["common"], 3);
    EXPECT_EQ(document["fixed"], 1);
    EXPECT_EQ(document["mcnemar"]["method"], "exact");
    EXPECT_EQ(document["mcnemar"]["p"], 1.0);
    EXPECT_EQ(document["conclusive"], false);
}

TEST(MetricSettings, ComeBackFromTheirTexts) {
    MetricSettings settings;
    settings.ties = TiePolicy::Half;
    settings.mixed = MixedPolicy::Lean;
    settings.tieBand = 0.05;
    settings.seed = 9;
    const MetricSettings read = *metricSettingsFrom(metricSettingTexts(settings));
    EXPECT_EQ(read.ties, TiePolicy::Half);
    EXPECT_EQ(read.mixed, MixedPolicy::Lean);
    EXPECT_EQ(read.tieBand, 0.05);
    EXPECT_EQ(read.seed, 9U);
    EXPECT_EQ(metricSettingsFrom({{"other", "x"}})->resamples, 2000);
}

TEST(MetricSettings, RefuseWhatMakesNoSense) {
    for (const auto& [name, value] : {std::pair("ties", "maybe"), std::pair("flips", ""), std::pair("mixed", "x"),
             std::pair("tie_band", "-1"), std::pair("tie_band", "nan"), std::pair("resamples", "-5"),
             std::pair("seed", "1.5"), std::pair("colour", "red")}) {
        MetricSettings settings;
        const auto set = setMetricSetting(settings, name, value);
        ASSERT_FALSE(set) << name;
        EXPECT_EQ(set.error().code, ErrorCode::InvalidArgument);
    }
}

} // namespace
} // namespace assize::test
