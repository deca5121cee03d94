// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/model_servers.h"

#include "core/endpoint/capability_store.h"
#include "core/net/http_client.h"
#include "ui/bridge/server_watch.h"

#include <string_view>

namespace assize::ui {
namespace {

constexpr std::string_view KeychainScheme = "keychain:";

} // namespace

ModelServers::ModelServers(Places places, KeyStore* keys, std::vector<DetectCandidate> candidates, QObject* parent)
    : QObject(parent)
    , m_places(std::move(places))
    , m_keys(keys == nullptr ? &m_desktopKeys : keys)
    , m_candidates(std::move(candidates))
    , m_book(m_places.config)
    , m_watch(new ServerWatch(*this, this)) {}

ModelServers::~ModelServers() = default;

HttpClient& ModelServers::http() {
    if (m_http == nullptr)
        m_http = std::make_unique<HttpClient>();
    return *m_http;
}

std::vector<ContactedHost> ModelServers::contactedHosts() const {
    std::vector<ContactedHost> hosts;
    if (m_http == nullptr)
        return hosts;
    for (const HostTraffic& traffic : m_http->traffic())
        hosts.push_back({traffic.host, traffic.requests, traffic.failures, traffic.bytesSent, traffic.bytesReceived,
            traffic.firstAt, traffic.lastAt});
    return hosts;
}

void ModelServers::readKey(
    const Endpoint& endpoint, QObject* context, std::function<void(const Result<Credentials>&)> done) {
    if (!endpoint.key.starts_with(KeychainScheme)) {
        done(readCredentials(endpoint));
        return;
    }
    m_keys->read(endpoint.key.substr(KeychainScheme.size()), context,
        [endpoint, done = std::move(done)](const Result<std::string>& key) {
            done(readCredentials(endpoint, [&key](const std::string&) { return key; }));
        });
}

Capabilities ModelServers::capabilities(const Endpoint& endpoint) const {
    return knownCapabilities(m_places.cache, endpoint);
}

} // namespace assize::ui
