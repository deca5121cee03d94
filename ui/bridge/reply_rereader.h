// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/run/reread.h"
#include "ui/bridge/worker_thread.h"
#include <QObject>
#include <functional>

namespace assize::ui {

class Document;

/// rereadRun() on a thread of its own. The document must outlive it, or it be destroyed before. Lives on the GUI
/// thread; destroying it stops what is under way and waits for it.
class ReplyRereader final : public QObject {
    Q_OBJECT

public:
    explicit ReplyRereader(QObject* parent = nullptr);
    ~ReplyRereader() override;

    using Finished = std::function<void(const Result<Reread>&)>;
    /// The options' stop and advanced are its own to set.
    void reread(Document& document, const Run& source, const Judge& judge, RereadOptions options, Finished finished);
    /// Ends what is under way; it finishes with Cancelled.
    void stop();

Q_SIGNALS:
    void advanced(qint64 replies); ///< at most some twenty a second

private:
    std::stop_source m_stop;
    WorkerThread m_thread; // last: joins before all it uses
};

} // namespace assize::ui
