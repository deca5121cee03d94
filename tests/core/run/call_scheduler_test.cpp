// SPDX-License-Identifier: Apache-2.0
#include "core/run/call_scheduler.h"

#include <cstdlib>
#include <future>
#include <gtest/gtest.h>
#include <thread>

namespace assize {
namespace {

using namespace std::chrono_literals;

/// A server in the test's hand: it keeps what is sent until the test answers.
class HeldServer {
public:
    CallScheduler::Sender sender() {
        return [this](HttpRequest request, std::function<void(HttpResponse)> done) {
            const std::lock_guard lock(m_mutex);
            sent.push_back(request.url);
            m_open.push_back(std::move(done));
        };
    }

    /// Answers the oldest open call.
    void answer(int status, HttpFailure failure = HttpFailure::None) {
        HttpResponse response;
        response.status = status;
        response.failure = failure;
        std::function<void(HttpResponse)> done;
        {
            const std::lock_guard lock(m_mutex);
            done = std::move(m_open.front());
            m_open.erase(m_open.begin());
        }
        done(std::move(response));
    }

    [[nodiscard]] std::size_t open() const {
        const std::lock_guard lock(m_mutex);
        return m_open.size();
    }

    std::vector<std::string> sent;

private:
    mutable std::mutex m_mutex;
    std::vector<std::function<void(HttpResponse)>> m_open;
};

/// Calls of so many items in both orders.
std::vector<OwedCall> bothOrders(int items) {
    std::vector<OwedCall> owed;
    for (int item = 1; item <= items; ++item) {
        owed.push_back({{item, "AB", 1}, false});
        owed.push_back({{item, "BA", 1}, false});
    }
    return owed;
}

class Scheduling : public testing::Test {
protected:
    std::unique_ptr<CallScheduler> schedule(int items, int concurrency, RunLimits limits = {}) {
        return std::make_unique<CallScheduler>(bothOrders(items),
            CallScheduler::Settings{concurrency, [] { return 0.0; }, true},
            StartGate(RateLimiter(concurrency, {}), Budget(limits, {}), {20ms, 600s}), m_server.sender());
    }

    /// Takes the next step, which prepares, and hands its calls over.
    static void prepareOne(CallScheduler& scheduler, Expense most = {}) {
        WorkStep step = scheduler.next();
        auto* group = std::get_if<CallGroup>(&step);
        ASSERT_NE(group, nullptr);
        for (JudgeCall& call : group->calls) {
            HttpRequest request;
            request.url = std::to_string(call.owed.call.itemKey) + call.owed.call.presentation;
            call.most = most;
            scheduler.ready({std::move(call), std::move(request)});
        }
        scheduler.finished();
    }

    static ReturnedCall returned(CallScheduler& scheduler) {
        WorkStep step = scheduler.next();
        EXPECT_TRUE(std::holds_alternative<ReturnedCall>(step));
        return std::move(std::get<ReturnedCall>(step));
    }

    static bool isEnd(const WorkStep& step) { return std::holds_alternative<std::monostate>(step); }

