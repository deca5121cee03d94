// SPDX-License-Identifier: Apache-2.0
// Runs that go: their page, the status bar, what Review learns of them, and what has to wait for their end.
#include "ui/bridge/document.h"
#include "ui/bridge/run_controller.h"
#include "ui/bridge/settings.h"
#include "ui/models/run_words.h"
#include "ui/review/review_page.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_status.h"
#include "ui/support/dialogs.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/mode_bar.h"

#include <QStackedWidget>
#include <utility>

namespace assize::ui {

void MainWindow::buildRuns() {
    m_runs = new RunsPage(*m_actions, m_services.settings, m_services.dialogs, *m_runControl, m_stack);
    m_stack->addWidget(m_runs);
    ModeButton* mode = m_modeBar->addMode(Icon::Runs, static_cast<int>(ModeId::Runs));
    mode->setObjectName(QStringLiteral("runsMode"));
    translated(mode, [this, mode] {
        mode->setText(tr("Runs"));
        mode->setAccessibleName(tr("Mode: Runs"));
        mode->setToolTip(plainToolTip(tr("Runs (%1)").arg(m_actions->keyText(ActionId::ShowRuns))));
    });
    m_actions->bind(ActionId::ShowRuns, this, [this] {
        showMode(ModeId::Runs);
        m_runs->focusTable();
    });
    connect(m_runs, &RunsPage::failed, this, [this](const Error& error) { m_services.dialogs.showError(this, error); });
    connect(m_runs, &RunsPage::itemRequested, this, [this](RowKey item, RowKey run) {
        showMode(ModeId::Review);
        m_review->open(item, run);
    });
    connect(m_review, &ReviewPage::runRequested, m_runs, &RunsPage::newRun);
    connect(m_review, &ReviewPage::itemShown, m_runs, &RunsPage::setShownItem);
    connect(m_runs, &RunsPage::activeRunChanged, m_status, &WindowStatus::setRun);
    connect(m_status, &WindowStatus::runClicked, this, [this] { showMode(ModeId::Runs); });
    connect(&m_review->list(), &ItemListPane::countChanged, m_runs,
        [this] { m_runs->setListed(m_review->list().model().request()); });
    connect(m_runControl, &RunController::verdictsStored, this,
        [this](RowKey run, const std::vector<CallOutcome>& stored) { m_review->adoptVerdicts(run, stored); });
    connect(m_runControl, &RunController::runEnded, this, [this] {
        if (m_document != nullptr)
            Q_EMIT m_document->contentChanged();
        if (!m_runControl->isBusy() && m_afterRuns)
            std::exchange(m_afterRuns, {})();
    });
}

void MainWindow::whenRunsEnded(std::function<void()> then) {
    if (!m_runControl->isBusy()) {
        then();
        return;
    }
    m_services.dialogs.confirm(this, tr("A run is going. Stop it?"),
        tr("What was judged is kept, and the run can be resumed at any time."), tr("Stop and go on"),
        [this, then = std::move(then)] {
            if (!m_runControl->isBusy()) { // it ended while the question stood
                then();
                return;
            }
            m_afterRuns = then;
            m_runControl->stopAll();
        });
}

} // namespace assize::ui
