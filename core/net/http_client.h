// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/net/http_message.h"
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// What the network panel shows: one line per host that was contacted.
struct HostTraffic {
    std::string host; ///< "127.0.0.1:8080"
    std::int64_t requests = 0;
    std::int64_t failures = 0; ///< of them, brought no whole response
    std::int64_t bytesSent = 0;
    std::int64_t bytesReceived = 0;
    std::int64_t firstAt = 0; ///< milliseconds since 1970
    std::int64_t lastAt = 0;
};

/// Who hears of one transfer. Both are called on the network thread: keep them short, never block there, and hand
/// parsing on. onDone is called exactly once for each send(), also when it is cancelled or the client ends.
struct HttpHandlers {
    /// Pieces of a body with status 200, decompressed, as they come; false ends the transfer with Cancelled. Empty: the
    /// body is collected. Bodies with another status are always collected.
    std::function<bool(std::string_view bytes)> onBody;
    std::function<void(HttpResponse response)> onDone;
};

/// All HTTP of the program: one thread on libcurl, with kept connections, compressed replies and proxies from the
/// environment. Certificates are always verified. Redirects are followed within one scheme, host and port only; others
/// end as the response they are. Any thread may call; handlers may call send(), and must not destroy the client.
class HttpClient {
public:
    struct Limits {
        int connectionsPerHost = 256; ///< further requests to that host wait
        int idleConnections = 256;    ///< kept open for reuse
    };

    HttpClient();
    explicit HttpClient(Limits limits);
    /// Open and waiting transfers end with Cancelled, then the thread joins.
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Starts a transfer and returns at once. A stop ends it within 100 ms.
    void send(HttpRequest request, HttpHandlers handlers, std::stop_token stop = {});

    /// The same, and waits. Not on the network thread.
    [[nodiscard]] HttpResponse exchange(HttpRequest request, std::stop_token stop = {});

    /// Hosts contacted since the client was made, the latest first.
    [[nodiscard]] std::vector<HostTraffic> traffic() const;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace assize
