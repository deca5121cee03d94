// SPDX-License-Identifier: Apache-2.0
// Runs, what they owe, and what their verdicts say.
#include "core/session/check.h"
#include "core/session/run_item.h"
#include "tests/support/temp_session.h"

#include <atomic>
#include <gtest/gtest.h>
#include <sqlite3.h>

namespace assize {
namespace {

using test::TempSession;
using test::valueOf;

/// Counts the rows that statements of connections opened while it is there read without an index.
class RowsScanned {
public:
    RowsScanned() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)); }
    ~RowsScanned() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch)); }
    RowsScanned(const RowsScanned&) = delete;
    RowsScanned& operator=(const RowsScanned&) = delete;

    void reset() { s_rows = 0; }
    [[nodiscard]] int count() const { return s_rows; }

private:
    static int watch(sqlite3* connection, char**, const sqlite3_api_routines*) {
        return sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, onDone, nullptr);
    }
    static int onDone(unsigned, void*, void* statement, void*) {
        s_rows += sqlite3_stmt_status(static_cast<sqlite3_stmt*>(statement), SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
        return 0;
    }

    static inline std::atomic<int> s_rows = 0;
};

Verdict wholeVerdict(RowKey run, RowKey item) {
    Verdict verdict;
    verdict.runKey = run;
    verdict.itemKey = item;
    verdict.presentation = "BA";
    verdict.sample = 2;
    verdict.usage = {100, 20, 5, true};
    verdict.latencySeconds = 1.5;
    verdict.requestHash = std::string(64, 'f');
    verdict.rawReply = std::string("\xFF\0 raw", 6) + std::string(5000, 'x');
    Judgement& said = verdict.judgement;
    said.outcome = Outcome::Verdict;
    said.label = Label::BothBad;
    said.step = -2;
    said.result = "PASS";
    said.scores = {7, 8.5};
    said.weightedScoreA = 0.25;
    said.weightedScoreB = 1.0;
    said.weightedScoreRawA = 0.5;
    said.scoreMargin = -0.75;
    said.overallJustification = "because";
    said.flags = {"weights-normalised"};
    said.recovered = {"code-fence"};
    CriterionScore tone;
    tone.criterion = {"Tone", "is it kind?", 0.4, CriterionType::Categorical, 1, 5, {{"kind", 1, "yes"}}};
    tone.scoreA = 2;
    tone.normalisedA = 0.25;
    tone.justificationB = "rude";
    CriterionScore facts;
    facts.criterion = {"Facts", "", 0.6, CriterionType::Scale, 0, 10, {}};
    facts.scoreB = 9;
    said.criteria = {tone, facts};
    return verdict;
}

TEST(Runs, AVerdictComesBackWhole) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "p", "a", "b");
    const RowKey run = temp.addRun("run");
    const Verdict given = wholeVerdict(run, item);
    temp.write([&](SessionTransaction& transaction) { return transaction.addVerdict(given).map([](RowKey) {}); });
    const auto found = valueOf(temp.reader().verdictsOf(item));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].judgement, given.judgement);
    EXPECT_EQ(found[0].usage, given.usage);
    EXPECT_EQ(found[0].rawReply, given.rawReply);
    EXPECT_EQ(found[0].presentation, "BA");
    EXPECT_EQ(found[0].sample, 2);
    EXPECT_EQ(found[0].attempt, 1);
    const auto byRequest = valueOf(temp.reader().verdictByRequest(given.requestHash));
    ASSERT_TRUE(byRequest);
    EXPECT_EQ(byRequest->id, found[0].id);
    EXPECT_FALSE(valueOf(temp.reader().verdictByRequest(std::string(63, 'f') + "e")));
}

// A run of 30,000 calls took 108 s of CPU: each of them looked through all verdicts for one with its request.
TEST(Runs, AStoredRequestIsFoundByTheIndex) {
    RowsScanned scanned;
    TempSession temp;
    const RowKey run = temp.addRun("run");
    for (int number = 0; number < 20; ++number) {
        Verdict verdict = wholeVerdict(run, temp.addPair(std::to_string(number), "p", "a", "b"));
        verdict.requestHash = std::string(62, 'f') + std::to_string(10 + number);
        temp.write([&](SessionTransaction& transaction) { return transaction.addVerdict(verdict).map([](RowKey) {}); });
    }
    scanned.reset();
    EXPECT_TRUE(valueOf(temp.reader().verdictByRequest(std::string(62, 'f') + "17")));
    EXPECT_FALSE(valueOf(temp.reader().verdictByRequest(std::string(64, 'e'))));
    EXPECT_EQ(scanned.count(), 0);
}

