// SPDX-License-Identifier: Apache-2.0
#include "core/net/transfer.h"

#include "core/base/log.h"
#include "core/base/text.h"

#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <limits>
#include <utility>

namespace assize {
namespace {

constexpr int MaxRedirects = 5;
constexpr std::size_t MaxHeaderBytes = 256U << 10U;
/// Where to find whom to trust in place of the system's bundle, as OpenSSL's and curl's programs look for it.
constexpr std::array Authorities = {
    std::pair("SSL_CERT_FILE", CURLOPT_CAINFO), std::pair("SSL_CERT_DIR", CURLOPT_CAPATH)};
constexpr unsigned FirstSafeHttp2 = 0x080600; // older ones can crash in HTTP/2

HttpFailure failureFrom(CURLcode code) {
    switch (code) {
    case CURLE_OK:
        return HttpFailure::None;
    case CURLE_URL_MALFORMAT:
        return HttpFailure::BadUrl;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return HttpFailure::Unresolved;
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
    case CURLE_INTERFACE_FAILED:
        return HttpFailure::Unconnected;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return HttpFailure::Untrusted;
    case CURLE_OPERATION_TIMEDOUT: // the only limit that curl itself watches
        return HttpFailure::ConnectTimeout;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_UNSUPPORTED_PROTOCOL: // HTTP/0.9, since URLs are looked at before
    case CURLE_WRITE_ERROR:
        return HttpFailure::Malformed;
    default:
        return HttpFailure::Broken;
    }
}

double secondsOf(CURL* easy, CURLINFO what) {
    curl_off_t microseconds = 0;
    curl_easy_getinfo(easy, what, &microseconds);
    return static_cast<double>(microseconds) / 1e6;
}

std::int64_t bytesOf(CURL* easy, CURLINFO what) {
    curl_off_t bytes = 0;
    curl_easy_getinfo(easy, what, &bytes);
    return bytes;
}

long httpVersion() {
    static const bool isSafe = curl_version_info(CURLVERSION_NOW)->version_num >= FirstSafeHttp2;
    return isSafe ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1;
}

/// Zero would mean curl's own five minutes.
long connectLimit(const HttpTimeouts& limits) {
    return limits.connect.count() > 0 ? static_cast<long>(limits.connect.count()) : std::numeric_limits<int>::max();
}

bool hasPassed(Transfer::Clock::time_point since, std::chrono::milliseconds limit, Transfer::Clock::time_point now) {
    return limit.count() > 0 && now - since >= limit;
}

bool isSameOrigin(const HttpUrl& a, const HttpUrl& b) {
    return a.scheme == b.scheme && a.host == b.host && a.port == b.port;
}

} // namespace

Transfer::Transfer(HttpRequest request, HttpHandlers handlers)
    : m_request(std::move(request))
    , m_handlers(std::move(handlers))
    , m_url(parseHttpUrl(m_request.url)) {
    if (m_url)
        m_host = fmt::format("{}:{}", m_url->host, m_url->port);
}

void Transfer::watch(std::stop_token stop, std::function<void()> onStop) {
    if (stop.stop_possible())
        m_watch.emplace(std::move(stop), std::move(onStop));
}

void Transfer::start(CurlEasy easy) {
    m_easy = std::move(easy);
    if (m_redirects == 0)
        m_startedAt = Clock::now();
    m_sentAt.reset();
    m_lastByteAt.reset();
    curl_easy_reset(m_easy.get());
    setHeaders();
    setOptions();
}

void Transfer::setHeaders() {
    m_headers.reset();
    const auto add = [&](const std::string& line) {
        if (curl_slist* longer = curl_slist_append(m_headers.get(), line.c_str())) {
            static_cast<void>(m_headers.release());
            m_headers.reset(longer);
        }
    };
    for (const HttpHeader& header : m_request.headers)
        add(header.name + ": " + header.value);
    add("Expect:"); // servers of models do not answer it, and curl would wait a second
}

void Transfer::setOptions() {
    CURL* easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_URL, m_request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_curlMessage);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a cancelled look-up of a name is not waited for
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, httpVersion());
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    for (const auto& [name, option] : Authorities) {
        if (const char* place = std::getenv(name); place != nullptr && *place != '\0')
            curl_easy_setopt(easy, option, place);
    }
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "assize/" ASSIZE_VERSION);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connectLimit(m_request.timeouts));
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.get());
    if (isLoopback(*m_url))
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
    if (m_request.method == "POST") {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, m_request.body.c_str());
    } else if (m_request.method != "GET") {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, m_request.method.c_str());
    }
}

