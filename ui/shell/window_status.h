// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/figure_tables.h"
#include "ui/models/run_rows.h"
#include <QStatusBar>
#include <QTimer>
#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace assize::ui {

/// The status bar: session and save state at the left; counts and the task under way at the right. A task is shown once
/// it has lasted a second, with a button that stops it.
class WindowStatus final : public QStatusBar {
    Q_OBJECT

public:
    explicit WindowStatus(QWidget* parent = nullptr);

    /// No save state: none is open.
    void setSession(const QString& name, const QString& saveState);
    /// How the run shown stands to people's labels; nothing hides the counts.
    void setCounts(const std::optional<RunAgreement>& counts);

    /// The run that goes, if one does.
    void setRun(const std::optional<RunRow>& row);

    void beginTask(const QString& name, bool canCancel);
    void endTask();

Q_SIGNALS:
    void taskCancelled();
    void runClicked();

private:
    [[nodiscard]] QLabel* addLabel(const QString& objectName, bool atEnd);
    void retranslate();
    void showRun();

    QLabel* m_session;
    QLabel* m_saveState;
    QLabel* m_labelled;
    QLabel* m_kappa;
    QToolButton* m_run;
    QWidget* m_task;
    QLabel* m_taskName;
    QProgressBar* m_taskBar;
    QToolButton* m_taskCancel;
    QTimer m_taskDelay;
    std::optional<RunAgreement> m_counts;
    std::optional<RunRow> m_runRow;
};

} // namespace assize::ui
