// SPDX-License-Identifier: Apache-2.0
// Whoever follows a mark of a chart finds as many items as the mark counts, whatever the page compares and looks at.
#include "core/chart/category_table.h"
#include "core/chart/chart_texts.h"
#include "core/chart/common.h"
#include "core/chart/layout.h"
#include "core/chart/registry.h"
#include "core/filter/filter.h"
#include "core/metrics/load.h"
#include "core/model/judge_json.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

constexpr int Items = 168;
constexpr std::string_view Me = "maya";

/// Items with every kind of gold label and none, some labelled by a person who differs from gold; a run in both orders
/// with flips, ties in one order, both-bad and failures; and one in one order.
class LinkSession {
public:
    LinkSession() {
        const RowKey both = m_temp.addRun("both", "rubric");
        const RowKey single = m_temp.addRun("single", "rubric");
        const RowKey padded = m_temp.addRun("both-length", "rubric");
        for (int at = 0; at < Items; ++at) {
            const RowKey item =
                m_temp.addPair("item-" + std::to_string(at), "prompt", std::string(at % 9 + 1, 'a'), "bbbb",
                    at % 3 == 0   ? "Code \"x\""
                    : at % 3 == 1 ? "Writing"
                                  : "");
            addGold(item, at);
            addOwn(item, at);
            // Thirds do not end in binary; a bound that is rounded loses them.
            const double margin = (at * 37 % 41 - 20) / 30.0;
            const Label forward = margin > 0.1 ? Label::A : margin < -0.1 ? Label::B : Label::Tie;
            addVerdict(both, item, "AB", at % 13 == 5 ? Label::BothBad : forward, margin, at % 17 == 3);
            addVerdict(both, item, "BA", at % 11 == 4 ? Label::A : at % 12 == 7 ? Label::Tie : forward, margin, false);
            for (const char* order : {"AB", "BA"})
                addVerdict(padded, item, order, at % 10 < 3 ? Label::B : forward, margin, at % 29 == 2);
            if (at % 4 != 0)
                addVerdict(single, item, "AB", at % 6 == 1 ? Label::B : forward, margin / 2, at % 19 == 1);
        }
        m_loaded = valueOf(loadItems(m_temp.reader()));
        m_human = m_loaded.items.gold;
        const std::vector<Rating> own = valueOf(loadAnnotator(m_temp.reader(), m_loaded.items, Me));
        for (std::size_t row = 0; row < own.size(); ++row) {
            if (!own[row].isAbsent())
                m_human[row] = own[row];
        }
        for (const RunSummary& summary : valueOf(m_temp.reader().runs())) {
            m_tables.push_back(valueOf(loadRun(m_temp.reader(), summary, m_loaded.items)));
            m_scores.push_back(valueOf(loadScores(m_temp.reader(), summary.run.key, m_loaded.items)));
        }
        m_probed.push_back({Probe::Length, std::move(m_tables.back())});
        m_tables.pop_back();
        m_rows = allRows(m_loaded.items);
    }

    enum class Reference { Human, Gold, Run };

