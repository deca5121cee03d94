// SPDX-License-Identifier: Apache-2.0
#include "core/net/http_loop.h"

#include "core/base/clock.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <utility>

namespace assize {
namespace {

using namespace std::chrono_literals;

/// How exact time limits are, and how long the thread sleeps while requests are open.
constexpr auto SweepInterval = 50ms;
constexpr std::chrono::milliseconds IdleSleep = 1s;

std::string_view timeoutDetail(HttpFailure failure) {
    switch (failure) {
    case HttpFailure::FirstByteTimeout:
        return "no reply began in time";
    case HttpFailure::IdleTimeout:
        return "the reply stopped half-way";
    default:
        return "the reply was not complete in time";
    }
}

/// A peer that has gone is an error of its transfer, not a signal to the process.
void blockBrokenPipe() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

} // namespace

HttpClient::Loop::Loop(Limits limits)
    : m_limits(limits)
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

HttpClient::Loop::~Loop() {
    m_thread.request_stop();
    m_events.wake();
}

void HttpClient::Loop::post(HttpRequest request, HttpHandlers handlers, std::stop_token stop) {
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_inbox.empty();
        m_inbox.push_back({std::move(request), std::move(handlers), std::move(stop)});
    }
    const bool isHere = std::this_thread::get_id() == m_thread.get_id(); // which looks before it sleeps
    if (wasEmpty && !isHere) // else the thread has been woken for an earlier one
        m_events.wake();
}

void HttpClient::Loop::cancel(Id id) {
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled.push_back(id);
    }
    m_events.wake();
}

void HttpClient::Loop::run(const std::stop_token& stop) {
    blockBrokenPipe();
    curl_multi_setopt(m_events.multi(), CURLMOPT_MAXCONNECTS, static_cast<long>(m_limits.idleConnections));
    while (!stop.stop_requested()) {
        adoptInbox();
        m_events.wait(sleepTime(), [this] {
            deliverFinished();
            adoptInbox();
        });
        endExpired();
    }
    endAll();
}

std::chrono::milliseconds HttpClient::Loop::sleepTime() {
    const std::lock_guard lock(m_mutex);
    if (!m_inbox.empty() || !m_cancelled.empty())
        return {};
    return m_open.empty() ? IdleSleep : SweepInterval;
}

void HttpClient::Loop::adoptInbox() {
    std::vector<Job> jobs;
    std::vector<Id> cancelled;
    {
        const std::lock_guard lock(m_mutex);
        jobs.swap(m_inbox);
        cancelled.swap(m_cancelled);
    }
    for (Job& job : jobs)
        adopt(std::move(job));
    for (const Id id : cancelled) {
        const auto found = m_transfers.find(id);
        if (found == m_transfers.end())
            continue;
        found->second->abandon(HttpFailure::Cancelled, "stopped");
        end(id);
    }
}

void HttpClient::Loop::adopt(Job job) {
    const Id id = m_nextId++;
    auto transfer = std::make_unique<Transfer>(std::move(job.request), std::move(job.handlers));
    if (!transfer->isSendable()) {
        transfer->abandon(HttpFailure::BadUrl, "not an http or https address without a password in it");
        transfer->deliver();
        return;
    }
    Transfer& adopted = *transfer;
    m_transfers.emplace(id, std::move(transfer));
    m_hosts[adopted.host()].waiting.push_back(id);
    adopted.watch(std::move(job.stop), [this, id] { cancel(id); });
    startWaiting(adopted.host());
}

void HttpClient::Loop::startWaiting(const std::string& host) {
    Host& queue = m_hosts[host];
    while (queue.open < m_limits.connectionsPerHost && !queue.waiting.empty()) {
        const Id id = queue.waiting.front();
        queue.waiting.pop_front();
        ++queue.open;
        startOne(id, *m_transfers.at(id));
    }
}

void HttpClient::Loop::startOne(Id id, Transfer& transfer) {
    CurlEasy easy;
    if (m_spare.empty()) {
        easy.reset(curl_easy_init());
    } else {
        easy = std::move(m_spare.back());
        m_spare.pop_back();
    }
    m_open.emplace(easy.get(), id);
    countStart(transfer.host());
    transfer.start(std::move(easy));
    curl_multi_add_handle(m_events.multi(), transfer.handle());
}

