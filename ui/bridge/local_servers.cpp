// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/local_servers.h"

#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_watch.h"

#include <algorithm>

namespace assize::ui {

using Phase = LocalServerStatus::Phase;

LocalServers::LocalServers(ModelServers& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers) {}

LocalServers::~LocalServers() {
    for (Entry& entry : m_entries) { // all are asked before the first is waited for
        if (entry.server != nullptr)
            entry.server->stop();
    }
}

std::filesystem::path LocalServers::logFolder() const {
    return m_servers.places().state / "servers";
}

int LocalServers::start(const LocalServerPlan& plan) {
    const int id = ++m_lastId;
    Entry& entry = m_entries.emplace_back();
    entry.id = id;
    entry.plan = plan;
    entry.server = std::make_unique<LocalServer>(
        m_servers.http(), plan, [this, id, sender = m_mailbox.sender()](const LocalServerStatus& status) {
            sender.post([this, id, status] { take(id, status); });
        });
    Q_EMIT changed(id);
    return id;
}

void LocalServers::stop(int id) {
    for (Entry& entry : m_entries) {
        if (entry.id == id && entry.server != nullptr)
            entry.server->stop();
    }
}

void LocalServers::forget(int id) {
    m_entries.remove_if([id](const Entry& entry) { return entry.id == id && entry.server == nullptr; });
}

const LocalServers::Entry* LocalServers::find(int id) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

void LocalServers::take(int id, const LocalServerStatus& status) {
    for (Entry& entry : m_entries) {
        if (entry.id != id)
            continue;
        entry.status = status;
        if (status.phase == Phase::Ended)
            entry.server.reset();
        const ServerState state = status.phase == Phase::Ready   ? ServerState::Answers
                                  : status.phase == Phase::Ended ? ServerState::NoAnswer
                                                                 : ServerState::Loading;
        m_servers.watch().report(entry.plan.endpoint, state);
    }
    Q_EMIT changed(id);
}

} // namespace assize::ui
