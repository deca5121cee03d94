// SPDX-License-Identifier: Apache-2.0
// May the judge stand in for people: the alternative annotator test, corrected rates, anchoring, repeats.
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

Figure figureOf(const FigureRequest& base, std::string_view key, const MetricSettings& settings) {
    FigureRequest request = base;
    const std::array keys = {key};
    request.only = keys;
    const Figures figures = runFigures(request, settings);
    return figures.empty() ? Figure{} : figures.front().figure;
}

Rating ratingFrom(const json& answer) {
    Rating rating;
    if (answer.is_string()) {
        const std::string text = answer;
        rating.label = rating.labelOfFour = text == "A" ? Cell::A : text == "B" ? Cell::B : Cell::Tie;
    } else if (answer.is_number()) {
        rating.score = answer;
    }
    return rating;
}

RaterTable ratersFrom(const json& columns) {
    RaterTable raters;
    for (const json& column : columns) {
        raters.names.push_back("annotator" + std::to_string(raters.names.size() + 1));
        std::vector<Rating>& ratings = raters.ratings.emplace_back();
        for (const json& answer : column)
            ratings.push_back(ratingFrom(answer));
    }
    return raters;
}

MadeTable judgeTable(const json& judge) {
    if (judge.front().is_number())
        return madeScores(std::vector<double>(judge.size(), 1), judge);
    std::string labels;
    for (const json& answer : judge)
        labels += answer.is_null() ? "X" : answer.get<std::string>();
    return madePairs(std::string(labels.size(), '-'), labels);
}

TEST(AlternativeAnnotatorTest, MatchesTheReference) {
    for (const json& values : referenceValues("annotator_test.json")) {
        const MadeTable table = judgeTable(values["judge"]);
        const RaterTable raters = ratersFrom(values["columns"]);
        FigureRequest request = table.request();
        request.raters = &raters;
        MetricSettings settings = MadeTable::noBootstrap();
        settings.epsilon = values["epsilon"];
        const Figure figure = figureOf(request, "alt_test", settings);
        ASSERT_TRUE(figure.value) << figure.reason;
        EXPECT_NEAR(*figure.value, values["omega"].get<double>(), 1e-9) << values["name"];
        for (std::size_t row = 0; row < values["rows"].size(); ++row) {
            const json& expected = values["rows"][row];
            const auto& cells = figure.table->cells[row];
            EXPECT_EQ(*cells[0], expected["items"].get<double>());
            EXPECT_NEAR(*cells[1], expected["judge"].get<double>(), 1e-9) << values["name"] << row;
            EXPECT_NEAR(*cells[2], expected["own"].get<double>(), 1e-9);
            EXPECT_NEAR(*cells[3], expected["p"].get<double>(), 1e-9) << values["name"] << row;
            EXPECT_NEAR(*cells[4], expected["adjusted"].get<double>(), 1e-9);
        }
        EXPECT_NEAR(*figureOf(request, "alt_test.advantage", settings).value, values["advantage"].get<double>(), 1e-9);
    }
}

TEST(AlternativeAnnotatorTest, NeedsPeople) {
    const MadeTable table = madePairs("AB", "AB");
    FigureRequest request = table.request();
    EXPECT_EQ(figureOf(request, "alt_test", {}).reason, "no-annotators");
    const RaterTable one = ratersFrom(json::parse(R"([["A", "B"]])"));
    request.raters = &one;
    EXPECT_EQ(figureOf(request, "alt_test", {}).reason, "one-annotator");
    const RaterTable apart = ratersFrom(json::parse(R"([["A", null], [null, "B"]])"));
    request.raters = &apart;
    EXPECT_EQ(figureOf(request, "alt_test", {}).reason, "no-common-items");
    const RaterTable two = ratersFrom(json::parse(R"([["A", "B"], ["A", "B"]])"));
    request.raters = &two;
    const Figure weak = figureOf(request, "alt_test", {});
    EXPECT_EQ(weak.notes, (std::vector<std::string>{"does-not-pass", "epsilon 0.2", "two-annotators-are-weak"}));
}

