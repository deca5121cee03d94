// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/call_failure.h"
#include "core/net/http_message.h"
#include <chrono>
#include <cstdint>

namespace assize {

/// What a failed call leads to.
enum class AfterFailure : std::uint8_t {
    Store,   ///< it is final: the failure is the call's outcome
    Again,   ///< the call is made again after a while
    Wait,    ///< nobody answers at that address: all calls wait until somebody does
    HaltRun, ///< it is final, and every other call would fail likewise
};

struct RetryDecision {
    AfterFailure step = AfterFailure::Store;
    std::chrono::milliseconds delay{0}; ///< for Again; a refusal for pace waits in the RateLimiter instead
};

/// What is known when a call has failed.
struct FailedTry {
    HttpFailure transfer = HttpFailure::None;
    int tries = 1;             ///< made for this call, this one included
    bool hasSucceeded = false; ///< another call of this run has got a reply
    double random = 0;         ///< in [0, 1)
};

/// Whether a failure is worth another try, and when: after what the server asks for, else after half a second that
/// doubles up to eight, less a random quarter at most (protocols.md, 8.1). Pace is tried ten times, a server's own
/// failure and a broken connection five times, what took long three times.
[[nodiscard]] RetryDecision decideRetry(const CallFailure& failure, const FailedTry& tried);

/// How long nobody has answered at the endpoint's address, and when to look again: after half a second, twice as long
/// each time, at most ten seconds. Pure; one thread at a time.
class Outage {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// For a run whose endpoint has never answered, and for one whose endpoint went away.
    struct Patience {
        std::chrono::milliseconds first{6'000};
        std::chrono::milliseconds later{600'000};
    };

    explicit Outage(Patience patience)
        : m_patience(patience) {}

    /// A call found nobody. Calls that were started before the outage was known do not count as a look.
    void missed(Time now, Time startedAt);
    /// Somebody is there, and ready or still loading the model. Whoever is loading is waited for longer.
    void answered(bool isReady);

    [[nodiscard]] bool isOn() const { return m_isOn; }
    [[nodiscard]] bool hasAnswered() const { return m_hasAnswered; }
    /// When one call may look again.
    [[nodiscard]] Time nextLook() const { return m_nextLook; }
    /// True once it has lasted longer than it is worth waiting.
    [[nodiscard]] bool isHopeless(Time now) const;

private:
    const Patience m_patience;
    bool m_isOn = false;
    bool m_hasAnswered = false;
    int m_looks = 0;
    Time m_since{};
    Time m_nextLook{};
};

} // namespace assize
