// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/run_calls.h"
#include "ui/models/run_rows.h"
#include <QPointer>
#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace assize::ui {

class Banner;
class CallInspector;
class ElidedLabel;
class FailedPane;
class LatencyChart;
class RawView;
class RequestsPane;
class RunController;
class SlotTimeline;
struct RunPowers;

/// What happens in one run, or happened: what it waits for, its requests by slot, failed calls, its log, and beside
/// them one call from all sides and the latencies. GUI thread.
class RunDetail final : public QWidget {
    Q_OBJECT

public:
    RunDetail(RunController& controller, QWidget* parent);

    void setDocument(Document* document);
    /// stored: what the session holds of it; null while it holds nothing.
    void showRun(const std::optional<RunRow>& row, const RunPowers& powers, const Run* stored);
    /// In low windows the inspector stands behind a tab of its own.
    void setLow(bool isLow);
    [[nodiscard]] QSplitter& splitter() { return *m_splitter; }
    /// Puts what the inspector shows on the clipboard.
    void copy() const;

Q_SIGNALS:
    void resumeRequested();
    /// replyTokens: what a reply may take this time; 0: as before.
    void retryRequested(const std::vector<assize::PlannedCall>& calls, int replyTokens);
    void openRequested(assize::RowKey item, assize::RowKey run);
    void failed(const assize::Error& error);

private:
    enum Tab { RunTab, RequestsTab, LogTab, CallTab };

    void build();
    QWidget* buildRunPane();
    QWidget* buildSide();
    void connectParts();
    void showTab();
    void showBanner();
    void showSummary();
    [[nodiscard]] QString tokenRate() const;
    void showCalls();
    void showLog();
    void inspect(const PlannedCall& call);
    void retranslate();

    RunController& m_controller;
    QPointer<Document> m_document;
    std::optional<RunRow> m_row;
    Run m_stored;
    bool m_mayRetry = false;
    bool m_mayResume = false;
    bool m_isLow = false;
    RunCalls m_calls;
    QSplitter* m_splitter = nullptr;
    QTabBar* m_tabs = nullptr;
    ElidedLabel* m_summary = nullptr;
    QStackedWidget* m_stack = nullptr;
    Banner* m_banner = nullptr;
    QPushButton* m_resume = nullptr;
    QWidget* m_timelineBox = nullptr;
    QLabel* m_timelineTitle = nullptr;
    QLabel* m_timelineLegend = nullptr;
    SlotTimeline* m_timeline = nullptr;
    FailedPane* m_failed = nullptr;
    RequestsPane* m_requests = nullptr;
    RawView* m_log = nullptr;
    QWidget* m_side = nullptr;
    CallInspector* m_inspector = nullptr;
    QLabel* m_latencyTitle = nullptr;
    LatencyChart* m_latency = nullptr;
    quint64 m_inspected = 0; ///< counts questions: an older answer is dropped
};

/// What became known of a run, with times, one line each; words of servers in it.
[[nodiscard]] QString runLog(const LiveRun& run);

} // namespace assize::ui