HttpFailure Transfer::expired(Clock::time_point now) {
    const HttpTimeouts& limits = m_request.timeouts;
    if (hasPassed(m_startedAt, limits.total, now))
        return HttpFailure::TotalTimeout;
    if (m_lastByteAt)
        return hasPassed(*m_lastByteAt, limits.idle, now) ? HttpFailure::IdleTimeout : HttpFailure::None;
    if (!m_sentAt && bytesOf(m_easy.get(), CURLINFO_PRETRANSFER_TIME_T) > 0)
        m_sentAt = now;
    return m_sentAt && hasPassed(*m_sentAt, limits.firstByte, now) ? HttpFailure::FirstByteTimeout : HttpFailure::None;
}

std::size_t Transfer::onHeader(char* bytes, std::size_t, std::size_t count, void* self) {
    auto* transfer = static_cast<Transfer*>(self);
    transfer->m_headerBytes += count;
    if (transfer->m_headerBytes > MaxHeaderBytes) {
        transfer->m_ownFailure = HttpFailure::TooLong;
        return 0;
    }
    transfer->takeHeader({bytes, count});
    return count;
}

void Transfer::takeHeader(std::string_view line) {
    if (line.starts_with("HTTP/")) { // also after a 100 or the answer of a proxy
        m_response.headers.clear();
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
        m_response.headers.push_back(
            {std::string(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
}

std::size_t Transfer::onBody(char* bytes, std::size_t, std::size_t count, void* self) {
    return static_cast<Transfer*>(self)->takeBody({bytes, count}) ? count : CURL_WRITEFUNC_ERROR;
}

bool Transfer::takeBody(std::string_view bytes) {
    if (!m_lastByteAt) {
        long status = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
        m_response.status = static_cast<int>(status);
        m_response.firstByteSeconds = secondsSinceStart();
    }
    m_lastByteAt = Clock::now();
    m_bodyBytes += bytes.size();
    if (m_bodyBytes > m_request.maxReplyBytes) {
        m_ownFailure = HttpFailure::TooLong;
        return false;
    }
    if (m_handlers.onBody && m_response.status == 200) {
        if (m_handlers.onBody(bytes))
            return true;
        m_ownFailure = HttpFailure::Cancelled;
        return false;
    }
    m_response.body.append(bytes);
    return true;
}

double Transfer::secondsSinceStart() const {
    return std::chrono::duration<double>(Clock::now() - m_startedAt).count();
}

void Transfer::measure() {
    CURL* easy = m_easy.get();
    long status = 0;
    long headerBytes = 0;
    long requestBytes = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy, CURLINFO_HEADER_SIZE, &headerBytes);
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &requestBytes);
    m_response.status = static_cast<int>(status);
    m_response.totalSeconds = secondsSinceStart();
    if (m_response.firstByteSeconds <= 0)
        m_response.firstByteSeconds = secondsOf(easy, CURLINFO_STARTTRANSFER_TIME_T);
    m_response.bytesSent += requestBytes + bytesOf(easy, CURLINFO_SIZE_UPLOAD_T);
    m_response.bytesReceived += headerBytes + bytesOf(easy, CURLINFO_SIZE_DOWNLOAD_T);
}

bool Transfer::finish(CURLcode code) {
    measure();
    m_response.failure = m_ownFailure != HttpFailure::None ? m_ownFailure : failureFrom(code);
    if (m_response.failure != HttpFailure::None) {
        m_response.failureDetail = m_curlMessage[0] != '\0' ? m_curlMessage : curl_easy_strerror(code);
        return false;
    }
    return followRedirect();
}

bool Transfer::followRedirect() {
    char* location = nullptr;
    if (m_response.status < 300 || m_response.status > 399 ||
        curl_easy_getinfo(m_easy.get(), CURLINFO_REDIRECT_URL, &location) != CURLE_OK || location == nullptr)
        return false;
    m_response.location = location;
    auto target = parseHttpUrl(m_response.location);
    const bool keepsMethod = m_response.status != 303 || m_request.method == "GET";
    if (!target || !isSameOrigin(*target, *m_url) || !keepsMethod || m_redirects >= MaxRedirects)
        return false;
    ++m_redirects;
    m_request.url = std::exchange(m_response.location, {});
    m_url = std::move(target);
    m_response.headers.clear();
    m_response.body.clear();
    m_bodyBytes = 0;
    return true;
}

void Transfer::abandon(HttpFailure failure, std::string detail) {
    if (m_easy)
        measure();
    m_response.failure = failure;
    m_response.failureDetail = std::move(detail);
}

void Transfer::deliver() {
    m_watch.reset();
    if (m_url) // without the query, which may hold a key
        logLine(LogLevel::Debug,
            fmt::format("{} {}:{}{} {} in {:.3f} s", m_request.method, m_url->host, m_url->port, m_url->path,
                m_response.failure == HttpFailure::None ? fmt::format("{}", m_response.status)
                                                        : m_response.failureDetail,
                m_response.totalSeconds));
    if (m_handlers.onDone)
        m_handlers.onDone(std::move(m_response));
}

} // namespace assize
