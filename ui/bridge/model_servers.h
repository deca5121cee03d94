// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/files.h"
#include "core/endpoint/capabilities.h"
#include "core/endpoint/credentials.h"
#include "core/endpoint/detect.h"
#include "ui/bridge/endpoint_book.h"
#include "ui/bridge/key_store.h"
#include <QObject>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace assize {
class HttpClient;
}

namespace assize::ui {

class ServerWatch;

/// A line of the network panel: what went to a host and came from it since the window opened. Milliseconds since 1970.
struct ContactedHost {
    std::string host; ///< "127.0.0.1:8080"
    std::int64_t requests = 0;
    std::int64_t failures = 0;
    std::int64_t bytesSent = 0;
    std::int64_t bytesReceived = 0;
    std::int64_t firstAt = 0;
    std::int64_t lastAt = 0;

    bool operator==(const ContactedHost&) const = default;
};

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
    /// Every host that was contacted, the latest first.
    [[nodiscard]] std::vector<ContactedHost> contactedHosts() const;

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
