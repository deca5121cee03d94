// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/run/try_call.h"
#include "ui/bridge/mailbox.h"
#include "ui/bridge/run_order.h"
#include "ui/bridge/worker_thread.h"
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace assize::ui {

class Document;
class ModelServers;

/// What is tried: the call of a run for one item, with all that it needs of the session.
struct Trial {
    RunRequest request;
    Item item;
    PlannedCall call;
};

/// The first call that the order makes for this item, or with 0 for the first item that it selects. A reading thread.
/// InvalidArgument where the judge judges none of them.
[[nodiscard]] Result<Trial> readTrial(SessionReader& reader, RunOrder order, RowKey itemKey);

/// Stores how a try of that call ended as its run would (core/run/keep_try.h); done on the GUI thread.
void keepTrial(Document& document, const Trial& trial, const TryEnd& end, QObject* context,
    std::function<void(const Result<>&)> done);

/// Makes one call and tells of its reply while it comes. One try at a time. The servers outlive it. GUI thread.
class Trier final : public QObject {
    Q_OBJECT

public:
    explicit Trier(ModelServers& servers, QObject* parent = nullptr);
    ~Trier() override;

    void start(Trial trial);
    /// Ends what is under way within a moment; ended() tells of it.
    void stop();
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void advanced(const assize::TryProgress& progress); ///< at most twenty times a second
    /// With the request as it was sent: a server's only model is named in it.
    void ended(const assize::TryEnd& end, const assize::RunRequest& request);

private:
    class Observer;

    void ask(Trial trial, const Credentials& credentials);
    void send(Trial trial, const Credentials& credentials);
    void finish(const TryEnd& end, const RunRequest& request);

    ModelServers& m_servers;
    bool m_isBusy = false;
    int m_number = 0; ///< of the try; answers to earlier ones are dropped
    std::stop_source m_stop;
    Mailbox m_mailbox;
    std::unique_ptr<Observer> m_observer;
    std::unique_ptr<TryCall> m_call; ///< made and ended on the GUI thread
    WorkerThread m_thread;           // last: joins before all it uses
};

} // namespace assize::ui
