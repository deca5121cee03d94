// SPDX-License-Identifier: Apache-2.0
// Every chart over a small session that a person can count, and over sessions that have next to nothing.
#include "core/chart/category_table.h"
#include "core/chart/chart_texts.h"
#include "core/chart/common.h"
#include "core/chart/layout.h"
#include "core/chart/registry.h"
#include "core/chart/scorecards.h"
#include "tests/core/metrics/made_table.h"

#include <gmock/gmock.h>
#include <set>

namespace assize::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Texts in English that remember which keys had none.
class StrictWords final : public ChartWords {
public:
    [[nodiscard]] std::string text(std::string_view key) const override {
        std::string found = ChartTexts().text(key);
        if (found == key)
            m_missing.emplace(key);
        return found;
    }
    [[nodiscard]] const std::set<std::string>& missing() const { return m_missing; }

private:
    mutable std::set<std::string> m_missing;
};

/// Eight items in two categories; the judge is right on six, flips once to the first and ties once in one order.
struct Made {
    MadeTable table = madePairs("AABBAATB", "AABBABTA", "AABBABAB");
    RaterTable raters;
    MetricSettings settings = MadeTable::noBootstrap();
    std::vector<ChartRun> runs;

    Made() {
        for (std::uint32_t row = 0; row < table.items.size(); ++row) {
            table.items.category[row] = table.items.categories.add(row < 4 ? "Writing" : "Code \"x\"");
            table.items.lengthA[row] = 100 + 10 * row;
            table.items.lengthB[row] = 120;
        }
        table.run.id = "RUN1";
        table.run.name = "first";
        table.run.judge = "rubric";
        runs.push_back({&table.items, &table.run, nullptr, 7, 1, {}, 0});
    }

    [[nodiscard]] ChartSource source() const {
        return {.items = table.items,
            .raters = raters,
            .runs = runs,
            .reference = table.items.gold,
            .referenceName = literal("Majority"),
            .rows = table.rows,
            .settings = settings};
    }
    [[nodiscard]] Chart chart(std::string_view id) const { return buildChart(*chartKindNamed(id), source()); }
};

std::string words(const Phrase& phrase) {
    return worded(phrase, ChartTexts());
}

TEST(Charts, WinRateCountsTiesAndFlipsApart) {
    const Chart chart = Made().chart("win-rate");
    // Reconciled: A A B B A B, then T|A is a tie and A|B a flip: three A and three B.
    EXPECT_THAT(words(chart.headline), HasSubstr("50.0 %"));
    const auto& bars = std::get<BarsPart>(chart.parts.front());
    ASSERT_THAT(bars.rows, SizeIs(2));
    const auto& segments = bars.rows.front().segments;
    ASSERT_THAT(segments, SizeIs(4));
    EXPECT_EQ(words(segments[0].mark.tip), "rubric v7 · A: 3 of 8 (37.5 %)");
    EXPECT_EQ(words(segments[1].mark.tip), "rubric v7 · tie: 1 of 8 (12.5 %)");
    EXPECT_EQ(words(segments[2].mark.tip), "rubric v7 · flipped by order: 1 of 8 (12.5 %)");
    EXPECT_EQ(segments[0].mark.link, (ChartLink{"RUN1", "label == \"A>B\"", 0}));
    EXPECT_EQ(words(bars.rows.back().value), "n 8");
    const auto& sections = std::get<IntervalsPart>(chart.parts.back());
    ASSERT_THAT(sections.rows, SizeIs(2));
    EXPECT_EQ(words(sections.rows[0].name), "Code \"x\"");
    EXPECT_EQ(sections.rows[0].mark.link.filter,
        "(category == \"Code \\\"x\\\"\") and (label == \"A>B\" or label == \"B>A\")");
    EXPECT_EQ(words(sections.rows[1].value), "50 %");
}