    HeldServer m_server;
};

CallFailure serverError() {
    CallFailure failure;
    failure.kind = FailureClass::ServerError;
    failure.status = 500;
    failure.mayRetry = true;
    failure.detail = quoted("broken");
    return failure;
}

TEST_F(Scheduling, SendsTheOrdersOfAnItemTogetherAndNoMoreThanAllowed) {
    const auto scheduler = schedule(2, 2);
    prepareOne(*scheduler);
    EXPECT_EQ(m_server.sent, (std::vector<std::string>{"1AB", "1BA"}));
    prepareOne(*scheduler); // prepared ahead, not sent
    EXPECT_EQ(m_server.open(), 2U);
    m_server.answer(200); // the network thread sends the next one at once
    EXPECT_EQ(m_server.sent.back(), "2AB");
    EXPECT_EQ(m_server.open(), 2U);
}

TEST_F(Scheduling, EndsWhenEverythingIsRead) {
    const auto scheduler = schedule(1, 2);
    prepareOne(*scheduler);
    m_server.answer(200);
    m_server.answer(200);
    for (int call = 0; call < 2; ++call) {
        const ReturnedCall back = returned(*scheduler);
        EXPECT_EQ(back.call.tries, 1);
        scheduler->succeeded(back.call, {}, {});
        scheduler->finished();
    }
    EXPECT_TRUE(isEnd(scheduler->next()));
    EXPECT_EQ(scheduler->end().first, RunEnd::Complete);
    const CallScheduler::News news = scheduler->nextNews();
    EXPECT_TRUE(news.isOver);
    EXPECT_EQ(news.calls.size(), 4U); // each was sent and ended
}

TEST_F(Scheduling, TriesAgainAndThenGivesTheFailureToBeStored) {
    std::vector<OwedCall> one = bothOrders(1);
    one.pop_back();
    CallScheduler scheduler(one, {1, [] { return 0.0; }, false},
        StartGate(RateLimiter(1, {}), Budget({}, {}), {20ms, 600s}), m_server.sender());
    CallFailure failure = serverError();
    failure.retryAfter = 1ms;
    for (int tries = 1; tries <= 5; ++tries) {
        prepareOne(scheduler);
        m_server.answer(500);
        ReturnedCall back = returned(scheduler);
        EXPECT_EQ(back.call.tries, tries);
        EXPECT_EQ(scheduler.failed(std::move(back.call), failure, {}, HttpFailure::None), tries == 5);
        scheduler.finished();
    }
    EXPECT_TRUE(isEnd(scheduler.next()));
}

TEST_F(Scheduling, AReplyThatCannotBeReadFreesOnePlaceOnly) {
    const auto scheduler = schedule(4, 2);
    prepareOne(*scheduler);
    prepareOne(*scheduler);
    m_server.answer(200); // 2AB takes its place at once
    ReturnedCall back = returned(*scheduler);
    CallFailure garbled = serverError();
    garbled.kind = FailureClass::Garbled;
    garbled.mayRetry = false;
    EXPECT_TRUE(scheduler->failed(std::move(back.call), garbled, {}, HttpFailure::None));
    scheduler->finished();
    prepareOne(*scheduler);
    EXPECT_EQ(m_server.open(), 2U);
}

TEST_F(Scheduling, EndsItselfWhenTheKeyIsRefused) {
    const auto scheduler = schedule(5, 2);
    prepareOne(*scheduler);
    prepareOne(*scheduler); // enough is ready, so that the reply is read next
    m_server.answer(401);
    ReturnedCall back = returned(*scheduler);
    CallFailure failure = serverError();
    failure.kind = FailureClass::KeyRefused;
    failure.concernsAll = true;
    failure.mayRetry = false;
    EXPECT_TRUE(scheduler->failed(std::move(back.call), failure, {}, HttpFailure::None));
    scheduler->finished();
    EXPECT_TRUE(scheduler->cancelToken().stop_requested());
    m_server.answer(0, HttpFailure::Cancelled);
    EXPECT_TRUE(isEnd(scheduler->next()));
    EXPECT_EQ(scheduler->end().first, RunEnd::KeyRefused);
}

TEST_F(Scheduling, GivesUpOnAServerThatWasNeverThere) {
    std::vector<OwedCall> one = bothOrders(1);
    one.pop_back();
    CallScheduler scheduler(one, {1, [] { return 0.0; }, false},
        StartGate(RateLimiter(1, {}), Budget({}, {}), {20ms, 600s}), m_server.sender());
    CallFailure failure = serverError();
    failure.kind = FailureClass::Network;
    failure.status = 0;
    prepareOne(scheduler);
    m_server.answer(0, HttpFailure::Unconnected);
    ReturnedCall first = returned(scheduler);
    EXPECT_FALSE(scheduler.failed(std::move(first.call), failure, {}, HttpFailure::Unconnected));
    scheduler.finished();
    EXPECT_EQ(scheduler.nextNews().notices.at(0).kind, RunNotice::Kind::ServerAway);
    EXPECT_EQ(scheduler.end().first, RunEnd::Complete); // it looks once more
    prepareOne(scheduler);
    EXPECT_EQ(m_server.open(), 0U);
    std::thread worker([&] {
        ReturnedCall second = returned(scheduler);
        EXPECT_EQ(second.call.tries, 1); // a call that nobody saw is no try
        EXPECT_FALSE(scheduler.failed(std::move(second.call), failure, {}, HttpFailure::Unconnected));
        scheduler.finished();
    });
    while (m_server.open() == 0)
        std::this_thread::yield();
    m_server.answer(0, HttpFailure::Unconnected);
    worker.join();
    EXPECT_TRUE(isEnd(scheduler.next()));
    EXPECT_EQ(scheduler.end().first, RunEnd::Unreachable);
}

TEST_F(Scheduling, StopsBeforeTheBudgetIsPassed) {
    const auto scheduler = schedule(4, 4, {0, 250});
    prepareOne(*scheduler, {0, 100});
    prepareOne(*scheduler, {0, 100});
    EXPECT_EQ(m_server.open(), 2U); // a third might pass it
    for (int call = 0; call < 2; ++call) {
        m_server.answer(200);
        const ReturnedCall back = returned(*scheduler);
        scheduler->succeeded(back.call, {}, {0, 90});
        scheduler->finished();
    }
    EXPECT_TRUE(isEnd(scheduler->next())); // 180 + 100
    EXPECT_EQ(scheduler->end().first, RunEnd::Budget);
    EXPECT_EQ(m_server.sent.size(), 2U);
}

TEST_F(Scheduling, APauseLetsWhatIsUnderWayEnd) {
    const auto scheduler = schedule(3, 2);
    prepareOne(*scheduler);
    scheduler->setPaused(true);
    EXPECT_EQ(scheduler->nextNews().notices.at(0).kind, RunNotice::Kind::Paused);
    m_server.answer(200);
    m_server.answer(200);
    for (int call = 0; call < 2; ++call) {
        const ReturnedCall back = returned(*scheduler);
        scheduler->succeeded(back.call, {}, {});
        scheduler->finished();
    }
    EXPECT_EQ(m_server.sent.size(), 2U);
    scheduler->setPaused(false);
    prepareOne(*scheduler);
    EXPECT_EQ(m_server.sent.size(), 4U);
}

TEST_F(Scheduling, AStopWakesWhoeverWaits) {
    const auto scheduler = schedule(1, 2);
    prepareOne(*scheduler);
    bool hasEnded = false;
    std::thread worker([&] { hasEnded = isEnd(scheduler->next()); });
    scheduler->halt(RunEnd::Stopped, {}, true);
    m_server.answer(0, HttpFailure::Cancelled);
    m_server.answer(0, HttpFailure::Cancelled);
    worker.join();
    EXPECT_TRUE(hasEnded);
    EXPECT_EQ(scheduler->end().first, RunEnd::Stopped);
}

// A session that no worker could open left the run waiting for ever: nobody told that it was over.
TEST_F(Scheduling, AHaltIsNewsAlsoWhereNoWorkerIsLeft) {
    const auto scheduler = schedule(1, 1);
    std::promise<void> begins;
    auto news = std::async(std::launch::async, [&] {
        begins.set_value();
        return scheduler->nextNews();
    });
    begins.get_future().wait();
    ASSERT_EQ(news.wait_for(20ms), std::future_status::timeout);
    scheduler->halt(RunEnd::Stopped, {}, true);
    EXPECT_EQ(news.wait_for(10s), std::future_status::ready);
    if (HasFailure())
        std::abort(); // nothing can wake it any more
    EXPECT_TRUE(news.get().isOver);
}

// The refusal may come within a reply of status 200, which is counted as ended already: counted twice, it made room for
// more calls than a server that has just refused some was to get.
TEST_F(Scheduling, ASchemaRefusedWithinAReplyFreesOnePlaceOnly) {
    const auto scheduler = schedule(4, 2);
    prepareOne(*scheduler);
    prepareOne(*scheduler);
    CallFailure tooFast = serverError();
    tooFast.kind = FailureClass::RateLimited;
    tooFast.retryAfter = 50ms;
    m_server.answer(429); // from now on one call at a time
    EXPECT_FALSE(scheduler->failed(returned(*scheduler).call, tooFast, {}, HttpFailure::None));
    scheduler->finished();
    m_server.answer(200);
    scheduler->schemaRefused(returned(*scheduler).call, quoted("json_schema is not supported"));
    scheduler->finished();
    prepareOne(*scheduler); // waits until the server may be asked again
    EXPECT_EQ(m_server.open(), 1U);
}

TEST_F(Scheduling, ASchemaThatIsRefusedIsNotSentAgain) {
    const auto scheduler = schedule(1, 1);
    prepareOne(*scheduler);
    m_server.answer(400);
    ReturnedCall back = returned(*scheduler);
    EXPECT_TRUE(scheduler->maySendSchema());
    scheduler->schemaRefused(std::move(back.call), quoted("unknown field response_format"));
    scheduler->finished();
    EXPECT_FALSE(scheduler->maySendSchema());
    CallScheduler::News news = scheduler->nextNews();
    ASSERT_EQ(news.notices.size(), 1U);
    EXPECT_EQ(news.notices[0].kind, RunNotice::Kind::SchemaRefused);
}

TEST_F(Scheduling, EndsWhereCallAfterCallFails) {
    const auto scheduler = schedule(60, 1);
    CallFailure failure = serverError();
    failure.kind = FailureClass::Rejected;
    failure.mayRetry = false;
    int stored = 0;
    const std::jthread answering([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            if (m_server.open() > 0)
                m_server.answer(400);
            std::this_thread::yield();
        }
    });
    while (scheduler->end().first == RunEnd::Complete) {
        WorkStep step = scheduler->next();
        if (auto* group = std::get_if<CallGroup>(&step)) {
            for (JudgeCall& call : group->calls)
                scheduler->ready({std::move(call), {}});
        } else {
            ReturnedCall& back = std::get<ReturnedCall>(step);
            stored += scheduler->failed(std::move(back.call), failure, {}, HttpFailure::None) ? 1 : 0;
        }
        scheduler->finished();
    }
    EXPECT_EQ(stored, 100);
    EXPECT_EQ(scheduler->end().first, RunEnd::AllFailing);
}

} // namespace
} // namespace assize
