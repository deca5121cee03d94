// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_engine.h"

#include "tests/core/run/builtin_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

using test::builtinRequest;
using test::judgeWith;
using test::RecordingObserver;
using test::TempSession;
using test::valueOf;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

void addPairs(TempSession& session, int count) {
    for (int index = 0; index < count; ++index) {
        const std::string number = std::to_string(index);
        session.addPair(number, "Name town number " + number, "Town number " + number + " is small.", "I cannot say.");
    }
}

std::vector<Verdict> verdictsOf(TempSession& session, RowKey run, bool allAttempts = false) {
    std::vector<Verdict> verdicts;
    SessionReader::VerdictParts parts;
    parts.allAttempts = allAttempts;
    valueOf(session.reader().forEachVerdict(run, parts, [&](const Verdict& verdict) {
        verdicts.push_back(verdict);
        return true;
    }));
    return verdicts;
}

TEST(RunEngine, JudgesEveryItemInBothOrders) {
    TempSession session;
    addPairs(session, 3);
    const RunReport report = judgeWith(session, builtinRequest());
    EXPECT_EQ(report.run.name, "builtin");
    EXPECT_EQ(report.progress.planned, 6);
    EXPECT_EQ(report.progress.sent, 6);
    EXPECT_EQ(report.progress.notReached(), 0);
    EXPECT_FALSE(report.isStopped);
    EXPECT_THAT(report.outcomes, ElementsAre(Pair(Outcome::Verdict, 6)));
    for (const Verdict& verdict : verdictsOf(session, report.run.key)) {
        EXPECT_EQ(verdict.judgement.label, Label::A);
        EXPECT_THAT(verdict.judgement.flags, IsEmpty());
    }
}

TEST(RunEngine, AnnouncesWhatAnotherConnectionCanRead) {
    TempSession session;
    addPairs(session, 5);
    RecordingObserver observer;
    const auto reader = valueOf(session.session().reader());
    bool allThere = true;
    observer.afterStored = [&] {
        for (const Verdict& verdict : observer.stored)
            allThere = allThere && verdict.key > 0 &&
                       !valueOf(reader->verdictHistory(verdict.itemKey, verdict.runKey)).empty();
    };
    const RunReport report = valueOf(executeRun(session.session(), builtinRequest(), observer, {}));
    EXPECT_TRUE(allThere);
    EXPECT_EQ(observer.runName, "builtin");
    EXPECT_EQ(observer.planned.planned, 10);
    EXPECT_EQ(observer.stored.size(), 10U);
    EXPECT_EQ(observer.last.sent, report.progress.sent);
}

TEST(RunEngine, TheOrdersOfAnItemAreJudgedTogether) {
    TempSession session;
    addPairs(session, 4);
    RunRequest request = builtinRequest();
    request.concurrency = 1;
    RecordingObserver observer;
    EXPECT_TRUE(executeRun(session.session(), request, observer, {}).has_value());
    ASSERT_EQ(observer.stored.size(), 8U);
    for (std::size_t at = 0; at < 8; at += 2) {
        EXPECT_EQ(observer.stored[at].itemKey, observer.stored[at + 1].itemKey);
        EXPECT_EQ(observer.stored[at].presentation, "AB");
        EXPECT_EQ(observer.stored[at + 1].presentation, "BA");
    }
}

TEST(RunEngine, ASecondCallSendsNothing) {
    TempSession session;
    addPairs(session, 3);
    const RunReport first = judgeWith(session, builtinRequest());
    session.reopen();
    const RunReport second = judgeWith(session, builtinRequest());
    EXPECT_EQ(second.run.id, first.run.id);
    EXPECT_EQ(second.progress.already, 6);
    EXPECT_EQ(second.progress.sent, 0);
    EXPECT_EQ(verdictsOf(session, first.run.key, true).size(), 6U);
}

TEST(RunEngine, AContinuedRunKeepsToItsPlan) {
    TempSession session;
    addPairs(session, 3);
    RunRequest request = builtinRequest();
    request.orders = Orders::AB;
    const RunReport first = judgeWith(session, request);
    addPairs(session, 5); // two new items, which the run does not know
    RunRequest again = builtinRequest();
    again.continuation = RunContinuation{first.run.key, {}};
    const RunReport second = judgeWith(session, again);
    EXPECT_EQ(second.run.id, first.run.id);
    EXPECT_EQ(second.progress.planned, 3);
    EXPECT_EQ(second.progress.already, 3);
    EXPECT_EQ(second.progress.sent, 0);
}

