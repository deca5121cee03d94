// SPDX-License-Identifier: Apache-2.0
// What must hold of every sample, over seeded random ones.
#include "tests/core/metrics/made_table.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace assize::test {
namespace {

struct Drawn {
    std::string gold;
    std::string forward;
    std::string backward;
};

Drawn drawn(unsigned seed, std::size_t size) {
    std::mt19937 random(seed);
    const auto letters = [&](std::string_view alphabet) {
        std::string text;
        for (std::size_t at = 0; at < size; ++at)
            text += alphabet[random() % alphabet.size()];
        return text;
    };
    return {letters("AABBT-"), letters("AAABBTX"), letters("AABBBTX")};
}

std::string mirrored(std::string text) {
    for (char& letter : text)
        letter = letter == 'A' ? 'B' : letter == 'B' ? 'A' : letter;
    return text;
}

TEST(Properties, ReconciledOverAllNeverExceedsASingleOrder) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Drawn draw = drawn(seed, 1 + seed % 30);
        const MadeTable table = madePairs(draw.gold, draw.forward, draw.backward);
        const Figures figures = runFigures(table.request(), MadeTable::noBootstrap());
        const auto value = [&](std::string_view key) { return findFigure(figures, key)->value; };
        if (!value("agreement.reconciled.all"))
            continue;
        EXPECT_LE(*value("agreement.reconciled.all"), *value("agreement.forward.all"));
        EXPECT_LE(*value("agreement.reconciled.all"), *value("agreement.backward.all"));
        EXPECT_LE(value("agreement.reconciled").value_or(0), value("agreement.forward.paired").value_or(0));
    }
}

/// Judging the swapped pair and mapping back changes nothing, save that the sides and the orders change places.
TEST(Properties, SwappingTheSidesChangesNoAgreement) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const Drawn draw = drawn(seed, 40);
        const Figures one =
            runFigures(madePairs(draw.gold, draw.forward, draw.backward).request(), MadeTable::noBootstrap());
        const MadeTable swappedTable = madePairs(mirrored(draw.gold), mirrored(draw.backward), mirrored(draw.forward));
        const Figures other = runFigures(swappedTable.request(), MadeTable::noBootstrap());
        const auto expectSame = [&](std::string_view key, std::string_view otherKey) {
            ASSERT_EQ(findFigure(one, key)->value.has_value(), findFigure(other, otherKey)->value.has_value());
            if (findFigure(one, key)->value) {
                EXPECT_NEAR(*findFigure(one, key)->value, *findFigure(other, otherKey)->value, 1e-12) << key;
            }
        };
        expectSame("agreement.forward", "agreement.backward");
        expectSame("agreement.reconciled.all", "agreement.reconciled.all");
        expectSame("kappa.forward", "kappa.backward");
        expectSame("f1.reconciled", "f1.reconciled");
        expectSame("position.consistency", "position.consistency");
        expectSame("position.first_bias", "position.first_bias");
        expectSame("winrate.A", "winrate.B");
        expectSame("accuracy.reconciled", "accuracy.reconciled");
        expectSame("agreement.two_game", "agreement.two_game");
        expectSame("position.mixed", "position.mixed");
    }
}

TEST(Properties, OrderOfItemsChangesNoValue) {
    const Drawn draw = drawn(7, 60);
    Drawn reversed = draw;
    for (std::string* text : {&reversed.gold, &reversed.forward, &reversed.backward})
        std::reverse(text->begin(), text->end());
    const MadeTable table = madePairs(draw.gold, draw.forward, draw.backward);
    const MadeTable other = madePairs(reversed.gold, reversed.forward, reversed.backward);
    const Figures figures = runFigures(table.request(), MadeTable::noBootstrap());
    const Figures others = runFigures(other.request(), MadeTable::noBootstrap());
    ASSERT_EQ(figures.size(), others.size());
    for (std::size_t at = 0; at < figures.size(); ++at)
        EXPECT_NEAR(figures[at].figure.value.value_or(-9), others[at].figure.value.value_or(-9), 1e-12)
            << figures[at].key;
}

TEST(Properties, ARaterAgreesWithItself) {
    const MadeTable table = madePairs("ABTABBA", "ABTABBA", "ABTABBA");
    for (const auto* key : {"kappa.forward", "ac1.forward", "alpha.forward", "f1.forward", "agreement.reconciled",
             "kappa.reconciled", "position.consistency"})
        EXPECT_NEAR(*table.figure(key).value, 1, 1e-12) << key;
}

TEST(Properties, PositionSharesSumToOne) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const Drawn draw = drawn(seed, 30);
        const MadeTable table = madePairs(draw.gold, draw.forward, draw.backward);
        const double consistency = *table.figure("position.consistency").value;
        const double flipped = *table.figure("position.flipped").value;
        EXPECT_NEAR(consistency + flipped + *table.figure("position.mixed").value, 1, 1e-12);
        EXPECT_NEAR(
            *table.figure("position.first_bias").value + *table.figure("position.second_bias").value, flipped, 1e-12);
    }
}

TEST(Properties, NoDigitDependsOnTheNumberOfThreads) {
    const Drawn draw = drawn(11, 300);
    MadeTable table = madePairs(draw.gold, draw.forward, draw.backward);
    for (const bool clustered : {false, true}) {
        for (std::uint32_t row = 0; clustered && row < table.items.size(); ++row)
            table.items.cluster[row] = row / 3;
        MetricSettings settings;
        settings.resamples = 200;
        settings.threads = 1;
        const Figures alone = runFigures(table.request(), settings);
        settings.threads = 5;
        EXPECT_EQ(runFigures(table.request(), settings), alone);
    }
}

} // namespace
} // namespace assize::test
