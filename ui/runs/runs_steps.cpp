// SPDX-License-Identifier: Apache-2.0
// What a person does with runs: start, pause, resume, stop, ask again.
#include "ui/bridge/document.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/run_controller.h"
#include "ui/models/run_words.h"
#include "ui/runs/run_dialog.h"
#include "ui/runs/runs_page.h"
#include "ui/runs/runs_toolbar.h"
#include "ui/shell/actions.h"
#include "ui/support/dialogs.h"
#include "ui/support/text.h"

#include <QLocale>
#include <QTableView>
#include <algorithm>

namespace assize::ui {
namespace {

/// What has an outcome that another call may better.
const std::vector<Outcome> Failures = {Outcome::Refused, Outcome::Truncated, Outcome::Unparseable, Outcome::Invalid};

} // namespace

void RunsPage::bindActions() {
    m_actions.bind(ActionId::NewRun, this, [this] { newRun(); });
    m_actions.bind(ActionId::FindRuns, this, [this] { m_toolbar->focusSearch(); });
    m_actions.bind(ActionId::PauseRun, this, [this] {
        const std::optional<RunRow> row = selected();
        if (row && row->isActive() && row->phase != RunPhase::Paused)
            pause();
        else
            resume();
    });
    m_actions.bind(ActionId::StopRun, this, [this] { stop(); });
    m_actions.bind(ActionId::RetryFailed, this, [this] { retryFailed(); });
}

void RunsPage::newRun(const QString& filter) {
    if (m_document == nullptr || m_document->isReadOnly() || m_dialog != nullptr)
        return;
    m_dialog = new RunDialog(m_controller, *m_document, m_dialogs, window());
    m_dialog->form().setListed(m_listed);
    m_dialog->setShownItem(m_shownItem);
    if (!filter.isEmpty())
        m_dialog->form().setFilter(filter);
    connect(m_dialog, &RunDialog::started, this, [this](quint64 ticket) {
        select(0, ticket);
        m_actions.get(ActionId::ShowRuns)->trigger();
        m_table->setFocus();
    });
    m_dialog->open();
}

void RunsPage::pause() {
    if (const std::optional<RunRow> row = selected())
        m_controller.setPaused(row->ticket, true);
}

void RunsPage::resume() {
    const std::optional<RunRow> row = selected();
    if (!row || !powersOver(row, m_document == nullptr || m_document->isReadOnly()).mayResume)
        return;
    if (row->phase == RunPhase::Paused)
        m_controller.setPaused(row->ticket, false);
    else if (row->phase == RunPhase::Budget)
        askForBudget(*row);
    else
        continueRun(*row, {}, {});
}

void RunsPage::stop() {
    const std::optional<RunRow> row = selected();
    if (!row || !powersOver(row, false).mayStop)
        return;
    if (row->phase == RunPhase::Queued) {
        m_controller.stop(row->ticket);
        return;
    }
    m_dialogs.confirm(this, tr("Stop “%1”?", "name of a run").arg(row->name),
        tr("What was judged is kept. The run can be resumed at any time."), tr("Stop"),
        [this, ticket = row->ticket] { m_controller.stop(ticket); });
}

void RunsPage::retryFailed() {
    const std::optional<RunRow> row = selected();
    if (row && powersOver(row, m_document == nullptr || m_document->isReadOnly()).mayRetry)
        continueRun(*row, Failures, {});
}

void RunsPage::continueRun(
    const RunRow& row, std::vector<Outcome> retry, std::vector<PlannedCall> again, int replyTokens) {
    const auto stored = std::find_if(m_stored.runs.begin(), m_stored.runs.end(),
        [&](const RunSummary& summary) { return summary.run.key == row.key; });
    if (stored == m_stored.runs.end())
        return;
    RunOrder order;
    order.request.endpoint = endpointOf(stored->run, m_controller.servers().book().endpoints());
    // Limits are of the whole run: those it was started with still hold.
    if (const LiveRun* before = m_controller.ofRun(row.key)) {
        order.request.limits = before->order.request.limits;
        order.request.concurrency = before->order.request.concurrency;
        order.reuse = before->order.reuse;
    }
    order.request.continuation = RunContinuation{row.key, std::move(again)};
    order.request.retry = std::move(retry);
    order.request.replyTokens = replyTokens;
    const bool isRetry = !order.request.retry.empty() || !order.request.continuation->again.empty();
    m_selectedKey = row.key;
    m_selectedTicket = isRetry ? m_controller.retry(std::move(order)) : m_controller.start(std::move(order));
}

void RunsPage::askForBudget(const RunRow& row) {
    const LiveRun* before = m_controller.ofRun(row.key);
    if (before == nullptr)
        return;
    const RunLimits limits = before->order.request.limits;
    const bool isCost = limits.maxCost > 0;
    const QString question = isCost ? tr("The run may cost in all, in %1:", "currency").arg(row.currency)
                                    : tr("Tokens that the run may take in all:");
    const QLocale locale;
    const QString proposed = isCost ? locale.toString(2 * limits.maxCost, 'f', 2)
                                    : locale.toString(static_cast<qlonglong>(2 * limits.maxTokens));
    m_dialogs.askText(this, tr("Raise the budget"), question, proposed, [this, row, isCost](const QString& text) {
        const LiveRun* last = m_controller.ofRun(row.key);
        bool isNumber = false;
        const double amount = QLocale().toDouble(text, &isNumber);
        if (last == nullptr)
            return;
        if (!isNumber || amount <= 0) {
            Q_EMIT failed(Error{
                ErrorCode::InvalidArgument, text.toStdString(), quoted(toUtf8(tr("it is not an amount above 0")))});
            return;
        }
        RunOrder order = last->order;
        order.request.continuation = RunContinuation{row.key, {}};
        order.request.retry = {};
        if (isCost)
            order.request.limits.maxCost = amount;
        else
            order.request.limits.maxTokens = static_cast<std::int64_t>(amount);
        m_selectedTicket = m_controller.start(std::move(order));
    });
}

} // namespace assize::ui
