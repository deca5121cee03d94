// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>

namespace assize {

/// What a run may take in all; 0 is without limit.
struct RunLimits {
    double maxCost = 0; ///< in the currency of the endpoint's price
    std::int64_t maxTokens = 0;
};

/// What one call takes, or may take at most.
struct Expense {
    double cost = 0;
    std::int64_t tokens = 0;
};

/// What the server itself costs while a run goes, and since when.
struct Rent {
    double perHour = 0;
    std::chrono::steady_clock::time_point since{};
};

/// Keeps a run within its limits: a call may start only if the limits hold even should it and all that are under way
/// take the most they can. So they are never passed, and near the end fewer calls go at once. Where the server costs by
/// the hour, what is under way when the time is up may still end. One thread at a time.
class Budget {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// spent: by the run's earlier calls.
    Budget(RunLimits limits, Expense spent, Rent rent = {})
        : m_limits(limits)
        , m_rent(rent)
        , m_spent(spent) {}

    [[nodiscard]] bool isLimited() const { return m_limits.maxCost > 0 || m_limits.maxTokens > 0; }
    [[nodiscard]] bool allows(Time now, Expense most) const;
    void started(Expense most);
    /// A call ended that might have taken so much and took something else.
    void ended(Expense most, Expense taken);
    /// True while calls are under way.
    [[nodiscard]] bool hasReserved() const { return m_underWay > 0; }
    [[nodiscard]] const Expense& spent() const { return m_spent; }

private:
    [[nodiscard]] double rentUntil(Time now) const;

    const RunLimits m_limits;
    const Rent m_rent;
    Expense m_spent;
    Expense m_reserved;
    int m_underWay = 0;
};

} // namespace assize
