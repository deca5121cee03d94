// SPDX-License-Identifier: Apache-2.0
#include "core/run/start_gate.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using namespace std::chrono_literals;
using Answer = StartGate::Answer;

const StartGate::Time Start{1000s};

StartGate gateFor(int concurrency, RunLimits limits = {}, Expense spent = {}) {
    return {RateLimiter(concurrency, {}), Budget(limits, spent), {6s, 600s}};
}

TEST(StartGate, OpensAgainWhenACallEnds) {
    StartGate gate = gateFor(1);
    EXPECT_EQ(gate.mayStart(Start, {}), Answer::Yes);
    gate.started(Start, {});
    EXPECT_EQ(gate.mayStart(Start, {}), Answer::AfterEnd);
    gate.ended(Start + 1s);
    EXPECT_EQ(gate.mayStart(Start + 1s, {}), Answer::Yes);
}

TEST(StartGate, NeverPassesTheBudget) {
    StartGate gate = gateFor(8, {1.0, 0}, {0.5, 0}); // half of it is spent
    const Expense most{0.2, 100};
    for (int call = 0; call < 2; ++call) {
        ASSERT_EQ(gate.mayStart(Start, most), Answer::Yes);
        gate.started(Start, most);
    }
    EXPECT_EQ(gate.mayStart(Start, most), Answer::AfterEnd); // 0.5 + 3 × 0.2 would be too much
    gate.ended(Start);
    gate.ended(Start);
    EXPECT_EQ(gate.mayStart(Start, most), Answer::AfterEnd); // not read yet: what they took is not known
    gate.settled(Start, most, {0.05, 40}, {});
    gate.settled(Start, most, {0.05, 40}, {});
    EXPECT_EQ(gate.mayStart(Start, most), Answer::Yes); // 0.6 + 0.2
    gate.started(Start, most);
    gate.ended(Start);
    gate.settled(Start, most, {0.25, 40}, {});
    EXPECT_EQ(gate.mayStart(Start, most), Answer::Never);
}

// A limit on costs of a server that is paid by the hour was taken and never looked at.
TEST(StartGate, TheHoursOfAServerCount) {
    StartGate gate(RateLimiter(8, {}), Budget({3.0, 0}, {1.0, 0}, {2.0, Start}), {6s, 600s});
    EXPECT_EQ(gate.mayStart(Start + 59min, {}), Answer::Yes); // 1 + 59/60 × 2
    gate.started(Start, {});
    EXPECT_EQ(gate.mayStart(Start + 61min, {}), Answer::AfterEnd);
    gate.ended(Start + 61min);
    gate.settled(Start + 61min, {}, {}, {});
    EXPECT_EQ(gate.mayStart(Start + 61min, {}), Answer::Never);
}

TEST(StartGate, KeepsTokensWithinTheirLimit) {
    StartGate gate = gateFor(8, {0, 1000}, {0, 900});
    EXPECT_EQ(gate.mayStart(Start, {0, 100}), Answer::Yes);
    EXPECT_EQ(gate.mayStart(Start, {0, 101}), Answer::Never);
}

TEST(StartGate, SendsOneCallToLookForAServerThatIsAway) {
    StartGate gate = gateFor(4);
    gate.started(Start, {});
    gate.started(Start, {});
    gate.missed(Start, Start, {});
    EXPECT_EQ(gate.mayStart(Start + 1s, {}), Answer::AfterEnd); // another is still under way
    gate.missed(Start, Start, {});
    EXPECT_EQ(gate.state(Start).kind, RunNotice::Kind::ServerAway);
    EXPECT_EQ(gate.mayStart(Start, {}), Answer::Later);
    EXPECT_EQ(gate.opensAt(), Start + 500ms);
    EXPECT_EQ(gate.mayStart(Start + 500ms, {}), Answer::Yes);
    gate.started(Start + 500ms, {});
    EXPECT_EQ(gate.mayStart(Start + 600ms, {}), Answer::AfterEnd);
    gate.answered(200);
    EXPECT_EQ(gate.state(Start + 600ms).kind, RunNotice::Kind::GoingOn);
    EXPECT_EQ(gate.mayStart(Start + 600ms, {}), Answer::Yes);
}

TEST(StartGate, TellsOfWaitsThatOneNotices) {
    StartGate gate = gateFor(4);
    CallFailure refusal;
    refusal.kind = FailureClass::RateLimited;
    refusal.retryAfter = 20s;
    gate.started(Start, {});
    gate.failed(Start, {}, refusal, {}, 0);
    const RunNotice notice = gate.state(Start);
    EXPECT_EQ(notice.kind, RunNotice::Kind::RateLimited);
    EXPECT_EQ(notice.until, Start + 20s);
    EXPECT_EQ(gate.state(Start + 20s).kind, RunNotice::Kind::GoingOn);
}

} // namespace
} // namespace assize
