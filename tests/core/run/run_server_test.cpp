// SPDX-License-Identifier: Apache-2.0
// The engine against a server: what the window needs of it and the command line does not show.
#include "core/judge/library.h"
#include "core/net/http_client.h"
#include "core/run/run_control.h"
#include "core/run/run_engine.h"
#include "tests/support/fake_model.h"
#include "tests/support/temp_session.h"

#include <condition_variable>
#include <gtest/gtest.h>
#include <mutex>
#include <set>

namespace assize {
namespace {

using test::FakeServer;
using test::TempSession;
using test::valueOf;

/// Watches everything, and lets a test wait until something was told.
class Watcher final : public RunObserver {
public:
    void onPlanned(const Run&, const RunProgress&) override {}
    void onStored(std::span<const Verdict> verdicts, const RunProgress& progress) override {
        const std::lock_guard lock(m_mutex);
        stored += verdicts.size();
        last = progress;
        m_changed.notify_all();
        if (afterStored)
            afterStored();
    }
    void onNotice(const RunNotice& notice) override {
        const std::lock_guard lock(m_mutex);
        notices.insert(notice.kind);
        m_changed.notify_all();
    }
    [[nodiscard]] bool wantsCalls() const override { return true; }
    void onCalls(std::span<const CallEvent> events) override {
        for (const CallEvent& event : events) {
            slots.insert(event.slot);
            (event.hasEnded ? ended : sent) += 1;
        }
    }

    void waitForNotice(RunNotice::Kind kind) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return notices.contains(kind); });
    }

    std::size_t stored = 0;
    RunProgress last;
    std::set<RunNotice::Kind> notices;
    std::set<int> slots;
    int sent = 0;
    int ended = 0;
    std::function<void()> afterStored;

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

RunRequest requestFor(const FakeServer& server) {
    RunRequest request;
    auto preset = valueOf(findJudge("pairwise-json", {}));
    request.judge = std::move(preset.judge);
    request.judgeSource = preset.source;
    request.endpoint.name = "fake";
    request.endpoint.url = server.url("/v1");
    request.endpoint.model = "fake-judge";
    request.endpoint.price.input = 1'000'000; // one a token
    request.concurrency = 4;
    return request;
}

void addPairs(TempSession& session, int count) {
    for (int item = 0; item < count; ++item)
        session.addPair(std::to_string(item), "Name a town " + std::to_string(item), "Bern", "No");
}

TEST(RunOnServer, TellsOfEachCallAndWhatItCost) {
    const FakeServer server(test::fakeModel());
    TempSession session;
    addPairs(session, 10);
    Watcher watcher;
    const RunReport report = valueOf(executeRun(session.session(), requestFor(server), {}, watcher, {}));
    EXPECT_EQ(report.progress.sent, 20);
    EXPECT_EQ(watcher.stored, 20U);
    EXPECT_EQ(watcher.sent, 20);
    EXPECT_EQ(watcher.ended, 20);
    EXPECT_LE(watcher.slots.size(), 4U);
    EXPECT_DOUBLE_EQ(report.progress.cost, static_cast<double>(report.progress.usage.inputTokens));
    EXPECT_TRUE(watcher.last.pace.latency50.has_value());
    EXPECT_GT(watcher.last.pace.perSecond, 0);
}

TEST(RunOnServer, PausesAndGoesOn) {
    const FakeServer server(test::fakeModel());
    TempSession session;
    addPairs(session, 10);
    Watcher watcher;
    RunControl control;
    control.pause();
    RunTools tools;
    tools.control = &control;
    std::jthread person([&] {
        watcher.waitForNotice(RunNotice::Kind::Paused);
        EXPECT_EQ(server.requestCount(), 0);
        control.resume();
    });
    const RunReport report = valueOf(executeRun(session.session(), requestFor(server), tools, watcher, {}));
    EXPECT_EQ(report.progress.sent, 20);
    EXPECT_TRUE(watcher.notices.contains(RunNotice::Kind::GoingOn));
}

TEST(RunOnServer, AStoppedRunLeavesItsCallsAtOnce) {
    test::FakeModelOptions options;
    options.fault = [](const test::FakeRequest& request) {
        return request.number < 6 ? test::Fault::None : test::Fault::StallBefore;
    };
    const FakeServer server(test::fakeModel(options));
    TempSession session;
    addPairs(session, 10);
    Watcher watcher;
    std::stop_source stop;
    std::chrono::steady_clock::time_point stoppedAt;
    watcher.afterStored = [&] {
        if (watcher.stored < 6)
            return;
        stoppedAt = std::chrono::steady_clock::now();
        stop.request_stop();
    };
    const RunReport report = valueOf(executeRun(session.session(), requestFor(server), {}, watcher, stop.get_token()));
    EXPECT_LT(std::chrono::steady_clock::now() - stoppedAt, std::chrono::seconds(1));
    EXPECT_EQ(report.end, RunEnd::Stopped);
    EXPECT_EQ(report.progress.sent, 6);
    EXPECT_EQ(report.progress.notReached(), 14);
}

TEST(RunOnServer, ALimitOnCostsNeedsPrices) {
    const FakeServer server(test::fakeModel());
    TempSession session;
    addPairs(session, 1);
    RunRequest request = requestFor(server);
    request.endpoint.price = {};
    request.limits.maxCost = 1;
    Watcher watcher;
    const auto refused = executeRun(session.session(), request, {}, watcher, {});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(valueOf(session.reader().runs()).empty());
}

} // namespace
} // namespace assize
