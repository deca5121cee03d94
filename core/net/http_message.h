// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

struct HttpHeader {
    std::string name;
    std::string value;
};

/// How long a server may take; zero means without limit.
struct HttpTimeouts {
    std::chrono::milliseconds connect{10'000};    ///< name, connection and TLS
    std::chrono::milliseconds firstByte{120'000}; ///< from the request's end to the first byte of the reply's body
    std::chrono::milliseconds idle{60'000};       ///< between two pieces of the body
    std::chrono::milliseconds total{900'000};
};

/// One request as it goes out. Keys are in headers, so a request with its credentials is never logged or stored.
struct HttpRequest {
    std::string method = "POST";
    std::string url; ///< http or https, without user and password
    std::vector<HttpHeader> headers;
    std::string body;
    HttpTimeouts timeouts;
    std::size_t maxReplyBytes = 16U << 20U; ///< after decompression; above it the transfer ends with TooLong
};

/// Why a transfer brought no whole response. A status of 4xx or 5xx is a response, not a failure.
enum class HttpFailure {
    None,
    BadUrl,           ///< not http or https, no host, or with a password in it
    Unresolved,       ///< the name has no address
    Unconnected,      ///< nothing listens there, or the network is down
    Untrusted,        ///< TLS: certificate or handshake
    Broken,           ///< the connection ended before the reply did
    Malformed,        ///< not HTTP, or a body that does not decompress
    ConnectTimeout,   ///< HttpTimeouts::connect passed
    FirstByteTimeout, ///< HttpTimeouts::firstByte passed
    IdleTimeout,      ///< HttpTimeouts::idle passed
    TotalTimeout,     ///< HttpTimeouts::total passed
    TooLong,          ///< more than maxReplyBytes
    Cancelled,        ///< the stop token, the body's receiver or the client's end
};

/// What came back. Seconds count from when the client took the request up.
struct HttpResponse {
    HttpFailure failure = HttpFailure::None;
    std::string failureDetail; ///< in curl's words, for people
    int status = 0;            ///< 0 if no header came
    std::vector<HttpHeader> headers;
    std::string body;     ///< empty where a receiver took it
    std::string location; ///< where a redirect that was not followed points to
    double firstByteSeconds = 0;
    double totalSeconds = 0;
    std::int64_t bytesSent = 0;
    std::int64_t bytesReceived = 0; ///< on the wire

    /// The value of the last header with that name, whatever its case.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
};

/// A URL taken apart. port is the scheme's own where none is written.
struct HttpUrl {
    std::string scheme; ///< "http" or "https"
    std::string host;   ///< lower case; IPv6 without brackets
    int port = 0;
    std::string path;  ///< with its leading slash, percent-encoded as written
    std::string query; ///< without the question mark
};

/// Nothing if it is not http or https, has no host, holds a user or password, or white space or control characters.
[[nodiscard]] std::optional<HttpUrl> parseHttpUrl(std::string_view url);

/// True for localhost, 127.0.0.0/8 and ::1: the machine itself.
[[nodiscard]] bool isLoopback(const HttpUrl& url);

/// Milliseconds since 1970 of a date as HTTP headers have it: "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] std::optional<std::int64_t> parseHttpDate(std::string_view text);

/// base and path with exactly one slash between them; a query of base stays at the end.
[[nodiscard]] std::string joinUrl(std::string_view base, std::string_view path);

} // namespace assize
