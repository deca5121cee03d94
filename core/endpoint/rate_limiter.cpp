// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/rate_limiter.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr auto LongestWait = 120s; ///< a server that asks for more is asked again after this
constexpr auto FirstBackOff = 1s;  ///< where it does not say how long
constexpr auto LongestBackOff = 60s;
constexpr double BurstSeconds = 0.1; ///< calls that were late may catch up on this much
constexpr double Unlimited = 0;

milliseconds backOff(int refusals, double random) {
    const double longest = std::chrono::duration<double, std::milli>(LongestBackOff).count();
    const double first = std::chrono::duration<double, std::milli>(FirstBackOff).count();
    const double full = std::min(first * std::exp2(refusals - 1), longest);
    return milliseconds(static_cast<std::int64_t>(full * (1 - 0.25 * random)));
}

} // namespace

RateLimiter::Bucket::Bucket(int perMinute)
    : m_perSecond(perMinute / 60.0)
    , m_most(std::max(1.0, m_perSecond * BurstSeconds))
    , m_level(m_most) {}

void RateLimiter::Bucket::spend(Time now, double amount) {
    if (m_perSecond == Unlimited)
        return;
    const double passed = std::chrono::duration<double>(now - m_filledAt).count();
    if (passed > 0 && m_filledAt != Time{})
        m_level = std::min(m_most, m_level + passed * m_perSecond);
    m_filledAt = now;
    m_level = std::min(m_most, m_level - amount);
}

RateLimiter::Time RateLimiter::Bucket::readyAt(double needed) const {
    if (m_perSecond == Unlimited || m_level >= needed)
        return Time{};
    const double seconds = (needed - m_level) / m_perSecond;
    return m_filledAt + std::chrono::ceil<milliseconds>(std::chrono::duration<double>(seconds));
}

RateLimiter::RateLimiter(int concurrency, const EndpointLimits& limits)
    : m_concurrency(std::max(1, concurrency))
    , m_window(m_concurrency)
    , m_requests(limits.requestsPerMinute)
    , m_tokens(limits.tokensPerMinute) {}

std::optional<RateLimiter::Time> RateLimiter::nextStart() const {
    if (m_underWay >= window())
        return std::nullopt;
    return std::max({m_blockedUntil, m_requests.readyAt(1), m_tokens.readyAt(0)});
}

void RateLimiter::started(Time now, std::int64_t tokens) {
    ++m_underWay;
    m_requests.spend(now, 1);
    m_tokens.spend(now, static_cast<double>(tokens));
}

void RateLimiter::finished(Time now) {
    --m_underWay;
    if (now < m_blockedUntil)
        return; // it was sent before the server refused another
    m_refusals = 0;
    m_window = std::min<double>(m_concurrency, m_window + 1 / m_window);
}

void RateLimiter::refused(Time now, std::optional<milliseconds> retryAfter, double random) {
    --m_underWay;
    const bool isFirst = now >= m_blockedUntil; // others that were sent before come back refused as well
    if (isFirst) {
        ++m_refusals;
        m_window = std::max(1.0, m_window / 2);
    }
    if (!isFirst && !retryAfter)
        return;
    const milliseconds wait =
        retryAfter ? std::min<milliseconds>(*retryAfter, LongestWait) : backOff(m_refusals, random);
    m_blockedUntil = std::max(m_blockedUntil, now + wait);
}

void RateLimiter::corrected(Time now, std::int64_t tokens, std::int64_t taken) {
    m_tokens.spend(now, static_cast<double>(taken - tokens));
}

void RateLimiter::noticed(Time now, const RateState& state) {
    if (state.requestsLeft && state.requestsReset) // those under way may not be counted by the server yet
        countDown(now, *state.requestsLeft - m_underWay, *state.requestsReset);
    if (state.tokensLeft && state.tokensReset)
        countDown(now, *state.tokensLeft, *state.tokensReset);
}

void RateLimiter::countDown(Time now, std::int64_t left, milliseconds reset) {
    if (left <= 0)
        m_blockedUntil = std::max(m_blockedUntil, now + std::min<milliseconds>(reset, LongestWait));
}

} // namespace assize
