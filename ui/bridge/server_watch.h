// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include "ui/bridge/mailbox.h"
#include <QObject>
#include <QTimer>
#include <chrono>
#include <map>
#include <string>

namespace assize {
struct HttpResponse;
}

namespace assize::ui {

class EndpointBook;
class ModelServers;

enum class ServerState {
    Unknown, ///< nobody has asked yet
    Answers,
    Loading, ///< answers that its model is still loading
    NoAnswer,
    KeyRefused,
};

/// What is known of each server: the lamps of the status bar. Servers of this machine are looked at by themselves,
/// now and then while the window is in use, without a key; others are met only when a person tests or runs, and
/// whoever does reports here. GUI thread.
class ServerWatch final : public QObject {
    Q_OBJECT

public:
    explicit ServerWatch(ModelServers& servers, QObject* parent = nullptr);

    /// Of the server that this endpoint points to; endpoints of one server share it.
    [[nodiscard]] ServerState state(const Endpoint& endpoint) const;
    /// What somebody who spoke to the server has seen.
    void report(const Endpoint& endpoint, ServerState state);
    /// Looks at the configured servers of this machine now.
    void look();

Q_SIGNALS:
    void stateChanged();

private:
    void lookAt(const std::string& server);
    void see(const std::string& server, const HttpResponse& response);
    [[nodiscard]] bool hasJustAnswered(const std::string& server) const;
    void set(const std::string& server, ServerState state);

    ModelServers& m_servers;
    std::map<std::string, ServerState> m_states;                             ///< by "http://127.0.0.1:8080"
    std::map<std::string, std::chrono::steady_clock::time_point> m_answered; ///< when somebody had an answer from it
    QTimer m_timer;
    Mailbox m_mailbox{this};
};

} // namespace assize::ui
