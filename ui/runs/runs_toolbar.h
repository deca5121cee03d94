// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/models/run_rows.h"
#include "ui/widgets/panes.h"
#include <optional>

class QPushButton;

namespace assize::ui {

class Actions;
class PrimaryButton;
class SearchField;

/// What can be done with the run that is selected.
struct RunPowers {
    bool mayPause = false;
    bool mayResume = false;
    bool mayStop = false;
    bool mayRetry = false;
};

/// row: nothing if none is selected. In a session that is read only nothing may be done.
[[nodiscard]] RunPowers powersOver(const std::optional<RunRow>& row, bool isReadOnly);

/// The row of buttons over the table of runs, and the field that filters it.
class RunsToolbar final : public PaneHeader {
    Q_OBJECT

public:
    RunsToolbar(Actions& actions, QWidget* parent);

    void setPowers(const RunPowers& powers, qint64 failed);
    void focusSearch();

Q_SIGNALS:
    void pauseClicked();
    void resumeClicked();
    void stopClicked();
    void retryClicked();
    void searchChanged(const QString& text);

private:
    void retranslate();

    Actions& m_actions;
    PrimaryButton* m_new;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_retry;
    QPushButton* m_resume;
    SearchField* m_search;
    qint64 m_failed = 0;
};

} // namespace assize::ui
