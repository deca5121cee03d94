// SPDX-License-Identifier: Apache-2.0
// The Insights mode: its page, its place in the mode bar, and the way from a figure to the items behind it.
#include "ui/bridge/endpoint_book.h"
#include "ui/bridge/model_servers.h"
#include "ui/insights/insights_page.h"
#include "ui/review/review_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_status.h"
#include "ui/support/dialogs.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/mode_bar.h"

#include <QStackedWidget>

namespace assize::ui {

void MainWindow::buildInsights() {
    m_insights = new InsightsPage(*m_actions, m_services.settings, *m_editor, m_stack);
    m_stack->addWidget(m_insights);
    connect(m_insights, &InsightsPage::itemsRequested, this, &MainWindow::showItems);
    connect(m_insights, &InsightsPage::reviewRequested, this, [this] { showMode(ModeId::Review); });
    connect(m_insights, &InsightsPage::reportRequested, this, &MainWindow::writeReport);
    const EndpointBook& book = m_services.servers.book();
    m_insights->setEndpoints(book.endpoints());
    connect(&book, &EndpointBook::changed, m_insights, [this, &book] { m_insights->setEndpoints(book.endpoints()); });
    connect(m_insights, &InsightsPage::failed, this,
        [this](const Error& error) { m_services.dialogs.showError(this, error); });
    connect(m_insights, &InsightsPage::noticed, m_status, [this](const QString& words) {
        constexpr int ShownMs = 4000;
        m_status->showMessage(words, ShownMs);
    });
    connect(m_insights, &InsightsPage::busyChanged, m_status, [this](bool isBusy) {
        if (isBusy)
            m_status->beginTask(tr("Computing figures…"), true);
        else
            m_status->endTask();
    });
    connect(m_status, &WindowStatus::taskCancelled, m_insights, &InsightsPage::cancel);
    m_insights->setDocument(m_document.get());
}

void MainWindow::addInsightsMode() {
    ModeButton* insights = m_modeBar->addMode(Icon::Insights, static_cast<int>(ModeId::Insights));
    insights->setObjectName(QStringLiteral("insightsMode"));
    translated(insights, [this, insights] {
        insights->setText(tr("Insights"));
        insights->setAccessibleName(tr("Mode: Insights"));
        insights->setToolTip(plainToolTip(tr("Insights (%1)").arg(m_actions->keyText(ActionId::ShowInsights))));
    });
    m_actions->bind(ActionId::ShowInsights, this, [this] { showMode(ModeId::Insights); });
}

void MainWindow::showItems(
    const std::string& run, const QString& filter, RowKey item, const std::shared_ptr<const TriedVerdicts>& tried) {
    showMode(ModeId::Review);
    m_review->showItems(run, filter, item, tried);
}

} // namespace assize::ui
