// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_statistics.h"

#include "core/endpoint/call_failure.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

constexpr double Shortest = 0.001;
constexpr double Growth = 1.1;

} // namespace

std::string failureClassOf(const Judgement& judgement) {
    const std::string_view kind = std::string_view(judgement.reason).substr(0, judgement.reason.find(':'));
    switch (judgement.outcome) {
    case Outcome::Verdict:
        return {};
    case Outcome::Refused:
        return "refused";
    case Outcome::Truncated:
        return kind == failureClassName(FailureClass::TooLong) ? std::string(kind) : "cut off";
    case Outcome::TransportError:
        return std::string(kind);
    case Outcome::Unparseable:
    case Outcome::Invalid:
        return "parse";
    case Outcome::Abstained:
    case Outcome::Skipped:
        break;
    }
    return std::string(outcomeName(judgement.outcome));
}

void LatencyHistogram::add(double seconds) {
    const double steps = seconds <= Shortest ? 0 : std::ceil(std::log(seconds / Shortest) / std::log(Growth) - 1e-9);
    ++m_counts[std::min(static_cast<std::size_t>(steps), Buckets - 1)];
    ++m_total;
}

double LatencyHistogram::upperBound(std::size_t bucket) {
    return Shortest * std::pow(Growth, static_cast<double>(bucket));
}

std::optional<double> LatencyHistogram::percentile(double share) const {
    if (m_total == 0)
        return std::nullopt;
    const auto wanted = static_cast<std::int64_t>(std::ceil(share * static_cast<double>(m_total)));
    std::int64_t seen = 0;
    std::size_t bucket = 0;
    for (; bucket + 1 < Buckets; ++bucket) {
        seen += m_counts[bucket];
        if (seen >= std::max<std::int64_t>(wanted, 1))
            break;
    }
    return upperBound(bucket) / std::sqrt(Growth);
}

std::int64_t RecentRate::slotAt(Time now) const {
    return now <= m_begin ? 0 : (now - m_begin) / SlotTime;
}

void RecentRate::add(Time now, std::int64_t count) {
    const std::int64_t slot = slotAt(now);
    const auto index = static_cast<std::size_t>(slot % Slots);
    if (m_slots[index] != slot)
        m_counts[index] = 0;
    m_slots[index] = slot;
    m_counts[index] += count;
}

double RecentRate::perSecond(Time now) const {
    const std::int64_t slot = slotAt(now);
    std::int64_t sum = 0;
    for (std::size_t index = 0; index < m_counts.size(); ++index)
        sum += slot - m_slots[index] < Slots ? m_counts[index] : 0;
    const double passed = std::chrono::duration<double>(now - m_begin).count();
    const double longest = std::chrono::duration<double>(SlotTime).count() * static_cast<double>(Slots);
    return passed > 0 ? static_cast<double>(sum) / std::min(passed, longest) : 0;
}

} // namespace assize
