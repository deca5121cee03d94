// SPDX-License-Identifier: Apache-2.0
// Benchmarks as their authors publish them, from made-up runs with known results.
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

constexpr double Close = 1e-12;

double cell(const Figure& figure, const std::string& row, const std::string& column) {
    const FigureTable& table = figure.table.value();
    const auto atRow = std::find(table.rows.begin(), table.rows.end(), row) - table.rows.begin();
    const auto atColumn = std::find(table.columns.begin(), table.columns.end(), column) - table.columns.begin();
    return table.cells.at(static_cast<std::size_t>(atRow)).at(static_cast<std::size_t>(atColumn)).value();
}

void setFormat(MadeTable& table, const std::string& format) {
    for (std::int32_t& one : table.items.format)
        one = table.items.formats.add(format);
}

void setCategory(MadeTable& table, std::size_t row, const std::string& category) {
    table.items.category[row] = table.items.categories.add(category);
}

/// Of `items` items of a subset, how many earn a point: halves are ties.
struct SubsetResult {
    const char* subset;
    int items;
    double points;
};

MadeTable madeRewardbench(const std::vector<SubsetResult>& results) {
    std::string labels;
    std::vector<std::string> subsets;
    for (const SubsetResult& result : results) {
        const auto right = static_cast<int>(result.points);
        const bool hasTie = result.points > right;
        for (int item = 0; item < result.items; ++item) {
            labels += item < right ? 'A' : item == right && hasTie ? 'T' : 'B';
            subsets.emplace_back(result.subset);
        }
    }
    MadeTable table = madePairs(std::string(labels.size(), 'A'), labels);
    setFormat(table, "rewardbench");
    for (std::size_t row = 0; row < subsets.size(); ++row)
        setCategory(table, row, subsets[row]);
    return table;
}

/// Root Judge's published table, from its counts.
TEST(Published, RewardbenchSectionsOfRootJudge) {
    const MadeTable table = madeRewardbench({{"alpacaeval-easy", 100, 99}, {"alpacaeval-length", 95, 86},
        {"alpacaeval-hard", 95, 93}, {"mt-bench-easy", 28, 28}, {"mt-bench-med", 40, 40}, {"mt-bench-hard", 37, 30},
        {"llmbar-natural", 100, 90}, {"llmbar-adver-neighbor", 134, 90}, {"llmbar-adver-GPTInst", 92, 60},
        {"llmbar-adver-GPTOut", 47, 35}, {"llmbar-adver-manual", 46, 35}, {"refusals-dangerous", 100, 73.5},
        {"refusals-offensive", 100, 89}, {"xstest-should-refuse", 154, 140.5}, {"xstest-should-respond", 250, 245},
        {"donotanswer", 136, 73.5}, {"math-prm", 447, 357}, {"hep-cpp", 164, 158}, {"hep-go", 164, 158},
        {"hep-java", 164, 158}, {"hep-js", 164, 158}, {"hep-python", 164, 158}, {"hep-rust", 164, 158}});
    const Figure figure = table.figure("rewardbench.original");
    EXPECT_NEAR(cell(figure, "Chat", "accuracy"), 0.9664804469273743, Close);
    EXPECT_NEAR(cell(figure, "Chat Hard", "accuracy"), 0.7456140350877193, Close);
    EXPECT_NEAR(cell(figure, "Safety", "accuracy"), 0.8398648648648649, Close);
    EXPECT_NEAR(cell(figure, "Reasoning", "accuracy"), 0.8810361761335734, Close);
    EXPECT_NEAR(*figure.value, 0.85824888, 5e-9);
    EXPECT_EQ(cell(figure, "Reasoning", "weight"), 1968);
    EXPECT_EQ(cell(figure, "math-prm", "items"), 447);
    EXPECT_EQ(figure.notes.front(), "failure-or-tie-is-half");
}

TEST(Published, RewardbenchWeighsTheSubsetsThatAreThere) {
    const MadeTable table = madeRewardbench({{"hep-cpp", 10, 9}, {"math-prm", 10, 5}});
    const Figure figure = table.figure("rewardbench.original");
    EXPECT_NEAR(cell(figure, "Reasoning", "accuracy"), 0.5571428571428572, Close);
    EXPECT_FALSE(figure.value);
    EXPECT_EQ(figure.reason, "sections-missing");
}

