// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/net/curl_events.h"
#include "core/net/transfer.h"
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace assize {

/// The network thread. Everything below runs on it, save post(), traffic() and the destructor.
class HttpClient::Loop {
public:
    explicit Loop(Limits limits);
    /// Ends what is open or queued with Cancelled.
    ~Loop();

    void post(HttpRequest request, HttpHandlers handlers, std::stop_token stop);
    [[nodiscard]] std::vector<HostTraffic> traffic() const;

private:
    using Id = std::uint64_t;
    struct Job {
        HttpRequest request;
        HttpHandlers handlers;
        std::stop_token stop;
    };
    /// Requests to one host: how many are open, and which wait for one of them to end.
    struct Host {
        int open = 0;
        std::deque<Id> waiting;
    };

    void run(const std::stop_token& stop);
    [[nodiscard]] std::chrono::milliseconds sleepTime();
    void adoptInbox();
    void adopt(Job job);
    void cancel(Id id);
    void startWaiting(const std::string& host);
    void startOne(Id id, Transfer& transfer);
    void deliverFinished();
    void endExpired();
    void end(Id id);
    void endAll();
    void countStart(const std::string& host);
    void count(const Transfer& transfer);

    const Limits m_limits;
    CurlEvents m_events;
    std::vector<CurlEasy> m_spare;
    std::unordered_map<Id, std::unique_ptr<Transfer>> m_transfers;
    std::unordered_map<CURL*, Id> m_open;
    std::map<std::string, Host> m_hosts;
    Id m_nextId = 1;
    Transfer::Clock::time_point m_nextSweep;

    mutable std::mutex m_mutex; ///< guards the three below
    std::vector<Job> m_inbox;
    std::vector<Id> m_cancelled;
    std::map<std::string, HostTraffic> m_traffic;

    std::jthread m_thread; ///< last member: starts after, joins before, all it uses
};

} // namespace assize
