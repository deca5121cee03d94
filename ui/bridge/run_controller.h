// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/run/run_control.h"
#include "ui/bridge/run_feed.h"
#include "ui/bridge/run_order.h"
#include "ui/bridge/worker_thread.h"
#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace assize::ui {

class Document;
class ModelServers;

/// A run that was asked for while this window has the session open.
struct LiveRun {
    enum class State { Queued, Starting, Running, Stopping, Ended };
    struct Event {
        QDateTime at;
        std::optional<RunNotice> notice; ///< nothing: it began
    };

    quint64 ticket = 0;
    RunOrder order;
    RowKey runKey = 0; ///< 0 until it is planned
    State state = State::Queued;
    bool isPaused = false;
    RunNotice notice; ///< what it waits for
    RunProgress progress;
    std::vector<Event> events;
    std::optional<RunReport> report; ///< once it has ended
    std::optional<Error> error;      ///< why it could not go to an end

    [[nodiscard]] bool isActive() const { return state != State::Queued && state != State::Ended; }
    /// Waits to ask again for calls of a run that the session holds.
    [[nodiscard]] bool isWaitingRetry() const {
        const RunRequest& request = order.request;
        return state == State::Queued && request.continuation &&
               (!request.retry.empty() || !request.continuation->again.empty());
    }
};

/// The runs of the open session: one goes, others wait for it, what is asked again before the rest. Everything happens
/// on a thread of its own and is reported in batches, at most some twenty a second. Lives on the GUI thread.
class RunController final : public QObject {
    Q_OBJECT

public:
    /// The servers outlive it.
    RunController(ModelServers& servers, QObject* parent);
    ~RunController() override;

    /// The session that runs write to. What goes is stopped first, which takes a tenth of a second.
    void setDocument(Document* document);

    /// Starts a run, or lets it wait until the others are over. Gives its ticket.
    quint64 start(RunOrder order);
    /// Asks again for calls of a stored run, before the runs that wait: somebody looks at them now. Where that run goes
    /// now, they wait until it is over, all in one order; they are forgotten if it is stopped, or ends before its end.
    /// Gives the ticket of what goes, or else of what waits.
    quint64 retry(RunOrder order);
    /// Of a run that goes or waits; others are not touched. What was stored stays.
    void setPaused(quint64 ticket, bool isPaused);
    void stop(quint64 ticket);
    void stopAll();

    /// In the order they were asked for, those that have ended too.
    [[nodiscard]] const std::vector<LiveRun>& runs() const { return m_runs; }
    [[nodiscard]] const LiveRun* find(quint64 ticket) const;
    /// The newest that concerns a stored run; null if none does.
    [[nodiscard]] const LiveRun* ofRun(RowKey runKey) const;
    /// The one that goes; null if none does.
    [[nodiscard]] const LiveRun* active() const;
    /// True while one goes or waits to go.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] ModelServers& servers() const { return m_servers; }

Q_SIGNALS:
    /// A run was asked for, exists now, waits, goes on or has ended.
    void stateChanged(quint64 ticket);
    void progressed(quint64 ticket);
    /// These are durable, in the order they came.
    void verdictsStored(assize::RowKey run, const std::vector<assize::ui::CallOutcome>& stored);
    void callsSeen(assize::RowKey run, const std::vector<assize::CallEvent>& calls);
    void runEnded(quint64 ticket);

private:
    [[nodiscard]] LiveRun* live(quint64 ticket);
    void forgetRetriesOf(RowKey runKey);
    void startNext();
    void launch(quint64 ticket, const Result<Credentials>& credentials);
    void takeNews();
    void adoptNews(LiveRun& run, const RunNews& news);
    void reportServer(const LiveRun& run, const RunNotice& notice);
    void adoptEnd(quint64 ticket, const Result<RunReport>& report);

    ModelServers& m_servers;
    QPointer<Document> m_document;
    std::vector<LiveRun> m_runs;
    quint64 m_lastTicket = 0;
    quint64 m_activeTicket = 0; ///< 0: none goes
    std::stop_source m_stop;
    std::shared_ptr<RunControl> m_control; ///< of the active run, which holds it too
    std::shared_ptr<RunFeed> m_feed;       ///< likewise
    QTimer m_newsTimer;
    std::unique_ptr<WorkerThread> m_thread; // last: joins before all it uses
};

} // namespace assize::ui