/// Four responses: gold is A, or the letters; scores in item order.
MadeTable madeChoicesOfFour(const std::vector<std::string>& gold, const std::vector<std::string>& chosen) {
    MadeTable table = madeResults(gold, chosen, Task::Select);
    setFormat(table, "rewardbench");
    table.run.grades.choices.resize(gold.size());
    for (Choices& choices : table.run.grades.choices) {
        choices.slots = {0, 0, 0, 0};
        choices.valid = 1;
    }
    return table;
}

TEST(Published, Rewardbench2SharesOfTheLeaders) {
    MadeTable table = madeChoicesOfFour({"A", "A", "A", "A"}, {"A", "A,B,D", "B", "X"});
    for (std::size_t row = 0; row < 4; ++row)
        setCategory(table, row, row < 2 ? "Math" : "Focus");
    const Figure figure = table.figure("rewardbench2.original");
    EXPECT_NEAR(cell(figure, "Math", "score"), (1 + 1.0 / 3) / 2, Close);
    EXPECT_NEAR(cell(figure, "Focus", "score"), 0.25 / 2, Close) << "a failure earns the chance of it";
    EXPECT_NEAR(*figure.value, ((1 + 1.0 / 3) / 2 + 0.125) / 2, Close);
}

TEST(Published, Rewardbench2TiesAsTheAuthorsWeighThem) {
    MadeTable table = madeChoicesOfFour({"A", "A,B", "A", "A,B"}, {"A", "A", "B", "A"});
    for (std::size_t row = 0; row < 4; ++row)
        setCategory(table, row, "Ties");
    table.items.sourceIds = {{0, "ref:1"}, {1, "tied:1"}, {2, "ref:2"}, {3, "tied:2"}};
    table.run.grades.choices[0].scores = {9, 3, 2};
    table.run.grades.choices[1].scores = {8, 7, 4, 5};
    table.run.grades.choices[2].scores = {6, 7, 1};
    table.run.grades.choices[3].scores = {9, 5, 4, 3};
    EXPECT_NEAR(cell(table.figure("rewardbench2.original"), "Ties", "score"), 0.6495665525799912, Close);
    table.run.grades.choices[1].scores.clear();
    table.run.grades.choices[3].scores.clear();
    EXPECT_EQ(table.figure("rewardbench2.original").reason, "no-scores-of-ties");
}

TEST(Published, JudgebenchTwoGamesOverAllPairs) {
    MadeTable table = madePairs("AAAAAA", "AAAATB", "ABTXTB");
    setFormat(table, "judgebench");
    for (std::size_t row = 0; row < 6; ++row)
        setCategory(table, row, row < 3 ? "mmlu-pro-law" : "livecodebench");
    const Figure figure = table.figure("judgebench.original");
    EXPECT_NEAR(*figure.value, 0.5, Close) << "right: both, with a tie, with a failure";
    EXPECT_NEAR(cell(figure, "Knowledge", "accuracy"), 2.0 / 3, Close);
    EXPECT_NEAR(cell(figure, "Coding", "accuracy"), 1.0 / 3, Close);
}

TEST(Published, LlmbarCountsTwoFailuresAsEqual) {
    MadeTable table = madePairs("AABB", "AXBX", "ABBX");
    setFormat(table, "llmbar");
    const Figure figure = table.figure("llmbar.original");
    EXPECT_EQ(cell(figure, "order 1", "accuracy"), 0.5);
    EXPECT_EQ(cell(figure, "order 2", "accuracy"), 0.5);
    EXPECT_EQ(cell(figure, "right in both", "accuracy"), 0.5);
    EXPECT_EQ(cell(figure, "equal", "accuracy"), 0.75);
    EXPECT_EQ(figure.value, 0.5);
    MadeTable single = madePairs("AB", "AB");
    setFormat(single, "llmbar");
    EXPECT_EQ(single.figure("llmbar.original").reason, "one-order");
}

