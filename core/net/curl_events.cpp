// SPDX-License-Identifier: Apache-2.0
#include "core/net/curl_events.h"

#include <algorithm>
#include <array>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace assize {
namespace {

constexpr int MostEvents = 64;

CURLM* newMulti() {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(done);
    return curl_multi_init();
}

void watchSocket(int epoll, int operation, int socket, std::uint32_t events) {
    epoll_event event = {};
    event.events = events;
    event.data.fd = socket;
    ::epoll_ctl(epoll, operation, socket, &event);
}

std::uint32_t eventsFor(int wanted) {
    std::uint32_t events = 0;
    if ((wanted & CURL_POLL_IN) != 0)
        events |= EPOLLIN;
    if ((wanted & CURL_POLL_OUT) != 0)
        events |= EPOLLOUT;
    return events;
}

int stateFrom(std::uint32_t events) {
    int state = 0;
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLRDHUP)) != 0)
        state |= CURL_CSELECT_IN;
    if ((events & EPOLLOUT) != 0)
        state |= CURL_CSELECT_OUT;
    if ((events & EPOLLERR) != 0)
        state |= CURL_CSELECT_ERR;
    return state;
}

} // namespace

CurlEvents::CurlEvents()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_multi(newMulti()) {
    watchSocket(m_epoll, EPOLL_CTL_ADD, m_wake, EPOLLIN);
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETFUNCTION, &CurlEvents::onSocket);
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERFUNCTION, &CurlEvents::onTimer);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERDATA, this);
}

CurlEvents::~CurlEvents() {
    m_multi.reset(); // which still says farewell to its sockets
    ::close(m_wake);
    ::close(m_epoll);
}

void CurlEvents::wake() const {
    ::eventfd_write(m_wake, 1);
}

int CurlEvents::onSocket(CURL*, curl_socket_t socket, int wanted, void* self, void* known) {
    auto* events = static_cast<CurlEvents*>(self);
    if (wanted == CURL_POLL_REMOVE) {
        watchSocket(events->m_epoll, EPOLL_CTL_DEL, socket, 0);
        return 0;
    }
    watchSocket(events->m_epoll, known == nullptr ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, eventsFor(wanted));
    curl_multi_assign(events->m_multi.get(), socket, events); // known from now on
    return 0;
}

int CurlEvents::onTimer(CURLM*, long milliseconds, void* self) {
    auto* events = static_cast<CurlEvents*>(self);
    events->m_due.reset();
    if (milliseconds >= 0)
        events->m_due = Clock::now() + std::chrono::milliseconds(milliseconds);
    return 0;
}

void CurlEvents::wait(std::chrono::milliseconds atMost, const std::function<void()>& afterStep) {
    if (m_due)
        atMost = std::clamp(std::chrono::ceil<std::chrono::milliseconds>(*m_due - Clock::now()), {}, atMost);
    std::array<epoll_event, MostEvents> events;
    const int count = ::epoll_wait(m_epoll, events.data(), MostEvents, static_cast<int>(atMost.count()));
    for (int index = 0; index < count; ++index) {
        const epoll_event& event = events[static_cast<std::size_t>(index)];
        if (event.data.fd == m_wake) {
            eventfd_t times = 0;
            ::eventfd_read(m_wake, &times);
            continue;
        }
        int running = 0; // curl passes over sockets that it has given up meanwhile
        curl_multi_socket_action(m_multi.get(), event.data.fd, stateFrom(event.events), &running);
        afterStep();
        goOnIfDue(afterStep);
    }
    goOnIfDue(afterStep);
}

/// New requests are sent at the moment "now".
void CurlEvents::goOnIfDue(const std::function<void()>& afterStep) {
    if (!m_due || *m_due > Clock::now())
        return;
    m_due.reset();
    int running = 0;
    curl_multi_socket_action(m_multi.get(), CURL_SOCKET_TIMEOUT, 0, &running);
    afterStep();
}

} // namespace assize
