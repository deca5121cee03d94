// SPDX-License-Identifier: Apache-2.0
// Tables of models: Bradley-Terry, Elo, win matrix, and whether the judge ranks as people do.
#include "core/metrics/bradley_terry.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

constexpr double Fitted = 1e-4;

using Writers = std::vector<std::array<std::int32_t, 2>>;

/// Items whose answers were written by these models, named "m0", "m1", ….
MadeTable withWriters(
    std::string_view gold, std::string_view forward, std::string_view backward, const Writers& writers) {
    MadeTable table = madePairs(gold, forward, backward);
    for (const std::string name : {"m0", "m1", "m2", "m3", "m4"})
        table.items.writerNames.add(name);
    for (std::size_t row = 0; row < writers.size(); ++row)
        table.items.writers[row] = writers[row];
    return table;
}

MadeTable modelTable(const nlohmann::json& values) {
    return withWriters(values["gold"].get<std::string>(), values["forward"].get<std::string>(),
        values["backward"].get<std::string>(), values["writers"]);
}

double cell(const Figure& figure, const std::string& row, const std::string& column) {
    const FigureTable& table = figure.table.value();
    const auto atRow = std::find(table.rows.begin(), table.rows.end(), row) - table.rows.begin();
    const auto atColumn = std::find(table.columns.begin(), table.columns.end(), column) - table.columns.begin();
    return table.cells.at(static_cast<std::size_t>(atRow)).at(static_cast<std::size_t>(atColumn)).value();
}

void expectStrengths(const MadeTable& table, const std::string& key, const nlohmann::json& expected) {
    const Figure figure = table.figure(key);
    ASSERT_TRUE(figure.table) << key << ": " << figure.reason;
    for (std::size_t model = 0; model < expected.size(); ++model)
        EXPECT_NEAR(cell(figure, "m" + std::to_string(model), "beta"), expected[model].get<double>(), Fitted) << key;
}

TEST(ModelRatings, MatchTheReference) {
    const nlohmann::json values = referenceValues("models.json");
    const MadeTable table = modelTable(values);
    expectStrengths(table, "bradley_terry", values["beta"]);
    expectStrengths(table, "bradley_terry.smoothed", values["smoothed"]);
    expectStrengths(table, "bradley_terry.gold", values["gold_beta"]);
    const Figure elo = table.figure("elo");
    for (std::size_t model = 0; model < 5; ++model)
        EXPECT_NEAR(cell(elo, "m" + std::to_string(model), "rating"), values["elo"][model].get<double>(), 1e-9);
    EXPECT_NEAR(cell(table.figure("win_matrix"), "m0", "m1"), values["first_against_second"].get<double>(), 1e-9);
    EXPECT_NEAR(*table.figure("ranking.spearman").value, values["spearman"].get<double>(), 1e-9);
    EXPECT_NEAR(*table.figure("ranking.kendall").value, values["kendall"].get<double>(), 1e-9);
}

TEST(ModelRatings, ThreeWinsToOneAreOddsOfThree) {
    const MadeTable table = withWriters("----", "AAAB", "", {{0, 1}, {0, 1}, {0, 1}, {0, 1}});
    const Figure figure = table.figure("bradley_terry");
    EXPECT_NEAR(cell(figure, "m0", "beta") - cell(figure, "m1", "beta"), std::log(3.0), 1e-9);
    EXPECT_NEAR(cell(figure, "m0", "rating") - cell(figure, "m1", "rating"), 400 * std::log10(3.0), 1e-9);
    EXPECT_EQ(cell(figure, "m0", "rank"), 1);
    EXPECT_EQ(cell(figure, "m1", "rank"), 2);
    EXPECT_EQ(cell(figure, "m1", "items"), 4);
}

TEST(ModelRatings, IntervalsHoldTheRatingsAndRanks) {
    MetricSettings settings;
    settings.resamples = 200;
    const Figure figure = modelTable(referenceValues("models.json")).figure("bradley_terry", settings);
    EXPECT_EQ(figure.method, "bootstrap");
    EXPECT_EQ(figure.seed, 1U);
    for (const std::string model : {"m0", "m1", "m2", "m3", "m4"}) {
        EXPECT_LT(cell(figure, model, "low"), cell(figure, model, "rating"));
        EXPECT_GT(cell(figure, model, "high"), cell(figure, model, "rating"));
        EXPECT_LE(cell(figure, model, "rank_low"), cell(figure, model, "rank"));
        EXPECT_GE(cell(figure, model, "rank_high"), cell(figure, model, "rank"));
    }
}

