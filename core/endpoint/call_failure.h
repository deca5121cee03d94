// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/verdict.h"
#include "core/net/http_message.h"
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assize {

/// Why a call brought no reply. The names are the classes that Runs shows, and the first word of stored reasons.
enum class FailureClass {
    Timeout,     ///< "timeout": connecting, the first token, a pause within the reply, or all of it took too long
    RateLimited, ///< "429": too many requests or tokens for now
    ServerError, ///< "5xx": the server's fault, or it is overloaded or still loading
    Network,     ///< "network": no connection, TLS, or a connection that ended before the reply did
    KeyRefused,  ///< "key": 401 or 403
    NoModel,     ///< "model": the server does not have it, or nothing is at that path
    Rejected,    ///< "rejected": another 4xx; the request itself is not accepted
    TooLong,     ///< "too long": beyond the model's context, or a reply beyond our limit
    Garbled,     ///< "garbled": a reply that is not what the protocol says: HTML, half a JSON text, another API
    Quota,       ///< "quota": the account has nothing left; waiting does not help
    Cancelled,   ///< "cancelled": by the person
};

[[nodiscard]] std::string_view failureClassName(FailureClass kind);

/// A failed call in terms of product.md: what to store, whether to try again, and whether others would fail likewise.
struct CallFailure {
    FailureClass kind = FailureClass::Network;
    Sentence detail; ///< what happened, in one clause for people, the server's own message in it
    int status = 0;  ///< HTTP, 0 if there was none
    bool mayRetry = false;
    std::optional<std::chrono::milliseconds> retryAfter; ///< as the server says; at most 120 s are honoured
    bool concernsAll = false; ///< no other call would fare better now: key, model, quota, nothing there

    /// transport-error, but truncated for a prompt or reply that is too long.
    [[nodiscard]] Outcome outcome() const;
    /// "429: too many requests": the class, a colon and the detail.
    [[nodiscard]] Sentence sentence() const;
    [[nodiscard]] std::string reason() const; ///< the same in English, as it is stored
    /// The error for a command that cannot go on because of it: KeyRefused, NotFound for a model, Cancelled, else
    /// EndpointUnreachable.
    [[nodiscard]] Error error(std::string subject) const;
};

/// What a server says about its limits in x-ratelimit-* and anthropic-ratelimit-* headers, of replies and refusals
/// alike; absent where it says nothing. Times count from when the reply came.
struct RateState {
    std::optional<std::int64_t> requestLimit;
    std::optional<std::int64_t> requestsLeft;
    std::optional<std::chrono::milliseconds> requestsReset;
    std::optional<std::int64_t> tokenLimit;
    std::optional<std::int64_t> tokensLeft;
    std::optional<std::chrono::milliseconds> tokensReset;
};

/// nowMilliseconds: since 1970, for reset times that are given as dates.
[[nodiscard]] RateState rateState(const HttpResponse& response, std::int64_t nowMilliseconds);

/// How long to wait: retry-after-ms, else Retry-After in seconds, else as an HTTP date (protocols.md, 8.1).
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(
    const HttpResponse& response, std::int64_t nowMilliseconds);

/// Nothing if the transfer brought status 200. Reads error bodies of all servers in protocols.md, section 8.
[[nodiscard]] std::optional<CallFailure> failureOf(const HttpResponse& response, std::int64_t nowMilliseconds);

/// The message of an error body in any of their shapes: error.message, message, error as text, detail; empty if none.
[[nodiscard]] std::string serverMessage(std::string_view body);

/// A failure that a server reports within a reply of status 200: type and message as it gives them.
[[nodiscard]] CallFailure failureWithin(std::string_view type, std::string_view message);

/// A reply that is not what the protocol says; begins is its beginning, of which some goes into the detail.
[[nodiscard]] CallFailure garbledReply(const Sentence& why, std::string_view begins);

} // namespace assize
