// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/document.h"
#include "ui/bridge/run_feed.h"
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace assize::ui {

/// A call, as a list of them shows it.
struct ListedCall {
    CallOutcome outcome;
    std::string item; ///< its source id, or its own where it has none

    bool operator==(const ListedCall&) const = default;
};

/// What became of the calls of one run, without their texts: read from the session once, and kept up with what a run
/// stores from then on. Tells of changes a few times a second at most. GUI thread.
class RunCalls final : public QObject {
    Q_OBJECT

public:
    explicit RunCalls(QObject* parent = nullptr);

    /// Forgets all and reads a run; 0 or no document only forgets.
    void show(Document* document, RowKey run);
    [[nodiscard]] RowKey run() const { return m_run; }
    void adopt(RowKey run, const std::vector<CallOutcome>& stored);

    /// Those that stand, in the order in which they failed.
    [[nodiscard]] std::vector<ListedCall> failed() const;
    /// The calls that ended last, a thousand of them at most, in the order in which they did.
    [[nodiscard]] std::vector<ListedCall> newest() const;
    /// Seconds that replies took, in no order.
    [[nodiscard]] const std::vector<float>& latencies() const { return m_latencies; }
    [[nodiscard]] qint64 timeouts() const { return m_timeouts; }
    /// What the run's judge lets a reply take; 0 until it is read.
    [[nodiscard]] int replyTokens() const { return m_replyTokens; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void changed();
    void failedToRead(const assize::Error& error);

private:
    struct Read;
    [[nodiscard]] static Result<Read> read(SessionReader& reader, RowKey run);
    void take(CallOutcome outcome);
    void readNames();
    [[nodiscard]] ListedCall listed(const CallOutcome& outcome) const;

    QPointer<Document> m_document;
    RowKey m_run = 0;
    bool m_isLoaded = false;
    std::vector<CallOutcome> m_early; ///< came while the run was being read
    std::map<PlannedCall, CallOutcome> m_failed;
    std::map<RowKey, CallOutcome> m_newest;          ///< by verdict
    std::unordered_map<RowKey, std::string> m_names; ///< of the items of both
    std::set<RowKey> m_asked;                        ///< items whose names were asked for
    std::vector<float> m_latencies;
    qint64 m_timeouts = 0;
    int m_replyTokens = 0;
    QTimer m_changedTimer;
};

} // namespace assize::ui