TEST(Charts, WinRateSaysHowManySectionsItLeavesOut) {
    Made made;
    for (std::uint32_t row = 0; row < made.table.items.size(); ++row)
        made.table.items.category[row] = made.table.items.categories.add("kind " + std::to_string(row));
    const auto captionOf = [](const Chart& chart) { return words(std::get<BarsPart>(chart.parts.front()).caption); };
    EXPECT_THAT(captionOf(made.chart("win-rate")), HasSubstr("by section")) << "all eight are shown";
    Made more;
    more.table = madePairs("ABABABABABAB", "ABABABABABAB", "ABABABABABAB");
    for (std::uint32_t row = 0; row < more.table.items.size(); ++row)
        more.table.items.category[row] = more.table.items.categories.add("kind " + std::to_string(row));
    more.runs.front() = {&more.table.items, &more.table.run, nullptr, 7, 1, {}, 0};
    EXPECT_THAT(captionOf(more.chart("win-rate")), HasSubstr("the 10 largest of 12 sections"));
}

TEST(Charts, PositionTellsWhichSideFlipsGoTo) {
    const Chart chart = Made().chart("position");
    const auto& bars = std::get<BarsPart>(chart.parts.front());
    ASSERT_THAT(bars.rows, SizeIs(1));
    EXPECT_EQ(words(bars.rows[0].value), "75.0 %");
    EXPECT_EQ(words(bars.rows[0].note), "1, 0");
    EXPECT_EQ(words(chart.finding), "rubric v7 favours the first answer in 1 of 1 flips.");
    EXPECT_EQ(bars.rows[0].segments[2].mark.link.filter, "forward == \"A>B\" and backward == \"B>A\"");
}

TEST(Charts, PositionMatrixHasACellForEachPairOfVerdicts) {
    const Chart chart = Made().chart("position-matrix");
    const auto& grid = std::get<GridPart>(chart.parts.front());
    ASSERT_THAT(grid.rows, SizeIs(3));
    EXPECT_EQ(words(grid.rows[0].cells[0].text), "3"); // A, A
    EXPECT_EQ(words(grid.rows[0].cells[1].text), "1"); // A, B: the flip to the first
    EXPECT_EQ(words(grid.rows[2].cells[0].mark.tip), "A first: tie, B first: A: 1 of 8 (12.5 %)");
}

// A is on the left wherever sides are shown, and a positive margin is A's.
TEST(Charts, MarginsThatFavourAStandAtTheLeft) {
    Made made;
    OrderColumn& forward = made.table.run.forward;
    for (std::uint32_t row = 0; row < made.table.items.size(); ++row) {
        forward.marginSum[row] = row == 0 ? 0.4 : -0.1;
        forward.marginCount[row] = 1;
    }
    const Chart chart = made.chart("margins");
    const auto& columns = std::get<ColumnsPart>(chart.parts.front()).columns;
    const auto countOf = [](const ColumnsPart::Column& column) {
        double count = 0;
        for (const auto& segment : column.segments)
            count += segment.share;
        return count;
    };
    EXPECT_EQ(countOf(columns.front()), 1) << "0.4, at the left end";
    EXPECT_EQ(words(columns.front().name), "+0.4");
    EXPECT_EQ(countOf(columns[12]), 7) << "-0.1, right of the middle";
    forward.marginSum[0] = 0.3;
    const Chart narrow = made.chart("margins");
    const auto& names = std::get<ColumnsPart>(narrow.parts.front()).columns;
    EXPECT_EQ(words(names[0].name), "+0.30");
    EXPECT_EQ(words(names[5].name), "+0.15") << "no digit is lost";
}

TEST(Charts, MatrixHoldsKappaOfEveryJudgeAndAmongPeople) {
    Made made;
    made.raters.names = {"Ivo", "Maya"};
    made.raters.ratings = {made.table.items.gold, made.table.items.gold};
    const Chart chart = made.chart("agreement-matrix");
    const auto& grid = std::get<GridPart>(chart.parts.front());
    ASSERT_THAT(grid.columns, SizeIs(3));
    ASSERT_THAT(grid.rows, SizeIs(2));
    EXPECT_TRUE(grid.rows[0].isStrong);
    EXPECT_EQ(words(grid.rows[1].name), "Maya, human");
    EXPECT_EQ(words(grid.rows[1].cells[0].text), "1.00");
}

