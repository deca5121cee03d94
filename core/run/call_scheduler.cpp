// SPDX-License-Identifier: Apache-2.0
#include "core/run/call_scheduler.h"

#include <algorithm>
#include <utility>

namespace assize {
namespace {

using namespace std::chrono_literals;

/// Bytes of requests that may wait to be sent: items can be long.
constexpr std::size_t MostReadyBytes = 16U << 20U;
/// Replies that may wait to be read before nothing more is sent.
constexpr std::size_t MostUnread = 512;
/// Failed calls without a success between them after which going on makes no sense.
constexpr int MostFailuresInARow = 100;
constexpr auto CallEventPause = 50ms;

RunEnd endFor(FailureClass kind) {
    switch (kind) {
    case FailureClass::KeyRefused:
        return RunEnd::KeyRefused;
    case FailureClass::NoModel:
        return RunEnd::NoModel;
    case FailureClass::Quota:
        return RunEnd::Quota;
    default:
        return RunEnd::Unreachable;
    }
}

std::size_t sizeOf(const HttpRequest& request) {
    return request.body.size() + request.url.size();
}

} // namespace

CallScheduler::CallScheduler(std::vector<OwedCall> owed, Settings settings, StartGate gate, Sender sender)
    : m_owed(std::move(owed))
    , m_settings(std::move(settings))
    , m_sender(std::move(sender))
    , m_slots(static_cast<std::size_t>(m_settings.concurrency))
    , m_gate(std::move(gate)) {
    for (int slot = m_settings.concurrency - 1; slot >= 0; --slot)
        m_freeSlots.push_back(slot);
}

WorkStep CallScheduler::next() {
    Lock lock(m_mutex);
    for (;;) {
        const auto now = sendReady(lock);
        const bool mayPrepareMore = mayPrepare(now);
        // A reply waits until there is enough to send: the server is never left idle.
        const bool isShort = mayPrepareMore && m_ready.size() * 4 < m_slots.size();
        if (!m_returned.empty() && !isShort)
            return takeReturned();
        if (mayPrepareMore)
            return takeGroup(now);
        if (isOver()) {
            m_work.notify_all();
            m_told.notify_all();
            return {};
        }
        if (const auto moment = nextMoment(now))
            m_work.wait_until(lock, *moment);
        else
            m_work.wait(lock);
    }
}

void CallScheduler::finished() {
    const std::lock_guard lock(m_mutex);
    --m_busy;
    m_work.notify_one();
}

bool CallScheduler::mayPrepare(Time now) const {
    if (m_end != RunEnd::Complete || m_isPaused)
        return false;
    const bool isDue = !m_again.empty() && m_again.begin()->first <= now;
    if (!isDue && m_nextOwed == m_owed.size())
        return false;
    if (!m_sender)
        return true;
    return m_ready.size() + static_cast<std::size_t>(m_busy) < m_slots.size() && m_readyBytes < MostReadyBytes;
}

/// A call that is to be tried again, else the calls of the next item: its orders are judged together, and it is read
/// once.
CallGroup CallScheduler::takeGroup(Time now) {
    ++m_busy;
    CallGroup group;
    if (!m_again.empty() && m_again.begin()->first <= now) {
        group.calls.push_back(std::move(m_again.begin()->second));
        m_again.erase(m_again.begin());
        return group;
    }
    const RowKey item = m_owed[m_nextOwed].call.itemKey;
    for (; m_nextOwed < m_owed.size() && m_owed[m_nextOwed].call.itemKey == item; ++m_nextOwed) {
        JudgeCall& call = group.calls.emplace_back();
        call.owed = m_owed[m_nextOwed];
    }
    return group;
}

ReturnedCall CallScheduler::takeReturned() {
    ++m_busy;
    ReturnedCall call = std::move(m_returned.front());
    m_returned.pop_front();
    return call;
}

bool CallScheduler::isOver() const {
    if (m_freeSlots.size() < m_slots.size() || m_sending > 0 || m_busy > 0 || !m_returned.empty())
        return false;
    return m_end != RunEnd::Complete || (m_nextOwed == m_owed.size() && m_again.empty() && m_ready.empty());
}

/// When there may be something to do although nothing happens.
std::optional<CallScheduler::Time> CallScheduler::nextMoment(Time now) const {
    if (m_end != RunEnd::Complete || m_isPaused)
        return std::nullopt;
    std::optional<Time> moment;
    const auto consider = [&](std::optional<Time> candidate) {
        if (candidate && *candidate > now) // what is late waits for something else
            moment = std::min(moment.value_or(Time::max()), *candidate);
    };
    if (!m_ready.empty())
        consider(m_gate.opensAt());
    if (!m_again.empty())
        consider(m_again.begin()->first);
    return moment;
}

void CallScheduler::ready(ReadyCall call) {
    Lock lock(m_mutex);
    if (m_end != RunEnd::Complete)
        return;
    m_readyBytes += sizeOf(call.request);
    m_ready.push_back(std::move(call));
    static_cast<void>(sendReady(lock));
}

bool CallScheduler::mayStart(Time now) {
    if (m_ready.empty() || m_isPaused || m_freeSlots.empty() || m_returned.size() >= MostUnread)
        return false;
    const auto answer = m_gate.mayStart(now, m_ready.front().call.most);
    if (answer == StartGate::Answer::Never)
        haltNow(RunEnd::Budget, {}, false);
    return answer == StartGate::Answer::Yes;
}

/// Gives the moment at which nothing more could be sent.
CallScheduler::Time CallScheduler::sendReady(Lock& lock) {
    auto now = Clock::now();
    while (mayStart(now)) {
        ReadyCall next = std::move(m_ready.front());
        m_ready.pop_front();
        m_readyBytes -= sizeOf(next.request);
        const int slot = m_freeSlots.back();
        m_freeSlots.pop_back();
        m_gate.started(now, next.call.most);
        ++next.call.tries;
        next.call.sentAt = now;
        noteCall(slot, next.call, 0, false);
        m_slots[static_cast<std::size_t>(slot)] = std::move(next.call);
        ++m_sending;
        lock.unlock();
        m_sender(std::move(next.request), [this, slot](HttpResponse response) { arrived(slot, std::move(response)); });
        lock.lock();
        --m_sending;
        now = Clock::now();
    }
    tellState(now);
    return now;
}

/// On the network thread.
void CallScheduler::arrived(int slot, HttpResponse response) {
    Lock lock(m_mutex);
    std::optional<JudgeCall>& place = m_slots[static_cast<std::size_t>(slot)];
    JudgeCall call = std::move(*place);
    place.reset();
    m_freeSlots.push_back(slot);
    noteCall(slot, call, response.status, true);
    if (response.status != 0)
        m_gate.answered(response.status);
    call.hasEnded = response.status == 200 && response.failure == HttpFailure::None;
    if (call.hasEnded)
        m_gate.ended(Clock::now());
    const bool isGivenUp = response.failure == HttpFailure::Cancelled && m_end != RunEnd::Complete;
    if (!isGivenUp)
        m_returned.push_back({std::move(call), std::move(response)});
    static_cast<void>(sendReady(lock));
    m_work.notify_one();
}

void CallScheduler::succeeded(const JudgeCall& call, const RateState& rate, Expense taken) {
    const std::lock_guard lock(m_mutex);
    m_hasSucceeded = true;
    m_failuresInARow = 0;
    m_gate.settled(Clock::now(), call.most, taken, rate);
}

bool CallScheduler::failed(JudgeCall call, const CallFailure& failure, const RateState& rate, HttpFailure transfer) {
    Lock lock(m_mutex);
    const auto now = Clock::now();
    const double random = m_settings.random();
    const RetryDecision decision = decideRetry(failure, {transfer, call.tries, m_hasSucceeded, random});
    if (decision.step == AfterFailure::Wait)
        m_gate.missed(now, call.sentAt, call.most);
    else if (call.hasEnded)
        m_gate.settled(now, call.most, {}, rate);
    else
        m_gate.failed(now, call.most, failure, rate, random);
    tellState(now, failure.detail);
    if (decision.step == AfterFailure::Wait && m_gate.isHopeless(now))
        haltNow(RunEnd::Unreachable, failure.detail, true);
    if (decision.step == AfterFailure::HaltRun)
        haltNow(endFor(failure.kind), failure.sentence(), failure.kind != FailureClass::Quota);
    const bool isFinal = decision.step == AfterFailure::Store || decision.step == AfterFailure::HaltRun;
    if (isFinal)
        countFailure(failure);
    else
        comeAgain(std::move(call), now, decision);
    cancelIfWanted(lock);
    return isFinal;
}

void CallScheduler::comeAgain(JudgeCall call, Time now, const RetryDecision& decision) {
    if (m_end != RunEnd::Complete)
        return;
    if (decision.step == AfterFailure::Wait)
        --call.tries; // nobody has seen it
    m_again.emplace(now + decision.delay, std::move(call));
}

void CallScheduler::countFailure(const CallFailure& failure) {
    if (failure.kind == FailureClass::TooLong)
        return; // that is about one item
    if (++m_failuresInARow >= MostFailuresInARow)
        haltNow(RunEnd::AllFailing, failure.sentence(), false);
}

void CallScheduler::schemaRefused(JudgeCall call, Sentence detail) {
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    if (call.hasEnded) // refused within a reply
        m_gate.settled(now, call.most, {}, {});
    else
        m_gate.failed(now, call.most, {}, {}, 0);
    if (std::exchange(m_maySendSchema, false))
        tell({RunNotice::Kind::SchemaRefused, std::move(detail), {}});
    --call.tries;
    comeAgain(std::move(call), now, {AfterFailure::Again, {}});
}

bool CallScheduler::maySendSchema() const {
    const std::lock_guard lock(m_mutex);
    return m_maySendSchema;
}

void CallScheduler::setPaused(bool paused) {
    const std::lock_guard lock(m_mutex);
    m_isPaused = paused;
    tellState(Clock::now());
    m_work.notify_all();
}

void CallScheduler::halt(RunEnd end, Sentence detail, bool cancel) {
    Lock lock(m_mutex);
    haltNow(end, std::move(detail), cancel);
    cancelIfWanted(lock);
}

void CallScheduler::haltNow(RunEnd end, Sentence detail, bool cancel) {
    if (m_end == RunEnd::Complete) {
        m_end = end;
        m_endDetail = std::move(detail);
    }
    m_ready.clear();
    m_again.clear();
    m_readyBytes = 0;
    m_wantsCancel = m_wantsCancel || cancel;
    m_work.notify_all();
    m_told.notify_all(); // there may be no worker to do it
}

/// Who is told to stop may call back at once, so the lock is let go.
void CallScheduler::cancelIfWanted(Lock& lock) {
    const bool isWanted = m_wantsCancel;
    lock.unlock();
    if (isWanted)
        m_cancel.request_stop();
}

std::pair<RunEnd, Sentence> CallScheduler::end() const {
    const std::lock_guard lock(m_mutex);
    return {m_end, m_endDetail};
}

/// Tells what keeps the calls back, when that changes.
void CallScheduler::tellState(Time now, const Sentence& detail) {
    RunNotice notice = m_isPaused ? RunNotice{RunNotice::Kind::Paused, {}, {}} : m_gate.state(now);
    if (notice.kind == m_state)
        return;
    m_state = notice.kind;
    notice.detail = detail;
    tell(std::move(notice));
}

void CallScheduler::tell(RunNotice notice) {
    m_news.notices.push_back(std::move(notice));
    m_told.notify_all();
}

void CallScheduler::noteCall(int slot, const JudgeCall& call, int status, bool hasEnded) {
    if (!m_settings.wantsCalls)
        return;
    m_news.calls.push_back(
        {slot, call.owed.call.itemKey, call.owed.call.presentation, call.tries, hasEnded, status, Clock::now()});
    if (m_news.calls.size() == 1)
        m_told.notify_all();
}

CallScheduler::News CallScheduler::nextNews() {
    Lock lock(m_mutex);
    const auto isUrgent = [this] { return !m_news.notices.empty() || isOver(); };
    m_told.wait(lock, [&] { return isUrgent() || !m_news.calls.empty(); });
    m_told.wait_for(lock, CallEventPause, isUrgent);
    News news = std::exchange(m_news, {});
    news.isOver = isOver();
    return news;
}

} // namespace assize
