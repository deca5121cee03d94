// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/call_failure.h"

#include "core/base/text.h"
#include "core/endpoint/server_error.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

CallFailure failure(FailureClass kind, std::string detail, bool mayRetry, bool concernsAll = false) {
    CallFailure result;
    result.kind = kind;
    result.detail = std::move(detail);
    result.mayRetry = mayRetry;
    result.concernsAll = concernsAll;
    return result;
}

/// In OpenSSL's words, and what they mean.
std::string tlsDetail(const std::string& words) {
    if (words.find("wrong version number") != std::string::npos)
        return "TLS: the server speaks plain HTTP; its URL has to begin with http://";
    if (words.find("subject name") != std::string::npos || words.find("does not match") != std::string::npos)
        return "TLS: its certificate is for another host; the endpoint's URL has to have the name that it is for";
    if (words.find("expired") != std::string::npos || words.find("not yet valid") != std::string::npos)
        return "TLS: its certificate is out of date; it has to be renewed on the server, or the clock here is wrong";
    if (words.find("certificate file") != std::string::npos ||
        words.find("certificate verify loc") != std::string::npos)
        return fmt::format("TLS: {}; SSL_CERT_FILE and SSL_CERT_DIR have to name what is there", words);
    if (words.find("certificate") != std::string::npos)
        return fmt::format("TLS: {}; its certificate has to be one that this system trusts", words);
    return "TLS: " + words;
}

CallFailure ofTransfer(const HttpResponse& response) {
    switch (response.failure) {
    case HttpFailure::BadUrl:
        return failure(FailureClass::Network, "the URL cannot be used: " + response.failureDetail, false, true);
    case HttpFailure::Unresolved:
    case HttpFailure::Unconnected:
        return failure(FailureClass::Network, response.failureDetail, true, true);
    case HttpFailure::Untrusted:
        return failure(FailureClass::Network, tlsDetail(response.failureDetail), false, true);
    case HttpFailure::Malformed:
        return failure(FailureClass::Garbled, "not an HTTP reply: " + response.failureDetail, true);
    case HttpFailure::ConnectTimeout:
        return failure(FailureClass::Timeout, "no connection in time", true, true);
    case HttpFailure::FirstByteTimeout:
    case HttpFailure::IdleTimeout:
    case HttpFailure::TotalTimeout:
        return failure(FailureClass::Timeout, response.failureDetail, true);
    case HttpFailure::TooLong:
        return failure(FailureClass::TooLong, "the server sends more than a reply may hold", false);
    case HttpFailure::Cancelled:
        return failure(FailureClass::Cancelled, "stopped", false);
    case HttpFailure::None:
    case HttpFailure::Broken:
        break;
    }
    return failure(FailureClass::Network, "the connection ended before the reply did: " + response.failureDetail, true);
}

CallFailure ofRedirect(const HttpResponse& response) {
    if (response.location.empty())
        return failure(FailureClass::Rejected, fmt::format("HTTP {} without an address", response.status), false, true);
    return failure(FailureClass::Rejected,
        fmt::format(
            "it redirects to {}, which the key is not sent to; if you trust that server, make it the endpoint's "
            "URL",
            response.location),
        false, true);
}

CallFailure ofStatus(const HttpResponse& response) {
    const int status = response.status;
    const ServerError told = serverError(response.body);
    const std::string message =
        told.message.empty() ? fmt::format("HTTP {}", status) : fmt::format("HTTP {}: {}", status, told.message);
    if (status >= 300 && status < 400)
        return ofRedirect(response);
    if (told.isQuota() || status == 402)
        return failure(FailureClass::Quota, message, false, true);
    if (status == 413 || (status >= 400 && status < 500 && told.isTooLong()))
        return failure(FailureClass::TooLong, message, false);
    if (status == 401 || status == 403)
        return failure(FailureClass::KeyRefused, message, false, true);
    if (status == 404 || told.isNoModel())
        return failure(FailureClass::NoModel,
            told.message.empty() ? message + ", nothing is at that path; URLs of OpenAI-like servers mostly end in /v1"
                                 : message,
            false, true);
    if (status == 408)
        return failure(FailureClass::Timeout, message, true);
    if (status == 429)
        return failure(FailureClass::RateLimited, message, true);
    if (status == 409 || status == 424 || status == 425 || (status >= 500 && status != 501 && status != 505))
        return failure(FailureClass::ServerError, message, true);
    if (status >= 400)
        return failure(FailureClass::Rejected, message, false);
    return garbledReply(fmt::format("HTTP {} instead of 200", status), response.body);
}

} // namespace

