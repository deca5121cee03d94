// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/net/curl_handle.h"
#include "core/net/http_client.h"
#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace assize {

/// One request on its way: an easy handle, what it has received, and its time limits. Lives on the network thread.
class Transfer {
public:
    using Clock = std::chrono::steady_clock;

    Transfer(HttpRequest request, HttpHandlers handlers);
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    /// BadUrl unless the URL is one that may be sent to.
    [[nodiscard]] bool isSendable() const { return m_url.has_value(); }
    /// "127.0.0.1:8080", by which connections are counted; empty if not sendable.
    [[nodiscard]] const std::string& host() const { return m_host; }
    [[nodiscard]] CURL* handle() const { return m_easy.get(); }

    /// Calls onStop from whatever thread asks the token to stop, at once if it has already.
    void watch(std::stop_token stop, std::function<void()> onStop);
    /// Sets an easy handle up for this request; the time limits begin.
    void start(CurlEasy easy);
    /// The limit that has passed, or None. Cheap; called every few dozen milliseconds.
    [[nodiscard]] HttpFailure expired(Clock::time_point now);
    /// Curl's verdict. True if the request has to go out again because the same server redirected it.
    [[nodiscard]] bool finish(CURLcode code);
    /// Ends without curl's verdict; the response so far is kept.
    void abandon(HttpFailure failure, std::string detail);
    /// Gives the handle back for the next transfer.
    [[nodiscard]] CurlEasy takeHandle() { return std::move(m_easy); }
    /// Hands the response over. The last thing that happens here.
    void deliver();

    [[nodiscard]] const HttpResponse& response() const { return m_response; }

private:
    using StopWatch = std::stop_callback<std::function<void()>>;

    static std::size_t onHeader(char* bytes, std::size_t, std::size_t count, void* self);
    static std::size_t onBody(char* bytes, std::size_t, std::size_t count, void* self);
    void takeHeader(std::string_view line);
    [[nodiscard]] bool takeBody(std::string_view bytes);
    void setOptions();
    void setHeaders();
    void measure();
    [[nodiscard]] bool followRedirect();
    [[nodiscard]] double secondsSinceStart() const;

    HttpRequest m_request;
    HttpHandlers m_handlers;
    std::optional<HttpUrl> m_url;
    std::string m_host;
    CurlEasy m_easy;
    CurlList m_headers;
    HttpResponse m_response;
    HttpFailure m_ownFailure = HttpFailure::None; ///< why a callback of ours ended it
    std::size_t m_bodyBytes = 0;
    std::size_t m_headerBytes = 0;
    int m_redirects = 0;
    Clock::time_point m_startedAt;
    std::optional<Clock::time_point> m_sentAt;
    std::optional<Clock::time_point> m_lastByteAt;
    char m_curlMessage[CURL_ERROR_SIZE] = {};
    std::optional<StopWatch> m_watch; ///< last: goes first
};

} // namespace assize
