// SPDX-License-Identifier: Apache-2.0
// Figures against values computed by scikit-learn, SciPy and statsmodels: tests/data/metrics/make_references.py.
#include "core/metrics/figures.h"

#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

constexpr double Close = 1e-9;

void expectValue(const MadeTable& table, const std::string& key, double expected, const MetricSettings& settings) {
    const Figure figure = table.figure(key, settings);
    ASSERT_TRUE(figure.value) << key << ": " << figure.reason;
    EXPECT_NEAR(*figure.value, expected, Close) << key;
}

MadeTable referencePairs(const nlohmann::json& values) {
    return madePairs(
        values["gold"].get<std::string>(), values["forward"].get<std::string>(), values["backward"].get<std::string>());
}

TEST(Figures, PairsMatchTheReferenceUnderEachTiePolicy) {
    const nlohmann::json values = referenceValues("pairs.json");
    const MadeTable table = referencePairs(values);
    for (const TiePolicy ties : {TiePolicy::Class, TiePolicy::Exclude}) {
        for (const std::string order : {"forward", "backward"}) {
            const nlohmann::json& expected = values[std::string(tiePolicyName(ties))][order];
            for (const std::string key : {"agreement", "kappa", "precision", "recall", "f1", "ac1", "alpha"}) {
                if (key != "alpha" || ties == TiePolicy::Class)
                    expectValue(table, key + "." + order, expected[key], withTies(ties));
            }
            EXPECT_EQ(table.figure("agreement." + order, withTies(ties)).denominator, expected["n"].get<int>());
        }
    }
}

TEST(Figures, BothOrdersMatchTheReference) {
    const nlohmann::json values = referenceValues("pairs.json");
    const MadeTable table = referencePairs(values);
    const MetricSettings settings = withTies(TiePolicy::Class);
    expectValue(table, "agreement.forward.all", values["agreement_forward_all"], settings);
    expectValue(table, "agreement.reconciled", values["reconciled"], settings);
    expectValue(table, "agreement.reconciled.all", values["reconciled_all"], settings);
    expectValue(table, "position.consistency", values["consistency"], settings);
    expectValue(table, "position.consistency.all", values["consistency_all"], settings);
    expectValue(table, "position.first_bias", values["first_bias"], settings);
    expectValue(table, "position.second_bias", values["second_bias"], settings);
    expectValue(table, "position.mixed", values["mixed"], settings);
    expectValue(table, "winrate.A", values["winrate_a"], settings);
    expectValue(table, "winrate.stderr", values["winrate_stderr"], settings);
    const Figure all = table.figure("agreement.forward.all", settings);
    EXPECT_NEAR(*all.low, values["wilson"][0].get<double>(), Close);
    EXPECT_NEAR(*all.high, values["wilson"][1].get<double>(), Close);
    EXPECT_EQ(all.method, "wilson");
}

TEST(Figures, ScoresMatchTheReference) {
    const nlohmann::json values = referenceValues("scores.json");
    const MadeTable table =
        madeScores(values["gold"].get<std::vector<double>>(), values["judge"].get<std::vector<double>>());
    for (const std::string key :
        {"accuracy", "kappa", "kappa.linear", "kappa.quadratic", "mae", "rmse", "pearson", "spearman", "kendall_tau_b",
            "score.exact", "score.bias", "score.within_1", "ac1", "alpha.nominal", "alpha.ordinal", "alpha.interval"})
        expectValue(table, key, values[key], MadeTable::noBootstrap());
    EXPECT_EQ(table.figure("alpha").value, table.figure("alpha.interval").value);
}

TEST(Figures, PassFailMatchesTheReference) {
    const nlohmann::json values = referenceValues("pass_fail.json");
    const MadeTable table = madeResults(values["gold"].get<std::vector<std::string>>(),
        values["judge"].get<std::vector<std::string>>(), Task::PassFail);
    for (const std::string key :
        {"accuracy", "precision", "recall", "f1", "precision.macro", "recall.macro", "f1.macro", "tpr", "tnr",
            "balanced_accuracy", "mcc", "kappa", "ac1", "prevalence.gold", "prevalence.judge"})
        expectValue(table, key, values[key], MadeTable::noBootstrap());
    EXPECT_EQ(table.figure("tpr").denominator, std::count(values["gold"].begin(), values["gold"].end(), "FAIL"));
}

TEST(Figures, LeaveOutsAreCountedByReason) {
    const Figure figure = madePairs("AABT-A", "ABXBAA").figure("agreement.forward", withTies(TiePolicy::Exclude));
    EXPECT_EQ(figure.numerator, 2);
    EXPECT_EQ(figure.denominator, 3);
    EXPECT_EQ(figure.judged, 5);
    EXPECT_EQ(figure.total, 6);
    EXPECT_EQ(
        figure.leftOut, (std::map<std::string, std::int64_t>{{"gold-tie", 1}, {"no-gold", 1}, {"unparseable", 1}}));
    EXPECT_EQ(figure.ties, "exclude");
}

