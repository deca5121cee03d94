// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/detect.h"
#include "ui/bridge/mailbox.h"
#include <QObject>
#include <stop_token>
#include <vector>

namespace assize::ui {

class ModelServers;

/// Looks for model servers on this machine. GUI thread; nothing waits for it.
class ServerFinder final : public QObject {
    Q_OBJECT

public:
    explicit ServerFinder(ModelServers& servers, QObject* parent = nullptr);
    ~ServerFinder() override;

    /// changed() says when it begins and when it is done, within a second or so. Does nothing while it is looking.
    void look();
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// What answered the last time, by address.
    [[nodiscard]] const std::vector<DetectedServer>& found() const { return m_found; }
    [[nodiscard]] const std::vector<DetectCandidate>& candidates() const;

Q_SIGNALS:
    void changed();

private:
    void take(std::vector<DetectedServer> servers);

    ModelServers& m_servers;
    std::vector<DetectedServer> m_found;
    bool m_isLooking = false;
    std::stop_source m_stop;
    Mailbox m_mailbox{this};
};

} // namespace assize::ui