TEST(ModelRatings, ANewOneThatOnlyWinsIsNotConnected) {
    const MadeTable table = withWriters("---", "ABA", "", {{0, 1}, {0, 1}, {2, 0}});
    const Figure figure = table.figure("bradley_terry");
    EXPECT_FALSE(figure.table);
    EXPECT_EQ(figure.reason, "not-connected");
    EXPECT_EQ(figure.notes, (std::vector<std::string>{"component: m0, m1", "component: m2"}));
    const Figure smoothed = table.figure("bradley_terry.smoothed");
    ASSERT_TRUE(smoothed.table) << smoothed.reason;
    EXPECT_EQ(smoothed.table->rows.front(), "m2");
    EXPECT_EQ(smoothed.notes, std::vector<std::string>{"half-a-pseudo-win-each-way"});
}

// Two that played each other and two others that did: nothing says which of the four is best.
TEST(ModelRatings, ModelsThatNeverMetHaveNoRatings) {
    const MadeTable table = withWriters("----", "ABAB", "", {{0, 1}, {0, 1}, {2, 3}, {2, 3}});
    for (const std::string_view key : {"bradley_terry", "bradley_terry.smoothed", "elo"}) {
        const Figure figure = table.figure(key);
        EXPECT_FALSE(figure.table) << key;
        EXPECT_EQ(figure.reason, "not-connected") << key;
    }
    const Figure matrix = table.figure("win_matrix");
    EXPECT_EQ(cell(matrix, "m0", "m1"), 0.5);
    EXPECT_EQ(matrix.table->cells[0][2], std::nullopt);
}

TEST(ModelRatings, FlipsAndTiesAreHalfAWinEach) {
    const MadeTable table = withWriters("--", "AT", "BT", {{0, 1}, {0, 1}});
    const Figure figure = table.figure("bradley_terry");
    EXPECT_NEAR(cell(figure, "m0", "beta"), 0, 1e-9);
    EXPECT_EQ(cell(figure, "m0", "rank"), 1);
    EXPECT_EQ(cell(figure, "m1", "rank"), 1);
}

TEST(ModelRatings, NobodyKnowsWhoWroteTheAnswers) {
    const MadeTable table = madePairs("AB", "AB");
    for (const std::string_view key :
        {"bradley_terry", "bradley_terry.smoothed", "elo", "win_matrix", "ranking.spearman"})
        EXPECT_EQ(table.figure(key).reason, "no-models") << key;
}

// That names are missing is said only where they are: elsewhere it is labels or verdicts that are.
TEST(ModelRatings, SayWhatIsMissingWhereModelsHaveNames) {
    const MadeTable unlabelled = withWriters("--", "AB", "", {{0, 1}, {1, 0}});
    for (const std::string_view key : {"bradley_terry.gold", "ranking.spearman", "ranking.kendall"})
        EXPECT_EQ(unlabelled.figure(key).reason, "no-gold") << key;
    const MadeTable failed = withWriters("AB", "XX", "", {{0, 1}, {1, 0}});
    for (const std::string_view key :
        {"bradley_terry", "bradley_terry.smoothed", "elo", "win_matrix", "ranking.kendall"})
        EXPECT_EQ(failed.figure(key).reason, "unparseable") << key;
}

TEST(ModelRatings, ARankingNeedsFourModels) {
    const MadeTable table = withWriters("ABA", "ABB", "", {{0, 1}, {1, 2}, {2, 0}});
    EXPECT_EQ(table.figure("ranking.spearman").reason, "fewer-than-4-models");
}

TEST(ModelRatings, AListOfScoresGivesAllItsPairs) {
    MadeTable table = madePairs("-", ".");
    table.run.task = Task::Select;
    table.run.grades.planned[0] = 1;
    table.run.grades.choices.resize(1);
    table.run.grades.choices[0].scores = {9, 4, 4};
    table.run.grades.choices[0].valid = 1;
    table.items.writersOfMany[0] = {0, 1, 2};
    for (const std::string name : {"m0", "m1", "m2"})
        table.items.writerNames.add(name);
    const Figure matrix = table.figure("win_matrix");
    EXPECT_EQ(cell(matrix, "m0", "m1"), 1);
    EXPECT_EQ(cell(matrix, "m0", "m2"), 1);
    EXPECT_EQ(cell(matrix, "m1", "m2"), 0.5);
    EXPECT_EQ(table.figure("bradley_terry").reason, "not-connected");
}

TEST(BradleyTerry, NamesGroupsThatCannotBeCompared) {
    WinTable wins(4);
    wins.at(0, 1) = 1;
    wins.at(1, 0) = 2;
    wins.at(2, 3) = 1;
    wins.at(3, 2) = 1;
    EXPECT_EQ(strongComponents(wins), (std::vector<std::vector<std::size_t>>{{0, 1}, {2, 3}}));
    EXPECT_FALSE(fitBradleyTerry(wins));
    EXPECT_FALSE(fitSmoothedBradleyTerry(wins)) << "they never met";
    wins.at(1, 2) = 1;
    EXPECT_FALSE(fitBradleyTerry(wins)) << "one only beat the other";
    wins.at(2, 1) = 1;
    EXPECT_TRUE(fitBradleyTerry(wins));
}

} // namespace
} // namespace assize::test
