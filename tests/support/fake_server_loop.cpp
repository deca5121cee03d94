// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_server_loop.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace assize::test {
namespace {

constexpr std::chrono::nanoseconds IdleSweep = std::chrono::milliseconds(20);
constexpr std::chrono::nanoseconds Forever = std::chrono::milliseconds(999);

void watch(int epoll, int descriptor, std::uint32_t events, int operation) {
    epoll_event event = {};
    event.events = events;
    event.data.fd = descriptor;
    ::epoll_ctl(epoll, operation, descriptor, &event);
}

std::size_t contentLength(const FakeRequest& request) {
    const std::string text = request.header("content-length");
    std::size_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

} // namespace

FakeServer::Loop::Loop(int listener, Handler handler, std::chrono::milliseconds closeIdleAfter, Counters counters)
    : m_listener(listener)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_handler(std::move(handler))
    , m_closeIdleAfter(closeIdleAfter)
    , m_counters(counters) {
    watch(m_epoll, m_listener, EPOLLIN, EPOLL_CTL_ADD);
    watch(m_epoll, m_wake, EPOLLIN, EPOLL_CTL_ADD);
}

FakeServer::Loop::~Loop() {
    for (const auto& [descriptor, connection] : m_connections)
        ::close(descriptor);
    ::close(m_wake);
    ::close(m_epoll);
    ::close(m_listener);
}

void FakeServer::Loop::wake() const {
    ::eventfd_write(m_wake, 1);
}

void FakeServer::Loop::run(const std::stop_token& stop) {
    std::array<epoll_event, 256> events;
    while (!stop.stop_requested()) {
        const timespec sleep = {0, static_cast<long>(sleepTime().count())};
        const int count = ::epoll_pwait2(m_epoll, events.data(), static_cast<int>(events.size()), &sleep, nullptr);
        for (int index = 0; index < count; ++index) {
            const int descriptor = events[static_cast<std::size_t>(index)].data.fd;
            if (descriptor == m_listener)
                acceptAll();
            else if (descriptor != m_wake)
                readFrom(descriptor);
        }
        ringAlarms();
        closeIdle();
    }
}

/// Less than a second, and not rounded: whole milliseconds would make each reply half of one late on the average.
std::chrono::nanoseconds FakeServer::Loop::sleepTime() const {
    std::chrono::nanoseconds sleep = m_closeIdleAfter.count() > 0 ? IdleSweep : Forever;
    if (!m_alarms.empty())
        sleep = std::clamp<std::chrono::nanoseconds>(m_alarms.top().at - Clock::now(), {}, sleep);
    return sleep;
}

void FakeServer::Loop::acceptAll() {
    for (;;) {
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        const int yes = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        Connection& connection = m_connections[descriptor];
        connection = Connection();
        connection.id = m_nextId++;
        connection.lastUse = Clock::now();
        watch(m_epoll, descriptor, EPOLLIN, EPOLL_CTL_ADD);
        ++m_counters.connections;
        ++m_counters.open;
    }
}

void FakeServer::Loop::readFrom(int descriptor) {
    const auto found = m_connections.find(descriptor);
    if (found == m_connections.end())
        return;
    Connection& connection = found->second;
    std::array<char, 65536> block;
    for (;;) {
        const ssize_t got = ::recv(descriptor, block.data(), block.size(), 0);
        if (got > 0) {
            connection.in.append(block.data(), static_cast<std::size_t>(got));
            if (static_cast<std::size_t>(got) == block.size())
                continue;
            break;
        }
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (connection.step < connection.steps.size())
            ++m_counters.abandoned;
        drop(descriptor, false);
        return;
    }
    serve(descriptor);
}

/// Plays what is due, and takes the next request when a reply is complete.
void FakeServer::Loop::serve(int descriptor) {
    Connection& connection = m_connections.at(descriptor);
    connection.lastUse = Clock::now();
    do {
        if (!play(descriptor, connection))
            return;
    } while (takeRequest(connection));
}

bool FakeServer::Loop::takeRequest(Connection& connection) {
    const std::size_t end = connection.in.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    FakeRequest request;
    request.head = connection.in.substr(0, end);
    const std::size_t length = contentLength(request);
    if (connection.in.size() < end + 4 + length)
        return false;
    request.body = connection.in.substr(end + 4, length);
    connection.in.erase(0, end + 4 + length);
    const std::size_t space = request.head.find(' ');
    request.method = request.head.substr(0, space);
    request.path = request.head.substr(space + 1, request.head.find(' ', space + 1) - space - 1);
    request.number = m_counters.requests++;
    connection.steps = m_handler(request);
    connection.step = 0;
    connection.sentTimes = 0;
    connection.sentBytes = 0;
    return true;
}

/// False if the connection is gone or cannot go on now; true if the reply is complete.
bool FakeServer::Loop::play(int descriptor, Connection& connection) {
    if (connection.isWaiting)
        return false;
    while (connection.step < connection.steps.size()) {
        const FakeStep& step = connection.steps[connection.step];
        switch (step.kind) {
        case FakeStep::Kind::Send:
            if (!send(descriptor, connection, step))
                return false;
            break;
        case FakeStep::Kind::Wait:
            connection.isWaiting = true;
            m_alarms.push({Clock::now() + step.wait, descriptor, connection.id});
            return false;
        case FakeStep::Kind::Stall:
            return false;
        case FakeStep::Kind::Reset:
        case FakeStep::Kind::Close:
            drop(descriptor, step.kind == FakeStep::Kind::Reset);
            return false;
        }
        ++connection.step;
        connection.sentTimes = 0;
    }
    return true;
}

/// True if the step is complete; false if the socket is full, then epoll says when to go on, or the connection is gone.
bool FakeServer::Loop::send(int descriptor, Connection& connection, const FakeStep& step) {
    const std::string& bytes = *step.bytes;
    while (connection.sentTimes < step.times) {
        const ssize_t sent =
            ::send(descriptor, bytes.data() + connection.sentBytes, bytes.size() - connection.sentBytes, MSG_NOSIGNAL);
        if (sent < 0 && (errno == EAGAIN || errno == EINTR)) {
            waitForSpace(descriptor, connection, true);
            return false;
        }
        if (sent < 0) {
            ++m_counters.abandoned;
            drop(descriptor, false);
            return false;
        }
        connection.sentBytes += static_cast<std::size_t>(sent);
        if (connection.sentBytes == bytes.size()) {
            connection.sentBytes = 0;
            ++connection.sentTimes;
        }
    }
    waitForSpace(descriptor, connection, false);
    return true;
}

void FakeServer::Loop::waitForSpace(int descriptor, Connection& connection, bool wanted) const {
    if (connection.wantsToWrite == wanted)
        return;
    connection.wantsToWrite = wanted;
    watch(m_epoll, descriptor, wanted ? EPOLLIN | EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
}

void FakeServer::Loop::drop(int descriptor, bool withReset) {
    if (withReset) {
        const linger now = {1, 0};
        ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    m_connections.erase(descriptor);
    ::close(descriptor);
    --m_counters.open;
}

void FakeServer::Loop::ringAlarms() {
    const auto now = Clock::now();
    while (!m_alarms.empty() && m_alarms.top().at <= now) {
        const Alarm alarm = m_alarms.top();
        m_alarms.pop();
        const auto found = m_connections.find(alarm.descriptor);
        if (found == m_connections.end() || found->second.id != alarm.id)
            continue;
        found->second.isWaiting = false;
        ++found->second.step;
        serve(alarm.descriptor);
    }
}

void FakeServer::Loop::closeIdle() {
    if (m_closeIdleAfter.count() == 0)
        return;
    const auto now = Clock::now();
    std::vector<int> idle;
    for (const auto& [descriptor, connection] : m_connections) {
        if (connection.step >= connection.steps.size() && now - connection.lastUse >= m_closeIdleAfter)
            idle.push_back(descriptor);
    }
    for (const int descriptor : idle)
        drop(descriptor, false);
}

} // namespace assize::test
