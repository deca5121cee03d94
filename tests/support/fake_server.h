// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace assize::test {

struct FakeRequest {
    int number = 0; ///< counts from 0 over all connections
    std::string method;
    std::string path; ///< with its query
    std::string head; ///< request line and headers, as they came
    std::string body;

    /// The value of a header whatever its case; empty if there is none.
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// One thing that the server does on a connection.
struct FakeStep {
    enum class Kind {
        Send,  ///< bytes, `times` times
        Wait,  ///< for that long
        Stall, ///< nothing more until the client goes
        Reset, ///< drop the connection with RST
        Close, ///< end it in order
    };
    Kind kind = Kind::Send;
    std::shared_ptr<const std::string> bytes;
    std::uint64_t times = 1;
    std::chrono::milliseconds wait{0};
};

/// What a server does in answer to one request; the connection is kept where no step ends it.
using FakeReply = std::vector<FakeStep>;

[[nodiscard]] FakeStep sendStep(std::string bytes, std::uint64_t times = 1);
[[nodiscard]] FakeStep waitStep(std::chrono::milliseconds wait);
[[nodiscard]] FakeStep step(FakeStep::Kind kind);
/// A whole response with Content-Length. Headers are lines that end in CRLF.
[[nodiscard]] std::string httpText(
    int status, std::string_view body, std::string_view type = "application/json", std::string_view headers = {});
/// The head of a response in chunks, and one chunk; an empty one is the last.
[[nodiscard]] std::string chunkedHead(int status, std::string_view type);
[[nodiscard]] std::string chunk(std::string_view bytes);

/// An HTTP/1.1 server on loopback whose replies are scripts: one thread on epoll, so that hundreds of kept connections
/// cost nothing. The handler runs on that thread.
class FakeServer {
public:
    using Handler = std::function<FakeReply(const FakeRequest& request)>;
    struct Options {
        int port = 0;                                ///< 0: any free one
        std::chrono::milliseconds closeIdleAfter{0}; ///< kept connections are dropped without a word; 0: never
    };

    explicit FakeServer(Handler handler);
    FakeServer(Handler handler, Options options);
    ~FakeServer();
    FakeServer(const FakeServer&) = delete;
    FakeServer& operator=(const FakeServer&) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::string url(std::string_view path = {}) const; ///< "http://127.0.0.1:1234" and the path
    [[nodiscard]] int requestCount() const { return m_requests; }
    [[nodiscard]] int connectionCount() const { return m_connections; } ///< accepted so far
    [[nodiscard]] int openConnections() const { return m_open; }
    [[nodiscard]] int abandoned() const { return m_abandoned; } ///< left by the client before the reply was complete

private:
    class Loop;
    std::atomic<int> m_requests{0};
    std::atomic<int> m_connections{0};
    std::atomic<int> m_open{0};
    std::atomic<int> m_abandoned{0};
    int m_port = 0;
    std::unique_ptr<Loop> m_loop;
    std::jthread m_thread;
};

/// A port of this machine on which nothing listens.
[[nodiscard]] int unusedPort();

} // namespace assize::test