// Each chart says why it is empty, and heads no column of figures that are not there.
TEST(Charts, SayWhyNothingIsDrawnWhereEveryCallFailed) {
    Made made;
    for (OrderColumn* order : {&made.table.run.forward, &made.table.run.backward}) {
        std::fill(order->votes.begin(), order->votes.end(), std::array<std::uint16_t, 4>{});
        std::fill(order->failure.begin(), order->failure.end(), Cell::Refused);
    }
    for (const char* id : {"win-rate", "agreement-matrix", "calibration", "position", "length", "margins", "cost",
             "versions", "ranking"}) {
        const Chart chart = made.chart(id);
        EXPECT_THAT(chart.parts, SizeIs(0)) << id;
        EXPECT_EQ(words(chart.empty), "the judge refused") << id;
    }
    EXPECT_TRUE(made.chart("position").headline.isEmpty());
    EXPECT_TRUE(made.chart("ranking").subtitle.isEmpty()) << "nothing was smoothed";
    made.table.run.task = Task::Direct;
    EXPECT_EQ(words(made.chart("position").empty), "the judge does not choose between two answers");
}

// What white space flips is mostly chance: the others are compared with it, and each leads to the items that flipped.
TEST(Charts, ProbesShowHowOftenEachFlips) {
    const Made made;
    std::vector<ProbedRun> probed = {{Probe::Whitespace, madeRun("BABBABTA")}, {Probe::Length, madeRun("BBBBABTA")}};
    probed[1].run.id = "RUN2";
    ChartSource source = made.source();
    source.probed = probed;
    const Chart chart = buildChart(*chartKindNamed("probes"), source);
    const auto& part = std::get<IntervalsPart>(chart.parts.front());
    ASSERT_THAT(part.rows, SizeIs(3));
    EXPECT_EQ(words(part.rows[0].name), "answers swapped");
    EXPECT_EQ(words(part.rows[1].name), "other white space");
    EXPECT_EQ(part.rows[1].spread.value, 1.0 / 8);
    EXPECT_EQ(part.reference, 1.0 / 8);
    EXPECT_EQ(words(part.rows[2].value), "25.0 %");
    EXPECT_EQ(part.rows[2].mark.items, 2);
    EXPECT_EQ(part.rows[2].mark.link.filter, "(forward == \"A>B\" and run(\"RUN2\").forward == \"B>A\" or "
                                             "forward == \"B>A\" and run(\"RUN2\").forward == \"A>B\")");
    source.isTried = true;
    source.probed = {};
    EXPECT_THAT(words(buildChart(*chartKindNamed("probes"), source).finding), HasSubstr("Weights"));
    source.isTried = false;
    const Chart unprobed = buildChart(*chartKindNamed("probes"), source);
    EXPECT_THAT(words(unprobed.finding), HasSubstr("under other probes yet")) << "the swap is shown";
    EXPECT_THAT(words(unprobed.meaning), testing::Not(HasSubstr("dashed"))) << "no line is drawn";
}

// A run under a probe is no later run of its judge: it neither drifts nor is another version.
TEST(Charts, RunsUnderProbesStandInNoHistory) {
    Made made;
    RunTable probed = made.table.run;
    probed.probe = Probe::Length;
    probed.name = "first-length";
    made.runs.push_back({&made.table.items, &probed, nullptr, 7, 2, {}, 0});
    ChartSource source = made.source();
    source.people = made.table.items.gold;
    EXPECT_EQ(words(buildChart(*chartKindNamed("drift"), source).empty),
        "It takes two runs of this judge on the same labelled items.");
    EXPECT_THAT(std::get<PointsPart>(buildChart(*chartKindNamed("versions"), source).parts.front()).points, SizeIs(1));
}

// Names are cut where there is little room: what tells runs apart stands first.
TEST(Charts, RunsOfOneJudgeAreToldApartByTheirNames) {
    const std::vector<RunName> runs = {{"builtin", "builtin", 1}, {"builtin", "builtin-length", 1},
        {"builtin", "second look", 1}, {"builtin", "builtin 2", 2}, {"rubric", "rubric", 7}};
    EXPECT_THAT(runTitles(runs), testing::ElementsAre("builtin · v1", "builtin-length · v1", "builtin v1 · second look",
                                     "builtin v2", "rubric v7"));
}

