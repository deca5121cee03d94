// SPDX-License-Identifier: Apache-2.0
#include "core/run/retry_policy.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds FirstDelay = 500ms;
constexpr milliseconds LongestDelay = 8s;
constexpr milliseconds LongestAsked = 120s;
constexpr milliseconds LongestLook = 10s;
constexpr int Ok = 200;

int mostTries(FailureClass kind) {
    switch (kind) {
    case FailureClass::RateLimited:
        return 10;
    case FailureClass::ServerError:
    case FailureClass::Network:
        return 5;
    default:
        return 3;
    }
}

bool isNobodyThere(HttpFailure failure) {
    return failure == HttpFailure::Unresolved || failure == HttpFailure::Unconnected ||
           failure == HttpFailure::ConnectTimeout;
}

/// llama.cpp and others answer 503 while they read the model, which may take minutes.
bool isLoading(const CallFailure& failure) {
    return failure.status == 503 && failure.detail.english().find("oading") != std::string::npos;
}

milliseconds doubled(milliseconds first, int times, milliseconds most) {
    const double full = static_cast<double>(first.count()) * std::exp2(std::min(times, 20));
    return std::min(milliseconds(static_cast<std::int64_t>(full)), most);
}

/// Some failures concern all calls only as long as none has succeeded: a 403 may be about one prompt.
bool haltsRun(const CallFailure& failure, bool hasSucceeded) {
    if (!failure.concernsAll)
        return false;
    return !hasSucceeded || failure.status == 401 || failure.kind == FailureClass::Quota;
}

} // namespace

RetryDecision decideRetry(const CallFailure& failure, const FailedTry& tried) {
    if (isNobodyThere(tried.transfer) || isLoading(failure))
        return {AfterFailure::Wait, {}};
    if (haltsRun(failure, tried.hasSucceeded))
        return {AfterFailure::HaltRun, {}};
    if (!failure.mayRetry || tried.tries >= mostTries(failure.kind))
        return {AfterFailure::Store, {}};
    const bool isHeldBack = failure.kind == FailureClass::RateLimited && failure.status != Ok;
    if (isHeldBack) // by the rate limiter, which does not hear of what stands within a reply
        return {AfterFailure::Again, {}};
    if (failure.retryAfter)
        return {AfterFailure::Again, std::min(*failure.retryAfter, LongestAsked)};
    const auto delay = static_cast<double>(doubled(FirstDelay, tried.tries - 1, LongestDelay).count());
    return {AfterFailure::Again, milliseconds(static_cast<std::int64_t>(delay * (1 - 0.25 * tried.random)))};
}

void Outage::missed(Time now, Time startedAt) {
    if (!m_isOn) {
        m_isOn = true;
        m_looks = 0;
        m_since = now;
        m_nextLook = now + FirstDelay;
    } else if (startedAt >= m_nextLook) {
        ++m_looks;
        m_nextLook = now + doubled(FirstDelay, m_looks, LongestLook);
    }
}

void Outage::answered(bool isReady) {
    m_isOn = m_isOn && !isReady;
    m_hasAnswered = true;
}

bool Outage::isHopeless(Time now) const {
    return m_isOn && now - m_since >= (m_hasAnswered ? m_patience.later : m_patience.first);
}

} // namespace assize
