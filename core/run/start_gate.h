// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/rate_limiter.h"
#include "core/run/budget.h"
#include "core/run/retry_policy.h"
#include "core/run/run_engine.h"
#include <optional>

namespace assize {

/// Whether one more call may be sent: pace, budget and whether anybody is there, taken together. Pure: the caller says
/// what time it is. One thread at a time.
class StartGate {
public:
    using Time = std::chrono::steady_clock::time_point;

    StartGate(RateLimiter limiter, Budget budget, Outage::Patience patience)
        : m_limiter(std::move(limiter))
        , m_budget(budget)
        , m_outage(patience) {}

    enum class Answer : std::uint8_t {
        Yes,
        Later,    ///< at opensAt()
        AfterEnd, ///< once a call that is under way has ended
        Never,    ///< nothing is under way, and this call might pass the budget
    };
    [[nodiscard]] Answer mayStart(Time now, Expense most) const;
    /// When calls may be sent again, as far as that is a matter of time.
    [[nodiscard]] std::optional<Time> opensAt() const;

    void started(Time now, Expense most);
    /// The endpoint answered with this status: somebody is there, though 503 may mean that the model is loading.
    void answered(int status) { m_outage.answered(status != 503); }
    /// A call of status 200 came back; what it took becomes known later.
    void ended(Time now) { m_limiter.finished(now); }
    /// What a call took that might have taken the most, and what its reply said of the pace.
    void settled(Time now, Expense most, Expense taken, const RateState& rate);
    /// A call failed: nothing is spent. random is in [0, 1).
    void failed(Time now, Expense most, const CallFailure& failure, const RateState& rate, double random);
    /// A call that was sent at that time found nobody.
    void missed(Time now, Time sentAt, Expense most);

    [[nodiscard]] bool hasAnswered() const { return m_outage.hasAnswered(); }
    [[nodiscard]] bool isHopeless(Time now) const { return m_outage.isHopeless(now); }
    [[nodiscard]] int underWay() const { return m_limiter.underWay(); }
    /// What keeps calls back now, if it is worth telling: nobody there, or a wait of a second and more.
    [[nodiscard]] RunNotice state(Time now) const;

private:
    RateLimiter m_limiter;
    Budget m_budget;
    Outage m_outage;
};

} // namespace assize
