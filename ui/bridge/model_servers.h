// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/files.h"
#include "core/endpoint/capabilities.h"
#include "core/endpoint/credentials.h"
#include "core/endpoint/detect.h"
#include "ui/bridge/endpoint_book.h"
#include "ui/bridge/key_store.h"
#include <QObject>
#include <functional>
#include <memory>
#include <vector>

namespace assize {
class HttpClient;
}

namespace assize::ui {

class ServerWatch;

/// All that the window needs to speak to model servers: which there are, their keys, what is known of them, and the one
/// network thread. GUI thread.
class ModelServers final : public QObject {
    Q_OBJECT

public:
    /// keys: null for the desktop's keychain. candidates: where to look for servers of this machine.
    ModelServers(Places places, KeyStore* keys, std::vector<DetectCandidate> candidates, QObject* parent = nullptr);
    ~ModelServers() override;

    [[nodiscard]] EndpointBook& book() { return m_book; }
    [[nodiscard]] ServerWatch& watch() { return *m_watch; }
    [[nodiscard]] KeyStore& keys() { return *m_keys; }
    [[nodiscard]] const Places& places() const { return m_places; }
    [[nodiscard]] const std::vector<DetectCandidate>& candidates() const { return m_candidates; }
    /// The program's one network thread, started when it is first asked for.
    [[nodiscard]] HttpClient& http();
    [[nodiscard]] bool hasUsedNetwork() const { return m_http != nullptr; }

    /// The key that an endpoint points to, wherever it is. Answers on the GUI thread, at once where it need not ask the
    /// keychain; KeyRefused says where it looked and what to do.
    void readKey(const Endpoint& endpoint, QObject* context, std::function<void(const Result<Credentials>&)> done);

    /// What tests have found out about an endpoint's model.
    [[nodiscard]] Capabilities capabilities(const Endpoint& endpoint) const;

private:
    Places m_places;
    DesktopKeyStore m_desktopKeys;
    KeyStore* m_keys;
    std::vector<DetectCandidate> m_candidates;
    EndpointBook m_book;
    std::unique_ptr<HttpClient> m_http;
    ServerWatch* m_watch;
};

} // namespace assize::ui