TEST(RunEngine, CallsAskedForOneByOneAreMadeAgain) {
    TempSession session;
    addPairs(session, 3);
    const RunReport first = judgeWith(session, builtinRequest());
    const RowKey item = verdictsOf(session, first.run.key).front().itemKey;
    RunRequest again = builtinRequest();
    again.continuation = RunContinuation{first.run.key, {{item, "BA", 1}}};
    const RunReport second = judgeWith(session, again);
    EXPECT_EQ(second.progress.planned, 1);
    EXPECT_EQ(second.progress.sent, 1);
    EXPECT_EQ(verdictsOf(session, first.run.key, true).size(), 7U);
    EXPECT_THAT(second.outcomes, ElementsAre(Pair(Outcome::Verdict, 6)));
}

TEST(RunEngine, ARunOfAnotherEndpointCannotGoOnHere) {
    TempSession session;
    addPairs(session, 1);
    const RowKey other = session.addRun("elsewhere");
    RunRequest request = builtinRequest();
    request.continuation = RunContinuation{other, {}};
    RecordingObserver observer;
    const auto report = executeRun(session.session(), request, observer, {});
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(report.error().subject, "elsewhere");
}

TEST(RunEngine, MoreOrdersAndSamplesWidenTheRun) {
    TempSession session;
    addPairs(session, 2);
    RunRequest request = builtinRequest();
    request.orders = Orders::AB;
    const RunReport first = judgeWith(session, request);
    EXPECT_EQ(first.progress.sent, 2);
    request.orders = Orders::Both;
    request.samples = 2;
    const RunReport second = judgeWith(session, request);
    EXPECT_EQ(second.run.key, first.run.key);
    EXPECT_EQ(second.progress.planned, 8);
    EXPECT_EQ(second.progress.already, 2);
    EXPECT_EQ(second.progress.sent, 6);
}

TEST(RunEngine, JudgesOnlyTheSelectedItems) {
    TempSession session;
    addPairs(session, 3);
    RunRequest request = builtinRequest();
    request.items.condition = {"i.source_id = ?", {std::string("1")}};
    EXPECT_EQ(judgeWith(session, request).progress.planned, 2);
    request.items.condition = {};
    const RunReport all = judgeWith(session, request);
    EXPECT_EQ(all.progress.already, 2);
    EXPECT_EQ(all.progress.sent, 4);
}

TEST(RunEngine, ANewRunAsksAgainAndIsContinued) {
    TempSession session;
    addPairs(session, 2);
    const RunReport first = judgeWith(session, builtinRequest());
    RunRequest anew = builtinRequest();
    anew.startNew = true;
    anew.name = "again";
    const RunReport second = judgeWith(session, anew);
    EXPECT_EQ(second.run.name, "again");
    EXPECT_NE(second.run.key, first.run.key);
    EXPECT_EQ(second.progress.sent, 4);
    addPairs(session, 3); // one more item
    const RunReport third = judgeWith(session, builtinRequest());
    EXPECT_EQ(third.run.key, second.run.key);
    EXPECT_EQ(third.progress.sent, 2);
    EXPECT_EQ(third.progress.cached, 0);
}

TEST(RunEngine, AnEqualRequestIsAnsweredFromTheSession) {
    TempSession session;
    session.addPair("1", "Name a town", "Town", "Village");
    RunRequest request = builtinRequest();
    const RunReport first = judgeWith(session, request);
    session.addPair("2", "Name a town", "Town", "Village");
    const RunReport second = judgeWith(session, request);
    EXPECT_EQ(second.progress.cached, 2);
    EXPECT_EQ(second.progress.sent, 0);
    const auto verdicts = verdictsOf(session, first.run.key);
    ASSERT_EQ(verdicts.size(), 4U);
    EXPECT_EQ(verdicts[0].judgement.label, verdicts[2].judgement.label);
    EXPECT_EQ(verdicts[0].requestHash, verdicts[2].requestHash);
}

TEST(RunEngine, ItemsThatDoNotFitAreCountedAndNothingIsWritten) {
    TempSession session;
    addPairs(session, 3);
    const RunReport report = judgeWith(session, builtinRequest("builtin-direct"));
    EXPECT_EQ(report.unsuitable, 3);
    EXPECT_EQ(report.progress.planned, 0);
    EXPECT_THAT(valueOf(session.reader().runs()), IsEmpty());
}

