// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/net/curl_handle.h"
#include <chrono>
#include <functional>
#include <optional>

namespace assize {

/// curl's multi handle with the sockets and the one moment that it waits for. It goes on with each socket by itself:
/// what follows from a reply is done before the next reply is read, so that replies that come together do not wait for
/// each other. For the network thread, save wake() and the destructor.
class CurlEvents {
public:
    CurlEvents();
    ~CurlEvents();
    CurlEvents(const CurlEvents&) = delete;
    CurlEvents& operator=(const CurlEvents&) = delete;

    [[nodiscard]] CURLM* multi() const { return m_multi.get(); }
    /// Ends the waiting of now, or else the next. Any thread.
    void wake() const;
    /// Waits at most so long for something to happen, and lets curl go on. Calls afterStep after each of its steps.
    void wait(std::chrono::milliseconds atMost, const std::function<void()>& afterStep);

private:
    using Clock = std::chrono::steady_clock;

    static int onSocket(CURL* easy, curl_socket_t socket, int wanted, void* self, void* known);
    static int onTimer(CURLM* multi, long milliseconds, void* self);
    void goOnIfDue(const std::function<void()>& afterStep);

    int m_epoll;
    int m_wake;
    std::optional<Clock::time_point> m_due; ///< when curl wants to go on without a socket
    CurlMulti m_multi;
};

} // namespace assize
