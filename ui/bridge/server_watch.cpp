// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/server_watch.h"

#include "core/net/http_client.h"
#include "ui/bridge/endpoint_book.h"
#include "ui/bridge/model_servers.h"

#include <QGuiApplication>
#include <chrono>
#include <fmt/format.h>
#include <set>

namespace assize::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto Interval = 15s;
constexpr auto Fresh = 60s; ///< so long an answer says that the server is there
constexpr HttpTimeouts Quick{500ms, 2000ms, 2000ms, 2000ms};
constexpr std::size_t MostBytes = 65536;
constexpr int StillLoading = 503;

/// Scheme, host and port: what is one server, whatever is asked of it. Empty for an address that cannot be used.
std::string serverOf(const Endpoint& endpoint) {
    const auto url = parseHttpUrl(endpoint.url);
    if (!url)
        return {};
    const bool isIpv6 = url->host.find(':') != std::string::npos;
    return fmt::format("{}://{}{}{}:{}", url->scheme, isIpv6 ? "[" : "", url->host, isIpv6 ? "]" : "", url->port);
}

ServerState stateFrom(const HttpResponse& response) {
    if (response.status == 0)
        return ServerState::NoAnswer;
    return response.status == StillLoading ? ServerState::Loading : ServerState::Answers;
}

bool isSlow(HttpFailure failure) {
    return failure == HttpFailure::FirstByteTimeout || failure == HttpFailure::IdleTimeout ||
           failure == HttpFailure::TotalTimeout;
}

} // namespace

ServerWatch::ServerWatch(ModelServers& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers) {
    connect(&servers.book(), &EndpointBook::changed, this, &ServerWatch::look);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (QGuiApplication::applicationState() == Qt::ApplicationActive)
            look();
    });
    m_timer.start(Interval);
}

ServerState ServerWatch::state(const Endpoint& endpoint) const {
    const auto found = m_states.find(serverOf(endpoint));
    return found == m_states.end() ? ServerState::Unknown : found->second;
}

void ServerWatch::report(const Endpoint& endpoint, ServerState state) {
    const std::string server = serverOf(endpoint);
    if (server.empty())
        return;
    if (state == ServerState::Answers)
        m_answered[server] = std::chrono::steady_clock::now();
    else
        m_answered.erase(server);
    set(server, state);
}

void ServerWatch::see(const std::string& server, const HttpResponse& response) {
    // A server that is busy with somebody's requests may have no time for a look.
    if (isSlow(response.failure) && hasJustAnswered(server))
        return;
    const ServerState state = stateFrom(response);
    // That a key was refused is known better than that something answers.
    if (state != ServerState::Answers || m_states[server] != ServerState::KeyRefused)
        set(server, state);
}

bool ServerWatch::hasJustAnswered(const std::string& server) const {
    const auto at = m_answered.find(server);
    return at != m_answered.end() && std::chrono::steady_clock::now() - at->second < Fresh;
}

void ServerWatch::look() {
    std::set<std::string> servers;
    for (const Endpoint& endpoint : m_servers.book().endpoints()) {
        const auto url = parseHttpUrl(endpoint.url);
        if (url && isLoopback(*url))
            servers.insert(serverOf(endpoint));
    }
    for (const std::string& server : servers)
        lookAt(server);
}

void ServerWatch::lookAt(const std::string& server) {
    HttpRequest request;
    request.method = "GET";
    request.url = server + "/health"; // where it is unknown, the refusal is an answer too
    request.timeouts = Quick;
    request.maxReplyBytes = MostBytes;
    m_servers.http().send(
        std::move(request), {{}, [this, server, sender = m_mailbox.sender()](const HttpResponse& response) {
                                 if (response.failure == HttpFailure::Cancelled)
                                     return;
                                 sender.post([this, server, response] { see(server, response); });
                             }});
}

void ServerWatch::set(const std::string& server, ServerState state) {
    if (m_states[server] == state)
        return;
    m_states[server] = state;
    Q_EMIT stateChanged();
}

} // namespace assize::ui
