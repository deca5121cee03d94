// SPDX-License-Identifier: Apache-2.0
// People against people, and figures by category.
#include "core/metrics/human_ceiling.h"

#include "core/metrics/annotators.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

constexpr double CeilingSlack = 1e-9;

RaterTable madeRaters(const std::vector<std::string>& columns) {
    RaterTable raters;
    for (const std::string& column : columns) {
        const MadeTable drawn = madePairs(column, std::string(column.size(), '.'));
        raters.names.push_back("annotator" + std::to_string(raters.names.size() + 1));
        raters.ratings.push_back(drawn.items.gold);
    }
    return raters;
}

Figure figureWith(const MadeTable& table, const RaterTable& raters, std::string_view key) {
    FigureRequest request = table.request();
    request.raters = &raters;
    const std::array keys = {key};
    request.only = keys;
    const Figures figures = runFigures(request, MadeTable::noBootstrap());
    return figures.empty() ? Figure{} : figures.front().figure;
}

TEST(HumanCeiling, MatchesTheReference) {
    const nlohmann::json values = referenceValues("ceiling.json");
    const RaterTable raters = madeRaters(values["columns"].get<std::vector<std::string>>());
    const std::string judge = values["judge"];
    const MadeTable table = madePairs(std::string(judge.size(), 'A'), judge);
    EXPECT_NEAR(*figureWith(table, raters, "human_ceiling").value, values["human_ceiling"].get<double>(), CeilingSlack);
    EXPECT_NEAR(
        *figureWith(table, raters, "human_ceiling.judge").value, values["judge_ceiling"].get<double>(), CeilingSlack);
    EXPECT_NEAR(*ceilingOfRaters(table.items, raters, table.rows, MadeTable::noBootstrap()).value,
        values["without_judge"].get<double>(), CeilingSlack);
}

TEST(HumanCeiling, StandsBesideTheAnnotatorsKappa) {
    const RaterTable raters = madeRaters({"AB", "AB", "AA"});
    const MadeTable table = madePairs("AB", "..");
    const RaterAgreement people = raterAgreement(table.items, raters, table.rows, MadeTable::noBootstrap());
    // Of the second item the first two annotators see the others split; the third meets two Bs.
    EXPECT_NEAR(*findFigure(people.figures, "human_ceiling")->value, (1 + 1 + 0.5) / 3, CeilingSlack);
}

TEST(HumanCeiling, NeedsASecondPerson) {
    const MadeTable table = madePairs("AB", "AB");
    EXPECT_EQ(figureWith(table, madeRaters({"AB"}), "human_ceiling").reason, "no-annotators");
    EXPECT_EQ(figureWith(table, madeRaters({"A-", "-B"}), "human_ceiling.judge").reason, "no-annotators");
}

MadeTable withCategories(MadeTable table, const std::vector<std::string>& categories) {
    for (std::size_t row = 0; row < categories.size(); ++row)
        table.items.category[row] = table.items.categories.add(categories[row]);
    return table;
}

TEST(SectionAccuracy, CountsEachCategory) {
    const MadeTable table = withCategories(madePairs("ABAB-", "ABBXA"), {"maths", "maths", "law", "law", "law"});
    const Figure figure = table.figure("item_accuracy_by_section");
    ASSERT_TRUE(figure.table);
    EXPECT_EQ(figure.table->rows, (std::vector<std::string>{"law", "maths"}));
    EXPECT_EQ(figure.table->cells[0][0], 1) << "judged";
    EXPECT_EQ(figure.table->cells[0][2], 0) << "accuracy";
    EXPECT_EQ(figure.table->cells[0][5], 2) << "planned, with gold";
    EXPECT_EQ(figure.table->cells[1][2], 1);
}

TEST(SectionAccuracy, IsNotListedWithoutCategories) {
    const MadeTable table = madePairs("AB", "AB");
    EXPECT_EQ(findFigure(runFigures(table.request(), MadeTable::noBootstrap()), "item_accuracy_by_section"), nullptr);
}

TEST(TieDelta, CountsCloseScoresAsTies) {
    MadeTable table = madePairs("ABT", "ABB");
    table.run.forward.tieDelta = {Cell::A, Cell::Tie, Cell::Tie};
    const Figure figure = table.figure("agreement.single.original");
    EXPECT_EQ(figure.numerator, 2);
    EXPECT_EQ(figure.notes, std::vector<std::string>{"fastchat-tie-delta-0.1"});
}

TEST(TieDelta, OrdersThatDisagreeAreATie) {
    EXPECT_EQ(madePairs("TA", "AA", "BA").figure("agreement.single.original").value, 1);
}

} // namespace
} // namespace assize::test
