// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/load.h"

#include "core/metrics/figures.h"
#include "core/metrics/slices.h"
#include "core/model/judge_json.h"
#include "tests/support/temp_session.h"

#include <cmath>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

template <typename T>
Result<void> done(const Result<T>& result) {
    return result ? Result<void>() : tl::unexpected(result.error());
}

void addLabel(TempSession& temp, RowKey item, std::string annotator, Label label) {
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        ItemLabel row;
        row.itemKey = item;
        row.annotator = std::move(annotator);
        row.label = label;
        return done(transaction.addLabel(row));
    });
}

void annotate(TempSession& temp, Annotation annotation) {
    temp.write(
        [&](SessionTransaction& transaction) -> Result<void> { return done(transaction.addAnnotation(annotation)); });
}

Annotation annotationOf(RowKey item, std::string annotator, Label label, bool isBlind) {
    Annotation annotation;
    annotation.itemKey = item;
    annotation.annotator = std::move(annotator);
    annotation.label = label;
    annotation.blind = isBlind;
    return annotation;
}

Cell goldOf(TempSession& temp) {
    return valueOf(loadItems(temp.reader())).items.gold.front().label;
}

TEST(LoadItems, TakesTheLabelItCameWithBeforeAnnotators) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "b");
    EXPECT_EQ(goldOf(temp), Cell::NoGold);
    addLabel(temp, item, "ann", Label::A);
    EXPECT_EQ(goldOf(temp), Cell::A);
    addLabel(temp, item, "ben", Label::B);
    EXPECT_EQ(goldOf(temp), Cell::AnnotatorsSplit);
    addLabel(temp, item, "", Label::Tie);
    EXPECT_EQ(goldOf(temp), Cell::Tie);
}

TEST(LoadItems, AdjudicationOverridesAll) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "b");
    addLabel(temp, item, "", Label::A);
    Annotation decided = annotationOf(item, "chair", Label::B, false);
    decided.adjudicated = true;
    annotate(temp, decided);
    EXPECT_EQ(goldOf(temp), Cell::B);
}

/// A person labels blind, sees the judge, and changes her mind: gold keeps what she said before she saw it.
TEST(LoadItems, CountsTheLatestBlindLabelOfEachAnnotator) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "b");
    annotate(temp, annotationOf(item, "ann", Label::Tie, true));
    annotate(temp, annotationOf(item, "ann", Label::A, true));
    annotate(temp, annotationOf(item, "ann", Label::B, false));
    EXPECT_EQ(goldOf(temp), Cell::A);
    LoadedItems loaded = valueOf(loadItems(temp.reader()));
    EXPECT_EQ(loaded.raters.names, std::vector<std::string>{"ann"});
    EXPECT_EQ(loaded.raters.ratings[0][0].label, Cell::A);
    EXPECT_EQ(valueOf(loadAnnotator(temp.reader(), loaded.items, "ann"))[0].label, Cell::B) << "what she says now";
    EXPECT_EQ(loadAnnotator(temp.reader(), loaded.items, "zoe").error().code, ErrorCode::NotFound);
}

TEST(LoadItems, WhoCannotJudgeGivesNoLabel) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "b");
    Annotation unsure = annotationOf(item, "ann", Label::A, true);
    unsure.cannotJudge = true;
    annotate(temp, unsure);
    EXPECT_EQ(goldOf(temp), Cell::NoGold);
    EXPECT_TRUE(valueOf(loadItems(temp.reader())).raters.names.empty());
}

TEST(LoadItems, ItemsOfOnePromptAreACluster) {
    TempSession temp;
    temp.addPair("1", "same", "a", "b");
    temp.addPair("2", "same", "c", "ddd");
    temp.addPair("3", "other", "e", "f");
    const ItemTable items = valueOf(loadItems(temp.reader())).items;
    EXPECT_EQ(items.cluster[0], items.cluster[1]);
    EXPECT_NE(items.cluster[0], items.cluster[2]);
    EXPECT_EQ(items.lengthB, (std::vector<std::int64_t>{1, 3, 1}));
}