// Words beside a point stay in the plot.
TEST(Charts, TheLastPointIsLabelledAtItsLeft) {
    Chart chart;
    PointsPart part;
    part.axis = {0, 1, {{0, literal("0")}}, {}};
    for (int at = 0; at < 8; ++at)
        part.points.push_back({literal(""), literal(""), {0.5, {}, {}, 10, {}}, literal("100 %"), {}});
    chart.parts.emplace_back(part);
    const Drawing drawing = layOut(chart, 400, 300, ChartTexts(), roughTextWidth);
    int labels = 0;
    for (const DrawnShape& shape : drawing.shapes) {
        const auto* text = std::get_if<DrawnText>(&shape);
        if (text == nullptr || text->text != "100 %")
            continue;
        ++labels;
        const double width = roughTextWidth("100 %", text->size, text->isStrong);
        EXPECT_LE(text->x + (text->anchor == Anchor::End ? 0 : width), 400);
    }
    EXPECT_GT(labels, 0);
}

// The name of a line stands where no point is behind it, at either end or between.
TEST(Charts, TheNameOfALineKeepsClearOfPoints) {
    Chart chart;
    PointsPart part;
    part.axis = {0, 1, {{0, literal("0")}}, {}};
    part.reference = 0.5;
    part.referenceName = literal("overall");
    for (const double value : {0.5, 0.5, 0.5, 0.5, 0.1, 0.1, 0.1, 0.1, 0.5, 0.5, 0.5, 0.5})
        part.points.push_back({literal(""), literal(""), {value, value - 0.1, value + 0.1, 10, {}}, literal("x"), {}});
    chart.parts.emplace_back(part);
    const Drawing drawing = layOut(chart, 600, 300, ChartTexts(), roughTextWidth);
    const auto found = std::find_if(drawing.shapes.begin(), drawing.shapes.end(), [](const DrawnShape& shape) {
        const auto* text = std::get_if<DrawnText>(&shape);
        return text != nullptr && text->text == "overall";
    });
    ASSERT_NE(found, drawing.shapes.end());
    const auto& name = std::get<DrawnText>(*found);
    EXPECT_GT(name.x, 200) << "right of the fourth point";
    EXPECT_LT(name.x + roughTextWidth("overall", name.size, name.isStrong), 440) << "left of the ninth";
}

// In money, too, an axis has round steps, however small; names at its end stand to the left of their points.
TEST(Charts, CostsHaveRoundStepsAndWholeNames) {
    Made made;
    made.table.run.outcomes[Outcome::Verdict] = 16;
    made.table.run.endpointKind = "openai-chat";
    made.table.run.spending = Spending{0.012, "USD", false};
    made.table.run.name = made.table.run.judge = "a judge with a rather long name of its own";
    const Chart chart = made.chart("cost");
    const auto& axis = std::get<ScatterPart>(chart.parts.front()).x;
    EXPECT_EQ(words(axis.ticks.back().second), "0.8") << "0.75 a thousand";
    const Drawing drawing = layOut(chart, 480, 300, ChartTexts(), roughTextWidth);
    const auto found = std::find_if(drawing.shapes.begin(), drawing.shapes.end(), [&](const DrawnShape& shape) {
        const auto* text = std::get_if<DrawnText>(&shape);
        return text != nullptr && text->text == "a judge with a rather long name of its own v7";
    });
    EXPECT_NE(found, drawing.shapes.end());
}

TEST(Charts, CategoryTableCountsCorrectItems) {
    const CategoryTable table = categoryTable(Made().source(), CategoryFigure::Agreement);
    ASSERT_THAT(table.rows, SizeIs(4));
    EXPECT_EQ(words(table.rows[1].name), "Writing");
    EXPECT_EQ(table.rows[1].count, "4");
    EXPECT_EQ(table.rows[1].total, "4");
    EXPECT_EQ(table.rows[1].value, "100.0");
    EXPECT_EQ(table.rows[0].value, "50.0"); // A and the tie are right; the wrong B and the flip are not
    EXPECT_EQ(table.rows[2].value, "75.0");
    EXPECT_EQ(words(table.rows[3].name), "Section mean");
    EXPECT_EQ(table.rows[3].value, "75.0");
}

TEST(Charts, CardsSayHowManyLabelsAreMissing) {
    const std::vector<Scorecard> cards = scorecards(Made().source());
    ASSERT_THAT(cards, SizeIs(5));
    EXPECT_EQ(cards[0].value, "75.0 %");
    EXPECT_EQ(words(cards[0].detail), "[40.9, 92.9] · n 8");
    EXPECT_EQ(words(cards[4].detail), "not enough labels: 2 more");
}