void HttpClient::Loop::deliverFinished() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_events.multi(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL* easy = message->easy_handle; // the message is gone once its handle is taken out
        const CURLcode code = message->data.result;
        const Id id = m_open.at(easy);
        Transfer& transfer = *m_transfers.at(id);
        if (transfer.finish(code)) {
            curl_multi_remove_handle(m_events.multi(), easy);
            transfer.start(transfer.takeHandle());
            curl_multi_add_handle(m_events.multi(), easy);
        } else {
            end(id);
        }
    }
}

void HttpClient::Loop::endExpired() {
    const auto now = Transfer::Clock::now();
    if (now < m_nextSweep)
        return;
    m_nextSweep = now + SweepInterval;
    std::vector<Id> expired;
    for (const auto& [easy, id] : m_open) {
        Transfer& transfer = *m_transfers.at(id);
        const HttpFailure failure = transfer.expired(now);
        if (failure == HttpFailure::None)
            continue;
        transfer.abandon(failure, std::string(timeoutDetail(failure)));
        expired.push_back(id);
    }
    for (const Id id : expired)
        end(id);
}

void HttpClient::Loop::end(Id id) {
    auto node = m_transfers.extract(id);
    Transfer& transfer = *node.mapped();
    const std::string host = transfer.host();
    Host& queue = m_hosts[host];
    if (CURL* easy = transfer.handle()) {
        curl_multi_remove_handle(m_events.multi(), easy);
        m_open.erase(easy);
        m_spare.push_back(transfer.takeHandle());
        --queue.open;
        count(transfer);
    } else {
        queue.waiting.erase(std::find(queue.waiting.begin(), queue.waiting.end(), id));
    }
    transfer.deliver();
    startWaiting(host);
}

void HttpClient::Loop::endAll() {
    const auto hasJobs = [this] {
        const std::lock_guard lock(m_mutex);
        return !m_inbox.empty();
    };
    while (!m_transfers.empty() || hasJobs()) { // handlers may have sent more
        std::vector<Job> jobs;
        {
            const std::lock_guard lock(m_mutex);
            jobs.swap(m_inbox);
        }
        for (Job& job : jobs) {
            Transfer transfer(std::move(job.request), std::move(job.handlers));
            transfer.abandon(HttpFailure::Cancelled, "stopped");
            transfer.deliver();
        }
        const auto transfers = std::exchange(m_transfers, {});
        for (const auto& [id, transfer] : transfers) {
            if (CURL* easy = transfer->handle())
                curl_multi_remove_handle(m_events.multi(), easy);
            transfer->abandon(HttpFailure::Cancelled, "stopped");
            transfer->deliver();
        }
    }
}

void HttpClient::Loop::countStart(const std::string& host) {
    const std::int64_t now = currentMilliseconds();
    const std::lock_guard lock(m_mutex);
    HostTraffic& traffic = m_traffic[host];
    traffic.host = host;
    ++traffic.requests;
    traffic.lastAt = now;
    if (traffic.firstAt == 0)
        traffic.firstAt = now;
}

void HttpClient::Loop::count(const Transfer& transfer) {
    const std::lock_guard lock(m_mutex);
    HostTraffic& traffic = m_traffic[transfer.host()];
    traffic.failures += transfer.response().failure == HttpFailure::None ? 0 : 1;
    traffic.bytesSent += transfer.response().bytesSent;
    traffic.bytesReceived += transfer.response().bytesReceived;
    traffic.lastAt = currentMilliseconds();
}

std::vector<HostTraffic> HttpClient::Loop::traffic() const {
    std::vector<HostTraffic> all;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [host, traffic] : m_traffic)
            all.push_back(traffic);
    }
    std::sort(all.begin(), all.end(), [](const HostTraffic& a, const HostTraffic& b) { return a.lastAt > b.lastAt; });
    return all;
}

} // namespace assize
