// SPDX-License-Identifier: Apache-2.0
// A figure that cannot be computed has no value and a reason, whatever is missing.
#include "tests/core/metrics/made_table.h"

#include <cmath>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

std::string reasonOf(const MadeTable& table, std::string_view key) {
    const Figure figure = table.figure(key);
    EXPECT_FALSE(figure.value) << key << " = " << figure.value.value_or(0);
    EXPECT_FALSE(figure.low);
    return figure.reason;
}

TEST(Degenerate, NoGold) {
    const MadeTable table = madePairs("---", "ABA", "ABA");
    for (const auto* key : {"agreement.forward", "agreement.reconciled.all", "kappa.single", "f1.backward", "n_needed"})
        EXPECT_EQ(reasonOf(table, key), "no-gold") << key;
    EXPECT_EQ(table.figure("position.consistency").value, 1);
}

TEST(Degenerate, SplitAnnotators) {
    MadeTable table = madePairs("-", "A");
    table.items.gold[0].label = table.items.gold[0].labelOfFour = Cell::AnnotatorsSplit;
    EXPECT_EQ(reasonOf(table, "agreement.forward"), "annotators-split");
}

TEST(Degenerate, OneOrder) {
    const MadeTable table = madePairs("AB", "AB", "..");
    for (const auto* key : {"agreement.reconciled", "agreement.two_game", "accuracy.reconciled", "kappa.reconciled",
             "position.consistency", "position.delta"})
        EXPECT_EQ(reasonOf(table, key), "one-order") << key;
    EXPECT_EQ(reasonOf(table, "agreement.backward"), "order-not-planned");
    EXPECT_EQ(table.figure("agreement.single").value, 1);
}

TEST(Degenerate, RandomOrdersGiveAnUnpairedDelta) {
    const MadeTable table = madePairs("AAAA", "AA..", "..AB");
    const Figure delta = table.figure("position.delta");
    EXPECT_EQ(delta.value, 0.25) << "three of four verdicts name the response shown first";
    EXPECT_EQ(delta.notes, std::vector<std::string>{"unpaired"});
}

TEST(Degenerate, OneClass) {
    const MadeTable table = madePairs("AAA", "AAA");
    EXPECT_EQ(reasonOf(table, "kappa.forward"), "one-class");
    EXPECT_EQ(reasonOf(table, "ac1.forward"), "one-class");
    EXPECT_EQ(reasonOf(table, "alpha.forward"), "one-class");
    EXPECT_EQ(table.figure("agreement.forward").value, 1);
}

TEST(Degenerate, AllFailed) {
    const MadeTable table = madePairs("ABA", "XXX", "XXX");
    EXPECT_EQ(reasonOf(table, "agreement.forward"), "unparseable");
    EXPECT_EQ(reasonOf(table, "position.flipped"), "unparseable");
    EXPECT_EQ(reasonOf(table, "winrate.A"), "unparseable");
    EXPECT_EQ(table.figure("agreement.forward.all").value, 0);
    EXPECT_EQ(table.figure("agreement.reconciled.all").value, 0);
}

TEST(Degenerate, AllTies) {
    const MadeTable table = madePairs("TT", "TT", "TT");
    const Figure excluded = table.figure("agreement.forward", withTies(TiePolicy::Exclude));
    EXPECT_FALSE(excluded.value);
    EXPECT_EQ(excluded.reason, "gold-tie");
    EXPECT_EQ(reasonOf(table, "winrate.decisive"), "tie");
    EXPECT_EQ(table.figure("winrate.A").value, 0.5);
}

TEST(Degenerate, NothingPlanned) {
    EXPECT_EQ(reasonOf(madePairs("AB", "..", ".."), "agreement.forward"), "nothing-planned");
    EXPECT_EQ(reasonOf(madePairs("", "", ""), "agreement.forward"), "nothing-planned");
}

TEST(Degenerate, OneItem) {
    const MadeTable table = madePairs("A", "A", "A");
    EXPECT_EQ(reasonOf(table, "winrate.stderr"), "one-item");
    EXPECT_EQ(table.figure("agreement.forward").value, 1);
}

// Drawn again, one item is itself each time: an interval without width would look certain.
TEST(Degenerate, OneItemOrOneGroupOfItemsHasNoBootstrap) {
    MadeTable alone = madePairs("A", "A", "A");
    for (const auto* key : {"winrate.A", "f1.forward", "position.delta"}) {
        const Figure figure = alone.figure(key, {});
        EXPECT_TRUE(figure.value) << key;
        EXPECT_FALSE(figure.low || figure.high) << key;
        EXPECT_EQ(figure.reason, "nothing-to-resample") << key;
    }
    MadeTable group = madePairs("AABB", "ABBB");
    group.items.cluster = {7, 7, 7, 7};
    const Figure agreement = group.figure("agreement.forward", {});
    EXPECT_EQ(agreement.value, 0.75);
    EXPECT_FALSE(agreement.low);
    EXPECT_EQ(agreement.reason, "nothing-to-resample");
    group.items.cluster = {7, 7, 8, 8};
    EXPECT_TRUE(group.figure("agreement.forward", {}).low) << "two groups";
}

