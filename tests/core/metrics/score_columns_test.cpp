// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/score_columns.h"

#include "core/metrics/figures.h"
#include "tests/core/metrics/made_table.h"

#include <cmath>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

constexpr double Close = 1e-9;

struct Line {
    std::string name;
    double weight;
    double a;
    double b;
};

Verdict verdictOf(const std::vector<Line>& lines, std::string presentation = "AB") {
    Verdict verdict;
    verdict.presentation = std::move(presentation);
    verdict.judgement.outcome = Outcome::Verdict;
    for (const Line& line : lines) {
        CriterionScore score;
        score.criterion.name = line.name;
        score.criterion.weight = line.weight;
        score.normalisedA = line.a;
        score.normalisedB = line.b;
        verdict.judgement.criteria.push_back(score);
    }
    return verdict;
}

WhatIfWeights change(
    const ScoreColumns& columns, std::string_view name, std::optional<double> weight, bool isOn = true) {
    WhatIfWeights weights;
    weights.groups.resize(columns.groups().size());
    weights.groups[*columns.groups().find(name)] = {weight, isOn};
    return weights;
}

/// The worked example of the rubric judge's documents: scores 2, 3, 4 against 5, 5, 5 by weights .5, .3, .2.
TEST(ScoreColumns, WeightsAndNormalisesAsTheWorkedExample) {
    ScoreColumns columns(1);
    columns.add(0, verdictOf({{"Accuracy", .5, .25, 1}, {"Clarity", .3, .5, 1}, {"Depth", .2, .75, 1}}));
    const WhatIfResult result = columns.recompute({}, 0.02, {});
    EXPECT_NEAR(result.weightedA[0], 0.425, Close);
    EXPECT_NEAR(result.weightedB[0], 1, Close);
    EXPECT_NEAR(result.margin[0], -0.575, Close);
    EXPECT_EQ(result.label[0], Cell::B);
}

TEST(ScoreColumns, MixedTypesAsTheWorkedExample) {
    ScoreColumns columns(1);
    columns.add(0, verdictOf({{"Scale", .4, .5, 1}, {"Binary", .35, 1, 0}, {"Depth", .25, 1, .5}}));
    const WhatIfResult result = columns.recompute({}, 0.02, {});
    EXPECT_NEAR(result.weightedA[0], 0.8, Close);
    EXPECT_NEAR(result.weightedB[0], 0.525, Close);
    EXPECT_NEAR(result.margin[0], 0.275, Close);
}

TEST(ScoreColumns, DividesWeightsByTheirSum) {
    ScoreColumns columns(1);
    columns.add(0, verdictOf({{"One", .5, .75, 0}, {"Two", .4, .5, 0}, {"Three", .3, 1, 0}}));
    EXPECT_NEAR(columns.recompute({}, 0.02, {}).weightedA[0], 0.7291666666666667, Close);
    EXPECT_NEAR(columns.meanWeight(0), 0.5 / 1.2, Close);
}

TEST(ScoreColumns, AnotherWeightTurnsTheLabel) {
    ScoreColumns columns(1);
    columns.add(0, verdictOf({{"Facts", .8, 1, 0}, {"Style", .2, 0, 1}}));
    EXPECT_EQ(columns.recompute({}, 0.02, {}).label[0], Cell::A);
    const WhatIfResult heavier = columns.recompute(change(columns, "style", 2.4), 0.02, {});
    EXPECT_NEAR(heavier.margin[0], (0.8 - 2.4) / 3.2, Close);
    EXPECT_EQ(heavier.label[0], Cell::B);
}

TEST(ScoreColumns, ACriterionSwitchedOffLeavesTheSum) {
    ScoreColumns columns(1);
    columns.add(0, verdictOf({{"Facts", .8, .5, .25}, {"Style", .2, 0, 1}}));
    const WhatIfResult result = columns.recompute(change(columns, "Style", {}, false), 0.02, {});
    EXPECT_NEAR(result.weightedA[0], 0.5, Close);
    EXPECT_NEAR(result.weightedB[0], 0.25, Close);
}