    /// Calls visit(chart, mark) for every mark of every chart.
    template <typename Visit>
    void forEachMark(std::size_t shown, VerdictRule rule, Reference reference, Visit visit) {
        std::vector<RunTable> tables = m_tables;
        if (m_tried)
            tables[shown] = *m_tried;
        std::vector<RunTable> ruled;
        for (const RunTable& table : tables)
            ruled.push_back(ruledBy(rule, table));
        std::vector<ChartRun> runs;
        for (std::size_t at = 0; at < tables.size(); ++at)
            runs.push_back({&m_loaded.items, &tables[at], rule == VerdictRule::BothOrders ? nullptr : &ruled[at], 1,
                static_cast<int>(at) + 1, {}, 100});
        const std::size_t other = 1 - shown;
        const std::vector<Rating> ofRun =
            ratingsOf(m_tables[other], {TiePolicy::Class, FlipPolicy::Own, MixedPolicy::Tie});
        ChartSource source{.items = m_loaded.items,
            .raters = m_loaded.raters,
            .runs = runs,
            .shown = shown,
            .reference = reference == Reference::Human  ? std::span<const Rating>(m_human)
                         : reference == Reference::Gold ? std::span<const Rating>(m_loaded.items.gold)
                                                        : std::span<const Rating>(ofRun),
            .referenceName = literal("reference"),
            .isGold = reference != Reference::Run,
            .referenceFilter = reference == Reference::Human  ? "human"
                               : reference == Reference::Gold ? "gold"
                                                              : "run(\"" + m_tables[other].id + "\").label",
            .rows = m_rows,
            .settings = m_settings,
            .rule = rule,
            .scores = &m_scores[shown],
            .isTried = m_tried.has_value(),
            .compared = reference == Reference::Run ? &runs[other] : nullptr,
            .probed = m_tried ? std::span<const ProbedRun>() : m_probed,
            .people = m_human};
        for (const ChartKind& kind : chartKinds()) {
            const Drawing drawing = layOut(buildChart(kind, source), 480, 300, ChartTexts(), roughTextWidth);
            for (const HotSpot& spot : drawing.spots)
                visit(std::string(kind.id), spot.mark);
        }
        for (const CategoryFigure figure : {CategoryFigure::Agreement, CategoryFigure::Flips, CategoryFigure::Margin}) {
            for (const CategoryRow& row : categoryTable(source, figure).rows)
                visit("categories", row.mark);
        }
    }

    void setTies(TiePolicy ties) { m_settings.ties = ties; }

    /// The first run as it would be if its judge had not scored this criterion; the only one that may be shown then.
    void tryWithout(std::string_view criterion) {
        WhatIfWeights weights;
        weights.groups.resize(m_scores[0].groups().size());
        weights.groups.at(m_scores[0].groups().find(criterion).value()).isOn = false;
        const Policy policy{TiePolicy::Class, FlipPolicy::Own, MixedPolicy::Tie};
        m_tried = runFrom(m_scores[0].recompute(weights, 0.02, policy), m_tables[0]);
        m_triedVerdicts = std::make_shared<const TriedVerdicts>(triedVerdicts(*m_tried, m_loaded.items));
    }

    /// How many items a link opens in Review.
    std::int64_t countOf(const ChartLink& link) {
        const RowKey run = valueOf(m_temp.reader().run(link.run)).run.key;
        ItemQuery query;
        query.runKey = run;
        query.annotator = Me;
        if (link.run == m_tables[0].id)
            query.tried = m_triedVerdicts;
        query.condition =
            valueOf(compileFilter(link.filter, {run, std::string(Me), &m_temp.reader(), query.tried != nullptr}));
        return std::ssize(valueOf(m_temp.reader().itemKeys(query)));
    }

private:
    void addGold(RowKey item, int at) {
        constexpr std::array Labels = {Label::A, Label::B, Label::A, Label::Tie, Label::B, Label::BothBad};
        const auto place = static_cast<std::size_t>(at % 7);
        if (place < Labels.size())
            m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
                const auto added = transaction.addLabel({item, {}, Labels.at(place), {}, {}, {}});
                return added ? Result<void>() : tl::unexpected(added.error());
            });
    }

    void addOwn(RowKey item, int at) {
        if (at % 5 != 2)
            return;
        Annotation annotation;
        annotation.itemKey = item;
        annotation.annotator = Me;
        annotation.label = at % 10 == 2 ? Label::B : Label::BothBad;
        m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
            const auto added = transaction.addAnnotation(annotation);
            return added ? Result<void>() : tl::unexpected(added.error());
        });
    }

    void addVerdict(RowKey run, RowKey item, const char* order, Label label, double margin, bool isFailed) {
        Verdict verdict;
        verdict.runKey = run;
        verdict.itemKey = item;
        verdict.presentation = order;
        verdict.judgement.outcome = isFailed ? Outcome::Unparseable : Outcome::Verdict;
        if (!isFailed) {
            verdict.judgement.label = label;
            verdict.judgement.scoreMargin = margin;
            addCriteria(verdict.judgement, item, verdict.presentation == "BA");
        }
        m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
            const auto added = transaction.addVerdict(verdict);
            return added ? Result<void>() : tl::unexpected(added.error());
        });
    }

    /// Two criteria that often differ over who is better; none on some items.
    static void addCriteria(Judgement& judgement, RowKey item, bool isBackward) {
        const int at = static_cast<int>(item);
        if (at % 23 == 0)
            return;
        const int turn = isBackward && at % 8 == 0 ? 5 : 0;
        for (const auto& [name, a, b] :
            {std::tuple("Depth", at % 11, at * 3 % 11), std::tuple("Tone", (at * 7 + turn) % 11, (at * 5 + 1) % 11)}) {
            CriterionScore score;
            score.criterion.name = name;
            score.criterion.min = 0;
            score.criterion.max = 10;
            score.scoreA = a;
            score.scoreB = b;
            score.normalisedA = a / 10.0;
            score.normalisedB = b / 10.0;
            judgement.criteria.push_back(score);
        }
    }

    TempSession m_temp;
    LoadedItems m_loaded;
    std::vector<Rating> m_human;
    std::vector<RunTable> m_tables;
    std::vector<ProbedRun> m_probed;
    std::vector<ScoreColumns> m_scores;
    std::optional<RunTable> m_tried;
    std::shared_ptr<const TriedVerdicts> m_triedVerdicts;
    std::vector<std::uint32_t> m_rows;
    MetricSettings m_settings = [] {
        MetricSettings settings;
        settings.resamples = 0;
        return settings;
    }();
};