TEST(Degenerate, ResamplesThatAreAllAlikeAreSaidToBe) {
    const Figure rate = madePairs("AA", "AA", "AA").figure("winrate.A", {});
    EXPECT_EQ(rate.low, 1);
    EXPECT_EQ(rate.notes, std::vector<std::string>{"resamples-alike"});
    EXPECT_TRUE(madePairs("AAAAA", "AAAAB").figure("winrate.A", {}).notes.empty());
}

TEST(Degenerate, NoBuiltinRunAndNoLengths) {
    MadeTable table = madePairs("AB", "AB");
    EXPECT_EQ(reasonOf(table, "baseline.agreement"), "no-builtin-run");
    EXPECT_EQ(reasonOf(table, "length.bias"), "equal-lengths");
    table.items.lengthA = {-1, -1};
    EXPECT_EQ(reasonOf(table, "length.bias"), "no-lengths");
}

TEST(Degenerate, ConstantScoresHaveNoCorrelation) {
    const MadeTable table = madeScores({3, 3, 3}, {3, 3, 3});
    EXPECT_EQ(reasonOf(table, "pearson"), "constant-scores");
    EXPECT_EQ(reasonOf(table, "kendall_tau_b"), "constant-scores");
    EXPECT_EQ(reasonOf(table, "kappa.quadratic"), "one-class");
    EXPECT_EQ(reasonOf(table, "alpha"), "one-class");
    EXPECT_EQ(table.figure("mae").value, 0);
}

TEST(Degenerate, PassFailWithoutThePositiveClass) {
    const MadeTable table = madeResults({"PASS", "PASS"}, {"PASS", "PASS"}, Task::PassFail);
    EXPECT_EQ(reasonOf(table, "tpr"), "no-positives");
    EXPECT_EQ(reasonOf(table, "balanced_accuracy"), "no-positives");
    EXPECT_EQ(reasonOf(table, "mcc"), "one-class");
    EXPECT_EQ(table.figure("tnr").value, 1);
}

TEST(Degenerate, ConfidenceOfNothing) {
    for (const MadeTable& table : {madePairs("", ""), madePairs("--", "XX"), madePairs("TT", "TT")}) {
        for (const auto* key : {"calibration.auroc", "calibration.buckets", "calibration.coverage", "calibration.ece",
                 "calibration.brier", "calibration.ece_mapped", "length.spearman", "self_preference"})
            EXPECT_FALSE(reasonOf(table, key).empty()) << key;
    }
}

TEST(Degenerate, ScoresOnAnotherScaleAreNormalised) {
    MadeTable table = madeScores({0, 0.5, 1}, {1, 3, 4});
    table.run.scale = Scale{1, 5};
    const Figure error = table.figure("mae");
    EXPECT_NEAR(*error.value, 0.25 / 3, 1e-12) << "0, 0.5 and 0.75 against 0, 0.5 and 1";
    EXPECT_EQ(error.notes, std::vector<std::string>{"normalised-scales"});
    EXPECT_EQ(reasonOf(table, "score.within_1"), "different-scales");
    MadeTable same = madeScores({1, 2, 5}, {1, 3, 4});
    same.run.scale = Scale{1, 5};
    EXPECT_NEAR(*same.figure("mae").value, 2.0 / 3, 1e-12);
    EXPECT_TRUE(same.figure("mae").notes.empty());
}

TEST(Degenerate, EveryFigureHasAValueATableOrAReason) {
    for (const auto& table : {madePairs("", "", ""), madePairs("-", "X", "X"), madePairs("T", "O", "A"),
             madeResults({"PASS"}, {"X"}, Task::PassFail), madeScores({1}, {NoNumber}), madePairs("AB", ".X", "A.")}) {
        for (const auto& [key, figure] : runFigures(table.request(), {})) {
            EXPECT_TRUE(figure.value || figure.table || !figure.reason.empty()) << key;
            EXPECT_TRUE(!figure.value || std::isfinite(*figure.value)) << key;
            EXPECT_EQ(figure.low.has_value(), figure.high.has_value()) << key;
        }
    }
}

} // namespace
} // namespace assize::test
