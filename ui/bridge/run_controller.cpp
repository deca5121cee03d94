// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_controller.h"

#include "ui/bridge/document.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_watch.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace assize::ui {

using namespace std::chrono_literals;

namespace {

template <typename Runs>
auto* withTicket(Runs& runs, quint64 ticket) {
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const LiveRun& run) { return run.ticket == ticket; });
    return found == runs.end() ? nullptr : &*found;
}

bool hasAnswer(const std::vector<CallEvent>& calls) {
    constexpr int Success = 200;
    return std::any_of(
        calls.begin(), calls.end(), [](const CallEvent& call) { return call.hasEnded && call.status == Success; });
}

} // namespace

RunController::RunController(ModelServers& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers) {
    m_newsTimer.setSingleShot(true);
    m_newsTimer.setInterval(50ms);
    connect(&m_newsTimer, &QTimer::timeout, this, &RunController::takeNews);
}

RunController::~RunController() {
    m_stop.request_stop();
}

void RunController::setDocument(Document* document) {
    m_stop.request_stop();
    m_thread.reset(); // joins
    m_newsTimer.stop();
    m_feed.reset();
    m_control.reset();
    m_activeTicket = 0;
    m_runs.clear();
    m_document = document;
    if (document != nullptr)
        m_thread = std::make_unique<WorkerThread>();
}

quint64 RunController::start(RunOrder order) {
    LiveRun& run = m_runs.emplace_back();
    run.ticket = ++m_lastTicket;
    run.runKey = order.request.continuation ? order.request.continuation->runKey : 0;
    run.order = std::move(order);
    const quint64 ticket = run.ticket;
    startNext();
    Q_EMIT stateChanged(ticket);
    return ticket;
}

quint64 RunController::retry(RunOrder order) {
    const RowKey runKey = order.request.continuation->runKey;
    const auto waiting = std::find_if(m_runs.begin(), m_runs.end(), [&](const LiveRun& run) {
        return run.runKey == runKey && run.isWaitingRetry() &&
               run.order.request.replyTokens == order.request.replyTokens;
    });
    const LiveRun* going = active();
    if (waiting == m_runs.end()) {
        const bool waits = going != nullptr && going->runKey == runKey;
        const quint64 before = m_activeTicket;
        const quint64 ticket = start(std::move(order));
        return waits ? before : ticket;
    }
    // No calls by name are all that failed.
    std::vector<PlannedCall>& calls = waiting->order.request.continuation->again;
    const std::vector<PlannedCall>& more = order.request.continuation->again;
    if (more.empty() && !calls.empty()) {
        calls.clear();
        waiting->order.request.retry = std::move(order.request.retry);
    } else if (!calls.empty()) {
        for (const PlannedCall& call : more) {
            if (std::find(calls.begin(), calls.end(), call) == calls.end())
                calls.push_back(call);
        }
    }
    const quint64 ticket = going != nullptr && going->runKey == runKey ? m_activeTicket : waiting->ticket;
    Q_EMIT stateChanged(ticket);
    return ticket;
}

void RunController::setPaused(quint64 ticket, bool isPaused) {
    LiveRun* run = live(ticket);
    if (run == nullptr || run->state == LiveRun::State::Ended || run->isPaused == isPaused)
        return;
    run->isPaused = isPaused;
    if (ticket == m_activeTicket && m_control != nullptr)
        isPaused ? m_control->pause() : m_control->resume();
    Q_EMIT stateChanged(ticket);
}

void RunController::stop(quint64 ticket) {
    LiveRun* run = live(ticket);
    if (run == nullptr || run->state == LiveRun::State::Ended)
        return;
    if (ticket == m_activeTicket) {
        run->state = LiveRun::State::Stopping;
        m_stop.request_stop();
        forgetRetriesOf(run->runKey);
        Q_EMIT stateChanged(ticket);
        return;
    }
    std::erase_if(m_runs, [&](const LiveRun& other) { return other.ticket == ticket; });
    Q_EMIT stateChanged(ticket);
}

void RunController::stopAll() {
    std::vector<quint64> waiting;
    for (const LiveRun& run : m_runs) {
        if (run.state == LiveRun::State::Queued)
            waiting.push_back(run.ticket);
    }
    for (const quint64 ticket : waiting)
        stop(ticket);
    stop(m_activeTicket);
}

/// What was to be asked again when the run is over; it is not going to be.
void RunController::forgetRetriesOf(RowKey runKey) {
    std::erase_if(
        m_runs, [runKey](const LiveRun& run) { return runKey != 0 && run.runKey == runKey && run.isWaitingRetry(); });
}

LiveRun* RunController::live(quint64 ticket) {
    return withTicket(m_runs, ticket);
}

const LiveRun* RunController::find(quint64 ticket) const {
    return withTicket(m_runs, ticket);
}

const LiveRun* RunController::ofRun(RowKey runKey) const {
    const auto found = std::find_if(
        m_runs.rbegin(), m_runs.rend(), [&](const LiveRun& run) { return runKey != 0 && run.runKey == runKey; });
    return found == m_runs.rend() ? nullptr : &*found;
}

const LiveRun* RunController::active() const {
    return m_activeTicket == 0 ? nullptr : find(m_activeTicket);
}