TEST(ChartLinks, LeaveOutTiesWhereTheSessionDoes) {
    LinkSession session;
    session.setTies(TiePolicy::Exclude);
    int followed = 0;
    session.forEachMark(
        0, VerdictRule::BothOrders, LinkSession::Reference::Gold, [&](const std::string& chart, const Mark& mark) {
            if (mark.items < 0 || mark.link.filter.empty())
                return;
            ++followed;
            EXPECT_EQ(session.countOf(mark.link), mark.items) << chart << ": " << worded(mark.tip, ChartTexts()) << "\n"
                                                              << mark.link.filter;
        });
    EXPECT_GT(followed, 20);
}

TEST(ChartLinks, OpenAsManyItemsAsTheMarkCounts) {
    LinkSession session;
    std::map<std::string, int> followed;
    for (const std::size_t shown : {0U, 1U}) {
        for (const auto rule : {VerdictRule::BothOrders, VerdictRule::Forward, VerdictRule::Backward}) {
            for (const auto reference :
                {LinkSession::Reference::Human, LinkSession::Reference::Gold, LinkSession::Reference::Run}) {
                session.forEachMark(shown, rule, reference, [&](const std::string& chart, const Mark& mark) {
                    if (mark.items < 0 || mark.link.filter.empty())
                        return;
                    ++followed[chart];
                    EXPECT_EQ(session.countOf(mark.link), mark.items)
                        << chart << " of run " << shown << ", rule " << static_cast<int>(rule) << ", reference "
                        << static_cast<int>(reference) << ": " << worded(mark.tip, ChartTexts()) << "\n"
                        << mark.link.filter;
                });
            }
        }
    }
    for (const char* chart : {"win-rate", "agreement-matrix", "position", "calibration", "position-matrix", "margins",
             "cost", "versions", "drift", "comparison", "probes", "categories"})
        EXPECT_GT(followed[chart], 0) << chart;
}