TEST(CorrectedRate, MatchesTheReference) {
    const json values = referenceValues("rates.json");
    const std::vector<std::string> judge = values["judge"];
    std::vector<std::string> gold = values["gold"];
    gold.resize(judge.size(), "PASS");
    MadeTable table = madeResults(gold, judge, Task::PassFail);
    for (std::size_t row = 40; row < judge.size(); ++row)
        table.items.gold[row].result = NoResult;
    const Figure corrected = table.figure("judge_corrected_rate");
    EXPECT_NEAR(*corrected.value, values["corrected"].get<double>(), 1e-9);
    EXPECT_EQ(corrected.denominator, 80);
    EXPECT_EQ(corrected.leftOut.at("labelled"), 40);
    EXPECT_EQ(corrected.notes, std::vector<std::string>{"positive: FAIL"});
    EXPECT_NEAR(*table.figure("ppi_rate").value, values["ppi"].get<double>(), 1e-9);
    MetricSettings settings;
    settings.resamples = 300;
    const Figure interval = table.figure("judge_corrected_rate", settings);
    EXPECT_LT(*interval.low, *interval.value);
    EXPECT_GT(*interval.high, *interval.value);
}

TEST(CorrectedRate, RefusesAJudgeNoBetterThanChance) {
    MadeTable table =
        madeResults({"PASS", "FAIL", "PASS", "FAIL", "PASS"}, {"FAIL", "PASS", "PASS", "FAIL", "FAIL"}, Task::PassFail);
    table.items.gold[4].result = NoResult;
    EXPECT_EQ(table.figure("judge_corrected_rate").reason, "judge-no-better-than-chance");
    EXPECT_TRUE(table.figure("ppi_rate").value);
}

// People labelled all of it; the judge read none.
TEST(CorrectedRate, WithoutAVerdictItIsNotGoldThatIsMissing) {
    EXPECT_EQ(madePairs("ABAB", "XXXX").figure("ppi_rate").reason, "no-verdicts");
    EXPECT_EQ(madePairs("----", "ABAB").figure("ppi_rate").reason, "no-gold");
}

TEST(CorrectedRate, ClipsAndSaysSo) {
    MadeTable table = madeResults({"PASS", "PASS", "PASS", "FAIL", "PASS", "PASS"},
        {"PASS", "PASS", "FAIL", "FAIL", "PASS", "PASS"}, Task::PassFail);
    table.items.gold[4].result = table.items.gold[5].result = NoResult;
    const Figure figure = table.figure("judge_corrected_rate");
    EXPECT_EQ(figure.value, 0) << "(0 + 2/3 − 1)/(1 + 2/3 − 1) is below 0";
    EXPECT_EQ(figure.notes.front(), "clipped");
}

TEST(CorrectedRate, NeedsBothSets) {
    EXPECT_EQ(
        madeResults({"PASS"}, {"PASS"}, Task::PassFail).figure("judge_corrected_rate").reason, "no-unlabelled-items");
    MadeTable table = madeResults({"PASS", "PASS"}, {"PASS", "FAIL"}, Task::PassFail);
    table.items.gold[1].result = NoResult;
    EXPECT_EQ(table.figure("judge_corrected_rate").reason, "one-class-of-gold");
    table.items.gold[0].result = NoResult;
    EXPECT_EQ(table.figure("judge_corrected_rate").reason, "no-gold");
}

Revision revised(std::uint32_t row, Cell blind, Cell now, RowKey shownRun = 0) {
    Revision revision;
    revision.row = row;
    revision.blind.label = revision.blind.labelOfFour = blind;
    revision.now.label = revision.now.labelOfFour = now;
    revision.shownRun = shownRun;
    return revision;
}