/// protocols.md: chosen 5, 6, 7 against 4, 6, 8, and 3, 3, 9 against 2, 5, 5; the matrix is [1 0 0, 1 0 0, 1 1 ½].
TEST(Published, RmbenchLevelsFromTheMatrixOfStyles) {
    const std::array<std::array<int, 6>, 2> rows = {{{5, 6, 7, 4, 6, 8}, {3, 3, 9, 2, 5, 5}}};
    std::string labels;
    for (const auto& scores : rows) {
        for (std::size_t pair = 0; pair < 9; ++pair) {
            const int difference = scores.at(pair / 3) - scores.at(3 + pair % 3);
            labels += difference > 0 ? 'A' : difference < 0 ? 'B' : 'T';
        }
    }
    MadeTable table = madePairs(std::string(18, 'A'), labels);
    setFormat(table, "rmbench");
    for (std::uint32_t row = 0; row < 18; ++row) {
        table.items.styles[row] = {static_cast<std::uint8_t>(row % 9 / 3), static_cast<std::uint8_t>(row % 3)};
        setCategory(table, row, "chat");
    }
    const Figure matrix = table.figure("rmbench.matrix.original");
    EXPECT_EQ(matrix.table->cells,
        (std::vector<std::vector<std::optional<double>>>{{1.0, 0.0, 0.0}, {1.0, 0.0, 0.0}, {1.0, 1.0, 0.5}}));
    const Figure figure = table.figure("rmbench.original");
    EXPECT_NEAR(cell(figure, "chat", "hard"), 0, Close);
    EXPECT_NEAR(cell(figure, "chat", "normal"), 0.5, Close);
    EXPECT_NEAR(cell(figure, "chat", "easy"), 1, Close);
    EXPECT_NEAR(*figure.value, 0.5, Close);
}

TEST(Published, RmbenchHalvesOfSafetyAreOneDomain) {
    MadeTable table = madePairs(std::string(27, 'A'), std::string(9, 'A') + std::string(9, 'B') + std::string(9, 'A'));
    setFormat(table, "rmbench");
    for (std::uint32_t row = 0; row < 27; ++row) {
        table.items.styles[row] = {static_cast<std::uint8_t>(row % 9 / 3), static_cast<std::uint8_t>(row % 3)};
        setCategory(table, row, row < 9 ? "chat" : row < 18 ? "safety-refuse" : "safety-response");
    }
    const Figure figure = table.figure("rmbench.original");
    EXPECT_EQ(cell(figure, "safety", "average"), 0.5);
    EXPECT_EQ(figure.value, 0.75);
}

TEST(Published, HalubenchOverAllAndOverParsed) {
    MadeTable table = madeResults({"PASS", "FAIL", "FAIL", "PASS"}, {"PASS", "FAIL", "PASS", "X"}, Task::PassFail);
    setFormat(table, "halubench");
    for (std::size_t row = 0; row < 4; ++row)
        setCategory(table, row, row < 2 ? "DROP" : "pubmedQA");
    table.run.spending = Spending{6, "USD", false};
    const Figure figure = table.figure("halubench.original");
    EXPECT_EQ(figure.value, 0.5);
    EXPECT_NEAR(cell(figure, "all", "accuracy of parsed"), 2.0 / 3, Close);
    EXPECT_EQ(cell(figure, "all", "cost"), 6);
    EXPECT_EQ(cell(figure, "DROP", "accuracy"), 1);
    EXPECT_FALSE(figure.table->cells[1][5]) << "what a part cost is not known";
}

/// protocols.md, vector 2: the unreadable reply of the first run is a tie to JudgeLM.
TEST(Published, JudgelmFiguresBesideOurs) {
    MadeTable table = madePairs("ABTABTABAB", "AATABAXBTB", "ABTABBABAB");
    setFormat(table, "judgelm");
    const Figure figure = table.figure("judgelm.original");
    EXPECT_NEAR(cell(figure, "agreement", "original"), 0.6, Close);
    EXPECT_NEAR(cell(figure, "agreement", "ours"), 6.0 / 9, Close);
    EXPECT_NEAR(cell(figure, "precision", "original"), 0.6111111111111112, Close);
    EXPECT_NEAR(cell(figure, "recall", "original"), 0.5833333333333334, Close);
    EXPECT_NEAR(cell(figure, "f1", "original"), 0.5857142857142857, Close);
    EXPECT_NEAR(cell(figure, "consistency", "original"), 0.6, Close);
    EXPECT_NEAR(cell(figure, "prefers before", "original"), 0.2, Close);
    EXPECT_NEAR(cell(figure, "prefers after", "original"), 0.2, Close);
    EXPECT_NEAR(cell(figure, "delta bias", "original"), 0, Close);
    EXPECT_NEAR(cell(figure, "total bias", "original"), 0.4, Close);
}

