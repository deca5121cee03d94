// SPDX-License-Identifier: Apache-2.0
// Worked examples of other projects' documents and code: protocols.md, section 11.
#include "core/metrics/interval.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

constexpr double Nearness = 1e-9;

double valueOf(const MadeTable& table, std::string_view key, TiePolicy ties = TiePolicy::Class) {
    const Figure figure = table.figure(key, withTies(ties));
    EXPECT_TRUE(figure.value) << key << ": " << figure.reason;
    return figure.value.value_or(-1);
}

TEST(Vectors, JudgelmPairs) {
    // Wins 1 is A, −1 is B; the reversed run is mapped back; the row that cannot be read counts as a tie there.
    const MadeTable table = madePairs("ABTABTABAB", "AATABATBTB", "ABTABBABAB");
    EXPECT_NEAR(valueOf(table, "agreement.forward"), 0.6, Nearness);
    EXPECT_NEAR(valueOf(table, "precision.forward"), 0.6111111111111112, Nearness);
    EXPECT_NEAR(valueOf(table, "recall.forward"), 0.5833333333333334, Nearness);
    EXPECT_NEAR(valueOf(table, "f1.forward"), 0.5857142857142857, Nearness);
    EXPECT_NEAR(valueOf(table, "kappa.forward"), 0.3939393939393939, Nearness);
    EXPECT_NEAR(valueOf(table, "position.consistency"), 0.6, Nearness);
    EXPECT_NEAR(valueOf(table, "position.judgelm.before"), 0.2, Nearness);
    EXPECT_NEAR(valueOf(table, "position.judgelm.after"), 0.2, Nearness);
    EXPECT_NEAR(valueOf(table, "position.judgelm.delta"), 0, Nearness);
    EXPECT_NEAR(valueOf(table, "position.judgelm.total"), 0.4, Nearness);
    const FigureTable together = *table.figure("position.judgelm").table;
    EXPECT_EQ(together.rows, (std::vector<std::string>{"before", "after", "delta", "total"}));
    EXPECT_NEAR(*together.cells[3][0], 0.4, Nearness);
}

TEST(Vectors, JudgelmCountsAFailureAsATieOnlyInOriginal) {
    const MadeTable table = madePairs("ABTABTABAB", "AATABAXBTB");
    EXPECT_NEAR(valueOf(table, "agreement.forward"), 6.0 / 9, Nearness);
    EXPECT_NEAR(valueOf(table, "agreement.forward.original"), 0.6, Nearness);
    EXPECT_NEAR(valueOf(table, "f1.forward.original"), 0.5857142857142857, Nearness);
    EXPECT_NEAR(valueOf(table, "kappa.forward.original"), 0.3939393939393939, Nearness);
}

TEST(Vectors, NovaWinrateIgnoresTies) {
    const MadeTable table = madePairs("------------", "AAAABBBBBBBT");
    EXPECT_NEAR(valueOf(table, "winrate.nova"), 0.6363636363636364, Nearness);
    EXPECT_NEAR(valueOf(table, "winrate.B"), 0.625, Nearness);
    EXPECT_NEAR(valueOf(madePairs("----------", "AAABBBBBBB"), "winrate.nova"), 0.7, Nearness);
    const std::string sixteenToTen = std::string(16, 'A') + std::string(10, 'B');
    EXPECT_NEAR(valueOf(madePairs(std::string(26, '-'), sixteenToTen), "winrate.nova"), 0.38461538461538464, Nearness);
    const Figure none = madePairs("--", "TT").figure("winrate.nova");
    EXPECT_FALSE(none.value);
    EXPECT_EQ(none.reason, "no-decisive");
}

TEST(Vectors, WilsonIntervals) {
    EXPECT_NEAR(wilson(7, 10).low, 0.39678, 5e-6);
    EXPECT_NEAR(wilson(7, 10).high, 0.89221, 5e-6);
    EXPECT_NEAR(wilson(10, 26).low, 0.22429, 5e-6);
    EXPECT_NEAR(wilson(10, 26).high, 0.57465, 5e-6);
}

TEST(Vectors, ForwardAndReconciled) {
    const MadeTable table = madePairs("ABAABB", "ABABBT", "ABBABB");
    EXPECT_NEAR(valueOf(table, "agreement.forward"), 4.0 / 6, Nearness);
    EXPECT_NEAR(valueOf(table, "agreement.reconciled"), 0.5, Nearness) << "rows 1, 2 and 5";
    EXPECT_NEAR(valueOf(table, "position.consistency"), 0.5, Nearness);
}

TEST(Vectors, RootJudgeOverParsedAndOverAll) {
    std::vector<std::string> gold(100, "PASS");
    std::vector<std::string> judge(80, "PASS");
    judge.insert(judge.end(), 10, "FAIL");
    judge.insert(judge.end(), 10, "X");
    const MadeTable table = madeResults(gold, judge, Task::PassFail);
    EXPECT_NEAR(valueOf(table, "accuracy"), 0.8888888888888888, Nearness);
    EXPECT_NEAR(valueOf(table, "accuracy.all"), 0.8, Nearness);
}

TEST(Vectors, JudgebenchTwoGame) {
    const auto isRight = [](std::string_view forward, std::string_view backward) {
        return valueOf(madePairs("A", forward, backward), "agreement.two_game.all", TiePolicy::Exclude) > 0.5;
    };
    EXPECT_TRUE(isRight("A", "A"));
    EXPECT_FALSE(isRight("A", "B"));
    EXPECT_TRUE(isRight("A", "T"));
    EXPECT_TRUE(isRight("A", "X"));
    EXPECT_FALSE(isRight("T", "T"));
    EXPECT_FALSE(isRight("B", "B"));
}

/// Vector 15: six wins, three losses and a tie; games that name different models are a tie.
TEST(Vectors, FastchatWinRates) {
    const MadeTable table = madePairs("AAAAAAAAAA", "AAAAAABBBT");
    EXPECT_NEAR(valueOf(table, "agreement.forward"), 0.6, Nearness) << "win_rate: the share of items won";
    EXPECT_NEAR(valueOf(table, "winrate.A"), 0.65, Nearness) << "win_rate_adjusted";
    MetricSettings settings = withTies(TiePolicy::Class);
    settings.flips = FlipPolicy::Tie;
    EXPECT_EQ(madePairs("T", "A", "B").figure("agreement.single", settings).value, 1);
}

/// Vector 16: preferences 1, 2, 1.5 and 0, of which the last two are draws.
TEST(Vectors, AlpacaevalWinRate) {
    EXPECT_NEAR(valueOf(madePairs("----", "ABTT"), "winrate.B"), 0.5, Nearness);
}

TEST(Vectors, RewardBenchGivesHalfAPointForFailuresAndTies) {
    EXPECT_NEAR(
        valueOf(madePairs("AAAA", "ABTX"), "agreement.forward.original.half", TiePolicy::Exclude), 0.5, Nearness);
}

} // namespace
} // namespace assize::test
