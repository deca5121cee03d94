// SPDX-License-Identifier: Apache-2.0
// Judges that choose among many: rotations, places and chance.
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

/// Three responses in three rotations. Row by row: what was chosen in each, in item order, and in which place it stood.
MadeTable madeChoices() {
    MadeTable table = madeResults({"A", "A", "B"}, {"A", "C", "A"}, Task::Select);
    table.run.grades.choices.resize(3);
    for (std::size_t row = 0; row < 3; ++row)
        table.run.grades.planned[row] = 3;
    table.run.grades.choices[0] = {{1, 1, 1}, 3, 0, true};  // A wherever it stood
    table.run.grades.choices[1] = {{3, 0, 0}, 3, 0, false}; // always the first place
    table.run.grades.choices[2] = {{0, 1, 1}, 2, 0, true};  // one order failed
    return table;
}

TEST(Select, AccuracyAndConsistencyAskForEveryOrder) {
    const MadeTable table = madeChoices();
    EXPECT_EQ(table.figure("select.accuracy").value, 0.5);
    EXPECT_EQ(table.figure("select.accuracy").leftOut.at("incomplete-orders"), 1);
    EXPECT_EQ(table.figure("select.consistency").value, 0.5);
    EXPECT_NEAR(*table.figure("select.consistency.all").value, 1.0 / 3, 1e-12);
    EXPECT_NEAR(*table.figure("select.chance").value, 1.0 / 3, 1e-12);
}

TEST(Select, OneOrderIsConsistentWithNothing) {
    MadeTable table = madeResults({"A", "B"}, {"A", "A"}, Task::Select);
    table.run.grades.choices = {{{1, 0, 0}, 1, 0, true, {}, 1}, {{0, 1, 0}, 1, 0, true, {}, 1}};
    for (const char* key : {"select.consistency", "select.consistency.all"}) {
        const Figure figure = table.figure(key);
        EXPECT_FALSE(figure.value.has_value()) << key;
        EXPECT_EQ(figure.leftOut.at("one-order"), 2) << key;
        EXPECT_EQ(figure.reason, "one-order") << key;
    }
    EXPECT_EQ(table.figure("select.accuracy").value, 0.5);
}

TEST(Select, PlacesAreComparedWithChance) {
    const Figure figure = madeChoices().figure("select.position");
    ASSERT_TRUE(figure.table.has_value());
    EXPECT_EQ(figure.table->rows, (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_NEAR(*figure.table->cells[0][0], 4.0 / 8, 1e-12);
    EXPECT_NEAR(*figure.table->cells[1][0], 2.0 / 8, 1e-12);
    EXPECT_NEAR(*figure.table->cells[2][1], 1.0 / 3, 1e-12);
}

TEST(Select, OtherTasksHaveNoneOfThem) {
    const MadeTable table = madeResults({"Yes"}, {"Yes"}, Task::Classify);
    const FigureRequest request = table.request();
    const Figures figures = runFigures(request, MadeTable::noBootstrap());
    for (const auto& [key, figure] : figures)
        EXPECT_FALSE(key.starts_with("select.")) << key;
}

} // namespace
} // namespace assize::test
