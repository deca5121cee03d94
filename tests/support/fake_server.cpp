// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_server.h"

#include "tests/support/fake_server_loop.h"

#include <arpa/inet.h>
#include <cstring>
#include <fmt/format.h>
#include <stdexcept>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

namespace assize::test {
namespace {

int listenOn(int port) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listener, 1024) != 0)
        throw std::runtime_error(fmt::format("cannot listen on port {}: {}", port, std::strerror(errno)));
    return listener;
}

int portOf(int listener) {
    sockaddr_in address = {};
    socklen_t size = sizeof address;
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

std::string_view statusText(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 307:
        return "Temporary Redirect";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

} // namespace

std::string FakeRequest::header(std::string_view name) const {
    std::size_t at = head.find("\r\n");
    while (at != std::string::npos) {
        const std::size_t start = at + 2;
        at = head.find("\r\n", start);
        const std::string_view line = std::string_view(head).substr(start, at - start);
        if (line.size() > name.size() && line[name.size()] == ':' &&
            strncasecmp(line.data(), name.data(), name.size()) == 0) {
            const std::size_t value = line.find_first_not_of(' ', name.size() + 1);
            return value == std::string_view::npos ? std::string() : std::string(line.substr(value));
        }
    }
    return {};
}

FakeStep sendStep(std::string bytes, std::uint64_t times) {
    return {FakeStep::Kind::Send, std::make_shared<const std::string>(std::move(bytes)), times, {}};
}

FakeStep waitStep(std::chrono::milliseconds wait) {
    return {FakeStep::Kind::Wait, nullptr, 1, wait};
}

FakeStep step(FakeStep::Kind kind) {
    return {kind, nullptr, 1, {}};
}

std::string httpText(int status, std::string_view body, std::string_view type, std::string_view headers) {
    return fmt::format("HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}\r\n{}", status,
        statusText(status), type, body.size(), headers, body);
}

std::string chunkedHead(int status, std::string_view type) {
    return fmt::format(
        "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nTransfer-Encoding: chunked\r\n\r\n", status, statusText(status), type);
}

std::string chunk(std::string_view bytes) {
    return fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes);
}

FakeServer::FakeServer(Handler handler)
    : FakeServer(std::move(handler), Options{}) {}

FakeServer::FakeServer(Handler handler, Options options) {
    const int listener = listenOn(options.port);
    m_port = portOf(listener);
    m_loop = std::make_unique<Loop>(listener, std::move(handler), options.closeIdleAfter,
        Loop::Counters{m_requests, m_connections, m_open, m_abandoned});
    m_thread = std::jthread([this](const std::stop_token& stop) { m_loop->run(stop); });
}

FakeServer::~FakeServer() {
    m_thread.request_stop();
    m_loop->wake();
    m_thread.join();
}

std::string FakeServer::url(std::string_view path) const {
    return fmt::format("http://127.0.0.1:{}{}", m_port, path);
}

int unusedPort() {
    const int listener = listenOn(0);
    const int port = portOf(listener);
    ::close(listener);
    return port;
}

} // namespace assize::test