TEST(Published, MtbenchSetups) {
    MadeTable table = madePairs("----", "AATX", "ABTA");
    setFormat(table, "mtbench");
    table.items.sourceIds = {{0, "81/a/b/turn 1"}, {1, "82/a/b/turn 1"}, {2, "83/a/b/turn 1"}, {3, "84/a/b/turn 1"}};
    RaterTable raters;
    raters.names = {"expert_1", "expert_2"};
    for (const std::string_view votes : {"ATBA", "BTTA"}) {
        std::vector<Rating>& ratings = raters.ratings.emplace_back();
        for (const char vote : votes) {
            Rating rating;
            rating.label = rating.labelOfFour = vote == 'A' ? Cell::A : vote == 'B' ? Cell::B : Cell::Tie;
            ratings.push_back(rating);
        }
    }
    FigureRequest request = table.request();
    request.raters = &raters;
    const std::array<std::string_view, 1> keys = {"mtbench.original"};
    request.only = keys;
    const Figure figure = runFigures(request, MadeTable::noBootstrap()).front().figure;
    // The judge says A, tie (its games differ), tie, nothing; the people A B, T T, B T, A A.
    EXPECT_NEAR(cell(figure, "turn 1, setup 1: judge and people", "agreement"), 4.0 / 6, Close);
    EXPECT_NEAR(cell(figure, "turn 1, setup 1: people", "agreement"), 2.0 / 4, Close);
    EXPECT_NEAR(cell(figure, "turn 1, setup 2: judge and people", "agreement"), 1.0 / 2, Close);
    EXPECT_NEAR(cell(figure, "turn 1, setup 2: people", "agreement"), 1.0 / 2, Close);
    EXPECT_NEAR(*figure.value, 4.0 / 6, Close);
    request.raters = nullptr;
    EXPECT_EQ(runFigures(request, MadeTable::noBootstrap()).front().figure.reason, "no-annotators");
}

TEST(Published, WildbenchRescales) {
    MadeTable table = madeScores({0, 0, 0}, {8, 7, 9});
    setFormat(table, "wildbench");
    const Figure figure = table.figure("wildbench.original");
    EXPECT_NEAR(*figure.value, 6, Close);
    EXPECT_NEAR(cell(figure, "unknown", "mean"), 8, Close);
}

TEST(Published, AlpacaevalWinRateOfTheSecondOutput) {
    // Preferences 1, 2, 1.5 and 1.75 in AlpacaEval's words.
    MadeTable table = madePairs("----", "ABTB");
    setFormat(table, "alpacaeval");
    table.run.forward.preferenceSum[3] = 0.25;
    table.run.forward.preferenceCount[3] = 1;
    const Figure figure = table.figure("alpacaeval.original");
    EXPECT_NEAR(*figure.value, 100 * (0 + 1 + 0.5 + 0.75) / 4, Close);
    EXPECT_NEAR(cell(figure, "unknown", "standard_error"), 100 * 0.4269562819149832 / 2, 1e-9);
    EXPECT_EQ(cell(figure, "unknown", "discrete_win_rate"), 62.5);
    EXPECT_EQ(cell(figure, "unknown", "n_wins"), 2);
    EXPECT_EQ(cell(figure, "unknown", "n_wins_base"), 1);
    EXPECT_EQ(cell(figure, "unknown", "n_draws"), 1);
}

TEST(Published, OtherItemsHaveNoneOfThem) {
    const Figures figures = runFigures(madePairs("AB", "AB").request(), MadeTable::noBootstrap());
    for (const auto& [key, figure] : figures) {
        for (const std::string_view benchmark :
            {"rewardbench", "judgebench", "llmbar", "rmbench", "judgelm.original", "mtbench", "alpacaeval"})
            EXPECT_FALSE(key.starts_with(benchmark)) << key;
    }
}

} // namespace
} // namespace assize::test
