// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace assize {

/// Which kind of failure an outcome is, in the words that a run shows: "parse", "refused", "cut off", or the class of
/// a call that brought no reply (call_failure.h): "timeout", "429", "5xx", …; empty for a verdict.
[[nodiscard]] std::string failureClassOf(const Judgement& judgement);

/// How long calls took, in buckets that are a tenth wider each: percentiles are right to 5 %, and a run of any length
/// takes the same memory.
class LatencyHistogram {
public:
    static constexpr std::size_t Buckets = 160; ///< from 1 ms to more than an hour

    void add(double seconds);
    /// The latency that this share of the calls did not exceed; nothing before the first call.
    [[nodiscard]] std::optional<double> percentile(double share) const;
    [[nodiscard]] const std::array<std::int64_t, Buckets>& counts() const { return m_counts; }
    /// Upper bound of a bucket in seconds.
    [[nodiscard]] static double upperBound(std::size_t bucket);

private:
    std::array<std::int64_t, Buckets> m_counts{};
    std::int64_t m_total = 0;
};

/// How fast things come, over the last ten seconds: what a rate on the screen should say of now.
class RecentRate {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit RecentRate(Time begin)
        : m_begin(begin) {}

    void add(Time now, std::int64_t count);
    [[nodiscard]] double perSecond(Time now) const;

private:
    static constexpr std::int64_t Slots = 20;
    static constexpr std::chrono::milliseconds SlotTime{500};
    [[nodiscard]] std::int64_t slotAt(Time now) const;

    Time m_begin;
    std::array<std::int64_t, Slots> m_counts{};
    std::array<std::int64_t, Slots> m_slots{}; ///< which slot of time a count is of
};

} // namespace assize