TEST(ScoreColumns, NothingLeftIsNothing) {
    ScoreColumns columns(2);
    columns.add(0, verdictOf({{"Facts", 1, .5, .25}}));
    const WhatIfResult off = columns.recompute(change(columns, "facts", {}, false), 0.02, {});
    EXPECT_TRUE(std::isnan(off.margin[0]));
    EXPECT_EQ(off.label[0], Cell::NotPlanned);
    EXPECT_EQ(columns.recompute(change(columns, "facts", 0), 0.02, {}).label[0], Cell::NotPlanned);
    EXPECT_EQ(columns.recompute({}, 0.02, {}).label[1], Cell::NotPlanned) << "an item without verdicts";
}

TEST(ScoreColumns, FailedVerdictsAndMissingScoresAreLeftOut) {
    ScoreColumns columns(2);
    Verdict partial = verdictOf({{"Facts", .5, 1, 0}, {"Style", .5, 0, 1}});
    partial.judgement.criteria[1].normalisedB.reset();
    columns.add(0, partial);
    Verdict failed = verdictOf({{"Facts", 1, 1, 0}});
    failed.judgement.outcome = Outcome::Invalid;
    columns.add(1, failed);
    EXPECT_EQ(columns.verdictCount(), 1U);
    EXPECT_NEAR(columns.recompute({}, 0.02, {}).margin[0], 1, Close);
}

TEST(ScoreColumns, OrdersAreReconciledAndSamplesVote) {
    ScoreColumns columns(2);
    columns.add(0, verdictOf({{"Facts", 1, 1, 0}}));
    columns.add(0, verdictOf({{"Facts", 1, 0, 1}}, "BA"));
    columns.add(1, verdictOf({{"Facts", 1, 1, 0}}));
    columns.add(1, verdictOf({{"Facts", 1, .6, .5}}));
    columns.add(1, verdictOf({{"Facts", 1, 0, 1}}));
    const WhatIfResult result = columns.recompute({}, 0.02, {});
    EXPECT_EQ(result.label[0], Cell::Flip);
    EXPECT_NEAR(result.margin[0], 0, Close);
    EXPECT_EQ(result.label[1], Cell::A);
    EXPECT_NEAR(result.margin[1], 0.1 / 3, Close);
}

TEST(ScoreColumns, TheTieBandIsATie) {
    ScoreColumns columns(1);
    columns.add(0, verdictOf({{"Facts", 1, .52, .5}}));
    EXPECT_EQ(columns.recompute({}, 0.02, {}).label[0], Cell::Tie);
    EXPECT_EQ(columns.recompute({}, 0.01, {}).label[0], Cell::A);
}

TEST(ScoreColumns, AgreementAndChangesAreCounted) {
    const MadeTable table = madePairs("AB-", "AAA");
    ScoreColumns columns(3);
    for (std::uint32_t row = 0; row < 3; ++row)
        columns.add(row, verdictOf({{"Facts", .8, 1, 0}, {"Style", .2, 0, 1}}));
    const WhatIfResult before = columns.recompute({}, 0.02, {});
    const WhatIfResult now = columns.recompute(change(columns, "Facts", 0.1), 0.02, {});
    const WhatIfAgreement agreement = whatIfAgreement(now, before, table.items.gold, {});
    EXPECT_EQ(agreement.changed, 3);
    EXPECT_EQ(agreement.judged, 2);
    EXPECT_EQ(agreement.agreeing, 1);
    const RunTable run = runFrom(now, table.run);
    FigureRequest request = table.request();
    const Figures figures =
        runFigures({.items = request.items, .run = run, .reference = request.reference, .rows = request.rows},
            MadeTable::noBootstrap());
    EXPECT_EQ(findFigure(figures, "agreement.forward")->value, 0.5);
}

TEST(CriterionGroups, FoldCaseSpacesAndPlurals) {
    EXPECT_EQ(foldedCriterion("  Ticket   Prices "), "ticket price");
    EXPECT_EQ(foldedCriterion("ticket price"), "ticket price");
    EXPECT_EQ(foldedCriterion("Queries"), "query");
    EXPECT_EQ(foldedCriterion("Completeness"), "completeness");
    EXPECT_EQ(foldedCriterion("Conciseness / focus"), "conciseness focus");
    EXPECT_EQ(foldedCriterion("Analysis"), "analysis");
    EXPECT_EQ(foldedCriterion("完整性"), foldedCriterion(" 完整性"));
    EXPECT_EQ(foldedCriterion("***"), "***");
}