// All right makes the usual count of labels needed zero, however few they are.
TEST(Charts, CardsDoNotCallAWideIntervalEnough) {
    Made made;
    made.table = madePairs("AABBAABBAABB", "AABBAABBAABB");
    made.runs.front() = {&made.table.items, &made.table.run, nullptr, 7, 1, {}, 0};
    const std::vector<Scorecard> cards = scorecards(made.source());
    EXPECT_EQ(words(cards[0].detail), "[75.8, 100.0] · n 12");
    EXPECT_EQ(words(cards.back().detail), "more labels for ±5 points");
}

// Where every item says the same, so does every resample: an interval without width would look certain.
TEST(Charts, CardsShowNoIntervalWithoutWidth) {
    Made made;
    made.table = madePairs("BBBB", "AAAA");
    made.settings = {};
    made.runs.front() = {&made.table.items, &made.table.run, nullptr, 7, 1, {}, 0};
    const Scorecard winRate = scorecards(made.source())[3];
    EXPECT_EQ(winRate.value, "100.0 %");
    EXPECT_EQ(words(winRate.detail), "n 4");
}

TEST(Charts, CardsWantNoLabelsWhereThereIsNoItem) {
    Made made;
    made.table.rows.clear();
    EXPECT_FALSE(scorecards(made.source()).back().wantsLabels);
    EXPECT_EQ(words(scorecards(made.source()).front().detail), "there is no item to count");
    for (const char* id : {"win-rate", "agreement-matrix", "calibration", "position", "length", "versions", "ranking"})
        EXPECT_EQ(words(made.chart(id).empty), "there is no item to count") << id;
    EXPECT_EQ(words(scorecards(made.source()).back().detail), "there is no item to count");
}

TEST(Charts, LengthTellsUnlabelledItemsFromMatches) {
    Made made;
    made.table.items.gold[0] = {};
    const auto legendOf = [](const Chart& chart) {
        std::vector<std::string> legend;
        for (const auto& [tone, name] : std::get<ScatterPart>(chart.parts.front()).legend)
            legend.push_back(words(name));
        return legend;
    };
    const Chart some = made.chart("length");
    EXPECT_THAT(legendOf(some), testing::ElementsAre("matches human 5", "judge ≠ human 1", "not labelled 1"));
    const auto& points = std::get<ScatterPart>(some.parts.front()).points;
    EXPECT_EQ(points[0].tone, Tone::Tie);
    EXPECT_EQ(words(points[0].mark.tip), "A is −20 characters longer, judged: A, not labelled");
    made.table.items.gold.assign(8, {});
    EXPECT_THAT(legendOf(made.chart("length")), testing::ElementsAre("not labelled 7")) << "a flip leans to nobody";
}

// Where the page compares with another run, nobody is told what people say.
TEST(Charts, AnotherRunIsNotCalledPeople) {
    Made made;
    const RunTable other = madeRun("AABBAABB");
    made.runs.push_back({&made.table.items, &other, nullptr, 1, 2, {}, 0});
    ChartSource source = made.source();
    source.referenceName = literal("other v1");
    source.isGold = false;
    source.compared = &made.runs.back();
    const Chart winRate = buildChart(*chartKindNamed("win-rate"), source);
    EXPECT_THAT(words(winRate.finding), HasSubstr("of items, other v1 in "));
    const Chart length = buildChart(*chartKindNamed("length"), source);
    EXPECT_THAT(words(length.finding), HasSubstr("of items, other v1 in "));
    EXPECT_THAT(words(buildChart(*chartKindNamed("versions"), source).meaning), HasSubstr("what the other run says"));
    EXPECT_THAT(words(scorecards(source)[0].meaning), HasSubstr("what the other run says"));
    EXPECT_THAT(words(scorecards(made.source())[0].meaning), HasSubstr("gold label"));
    const auto& legend = std::get<ScatterPart>(length.parts.front()).legend;
    EXPECT_EQ(words(legend[0].second), "same label 6");
    EXPECT_EQ(words(legend[1].second), "another label 1");
}