TEST(RunEngine, ScoresAndPassesSingleResponses) {
    TempSession session;
    session.write([](SessionTransaction& transaction) -> Result<void> {
        Item item;
        item.format = "single";
        item.sourceId = "1";
        item.turns = {{"user", "Who built the bridge?"}};
        item.responses = {{"Anna built the bridge, says Joe.", {}}};
        item.context = "Anna built it.";
        const auto added = transaction.addItem(item, {});
        return added ? Result<void>() : tl::unexpected(added.error());
    });
    const RunReport direct = judgeWith(session, builtinRequest("builtin-direct"));
    const auto scores = verdictsOf(session, direct.run.key);
    ASSERT_EQ(scores.size(), 1U);
    EXPECT_EQ(scores[0].judgement.outcome, Outcome::Verdict);
    EXPECT_EQ(scores[0].judgement.result, "4");
    const RunReport passFail = judgeWith(session, builtinRequest("builtin-pass-fail"));
    const auto verdicts = verdictsOf(session, passFail.run.key);
    ASSERT_EQ(verdicts.size(), 1U);
    EXPECT_EQ(verdicts[0].judgement.outcome, Outcome::Verdict);
    EXPECT_EQ(verdicts[0].judgement.result, "FAIL");
}

TEST(RunEngine, WhatWasAnnouncedBeforeAStopIsKept) {
    TempSession session;
    addPairs(session, 200);
    RunRequest request = builtinRequest();
    request.concurrency = 1;
    RecordingObserver observer;
    std::stop_source stop;
    observer.afterStored = [&] { stop.request_stop(); };
    const RunReport stopped = valueOf(executeRun(session.session(), request, observer, stop.get_token()));
    EXPECT_GE(verdictsOf(session, stopped.run.key).size(), observer.stored.size());
    const RunReport finished = judgeWith(session, request);
    EXPECT_EQ(stopped.progress.sent + finished.progress.sent, 400);
    EXPECT_EQ(verdictsOf(session, stopped.run.key, true).size(), 400U);
}

TEST(RunEngine, StoppedBeforeItBeginsWritesNothing) {
    TempSession session;
    addPairs(session, 2);
    RecordingObserver observer;
    std::stop_source stop;
    stop.request_stop();
    const auto report = executeRun(session.session(), builtinRequest(), observer, stop.get_token());
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_THAT(valueOf(session.reader().runs()), IsEmpty());
}

TEST(RunEngine, FailuresAreAskedForAgainOnlyWhenWanted) {
    TempSession session;
    addPairs(session, 1);
    RunRequest request = builtinRequest();
    request.orders = Orders::AB;
    const RunReport first = judgeWith(session, request);
    Verdict failed = verdictsOf(session, first.run.key).at(0);
    failed.key = 0;
    failed.id.clear();
    failed.judgement = {};
    failed.judgement.outcome = Outcome::Unparseable;
    session.write([&](SessionTransaction& transaction) -> Result<void> {
        const auto added = transaction.addVerdict(failed);
        return added ? Result<void>() : tl::unexpected(added.error());
    });
    EXPECT_EQ(judgeWith(session, request).progress.sent, 0);
    request.retry = {Outcome::Refused};
    EXPECT_EQ(judgeWith(session, request).progress.sent, 0);
    request.retry = {Outcome::Refused, Outcome::Unparseable};
    const RunReport again = judgeWith(session, request);
    EXPECT_EQ(again.progress.sent, 1);
    EXPECT_THAT(again.outcomes, ElementsAre(Pair(Outcome::Verdict, 1)));
    EXPECT_EQ(verdictsOf(session, first.run.key, true).size(), 3U);
}

TEST(RunEngine, RefusesWhatCannotRun) {
    TempSession session;
    addPairs(session, 1);
    RecordingObserver observer;
    const auto otherJudge = executeRun(session.session(), builtinRequest("rubric-fixed"), observer, {});
    ASSERT_FALSE(otherJudge.has_value());
    EXPECT_EQ(otherJudge.error().code, ErrorCode::InvalidArgument);
    RunRequest request = builtinRequest();
    request.endpoint.kind = "telepathy";
    EXPECT_EQ(executeRun(session.session(), request, observer, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(valueOf(session.reader().runs()), IsEmpty());
}

} // namespace
} // namespace assize
