// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <thread>

namespace assize::test {

/// What is wrong with a server that speaks TLS.
enum class TlsFault {
    SelfSigned,   ///< a whole handshake with a certificate that nobody vouches for
    HangsUp,      ///< the connection is closed within the handshake
    PlainHttp,    ///< an HTTP error where the handshake should be
    OutdatedOnly, ///< TLS 1.0 and nothing newer
    OtherHost,    ///< a certificate for another host
    Expired,      ///< a certificate whose time is over
};

/// A TLS server on loopback with a certificate of its own making, for 127.0.0.1, which no client trusts unless it is
/// told to (SSL_CERT_FILE). It reads requests and answers none. One connection at a time.
class FakeTlsServer {
public:
    explicit FakeTlsServer(TlsFault fault);
    ~FakeTlsServer();
    FakeTlsServer(const FakeTlsServer&) = delete;
    FakeTlsServer& operator=(const FakeTlsServer&) = delete;

    [[nodiscard]] std::string url(const std::string& path = {}) const; ///< "https://127.0.0.1:1234" and the path
    [[nodiscard]] std::string certificate() const;                     ///< PEM
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int connectionCount() const { return m_connections; }
    /// Bytes of requests that came through: what a client sent to a server that it must not trust.
    [[nodiscard]] int requestBytes() const { return m_requestBytes; }

private:
    struct Context;
    void serve(const std::stop_token& stop);
    void answer(int connection);

    const TlsFault m_fault;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_connections{0};
    std::atomic<int> m_requestBytes{0};
    std::unique_ptr<Context> m_context;
    std::jthread m_thread; ///< last: everything above outlives it
};

} // namespace assize::test