// Filters then speak of what the tried weights make of the run, as the charts do.
TEST(ChartLinks, OpenAsManyItemsAsTheMarkCountsWhileWeightsAreTried) {
    LinkSession session;
    std::map<std::string, std::int64_t> judged;
    session.forEachMark(0, VerdictRule::BothOrders, LinkSession::Reference::Human,
        [&](const std::string& chart, const Mark& mark) { judged[chart + mark.link.filter] = mark.items; });
    session.tryWithout("Depth");
    std::map<std::string, int> followed;
    int moved = 0;
    for (const auto rule : {VerdictRule::BothOrders, VerdictRule::Forward, VerdictRule::Backward}) {
        for (const auto reference :
            {LinkSession::Reference::Human, LinkSession::Reference::Gold, LinkSession::Reference::Run}) {
            session.forEachMark(0, rule, reference, [&](const std::string& chart, const Mark& mark) {
                if (mark.items < 0 || mark.link.filter.empty())
                    return;
                ++followed[chart];
                const auto before = judged.find(chart + mark.link.filter);
                moved += before != judged.end() && before->second != mark.items ? 1 : 0;
                EXPECT_EQ(session.countOf(mark.link), mark.items)
                    << chart << ", rule " << static_cast<int>(rule) << ", reference " << static_cast<int>(reference)
                    << ": " << worded(mark.tip, ChartTexts()) << "\n"
                    << mark.link.filter;
            });
        }
    }
    for (const char* chart : {"win-rate", "agreement-matrix", "position", "calibration", "position-matrix", "margins",
             "criterion-scores", "cost", "versions", "drift", "comparison", "categories"})
        EXPECT_GT(followed[chart], 0) << chart;
    EXPECT_GT(moved, 10) << "these weights change verdicts";
}

// Scores are no labels: what is compared are the items that have one of either.
TEST(ChartLinks, OfDirectScoresOpenTheItemsThatHaveBoth) {
    TempSession session;
    session.write([](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion judge;
        judge.definition.name = "grader";
        judge.definition.task = Task::Direct;
        judge.hash = versionHash(judge.definition);
        assize::Run run;
        run.name = "graded";
        run.identity = "graded";
        run.judgeVersionKey = valueOf(transaction.addJudgeVersion(judge)).key;
        const RowKey runKey = valueOf(transaction.addRun(run)).key;
        for (int at = 0; at < 12; ++at) {
            Item item;
            item.sourceId = std::to_string(at);
            item.turns = {{"user", "prompt"}};
            item.responses = {{"answer " + std::to_string(at), ""}};
            const RowKey key = valueOf(transaction.addItem(item, {})).key;
            Verdict verdict;
            verdict.runKey = runKey;
            verdict.itemKey = key;
            verdict.presentation = "A";
            if (at > 0) {
                verdict.judgement.outcome = Outcome::Verdict;
                verdict.judgement.scores = {1.0 + at % 5};
                verdict.judgement.result = std::to_string(1 + at % 5);
            }
            valueOf(transaction.addVerdict(verdict));
            if (at % 4 != 3)
                valueOf(transaction.addLabel({key, {}, {}, {}, 1.0 + at % 3, {}}));
        }
        return {};
    });
    session.reopen();
    LoadedItems loaded = valueOf(loadItems(session.reader()));
    const RunSummary summary = valueOf(session.reader().runs()).at(0);
    const RunTable table = valueOf(loadRun(session.reader(), summary, loaded.items));
    const std::vector<ChartRun> runs = {{&loaded.items, &table, nullptr, 1, 1, {}, 100}};
    const std::vector<std::uint32_t> rows = allRows(loaded.items);
    const MetricSettings settings;
    const ChartSource source{.items = loaded.items,
        .raters = loaded.raters,
        .runs = runs,
        .reference = loaded.items.gold,
        .referenceName = literal("gold"),
        .isGold = true,
        .referenceFilter = "gold",
        .rows = rows,
        .settings = settings};
    Figure figure;
    figure.denominator = 8; // twelve but for three without gold, and one that failed
    const Mark mark = comparedMark(source, runs.front(), literal("tip"), figure);
    ItemQuery query;
    query.runKey = summary.run.key;
    query.condition = valueOf(compileFilter(mark.link.filter, {summary.run.key, std::string(Me), &session.reader()}));
    EXPECT_EQ(std::ssize(valueOf(session.reader().itemKeys(query))), mark.items) << mark.link.filter;
}

} // namespace
} // namespace assize::test
