// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/net/local_server.h"
#include "ui/bridge/mailbox.h"
#include <QObject>
#include <QString>
#include <list>
#include <memory>

namespace assize::ui {

class ModelServers;

/// The model servers that this window has started; they end with it. GUI thread.
class LocalServers final : public QObject {
    Q_OBJECT

public:
    struct Entry {
        int id = 0;
        LocalServerPlan plan;
        LocalServerStatus status;
        std::unique_ptr<LocalServer> server; ///< null once it has ended
    };

    explicit LocalServers(ModelServers& servers, QObject* parent = nullptr);
    ~LocalServers() override;

    /// Where the logs of servers are.
    [[nodiscard]] std::filesystem::path logFolder() const;
    int start(const LocalServerPlan& plan);
    void stop(int id);
    /// Forgets a server that has ended.
    void forget(int id);
    [[nodiscard]] const Entry* find(int id) const;
    [[nodiscard]] const std::list<Entry>& entries() const { return m_entries; }

Q_SIGNALS:
    void changed(int id);

private:
    void take(int id, const LocalServerStatus& status);

    ModelServers& m_servers;
    int m_lastId = 0;
    Mailbox m_mailbox{this};
    std::list<Entry> m_entries; // after the mailbox, which their threads write to
};

} // namespace assize::ui
