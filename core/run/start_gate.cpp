// SPDX-License-Identifier: Apache-2.0
#include "core/run/start_gate.h"

#include <algorithm>

namespace assize {

StartGate::Answer StartGate::mayStart(Time now, Expense most) const {
    if (m_outage.isOn() && m_limiter.underWay() > 0)
        return Answer::AfterEnd;
    const auto opens = opensAt();
    if (!opens)
        return Answer::AfterEnd;
    if (*opens > now)
        return Answer::Later;
    if (!m_budget.allows(now, most))
        return m_limiter.underWay() > 0 || m_budget.hasReserved() ? Answer::AfterEnd : Answer::Never;
    return Answer::Yes;
}

std::optional<StartGate::Time> StartGate::opensAt() const {
    const auto start = m_limiter.nextStart();
    if (!start || !m_outage.isOn())
        return start;
    return std::max(*start, m_outage.nextLook());
}

void StartGate::started(Time now, Expense most) {
    m_limiter.started(now, most.tokens);
    m_budget.started(most);
}

void StartGate::settled(Time now, Expense most, Expense taken, const RateState& rate) {
    m_limiter.corrected(now, most.tokens, taken.tokens);
    m_limiter.noticed(now, rate);
    m_budget.ended(most, taken);
}

void StartGate::failed(Time now, Expense most, const CallFailure& failure, const RateState& rate, double random) {
    if (failure.kind == FailureClass::RateLimited)
        m_limiter.refused(now, failure.retryAfter, random);
    else
        m_limiter.finished(now);
    settled(now, most, {}, rate);
}

void StartGate::missed(Time now, Time sentAt, Expense most) {
    m_outage.missed(now, sentAt);
    m_limiter.finished(now);
    settled(now, most, {}, {});
}

RunNotice StartGate::state(Time now) const {
    if (m_outage.isOn())
        return {RunNotice::Kind::ServerAway, {}, m_outage.nextLook()};
    if (m_limiter.blockedUntil() >= now + std::chrono::seconds(1))
        return {RunNotice::Kind::RateLimited, {}, m_limiter.blockedUntil()};
    return {};
}

} // namespace assize
