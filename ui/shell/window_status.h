// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStatusBar>
#include <QTimer>
#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace assize::ui {

/// How far people have come with the items, and how they agree with the judge shown.
struct SessionCounts {
    qint64 labelled = 0;
    qint64 disagree = 0;
    std::optional<double> kappa; ///< nothing where it cannot be told
};

/// The status bar: session and save state at the left; counts and the task under way at the right. A task is shown once
/// it has lasted a second, with a button that stops it.
class WindowStatus final : public QStatusBar {
    Q_OBJECT

public:
    explicit WindowStatus(QWidget* parent = nullptr);

    void setSession(const QString& name, const QString& saveState);
    /// Nothing to count hides the counts.
    void setCounts(const std::optional<SessionCounts>& counts);

    void beginTask(const QString& name, bool canCancel);
    /// total 0: not known.
    void setTaskProgress(qint64 done, qint64 total);
    void endTask();

Q_SIGNALS:
    void taskCancelled();

private:
    [[nodiscard]] QLabel* addLabel(const QString& objectName, bool atEnd);
    void retranslate();

    QLabel* m_session;
    QLabel* m_saveState;
    QLabel* m_labelled;
    QLabel* m_kappa;
    QWidget* m_task;
    QLabel* m_taskName;
    QProgressBar* m_taskBar;
    QToolButton* m_taskCancel;
    QTimer m_taskDelay;
    std::optional<SessionCounts> m_counts;
};

} // namespace assize::ui