std::string_view failureClassName(FailureClass kind) {
    switch (kind) {
    case FailureClass::Timeout:
        return "timeout";
    case FailureClass::RateLimited:
        return "429";
    case FailureClass::ServerError:
        return "5xx";
    case FailureClass::Network:
        return "network";
    case FailureClass::KeyRefused:
        return "key";
    case FailureClass::NoModel:
        return "model";
    case FailureClass::Rejected:
        return "rejected";
    case FailureClass::TooLong:
        return "too long";
    case FailureClass::Garbled:
        return "garbled";
    case FailureClass::Quota:
        return "quota";
    case FailureClass::Cancelled:
        break;
    }
    return "cancelled";
}

Outcome CallFailure::outcome() const {
    return kind == FailureClass::TooLong ? Outcome::Truncated : Outcome::TransportError;
}

std::string CallFailure::reason() const {
    return fmt::format("{}: {}", failureClassName(kind), detail);
}

Error CallFailure::error(std::string subject) const {
    switch (kind) {
    case FailureClass::KeyRefused:
        return {ErrorCode::KeyRefused, std::move(subject), detail};
    case FailureClass::NoModel:
        return {ErrorCode::NotFound, std::move(subject), detail};
    case FailureClass::Cancelled:
        return {ErrorCode::Cancelled, std::move(subject), {}};
    default:
        return {ErrorCode::EndpointUnreachable, std::move(subject), detail};
    }
}

std::optional<CallFailure> failureOf(const HttpResponse& response, std::int64_t nowMilliseconds) {
    if (response.failure == HttpFailure::None && response.status == 200)
        return std::nullopt;
    CallFailure result = response.failure == HttpFailure::None ? ofStatus(response) : ofTransfer(response);
    result.status = response.status;
    const bool isRefusal = response.failure == HttpFailure::None && result.kind != FailureClass::Quota;
    if (const auto wish = response.header("x-should-retry"); isRefusal && wish && !result.concernsAll)
        result.mayRetry = *wish == "true" || (result.mayRetry && *wish != "false");
    if (result.mayRetry)
        result.retryAfter = retryAfter(response, nowMilliseconds);
    return result;
}

std::string serverMessage(std::string_view body) {
    return serverError(body).message;
}

CallFailure failureWithin(std::string_view type, std::string_view message) {
    const ServerError told{std::string(type), shortened(message)};
    const std::string detail = fmt::format("within the reply: {}", told.message.empty() ? told.type : told.message);
    if (told.isQuota())
        return failure(FailureClass::Quota, detail, false, true);
    if (told.isTooLong())
        return failure(FailureClass::TooLong, detail, false);
    if (told.isNoModel())
        return failure(FailureClass::NoModel, detail, false, true);
    if (told.has({"authentication", "permission", "accessdenied", "invalid_api_key"}))
        return failure(FailureClass::KeyRefused, detail, false, true);
    if (told.has({"rate_limit", "throttling", "too_many"}))
        return failure(FailureClass::RateLimited, detail, true);
    if (told.has({"invalid_request", "bad_request", "validation"}))
        return failure(FailureClass::Rejected, detail, false);
    return failure(FailureClass::ServerError, detail, true);
}

CallFailure garbledReply(std::string_view why, std::string_view begins) {
    const std::string head = shortened(begins);
    return failure(FailureClass::Garbled,
        head.empty() ? fmt::format("the reply is {}", why) : fmt::format("the reply is {}: {}", why, head), true);
}

} // namespace assize