bool RunController::isBusy() const {
    return std::any_of(
        m_runs.begin(), m_runs.end(), [](const LiveRun& run) { return run.state != LiveRun::State::Ended; });
}

void RunController::startNext() {
    if (m_activeTicket != 0 || m_document == nullptr)
        return;
    auto next = std::find_if(m_runs.begin(), m_runs.end(), [](const LiveRun& run) { return run.isWaitingRetry(); });
    if (next == m_runs.end())
        next = std::find_if(
            m_runs.begin(), m_runs.end(), [](const LiveRun& run) { return run.state == LiveRun::State::Queued; });
    if (next == m_runs.end())
        return;
    next->state = LiveRun::State::Starting;
    next->events.push_back({QDateTime::currentDateTime(), std::nullopt});
    m_activeTicket = next->ticket;
    m_stop = std::stop_source();
    // The keychain may have to be unlocked first; it asks by itself.
    m_servers.readKey(next->order.request.endpoint, this,
        [this, ticket = next->ticket](const Result<Credentials>& credentials) { launch(ticket, credentials); });
}

void RunController::launch(quint64 ticket, const Result<Credentials>& credentials) {
    const LiveRun* run = find(ticket);
    if (run == nullptr || ticket != m_activeTicket)
        return;
    if (!credentials || m_stop.stop_requested()) {
        const Error error = credentials ? Error{ErrorCode::Cancelled, {}, {}} : credentials.error();
        QMetaObject::invokeMethod(
            this, [this, ticket, error] { adoptEnd(ticket, tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    m_control = std::make_shared<RunControl>();
    if (run->isPaused)
        m_control->pause();
    m_feed = std::make_shared<RunFeed>([this] {
        QMetaObject::invokeMethod(
            &m_newsTimer, [this] { m_newsTimer.start(); }, Qt::QueuedConnection);
    });
    const RunOrder& order = run->order;
    const RunMeans means{needsServer(order.request.endpoint) ? &m_servers.http() : nullptr, m_control.get(),
        *credentials, m_servers.places().cache};
    m_thread->post([this, session = &m_document->session(), order, means, control = m_control, feed = m_feed,
                       stop = m_stop.get_token(), ticket] {
        auto report = std::make_shared<Result<RunReport>>(performRun(*session, order, means, *feed, stop));
        QMetaObject::invokeMethod(
            this, [this, report, ticket] { adoptEnd(ticket, *report); }, Qt::QueuedConnection);
    });
}

void RunController::takeNews() {
    LiveRun* run = live(m_activeTicket);
    if (run != nullptr && m_feed != nullptr)
        adoptNews(*run, m_feed->take());
}

void RunController::adoptNews(LiveRun& run, const RunNews& news) {
    const quint64 ticket = run.ticket;
    const RowKey key = news.run ? news.run->key : run.runKey;
    const bool hasChanged = news.run.has_value() || !news.notices.empty();
    run.runKey = key;
    if (news.run && run.state == LiveRun::State::Starting)
        run.state = LiveRun::State::Running;
    if (news.progress)
        run.progress = *news.progress;
    for (const RunNotice& notice : news.notices) {
        run.events.push_back({QDateTime::currentDateTime(), notice});
        reportServer(run, notice);
        if (notice.kind != RunNotice::Kind::SchemaRefused)
            run.notice = notice;
    }
    if (run.notice.kind != RunNotice::Kind::ServerAway && hasAnswer(news.calls))
        m_servers.watch().report(run.order.request.endpoint, ServerState::Answers);
    // Whoever listens may ask for another run, which moves this one.
    if (hasChanged)
        Q_EMIT stateChanged(ticket);
    if (!news.calls.empty())
        Q_EMIT callsSeen(key, news.calls);
    if (!news.stored.empty())
        Q_EMIT verdictsStored(key, news.stored);
    if (news.progress)
        Q_EMIT progressed(ticket);
}

/// The lamps need not wait until they look themselves.
void RunController::reportServer(const LiveRun& run, const RunNotice& notice) {
    const bool wasAway = run.notice.kind == RunNotice::Kind::ServerAway;
    if (notice.kind == RunNotice::Kind::ServerAway)
        m_servers.watch().report(run.order.request.endpoint, ServerState::NoAnswer);
    else if (wasAway && notice.kind == RunNotice::Kind::GoingOn)
        m_servers.watch().report(run.order.request.endpoint, ServerState::Answers);
}

void RunController::adoptEnd(quint64 ticket, const Result<RunReport>& report) {
    if (ticket != m_activeTicket)
        return; // of a session that is closed
    takeNews();
    LiveRun* run = live(ticket);
    run->state = LiveRun::State::Ended;
    run->notice = {};
    if (report) {
        run->report = *report;
        run->progress = report->progress;
        run->runKey = report->run.key;
    } else {
        run->error = report.error();
    }
    m_activeTicket = 0;
    m_feed.reset();
    m_control.reset();
    if (!report || report->end != RunEnd::Complete)
        forgetRetriesOf(run->runKey);
    startNext();
    Q_EMIT stateChanged(ticket);
    Q_EMIT runEnded(ticket);
}

} // namespace assize::ui