TEST(CriterionGroups, AliasesJoinGroups) {
    CriterionGroups groups(criterionAliasesFromJson(R"({"Correctness": "Accuracy", "truth": "correctness"})"));
    EXPECT_EQ(groups.add("correctness"), 0U);
    EXPECT_EQ(groups.add("ACCURACY"), 0U);
    EXPECT_EQ(groups.add("Truth"), 0U);
    groups.add("truth");
    EXPECT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups.name(0), "Accuracy");
    EXPECT_EQ(groups.find("Truths"), 0U);
    EXPECT_EQ(groups.find("style"), std::nullopt);
    const auto members = groups.members();
    ASSERT_EQ(members.size(), 3U);
    EXPECT_EQ(members[0].name, "Truth");
    EXPECT_EQ(members[0].count, 2);
}

TEST(CriterionGroups, AliasesThatChaseEachOtherEnd) {
    CriterionGroups groups(criterionAliasesFromJson(R"({"a": "b", "b": "a"})"));
    EXPECT_EQ(groups.add("a"), groups.add("a"));
    EXPECT_TRUE(criterionAliasesFromJson("[1]").empty());
    EXPECT_TRUE(criterionAliasesFromJson(R"({"a": 1})").empty());
    EXPECT_EQ(criterionAliasesToJson({{"a", "B"}}), R"({"a":"B"})");
}

// What a filter reads in place of the session's rows: a flip, a tie against a side, an item without scores.
TEST(ScoreColumns, TriedVerdictsTellOrdersApart) {
    MadeTable table;
    for (const RowKey key : {11, 12, 13, 14})
        table.items.addRow(key, static_cast<std::uint32_t>(key), 1, 1);
    ScoreColumns columns(4);
    columns.add(0, verdictOf({{"Depth", .5, 1, 0}, {"Tone", .5, .75, .25}}));
    columns.add(0, verdictOf({{"Depth", .5, 1, 0}, {"Tone", .5, 0, .25}}, "BA"));
    columns.add(1, verdictOf({{"Depth", .5, 0, 1}, {"Tone", .5, .5, .5}}));
    columns.add(1, verdictOf({{"Depth", .5, 0, 1}, {"Tone", .5, 1, .5}}, "BA"));
    RunTable run;
    run.resize(4);
    for (const std::uint32_t row : {0U, 1U, 2U}) {
        for (OrderColumn* order : {&run.forward, &run.backward}) {
            order->planned[row] = 1;
            order->votes[row] = {1, 0, 0, 0};
        }
    }
    const RunTable tried = runFrom(columns.recompute(change(columns, "Depth", {}, false), 0.02, {}), run);
    const TriedVerdicts verdicts = triedVerdicts(tried, table.items);
    const TriedVerdict& flip = *verdicts.of(11);
    EXPECT_EQ(flip.agreement, OrderAgreement::Flipped);
    EXPECT_EQ(flip.label, std::nullopt);
    EXPECT_EQ(flip.forward, Label::A);
    EXPECT_EQ(flip.backward, Label::B);
    EXPECT_EQ(flip.forwardMargin, 0.5);
    EXPECT_EQ(flip.backwardMargin, -0.25);
    EXPECT_EQ(flip.margin, 0.125);
    EXPECT_EQ(verdicts.of(12)->agreement, OrderAgreement::Mixed);
    EXPECT_EQ(verdicts.of(12)->label, Label::Tie);
    EXPECT_EQ(verdicts.of(12)->outcome, Outcome::Verdict);
    EXPECT_EQ(verdicts.of(13)->outcome, Outcome::Invalid);
    EXPECT_EQ(verdicts.of(13)->label, std::nullopt);
    EXPECT_EQ(verdicts.of(14), nullptr);
}

TEST(ScoreColumns, WithoutAnyWeightFiguresSaySo) {
    MadeTable table = madePairs("AB", "AB");
    ScoreColumns columns(2);
    columns.add(0, verdictOf({{"Depth", 1, 1, 0}}));
    columns.add(1, verdictOf({{"Depth", 1, 0, 1}}));
    table.run = runFrom(columns.recompute(change(columns, "Depth", 0), 0.02, {}), table.run);
    const Figure agreement = table.figure("agreement.single");
    EXPECT_EQ(agreement.value, std::nullopt);
    EXPECT_EQ(agreement.reason, "unweighted");
    EXPECT_EQ(agreement.leftOut.at("unweighted"), 2);
}

} // namespace
} // namespace assize::test
