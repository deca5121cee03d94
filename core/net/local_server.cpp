// SPDX-License-Identifier: Apache-2.0
#include "core/net/local_server.h"

#include "core/base/log.h"
#include "core/net/http_client.h"

#include <chrono>
#include <cstring>
#include <fmt/format.h>
#include <fstream>

namespace assize {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr auto Pulse = 100ms; ///< how soon a stop, an end and a server that is ready are seen
constexpr HttpTimeouts Quick{500ms, 1000ms, 1000ms, 1000ms};
constexpr int Ok = 200;

double secondsSince(SteadyClock::time_point start) {
    return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

/// The last line that holds something: mostly the reason why a program gave up.
std::string lastLine(const std::string& text) {
    std::size_t end = text.find_last_not_of(" \t\r\n");
    if (end == std::string::npos)
        return {};
    const std::size_t begin = text.rfind('\n', end);
    return text.substr(
        begin == std::string::npos ? 0 : begin + 1, end - (begin == std::string::npos ? 0 : begin + 1) + 1);
}

} // namespace

LocalServer::LocalServer(HttpClient& http, LocalServerPlan plan, std::function<void(const LocalServerStatus&)> onChange)
    : m_http(http)
    , m_plan(std::move(plan))
    , m_onChange(std::move(onChange))
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

LocalServer::~LocalServer() = default;

void LocalServer::stop() {
    m_thread.request_stop();
}

void LocalServer::run(const std::stop_token& stop) {
    logLine(LogLevel::Info, fmt::format("starting {}", shellText(m_plan.command)));
    auto child = ChildProcess::start(m_plan.command);
    if (!child) {
        m_onChange({LocalServerStatus::Phase::Ended, child.error(), 0});
        return;
    }
    watch(*child, stop);
}

void LocalServer::watch(ChildProcess& child, const std::stop_token& stop) {
    using Phase = LocalServerStatus::Phase;
    const auto start = SteadyClock::now();
    auto nextReport = start;
    bool isReady = false;
    while (!stop.stop_requested()) {
        if (const auto end = child.waitFor(Pulse)) {
            m_onChange({Phase::Ended, endOf(*end), secondsSince(start)});
            return;
        }
        if (isReady)
            continue;
        isReady = isHealthy(stop);
        if (isReady)
            m_onChange({Phase::Ready, std::nullopt, secondsSince(start)});
        else if (SteadyClock::now() >= nextReport)
            m_onChange({Phase::Starting, std::nullopt, secondsSince(start)});
        if (SteadyClock::now() >= nextReport)
            nextReport = SteadyClock::now() + 1s;
    }
    { const ChildProcess ending = std::move(child); } // asks it to end, and waits
    m_onChange({Phase::Ended, std::nullopt, secondsSince(start)});
}

bool LocalServer::isHealthy(const std::stop_token& stop) const {
    HttpRequest request;
    request.method = "GET";
    request.url = m_plan.healthUrl;
    request.timeouts = Quick;
    return m_http.exchange(std::move(request), stop).status == Ok;
}

Error LocalServer::endOf(const ChildEnd& end) const {
    constexpr std::size_t Enough = 4096;
    const std::string words = lastLine(logTail(m_plan.command.log, Enough));
    const Sentence how = end.signal != 0 ? said("it was ended by signal %1 (%2)", end.signal, ::strsignal(end.signal))
                                         : said("it ended with status %1", end.status);
    return {ErrorCode::EndpointUnreachable, m_plan.command.program,
        words.empty() ? how : said("%1; it said last: %2", how, words)};
}

std::string logTail(const std::filesystem::path& log, std::size_t mostBytes) {
    std::ifstream file(log, std::ios::binary | std::ios::ate);
    if (!file)
        return {};
    const auto size = static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0));
    const std::size_t begin = size > mostBytes ? size - mostBytes : 0;
    std::string text(size - begin, '\0');
    file.seekg(static_cast<std::streamoff>(begin));
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (begin > 0) // from the first whole line
        text.erase(0, text.find('\n') == std::string::npos ? 0 : text.find('\n') + 1);
    return text;
}

} // namespace assize