TEST(Runs, AListOfThemSaysWhichGaveAVerdictWithoutCounting) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "p", "a", "b");
    const RowKey judged = temp.addRun("judged");
    const RowKey failed = temp.addRun("failed");
    temp.addVerdict(judged, item, "AB", Label::A, 0.5);
    temp.write([&](SessionTransaction& transaction) {
        Verdict verdict;
        verdict.runKey = failed;
        verdict.itemKey = item;
        verdict.judgement.outcome = Outcome::Refused;
        return transaction.addVerdict(verdict).map([](RowKey) {});
    });
    const auto listed = valueOf(temp.reader().listedRuns());
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].run.name, "judged");
    EXPECT_TRUE(listed[0].outcomes.empty());
    EXPECT_TRUE(valueOf(temp.reader().gaveVerdict(judged)));
    EXPECT_FALSE(valueOf(temp.reader().gaveVerdict(failed)));
}

TEST(Runs, ARetriedCallKeepsItsHistoryAndCountsOnce) {
    TempSession temp;
    const RowKey item = temp.addPair("1", "p", "a", "b");
    const RowKey run = temp.addRun("run");
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        const std::vector<PlannedCall> plan = {{item, "AB", 1}, {item, "BA", 1}};
        EXPECT_EQ(valueOf(transaction.addPlan(run, plan)), 2);
        EXPECT_EQ(valueOf(transaction.addPlan(run, plan)), 0);
        Verdict verdict;
        verdict.runKey = run;
        verdict.itemKey = item;
        verdict.judgement.outcome = Outcome::TransportError;
        valueOf(transaction.addVerdict(verdict, true));
        return {};
    });
    EXPECT_EQ(valueOf(temp.reader().missingCalls(run)), (std::vector<PlannedCall>{{item, "AB", 1}, {item, "BA", 1}}));
    temp.addVerdict(run, item, "AB", Label::A, 0.5);
    EXPECT_EQ(valueOf(temp.reader().missingCalls(run)), (std::vector<PlannedCall>{{item, "BA", 1}}));
    const auto history = valueOf(temp.reader().verdictHistory(item, run));
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[1].attempt, 2);
    const RunSummary summary = valueOf(temp.reader().run("run"));
    EXPECT_EQ(summary.planned, 2);
    EXPECT_EQ(summary.missing, 1);
    EXPECT_EQ(summary.outcomes, (std::map<Outcome, std::int64_t>{{Outcome::Verdict, 1}}));
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        Verdict late;
        late.runKey = run;
        late.itemKey = item;
        EXPECT_EQ(valueOf(transaction.addVerdict(late, true)), 0);
        return {};
    });
    temp.close();
    EXPECT_EQ(valueOf(checkSession(temp.path())), std::vector<std::string>());
}

TEST(Runs, AreFoundByNameIdAndNumberAndContinued) {
    TempSession temp;
    const RowKey first = temp.addRun("one");
    EXPECT_EQ(temp.addRun("one"), first);
    const RowKey second = temp.addRun("two");
    const std::string id = valueOf(temp.reader().run("2")).run.id;
    EXPECT_EQ(valueOf(temp.reader().run(id)).run.key, second);
    EXPECT_EQ(valueOf(temp.reader().runByIdentity("identity of two"))->key, second);
    const auto unknown = temp.reader().run("three");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
    EXPECT_EQ(unknown.error().detail, "the runs are: one, two");
    EXPECT_FALSE(
        temp.writer().run([&](SessionTransaction& transaction) { return transaction.renameRun(second, "one"); }));
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        assize::Run third;
        third.name = "one";
        third.identity = "another";
        third.judgeVersionKey = 1;
        third.endpointUrl = "https://user:secret@host:8000/v1?key=secret";
        const assize::Run stored = valueOf(transaction.addRun(third));
        EXPECT_EQ(stored.name, "one 2");
        EXPECT_EQ(stored.number, 3);
        return {};
    });
    EXPECT_EQ(valueOf(temp.reader().run("one 2")).run.endpointUrl, "https://host:8000/v1");
}

