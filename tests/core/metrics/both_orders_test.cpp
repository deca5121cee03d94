// SPDX-License-Identifier: Apache-2.0
// What both orders say together, half points and raw steps, against tests/data/metrics/make_references.py.
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

constexpr double BothOrdersSlack = 1e-9;

MadeTable bothOrdersPairs() {
    const nlohmann::json values = referenceValues("pairs.json");
    return madePairs(
        values["gold"].get<std::string>(), values["forward"].get<std::string>(), values["backward"].get<std::string>());
}

double bothOrdersValue(const MadeTable& table, std::string_view key, const MetricSettings& settings) {
    const Figure figure = table.figure(key, settings);
    EXPECT_TRUE(figure.value) << key << ": " << figure.reason;
    return figure.value.value_or(-9);
}

TEST(BothOrders, ReconciledFiguresMatchTheReference) {
    const nlohmann::json values = referenceValues("both_orders.json");
    const MadeTable table = bothOrdersPairs();
    for (const TiePolicy ties : {TiePolicy::Class, TiePolicy::Exclude}) {
        const nlohmann::json& expected = values[std::string(tiePolicyName(ties))];
        for (const std::string key : {"accuracy", "kappa", "precision", "recall", "f1", "ac1", "alpha"})
            EXPECT_NEAR(bothOrdersValue(table, key + ".reconciled", withTies(ties)), expected[key].get<double>(),
                BothOrdersSlack)
                << key;
        EXPECT_EQ(table.figure("kappa.reconciled", withTies(ties)).denominator, expected["n"].get<int>());
    }
}

TEST(BothOrders, TwoGameAndHalfPointsMatchTheReference) {
    const nlohmann::json values = referenceValues("both_orders.json");
    const MadeTable table = bothOrdersPairs();
    EXPECT_NEAR(bothOrdersValue(table, "agreement.two_game.all", withTies(TiePolicy::Exclude)),
        values["two_game_all"].get<double>(), BothOrdersSlack);
    EXPECT_NEAR(bothOrdersValue(table, "agreement.forward", withTies(TiePolicy::Half)),
        values["half_forward"].get<double>(), BothOrdersSlack);
}

TEST(BothOrders, TwoGameUnderATiedGoldWantsTies) {
    EXPECT_EQ(bothOrdersValue(madePairs("T", "T", "A"), "agreement.two_game", withTies(TiePolicy::Class)), 1);
    EXPECT_EQ(bothOrdersValue(madePairs("T", "A", "B"), "agreement.two_game", withTies(TiePolicy::Class)), 0);
}

TEST(BothOrders, OneLabelPerItemHasTablesToo) {
    const Figure confusion = madePairs("AAB", "ABB", "A.B").figure("confusion.single", withTies(TiePolicy::Exclude));
    ASSERT_TRUE(confusion.table);
    EXPECT_EQ(confusion.table->rows, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(confusion.table->cells[0], (std::vector<std::optional<double>>{1, 1, 0, 0}));
    const Figure perClass = madePairs("AAB", "ABB", "A.B").figure("per_class.single", withTies(TiePolicy::Exclude));
    ASSERT_TRUE(perClass.table);
    EXPECT_EQ(perClass.table->cells[0][1], 0.5) << "recall of A";
}

TEST(BothOrders, StepsMatchTheReference) {
    const nlohmann::json values = referenceValues("steps.json");
    const auto gold = values["gold"].get<std::vector<double>>();
    const auto judge = values["judge"].get<std::vector<double>>();
    const auto letters = [](const std::vector<double>& steps) {
        std::string text;
        for (const double step : steps)
            text += step > 0 ? 'A' : step < 0 ? 'B' : 'T';
        return text;
    };
    MadeTable table = madePairs(letters(gold), letters(judge));
    for (std::size_t row = 0; row < gold.size(); ++row) {
        table.items.gold[row].step = gold[row];
        table.run.forward.stepSum[row] = judge[row];
    }
    const MetricSettings settings = withTies(TiePolicy::Steps);
    EXPECT_NEAR(
        bothOrdersValue(table, "kappa.quadratic.forward", settings), values["kappa"].get<double>(), BothOrdersSlack);
    EXPECT_NEAR(
        bothOrdersValue(table, "alpha.ordinal.forward", settings), values["alpha"].get<double>(), BothOrdersSlack);
}

} // namespace
} // namespace assize::test