// A criterion that none of these items has is no empty row, and without any there are no axes.
TEST(Charts, ScoresShowOnlyWhatTheItemsHave) {
    Made made;
    ScoreColumns scores(made.table.items.size());
    const auto verdictOn = [](const std::string& criterion) {
        Verdict verdict;
        verdict.presentation = "AB";
        verdict.judgement.outcome = Outcome::Verdict;
        CriterionScore score;
        score.criterion.name = criterion;
        score.criterion.weight = 1;
        score.scoreA = 2;
        score.scoreB = 4;
        score.normalisedA = 0.25;
        score.normalisedB = 0.75;
        verdict.judgement.criteria = {score};
        return verdict;
    };
    scores.add(0, verdictOn("Clear"));
    scores.add(1, verdictOn("Short"));
    const auto chartOf = [&](std::vector<std::uint32_t> wanted) {
        made.table.rows = std::move(wanted);
        ChartSource source = made.source();
        source.scores = &scores;
        return buildChart(*chartKindNamed("criterion-scores"), source);
    };
    const Chart chart = chartOf({1, 2});
    const auto& rows = std::get<ScoresPart>(chart.parts.front()).rows;
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(words(rows[0].name), "Short");
    EXPECT_EQ(words(chartOf({2}).empty), "No verdict on these items has criterion scores.");
}

TEST(Charts, ARunThatFailedIsNotCalledOneOfOneOrder) {
    Made failed;
    failed.table = madePairs("AABBAABBAABB", "XXXXXXXXXXXX", "XXXXXXXXXXXX");
    failed.runs.front() = {&failed.table.items, &failed.table.run, nullptr, 7, 1, {}, 0};
    const std::string reason = words(failed.chart("win-rate").empty);
    EXPECT_NE(reason, "");
    EXPECT_EQ(words(failed.chart("position").empty), reason);
    EXPECT_EQ(words(failed.chart("position-matrix").empty), reason);
    EXPECT_EQ(words(failed.chart("agreement-matrix").empty), reason);
    const std::vector<Scorecard> cards = scorecards(failed.source());
    EXPECT_EQ(cards.back().value, "0");
    EXPECT_EQ(words(cards.back().detail), "too few verdicts: 12 items are labelled");
    EXPECT_FALSE(cards.back().wantsLabels) << "more labels would not help";
    EXPECT_TRUE(scorecards(Made().source()).back().wantsLabels) << "eight are too few";
}

/// Everything a chart can say is in the text tables, whatever the data.
TEST(Charts, EveryWordIsInTheTables) {
    Made noGold;
    noGold.table.items.gold.assign(8, {});
    Made oneOrder;
    oneOrder.table.run = madeRun("AABBABTA");
    Made failed;
    failed.table.run = madeRun("XXXXXXXX", "XXXXXXXX");
    Made nobody;
    nobody.table.rows.clear();
    Made scores;
    scores.table = madeScores({1, 2, 3}, {1, 2, 4});
    scores.runs[0] = {&scores.table.items, &scores.table.run, nullptr, 1, 1, {}, 0};
    const StrictWords strict;
    for (const Made& made : {Made(), noGold, oneOrder, failed, nobody, scores}) {
        Made copy = made; // the runs of a copy point at the copy's table
        copy.runs[0].items = &copy.table.items;
        copy.runs[0].table = &copy.table.run;
        for (const ChartKind& kind : chartKinds()) {
            const Chart chart = buildChart(kind, copy.source());
            EXPECT_NE(chart.parts.empty(), chart.empty.isEmpty()) << kind.id;
            for (const Phrase& phrase :
                {chart.title, chart.subtitle, chart.headline, chart.finding, chart.meaning, chart.empty})
                EXPECT_NE(worded(phrase, strict), " ") << kind.id;
            const Drawing drawing = layOut(chart, 400, 300, strict, roughTextWidth);
            for (const HotSpot& spot : drawing.spots)
                EXPECT_FALSE(worded(spot.mark.tip, strict).empty()) << kind.id;
            for (const auto& row : chart.table.rows)
                EXPECT_EQ(row.size(), chart.table.columns.size()) << kind.id;
        }
        for (const Scorecard& card : scorecards(copy.source()))
            EXPECT_FALSE(worded(card.title, strict).empty() || worded(card.detail, strict).empty()) << card.key;
        for (const CategoryFigure figure : {CategoryFigure::Agreement, CategoryFigure::Flips, CategoryFigure::Margin})
            EXPECT_FALSE(worded(categoryTable(copy.source(), figure).meaning, strict).empty());
    }
    EXPECT_THAT(strict.missing(), IsEmpty());
}

} // namespace
} // namespace assize::test
