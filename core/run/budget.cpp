// SPDX-License-Identifier: Apache-2.0
#include "core/run/budget.h"

namespace assize {

double Budget::rentUntil(Time now) const {
    return m_rent.perHour * std::chrono::duration<double, std::ratio<3600>>(now - m_rent.since).count();
}

bool Budget::allows(Time now, Expense most) const {
    const double cost = m_spent.cost + m_reserved.cost + most.cost + rentUntil(now);
    const std::int64_t tokens = m_spent.tokens + m_reserved.tokens + most.tokens;
    return (m_limits.maxCost <= 0 || cost <= m_limits.maxCost) &&
           (m_limits.maxTokens <= 0 || tokens <= m_limits.maxTokens);
}

void Budget::started(Expense most) {
    ++m_underWay;
    m_reserved.cost += most.cost;
    m_reserved.tokens += most.tokens;
}

void Budget::ended(Expense most, Expense taken) {
    if (--m_underWay == 0)
        m_reserved = {}; // sums of fractions do not always come back to nothing
    else
        m_reserved = {m_reserved.cost - most.cost, m_reserved.tokens - most.tokens};
    m_spent.cost += taken.cost;
    m_spent.tokens += taken.tokens;
}

} // namespace assize