TEST(Runs, JudgeVersionsAreNumberedWithinTheirJudge) {
    TempSession temp;
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion version;
        version.definition.name = "strict";
        const JudgeVersion first = valueOf(transaction.addJudgeVersion(version));
        EXPECT_EQ(first.number, 1);
        EXPECT_EQ(valueOf(transaction.addJudgeVersion(version)).key, first.key);
        version.definition.samples = 3;
        version.hash.clear();
        EXPECT_EQ(valueOf(transaction.addJudgeVersion(version)).number, 2);
        version.definition.name = "lenient";
        EXPECT_EQ(valueOf(transaction.addJudgeVersion(version)).number, 1);
        return {};
    });
    const auto versions = valueOf(temp.reader().judgeVersions());
    ASSERT_EQ(versions.size(), 3U);
    EXPECT_EQ(versions[0].definition.name, "lenient");
    EXPECT_EQ(versions[2].definition.samples, 3);
}

TEST(Runs, AndVersionsKeepTheNumberTheyCameWithIfItIsFree) {
    TempSession temp;
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion version;
        version.definition.name = "strict";
        version.number = 4;
        const JudgeVersion fourth = valueOf(transaction.addJudgeVersion(version));
        EXPECT_EQ(fourth.number, 4);
        version.definition.samples = 3;
        version.hash.clear();
        EXPECT_EQ(valueOf(transaction.addJudgeVersion(version)).number, 5);
        const auto numberOf = [&](const char* identity, int wanted) {
            assize::Run run;
            run.identity = run.name = identity;
            run.judgeVersionKey = fourth.key;
            run.number = wanted;
            return valueOf(transaction.addRun(run)).number;
        };
        EXPECT_EQ(numberOf("a", 2), 2);
        EXPECT_EQ(numberOf("b", 2), 3);
        EXPECT_EQ(numberOf("c", 1), 1);
        EXPECT_EQ(numberOf("d", -1), 4);
        EXPECT_EQ(numberOf("e", 2'147'483'647), 5);
        return {};
    });
}

TEST(RunItem, SaysWhatOrdersAndSamplesSayTogether) {
    const auto call = [](const char* presentation, std::optional<Label> label, std::optional<double> margin = {}) {
        return CallResult{presentation, label ? Outcome::Verdict : Outcome::Refused, label, margin, "", false};
    };
    const auto judged = [](std::vector<CallResult> calls) { return runItemOf(calls, MixedPolicy::Tie); };

    const RunItem consistent = judged({call("AB", Label::A, 0.5), call("BA", Label::A, 0.1)});
    EXPECT_EQ(consistent.agreement, OrderAgreement::Consistent);
    EXPECT_EQ(consistent.label, Label::A);
    EXPECT_NEAR(*consistent.margin, 0.3, 1e-12);

    const RunItem flipped = judged({call("AB", Label::A), call("BA", Label::B)});
    EXPECT_EQ(flipped.agreement, OrderAgreement::Flipped);
    EXPECT_EQ(flipped.label, std::nullopt);

    EXPECT_EQ(judged({call("AB", Label::A), call("BA", Label::Tie)}).label, Label::Tie);
    EXPECT_EQ(judged({call("BA", Label::B)}).label, Label::B);

    const RunItem failed = judged({call("AB", Label::A), call("BA", std::nullopt)});
    EXPECT_EQ(failed.outcome, Outcome::Refused);
    EXPECT_EQ(failed.agreement, OrderAgreement::Incomplete);
    EXPECT_EQ(failed.label, std::nullopt);

    const RunItem split = judged({call("AB", Label::A), call("AB", Label::B)});
    EXPECT_EQ(split.outcome, Outcome::Abstained);
    EXPECT_EQ(judged({call("AB", Label::A), call("AB", Label::B), call("AB", Label::A)}).label, Label::A);
    EXPECT_EQ(judged({}).planned, false);
}

TEST(RunItem, ScoresAreAveragedAndClassesVote) {
    const auto call = [](const char* result) {
        return CallResult{"A", Outcome::Verdict, std::nullopt, std::nullopt, result, false};
    };
    const auto result = [](std::vector<CallResult> calls) { return runItemOf(calls, MixedPolicy::Tie).result; };
    EXPECT_EQ(result({call("4")}), "4");
    EXPECT_EQ(result({call("4"), call("5")}), "4.5");
    EXPECT_EQ(result({call("PASS"), call("FAIL"), call("FAIL")}), "FAIL");
    EXPECT_EQ(result({call("PASS"), call("FAIL")}), "");
    EXPECT_EQ(result({call("nan"), call("inf"), call("inf")}), "inf") << "words that only look like numbers";
}

} // namespace
} // namespace assize