TEST(LoadRun, PutsVerdictsIntoOrders) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "b");
    temp.addPair("2", "another", "a", "b");
    const RowKey key = temp.addRun("run");
    temp.addVerdict(key, item, "AB", Label::A, 0.25);
    temp.addVerdict(key, item, "BA", Label::B, -0.125);
    ItemTable items = valueOf(loadItems(temp.reader())).items;
    const RunTable run = valueOf(loadRun(temp.reader(), valueOf(temp.reader().run("run")), items));
    EXPECT_EQ(run.forward.cell(0, false), Cell::A);
    EXPECT_EQ(run.backward.cell(0, false), Cell::B);
    EXPECT_EQ(run.backward.margin(0), -0.125);
    EXPECT_EQ(run.forward.cell(1, false), Cell::NotPlanned);
    EXPECT_EQ(run.outcomes.at(Outcome::Verdict), 2);
}

TEST(LoadRun, SamplesVoteAndFailuresDoNot) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "b");
    const RowKey run = temp.addRun("run");
    const std::vector<std::optional<Label>> samples = {Label::A, std::nullopt, Label::A, Label::B};
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        for (std::size_t at = 0; at < samples.size(); ++at) {
            Verdict verdict;
            verdict.runKey = run;
            verdict.itemKey = item;
            verdict.sample = static_cast<int>(at) + 1;
            verdict.judgement.outcome = samples[at] ? Outcome::Verdict : Outcome::Refused;
            verdict.judgement.label = samples[at];
            if (auto added = transaction.addVerdict(verdict); !added)
                return tl::unexpected(added.error());
        }
        return {};
    });
    ItemTable items = valueOf(loadItems(temp.reader())).items;
    const RunTable table = valueOf(loadRun(temp.reader(), valueOf(temp.reader().run("run")), items));
    EXPECT_EQ(table.forward.cell(0, false), Cell::A);
    EXPECT_EQ(table.forward.planned[0], 4);
    EXPECT_EQ(table.forward.failure[0], Cell::Refused);
}

// A number without end would make the mean of all errors endless.
TEST(LoadRun, TakesNoScoreFromAWordThatOnlyLooksLikeOne) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "");
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion version;
        version.definition.task = Task::Direct;
        version.hash = versionHash(version.definition);
        assize::Run run;
        run.name = "run";
        run.judgeVersionKey = valueOf(transaction.addJudgeVersion(version)).key;
        const RowKey key = valueOf(transaction.addRun(run)).key;
        for (const int sample : {1, 2}) {
            Verdict verdict;
            verdict.runKey = key;
            verdict.itemKey = item;
            verdict.sample = sample;
            verdict.presentation = "A";
            verdict.judgement.outcome = Outcome::Verdict;
            verdict.judgement.result = sample == 1 ? "inf" : "4";
            if (auto added = transaction.addVerdict(verdict); !added)
                return tl::unexpected(added.error());
        }
        return {};
    });
    ItemTable items = valueOf(loadItems(temp.reader())).items;
    const RunTable table = valueOf(loadRun(temp.reader(), valueOf(temp.reader().run("run")), items));
    EXPECT_EQ(table.grades.score[0], 4);
}

TEST(LoadItems, FollowsWhatBecomesOfABlindLabel) {
    TempSession temp;
    const RowKey first = temp.addPair("1", "prompt", "a", "b");
    const RowKey second = temp.addPair("2", "other", "a", "b");
    annotate(temp, annotationOf(first, "ann", Label::A, true));
    annotate(temp, annotationOf(first, "ann", Label::B, false));
    annotate(temp, annotationOf(second, "ann", Label::Tie, true));
    annotate(temp, annotationOf(second, "ben", Label::A, false));
    const std::vector<Revision> revisions = valueOf(loadItems(temp.reader())).revisions;
    ASSERT_EQ(revisions.size(), 2U) << "what was never blind is no revision";
    EXPECT_EQ(revisions[0].blind.label, Cell::A);
    EXPECT_EQ(revisions[0].now.label, Cell::B);
    EXPECT_EQ(revisions[1].now.label, Cell::Tie);
}

