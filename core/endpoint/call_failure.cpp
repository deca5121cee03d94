// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/call_failure.h"

#include "core/base/text.h"
#include "core/endpoint/server_error.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

CallFailure failure(FailureClass kind, Sentence detail, bool mayRetry, bool concernsAll = false) {
    CallFailure result;
    result.kind = kind;
    result.detail = std::move(detail);
    result.mayRetry = mayRetry;
    result.concernsAll = concernsAll;
    return result;
}

/// In OpenSSL's words, and what they mean.
Sentence tlsDetail(const std::string& words) {
    if (words.find("wrong version number") != std::string::npos)
        return said("TLS: the server speaks plain HTTP; its URL has to begin with http://");
    if (words.find("subject name") != std::string::npos || words.find("does not match") != std::string::npos)
        return said("TLS: its certificate is for another host; the endpoint's URL has to have the name that it is for");
    if (words.find("expired") != std::string::npos || words.find("not yet valid") != std::string::npos)
        return said(
            "TLS: its certificate is out of date; it has to be renewed on the server, or the clock here is wrong");
    if (words.find("certificate file") != std::string::npos ||
        words.find("certificate verify loc") != std::string::npos)
        return said("TLS: %1; SSL_CERT_FILE and SSL_CERT_DIR have to name what is there", words);
    if (words.find("certificate") != std::string::npos)
        return said("TLS: %1; its certificate has to be one that this system trusts", words);
    return quoted("TLS: " + words);
}

CallFailure ofTransfer(const HttpResponse& response) {
    switch (response.failure) {
    case HttpFailure::BadUrl:
        return failure(FailureClass::Network, said("the URL cannot be used: %1", response.failureDetail), false, true);
    case HttpFailure::Unresolved:
    case HttpFailure::Unconnected:
        return failure(FailureClass::Network, quoted(response.failureDetail), true, true);
    case HttpFailure::Untrusted:
        return failure(FailureClass::Network, tlsDetail(response.failureDetail), false, true);
    case HttpFailure::Malformed:
        return failure(FailureClass::Garbled, said("not an HTTP reply: %1", response.failureDetail), true);
    case HttpFailure::ConnectTimeout:
        return failure(FailureClass::Timeout, said("no connection in time"), true, true);
    case HttpFailure::FirstByteTimeout:
    case HttpFailure::IdleTimeout:
    case HttpFailure::TotalTimeout:
        return failure(FailureClass::Timeout, quoted(response.failureDetail), true);
    case HttpFailure::TooLong:
        return failure(FailureClass::TooLong, said("the server sends more than a reply may hold"), false);
    case HttpFailure::Cancelled:
        return failure(FailureClass::Cancelled, said("stopped"), false);
    case HttpFailure::None:
    case HttpFailure::Broken:
        break;
    }
    return failure(
        FailureClass::Network, said("the connection ended before the reply did: %1", response.failureDetail), true);
}

CallFailure ofRedirect(const HttpResponse& response) {
    if (response.location.empty())
        return failure(FailureClass::Rejected, said("HTTP %1 without an address", response.status), false, true);
    return failure(FailureClass::Rejected,
        said("it redirects to %1, which the key is not sent to; if you trust that server, make it the endpoint's "
             "URL",
            response.location),
        false, true);
}

CallFailure ofStatus(const HttpResponse& response) {
    const int status = response.status;
    const ServerError told = serverError(response.body);
    const Sentence message = quoted(
        told.message.empty() ? fmt::format("HTTP {}", status) : fmt::format("HTTP {}: {}", status, told.message));
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
            told.message.empty()
                ? said("%1, nothing is at that path; URLs of OpenAI-like servers mostly end in /v1", message)
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
    return garbledReply(said("the reply is HTTP %1 instead of 200", status), response.body);
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

Sentence CallFailure::sentence() const {
    return said("%1: %2", failureClassName(kind), detail);
}

std::string CallFailure::reason() const {
    return sentence().english();
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
    const Sentence detail = said("within the reply: %1", told.message.empty() ? told.type : told.message);
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

CallFailure garbledReply(const Sentence& why, std::string_view begins) {
    const std::string head = shortened(begins);
    return failure(FailureClass::Garbled, head.empty() ? why : said("%1: %2", why, head), true);
}

} // namespace assize
