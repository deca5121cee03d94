// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/server_finder.h"

#include "ui/bridge/model_servers.h"

#include <algorithm>

namespace assize::ui {

ServerFinder::ServerFinder(ModelServers& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers) {}

ServerFinder::~ServerFinder() {
    m_stop.request_stop();
}

const std::vector<DetectCandidate>& ServerFinder::candidates() const {
    return m_servers.candidates();
}

void ServerFinder::look() {
    if (m_isLooking || candidates().empty())
        return;
    m_isLooking = true;
    Q_EMIT changed();
    detectServers(
        m_servers.http(), candidates(),
        [this, sender = m_mailbox.sender()](std::vector<DetectedServer> servers) {
            sender.post([this, servers = std::move(servers)] { take(servers); });
        },
        m_stop.get_token());
}

void ServerFinder::take(std::vector<DetectedServer> servers) {
    std::sort(servers.begin(), servers.end(),
        [](const DetectedServer& a, const DetectedServer& b) { return a.endpoint.url < b.endpoint.url; });
    m_found = std::move(servers);
    m_isLooking = false;
    Q_EMIT changed();
}

} // namespace assize::ui
