// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/run/judge_call.h"
#include "core/run/start_gate.h"
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace assize {

/// What a worker is to do next: prepare calls, read one that came back, or go home.
using WorkStep = std::variant<std::monostate, CallGroup, ReturnedCall>;

/// Decides which call happens when: what is prepared ahead, sent, read, tried again or given up. Any thread may call;
/// replies come in on the network thread, which only hands them over and sends the next call. It never holds its lock
/// while it sends.
class CallScheduler {
public:
    using Clock = std::chrono::steady_clock;
    /// Sends a request; done is called later, once, on another thread. Null for endpoints without a server.
    using Sender = std::function<void(HttpRequest request, std::function<void(HttpResponse)> done)>;

    struct Settings {
        int concurrency = 1;            ///< calls under way at once, and prepared ahead
        std::function<double()> random; ///< in [0, 1)
        bool wantsCalls = false;        ///< keep call events
    };

    CallScheduler(std::vector<OwedCall> owed, Settings settings, StartGate gate, Sender sender);

    /// Waits for the next thing to do. Every step that is not the end is followed by exactly one finished().
    [[nodiscard]] WorkStep next();
    void finished();

    /// A call was written and waits to be sent.
    void ready(ReadyCall call);
    /// A call got a reply that took so much.
    void succeeded(const JudgeCall& call, const RateState& rate, Expense taken);
    /// A call failed; says whether the failure is to be stored as its outcome. Else the call comes again, or never.
    [[nodiscard]] bool failed(JudgeCall call, const CallFailure& failure, const RateState& rate, HttpFailure transfer);
    /// The server did not take the schema: this call is made again without one, and so are all after it.
    void schemaRefused(JudgeCall call, Sentence detail);
    [[nodiscard]] bool maySendSchema() const;

    void setPaused(bool paused);
    /// Sends nothing more; with cancel, gives up what is under way. The first reason stands.
    void halt(RunEnd end, Sentence detail, bool cancel);
    /// Asked to stop when calls that are under way are given up.
    [[nodiscard]] std::stop_token cancelToken() const { return m_cancel.get_token(); }
    /// Why it ended; Complete while it goes.
    [[nodiscard]] std::pair<RunEnd, Sentence> end() const;

    /// What became known since the last call.
    struct News {
        std::vector<RunNotice> notices;
        std::vector<CallEvent> calls;
        bool isOver = false; ///< no more will come
    };
    /// Waits for news; call events come a few at a time.
    [[nodiscard]] News nextNews();

private:
    using Lock = std::unique_lock<std::mutex>;
    using Time = Clock::time_point;

    // All with the lock held.
    [[nodiscard]] bool mayPrepare(Time now) const;
    [[nodiscard]] CallGroup takeGroup(Time now);
    [[nodiscard]] ReturnedCall takeReturned();
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] std::optional<Time> nextMoment(Time now) const;
    [[nodiscard]] bool mayStart(Time now);
    [[nodiscard]] Time sendReady(Lock& lock); ///< lets go of the lock while it sends
    void haltNow(RunEnd end, Sentence detail, bool cancel);
    void cancelIfWanted(Lock& lock); ///< lets go of the lock for good
    void comeAgain(JudgeCall call, Time now, const RetryDecision& decision);
    void countFailure(const CallFailure& failure);
    void tellState(Time now, const Sentence& detail = {});
    void tell(RunNotice notice);
    void noteCall(int slot, const JudgeCall& call, int status, bool hasEnded);

    void arrived(int slot, HttpResponse response);

    const std::vector<OwedCall> m_owed;
    const Settings m_settings;
    const Sender m_sender;
    std::stop_source m_cancel;

    mutable std::mutex m_mutex;
    std::condition_variable m_work; ///< workers wait for it
    std::condition_variable m_told; ///< whoever takes the news waits for it
    std::size_t m_nextOwed = 0;
    std::multimap<Time, JudgeCall> m_again; ///< by when they are due
    std::deque<ReadyCall> m_ready;
    std::size_t m_readyBytes = 0;
    std::vector<std::optional<JudgeCall>> m_slots; ///< under way
    std::vector<int> m_freeSlots;
    int m_sending = 0; ///< being handed to the sender
    std::deque<ReturnedCall> m_returned;
    int m_busy = 0; ///< workers with a step in hand
    StartGate m_gate;
    bool m_hasSucceeded = false;
    int m_failuresInARow = 0;
    bool m_maySendSchema = true;
    bool m_isPaused = false;
    bool m_wantsCancel = false;
    RunEnd m_end = RunEnd::Complete;
    Sentence m_endDetail;
    RunNotice::Kind m_state = RunNotice::Kind::GoingOn; ///< as told
    News m_news;
};

} // namespace assize