TEST(Anchoring, CountsWhoMovesAndWhereTo) {
    const MadeTable table = madePairs("-----", "AAABX");
    const std::vector<Revision> revisions = {revised(0, Cell::A, Cell::A), revised(1, Cell::B, Cell::A),
        revised(2, Cell::B, Cell::Tie), revised(3, Cell::A, Cell::B, 99), revised(4, Cell::A, Cell::B)};
    FigureRequest request = table.request();
    request.revisions = revisions;
    const Figure changed = figureOf(request, "anchoring.changed", MadeTable::noBootstrap());
    EXPECT_EQ(changed.numerator, 2);
    EXPECT_EQ(changed.denominator, 3) << "item 4 was shown another run, item 5 has no verdict";
    EXPECT_EQ(changed.method, "wilson");
    EXPECT_EQ(figureOf(request, "anchoring.toward_judge", MadeTable::noBootstrap()).value, 0.5);
    request.revisions = std::span(revisions).first(1);
    EXPECT_EQ(figureOf(request, "anchoring.toward_judge", {}).reason, "no-label-changed");
    request.revisions = {};
    EXPECT_EQ(figureOf(request, "anchoring.changed", {}).reason, "no-blind-labels");
}

TEST(Repeats, CountAgreeingPairsOfSamples) {
    MadeTable table = madePairs("AA-", "AAA");
    table.run.forward.votes[0] = {2, 1, 0, 0}; // one of three pairs agrees
    table.run.forward.votes[1] = {3, 0, 0, 0};
    table.run.forward.planned = {3, 3, 1};
    const Figure agreement = table.figure("repeat.agreement");
    EXPECT_NEAR(*agreement.value, (1.0 / 3 + 1) / 2, 1e-12);
    EXPECT_EQ(agreement.leftOut.at("one-sample"), 1);
    EXPECT_EQ(table.figure("repeat.unanimous").value, 0.5);
    EXPECT_NEAR(*table.figure("judge.variance").value, 1 - (1.0 / 3 + 1) / 2, 1e-12);
    EXPECT_EQ(table.figure("judge.bias").value, 1) << "the majority is right both times";
}

TEST(Repeats, OneSampleEachSaysNothing) {
    const MadeTable table = madePairs("AB", "AB", "AB");
    for (const std::string_view key : {"repeat.agreement", "repeat.unanimous", "judge.bias", "judge.variance"})
        EXPECT_EQ(table.figure(key).reason, "one-sample") << key;
}

TEST(Repeats, ScoresHaveASpread) {
    MadeTable table = madeScores({3, 3}, {3, 4});
    table.run.grades.repeats[0] = {1, 3, 1.0};
    table.run.grades.repeats[1] = {3, 3, 0.0};
    EXPECT_EQ(table.figure("repeat.sd").value, 0.5);
    EXPECT_NEAR(*table.figure("repeat.agreement").value, 2.0 / 3, 1e-12);
}

TEST(Cost, IsTokensAndHours) {
    MadeTable table = madePairs("AABB", "AABA");
    EXPECT_EQ(table.figure("cost").reason, "imported");
    table.run.endpointKind = "openai-chat";
    EXPECT_EQ(table.figure("cost").reason, "no-price");
    table.run.usage.tokens.estimated = true;
    table.run.spending = Spending{3, "EUR", true};
    EXPECT_EQ(table.figure("cost").reason, "no-verdicts");
    table.run.outcomes[Outcome::Verdict] = 4;
    const Figure cost = table.figure("cost");
    EXPECT_EQ(cost.value, 3);
    EXPECT_EQ(cost.notes, (std::vector<std::string>{"EUR", "tokens-estimated", "by-the-hour"}));
    EXPECT_NEAR(*table.figure("cost.per_1000_verdicts").value, 750, 1e-9);
    EXPECT_EQ(table.figure("cost.per_agreement_point").reason, "no-builtin-run");
}

TEST(Cost, PerPointAboveTheBuiltInJudge) {
    MadeTable table = madePairs("AABB", "AABA");
    table.run.endpointKind = "openai-chat";
    table.run.spending = Spending{10, "USD", false};
    table.run.outcomes[Outcome::Verdict] = 4;
    const RunTable weak = madeRun("ABBA");
    FigureRequest request = table.request();
    request.baseline = &weak;
    EXPECT_NEAR(*figureOf(request, "cost.per_agreement_point", {}).value, 10.0 / 25, 1e-12) << "75 % against 50 %";
    request.baseline = &table.run;
    EXPECT_EQ(figureOf(request, "cost.per_agreement_point", {}).reason, "not-above-the-baseline");
}

} // namespace
} // namespace assize::test