TEST(Figures, RatesOfOneClassSayWhoIsOutsideThem) {
    const Figure tpr = madeResults({"FAIL", "PASS", "FAIL"}, {"FAIL", "FAIL", "PASS"}, Task::PassFail).figure("tpr");
    EXPECT_EQ(tpr.denominator, 2);
    EXPECT_EQ(tpr.total, 3);
    EXPECT_EQ(tpr.leftOut, (std::map<std::string, std::int64_t>{{"gold-negative", 1}}));
}

TEST(Figures, SectionsSayWhoIsInNone) {
    MadeTable table = madePairs("AB-A", "AXAA");
    table.items.category.assign(4, table.items.categories.add("chat"));
    table.items.category[3] = NoResult;
    const Figure sections = table.figure("item_accuracy_by_section");
    EXPECT_EQ(sections.total, 4);
    EXPECT_EQ(sections.denominator, 1);
    EXPECT_EQ(sections.leftOut,
        (std::map<std::string, std::int64_t>{{"no-category", 1}, {"no-gold", 1}, {"unparseable", 1}}));
}

TEST(Figures, TiesAreAClassOnlyWhereGoldHasOne) {
    EXPECT_EQ(madePairs("AT", "AA").figure("agreement.forward").ties, "class");
    EXPECT_EQ(madePairs("AB", "AT").figure("agreement.forward").ties, "exclude");
    EXPECT_EQ(madePairs("AT", "A.").figure("agreement.forward").ties, "exclude") << "a tie the run does not owe";
}

TEST(Figures, HalfGivesAPredictedTieHalfAPointAndKappaNone) {
    const MadeTable table = madePairs("ABAT", "ATBT");
    const Figure agreement = table.figure("agreement.forward", withTies(TiePolicy::Half));
    EXPECT_EQ(agreement.numerator, 1.5);
    EXPECT_EQ(agreement.denominator, 3);
    EXPECT_EQ(agreement.ties, "half");
    const Figure kappa = table.figure("kappa.forward", withTies(TiePolicy::Half));
    EXPECT_EQ(kappa.ties, "exclude");
    EXPECT_EQ(kappa.value, table.figure("kappa.forward", withTies(TiePolicy::Exclude)).value);
}

TEST(Figures, FourKeepsBothBadApart) {
    const MadeTable table = madePairs("TOA", "OOA");
    EXPECT_EQ(table.figure("agreement.forward", withTies(TiePolicy::Class)).numerator, 3);
    EXPECT_EQ(table.figure("agreement.forward", withTies(TiePolicy::Four)).numerator, 2);
}

TEST(Figures, AFlipMatchesNoGoldUnlessToldToBeATie) {
    const MadeTable table = madePairs("TA", "AA", "BA");
    MetricSettings settings = withTies(TiePolicy::Class);
    EXPECT_EQ(table.figure("accuracy.reconciled", settings).numerator, 1);
    settings.flips = FlipPolicy::Tie;
    EXPECT_EQ(table.figure("accuracy.reconciled", settings).numerator, 2);
}

TEST(Figures, MixedLeansWhereAsked) {
    const MadeTable table = madePairs("AB", "AT", "TB");
    MetricSettings settings = withTies(TiePolicy::Exclude);
    EXPECT_EQ(table.figure("accuracy.reconciled", settings).numerator, 0);
    settings.mixed = MixedPolicy::Lean;
    EXPECT_EQ(table.figure("accuracy.reconciled", settings).numerator, 2);
    EXPECT_EQ(table.figure("agreement.reconciled", settings).numerator, 0) << "both orders must give the label";
}

TEST(Figures, AnotherRaterIsNeverExcludedForItsTies) {
    const MadeTable table = madePairs("AT", "AA");
    FigureRequest request = table.request();
    request.isGold = false;
    EXPECT_EQ(policyFor(request, withTies(TiePolicy::Exclude)).ties, TiePolicy::Class);
}

TEST(Figures, StepsGiveOrdinalFiguresAndAppearOnlyThen) {
    MadeTable table = madePairs("AABBT", "AABTB");
    table.items.gold[0].step = 3;
    const Figures plain = runFigures(table.request(), withTies(TiePolicy::Class));
    EXPECT_EQ(findFigure(plain, "alpha.ordinal.forward"), nullptr);
    const Figures steps = runFigures(table.request(), withTies(TiePolicy::Steps));
    // gold 3 1 −1 −1 0 against 1 1 −1 0 −1: observed 6/5; expected 12/5 + 4/5 − 2·(2/5)·0
    EXPECT_NEAR(*findFigure(steps, "kappa.quadratic.forward")->value, 1 - 1.2 / 3.2, Close);
    EXPECT_TRUE(findFigure(steps, "alpha.ordinal.forward")->value);
    EXPECT_EQ(findFigure(steps, "kappa.quadratic.forward")->ties, "steps");
    EXPECT_EQ(findFigure(steps, "kappa.forward")->ties, "class");
}

TEST(Figures, HeadlineIsAgreementAndKappa) {
    const MadeTable table = madePairs("AABB", "AABA", "AABB");
    const Headline headline = headlineFigures(table.request(), {});
    EXPECT_EQ(headline.agreement.value, 0.75);
    EXPECT_NEAR(*headline.kappa.value, 0.6, Close) << "3 of 4 agree, the flip is a class of its own: (.75 - .375)/.625";
    EXPECT_EQ(headline.kappa.method, "");
}

} // namespace
} // namespace assize::test
