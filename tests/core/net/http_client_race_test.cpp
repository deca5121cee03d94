// SPDX-License-Identifier: Apache-2.0
#include "core/net/http_client.h"

#include "tests/support/fake_server.h"
#include "tests/support/process.h"

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

namespace assize::test {
namespace {

using namespace std::chrono_literals;

/// Ends the process if it is not told within the time that all is well: a lost wake-up hangs, and says so here.
class Watchdog {
public:
    explicit Watchdog(std::chrono::seconds limit)
        : m_thread([this, limit](const std::stop_token& stop) {
            std::unique_lock lock(m_mutex);
            if (!m_ended.wait_for(lock, stop, limit, [&] { return stop.stop_requested(); })) {
                std::fprintf(stderr, "a client did not end in time\n");
                std::abort();
            }
        }) {}

private:
    std::mutex m_mutex;
    std::condition_variable_any m_ended;
    std::jthread m_thread;
};

int cycles() {
    return killLoops() >= 100 ? 10'000 : 500;
}

TEST(HttpClientRace, EndsIdle) {
    const Watchdog watchdog(240s);
    for (int cycle = 0; cycle < cycles(); ++cycle)
        const HttpClient client;
}

TEST(HttpClientRace, EndsWithTransfersAtEveryStage) {
    const Watchdog watchdog(240s);
    const FakeServer server([](const FakeRequest& request) {
        if (request.number % 2 == 0)
            return FakeReply{sendStep(httpText(200, "ok"))};
        return FakeReply{step(FakeStep::Kind::Stall)};
    });
    std::atomic<int> ended{0};
    for (int cycle = 0; cycle < cycles(); ++cycle) {
        HttpClient client({2, 2});
        for (int call = 0; call < 4; ++call) {
            HttpRequest request;
            request.url = server.url();
            client.send(std::move(request), {{}, [&](const HttpResponse&) { ++ended; }});
        }
        if (cycle % 3 == 0)
            std::this_thread::yield();
    }
    EXPECT_EQ(ended, 4 * cycles());
}

TEST(HttpClientRace, StopsFromAnotherThread) {
    const Watchdog watchdog(240s);
    const FakeServer server([](const FakeRequest& request) {
        return request.number % 2 == 0 ? FakeReply{sendStep(httpText(200, "ok"))}
                                       : FakeReply{step(FakeStep::Kind::Stall)};
    });
    HttpClient client;
    std::atomic<int> ended{0};
    for (int cycle = 0; cycle < cycles(); ++cycle) {
        std::stop_source stop;
        for (int call = 0; call < 3; ++call) {
            HttpRequest request;
            request.url = server.url();
            client.send(std::move(request), {{}, [&](const HttpResponse&) { ++ended; }}, stop.get_token());
        }
        stop.request_stop();
    }
    while (ended < 3 * cycles())
        std::this_thread::yield();
}

} // namespace
} // namespace assize::test
