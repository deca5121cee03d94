// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/call_failure.h"
#include "core/model/endpoint.h"
#include <chrono>
#include <cstdint>
#include <optional>

namespace assize {

/// When the next call to an endpoint may start. Keeps what the person allowed (calls at once, per minute) and learns
/// what the server allows: after a refusal nothing starts until the server said so and half as many calls go at once,
/// which grows by one again with each round that went well; where the server counts down, nothing starts at zero.
/// Pure: the caller says what time it is. One thread at a time.
class RateLimiter {
public:
    using Time = std::chrono::steady_clock::time_point;

    RateLimiter(int concurrency, const EndpointLimits& limits);

    /// The earliest moment at which a call may start, in the past if it may at once; nothing if one that is under way
    /// has to end first.
    [[nodiscard]] std::optional<Time> nextStart() const;
    /// A call started that may take so many tokens.
    void started(Time now, std::int64_t tokens);
    /// A call ended, and not because of its pace.
    void finished(Time now);
    /// The server refused a call for its pace. Without a wish of its own it is left alone for a while that doubles with
    /// each refusal in a row; random is in [0, 1).
    void refused(Time now, std::optional<std::chrono::milliseconds> retryAfter, double random);
    /// A call that might have taken so many tokens took others.
    void corrected(Time now, std::int64_t tokens, std::int64_t taken);
    /// What the headers of a reply said.
    void noticed(Time now, const RateState& state);

    [[nodiscard]] int underWay() const { return m_underWay; }
    /// How many calls may be under way at once by now.
    [[nodiscard]] int window() const { return static_cast<int>(m_window); }
    /// Until when the server wants to be left alone; in the past if it does not.
    [[nodiscard]] Time blockedUntil() const { return m_blockedUntil; }

private:
    /// What may be spent evenly over a minute. One call may overdraw it, which the next ones wait for.
    class Bucket {
    public:
        explicit Bucket(int perMinute);
        void spend(Time now, double amount);
        [[nodiscard]] Time readyAt(double needed) const;

    private:
        double m_perSecond;
        double m_most;
        double m_level;
        Time m_filledAt{};
    };
    void countDown(Time now, std::int64_t left, std::chrono::milliseconds reset);

    const int m_concurrency;
    int m_underWay = 0;
    double m_window;
    int m_refusals = 0; ///< in a row
    Time m_blockedUntil{};
    Bucket m_requests;
    Bucket m_tokens;
};

} // namespace assize
