// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "tests/support/fake_server.h"
#include <queue>
#include <stop_token>
#include <unordered_map>

namespace assize::test {

/// The server's thread: accepts, cuts requests, plays scripts. Only wake() may be called from elsewhere.
class FakeServer::Loop {
public:
    using Clock = std::chrono::steady_clock;
    struct Counters {
        std::atomic<int>& requests;
        std::atomic<int>& connections;
        std::atomic<int>& open;
        std::atomic<int>& abandoned;
    };

    Loop(int listener, Handler handler, std::chrono::milliseconds closeIdleAfter, Counters counters);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void run(const std::stop_token& stop);
    void wake() const;

private:
    struct Connection {
        std::uint64_t id = 0;
        std::string in;
        FakeReply steps;
        std::size_t step = 0;
        std::uint64_t sentTimes = 0; ///< of the present step
        std::size_t sentBytes = 0;   ///< of the present time
        bool isWaiting = false;      ///< for a time
        bool wantsToWrite = false;   ///< the socket's buffer is full
        Clock::time_point lastUse;
    };
    struct Alarm {
        Clock::time_point at;
        int descriptor = 0;
        std::uint64_t id = 0;
        bool operator>(const Alarm& other) const { return at > other.at; }
    };

    void acceptAll();
    void readFrom(int descriptor);
    void serve(int descriptor);
    [[nodiscard]] bool takeRequest(Connection& connection);
    [[nodiscard]] bool play(int descriptor, Connection& connection);
    [[nodiscard]] bool send(int descriptor, Connection& connection, const FakeStep& step);
    void waitForSpace(int descriptor, Connection& connection, bool wanted) const;
    void drop(int descriptor, bool withReset);
    void ringAlarms();
    void closeIdle();
    [[nodiscard]] std::chrono::nanoseconds sleepTime() const;

    int m_listener;
    int m_epoll;
    int m_wake;
    Handler m_handler;
    std::chrono::milliseconds m_closeIdleAfter;
    Counters m_counters;
    std::uint64_t m_nextId = 1;
    std::unordered_map<int, Connection> m_connections;
    std::priority_queue<Alarm, std::vector<Alarm>, std::greater<>> m_alarms;
};

} // namespace assize::test
