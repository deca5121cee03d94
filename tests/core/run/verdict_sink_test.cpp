// SPDX-License-Identifier: Apache-2.0
#include "core/run/verdict_sink.h"

#include "tests/core/run/recording_observer.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using test::RecordingObserver;
using test::TempSession;

/// A disk that is full.
class FailingWriter final : public SessionWriter {
public:
    std::future<Result<void>> submit(Job, Urgency) override {
        std::promise<Result<void>> answer;
        answer.set_value(fail(ErrorCode::NotWritable, "test.assize", said("the disk is full")));
        return answer.get_future();
    }
    Result<void> run(Job job, Urgency urgency) override { return submit(std::move(job), urgency).get(); }
    Result<std::int64_t> indexMore(std::int64_t) override { return 0; }
    bool startFilling() override { return false; }
    void stopFilling() override {}
};

VerdictSink::Entry entryFor(RowKey run, RowKey item, int sample) {
    VerdictSink::Entry entry;
    entry.verdict.runKey = run;
    entry.verdict.itemKey = item;
    entry.verdict.sample = sample;
    entry.verdict.judgement.outcome = Outcome::Refused;
    entry.verdict.usage.inputTokens = 10;
    return entry;
}

TEST(VerdictSink, CountsWhatBecameOfTheCalls) {
    TempSession session;
    const RowKey item = session.addPair("1", "?", "a", "b");
    const RowKey run = session.addRun("run");
    RecordingObserver observer;
    RunProgress before;
    before.planned = 4;
    before.already = 1;
    VerdictSink sink(session.writer(), observer, before);
    sink.store(entryFor(run, item, 1));
    VerdictSink::Entry cached = entryFor(run, item, 2);
    cached.isCached = true;
    cached.verdict.usage = {};
    sink.store(cached);
    const RunProgress after = test::valueOf(sink.finish());
    EXPECT_EQ(after.sent, 1);
    EXPECT_EQ(after.cached, 1);
    EXPECT_EQ(after.notReached(), 1);
    EXPECT_EQ(after.outcomes.at(Outcome::Refused), 2);
    EXPECT_EQ(after.usage.inputTokens, 10);
    EXPECT_EQ(observer.stored.size(), 2U);
}

// Replies out of the session count as verdicts, but no model writes them now.
TEST(VerdictSink, TokensASecondAreThoseOfRepliesThatCame) {
    TempSession session;
    const RowKey item = session.addPair("1", "?", "a", "b");
    const RowKey run = session.addRun("run");
    RecordingObserver observer;
    VerdictSink sink(session.writer(), observer, {});
    for (int sample = 1; sample <= 10; ++sample) {
        VerdictSink::Entry entry = entryFor(run, item, sample);
        entry.verdict.usage.outputTokens = 10;
        entry.isCached = sample > 1;
        sink.store(entry);
    }
    const RunPace pace = test::valueOf(sink.finish()).pace;
    EXPECT_GT(pace.perSecond, 0);
    EXPECT_NEAR(pace.tokensPerSecond / pace.perSecond, 1, 0.1); // ten tokens, ten verdicts
}

TEST(VerdictSink, AnOutcomeThatIsThereStays) {
    TempSession session;
    const RowKey item = session.addPair("1", "?", "a", "b");
    const RowKey run = session.addRun("run");
    session.addVerdict(run, item, "AB", Label::A, 0.5);
    RecordingObserver observer;
    RunProgress before;
    before.planned = 1;
    VerdictSink sink(session.writer(), observer, before);
    sink.store(entryFor(run, item, 1));
    const RunProgress after = test::valueOf(sink.finish());
    EXPECT_EQ(after.already, 1);
    EXPECT_EQ(after.sent, 0);
    EXPECT_TRUE(observer.stored.empty());
    EXPECT_EQ(test::valueOf(session.reader().verdictHistory(item, run)).size(), 1U);
}

TEST(VerdictSink, NothingIsAnnouncedThatWasNotWritten) {
    FailingWriter writer;
    RecordingObserver observer;
    VerdictSink sink(writer, observer, {});
    for (int sample = 1; sample <= 10'000; ++sample) // more than the queue holds: nobody may be left waiting
        sink.store(entryFor(1, 1, sample));
    const auto finished = sink.finish();
    ASSERT_FALSE(finished.has_value());
    EXPECT_EQ(finished.error().code, ErrorCode::NotWritable);
    EXPECT_TRUE(sink.hasFailed());
    EXPECT_TRUE(observer.stored.empty());
}

} // namespace
} // namespace assize