TEST(LoadRun, TakesPreferencesUsageAndWriters) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "b");
    const RowKey run = temp.addRun("run");
    for (const int sample : {1, 2}) {
        Verdict verdict;
        verdict.runKey = run;
        verdict.itemKey = item;
        verdict.sample = sample;
        verdict.judgement.outcome = Outcome::Verdict;
        verdict.judgement.label = Label::A;
        verdict.judgement.reason = "preference: mass 0.9";
        verdict.judgement.scores = {sample == 1 ? 0.75 : 1.0, sample == 1 ? 0.25 : 0.0};
        verdict.usage = {100, 10, 40, sample == 2};
        verdict.latencySeconds = 2;
        verdict.createdAt = sample == 1 ? 10'000 : 11'000; // from 8 to 10 s, and from 9 to 11 s
        temp.write(
            [&](SessionTransaction& transaction) -> Result<void> { return done(transaction.addVerdict(verdict)); });
    }
    ItemTable items = valueOf(loadItems(temp.reader())).items;
    const RunTable table = valueOf(loadRun(temp.reader(), valueOf(temp.reader().run("run")), items));
    EXPECT_EQ(table.forward.preference(0), 0.875);
    EXPECT_EQ(table.usage.tokens, (Usage{200, 20, 80, true}));
    EXPECT_NEAR(table.usage.busySeconds, 3, 1e-9) << "calls that overlap count once";
    EXPECT_EQ(items.writers[0], (std::array<std::int32_t, 2>{NoResult, NoResult}));
}

TEST(LoadScores, ReadsCriteriaOfEveryVerdict) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "prompt", "a", "b");
    const RowKey run = temp.addRun("run");
    Verdict verdict;
    verdict.runKey = run;
    verdict.itemKey = item;
    verdict.judgement.outcome = Outcome::Verdict;
    verdict.judgement.label = Label::A;
    CriterionScore facts;
    facts.criterion.name = "Facts";
    facts.scoreA = 5;
    facts.scoreB = 3;
    facts.normalisedA = 1;
    facts.normalisedB = 0.5;
    verdict.judgement.criteria = {facts};
    temp.write([&](SessionTransaction& transaction) -> Result<void> { return done(transaction.addVerdict(verdict)); });
    const ItemTable items = valueOf(loadItems(temp.reader())).items;
    const ScoreColumns columns = valueOf(loadScores(temp.reader(), run, items));
    EXPECT_EQ(columns.verdictCount(), 1U);
    EXPECT_EQ(columns.recompute({}, 0.02, {}).margin[0], 0.5);
}

TEST(Slices, AreByCategoryAndBySection) {
    TempSession temp;
    const RowKey run = temp.addRun("run");
    for (const auto& [id, category] :
        {std::pair("1", "math-prm"), std::pair("2", "hep-cpp"), std::pair("3", "poems"), std::pair("4", "")}) {
        const RowKey item = temp.addPair(id, std::string("prompt ") + id, "a", std::string(700, 'b'), category);
        temp.addVerdict(run, item, "AB", Label::A, 0.5);
    }
    ItemTable items = valueOf(loadItems(temp.reader())).items;
    const RunTable table = valueOf(loadRun(temp.reader(), valueOf(temp.reader().run("run")), items));
    const auto names = [&](SliceBy by) {
        std::string joined;
        for (const Slice& slice : slicesOf(items, table, allRows(items), by))
            joined += slice.name + ":" + std::to_string(slice.rows.size()) + " ";
        return joined;
    };
    EXPECT_EQ(names(SliceBy::Category), "hep-cpp:1 math-prm:1 none:1 poems:1 ");
    EXPECT_EQ(names(SliceBy::Section), "Reasoning:2 other:2 ");
    EXPECT_EQ(names(SliceBy::Length), "200-499:4 ");
    EXPECT_EQ(names(SliceBy::Judge), "judge:4 ");
    EXPECT_EQ(names(SliceBy::Model), "none:4 ");
    EXPECT_EQ(sliceByFrom("length-bucket"), SliceBy::Length);
    EXPECT_EQ(sliceByFrom("colour"), std::nullopt);
}

} // namespace
} // namespace assize::test
