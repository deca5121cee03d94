// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/run_detail.h"

#include "ui/bridge/call_record.h"
#include "ui/bridge/model_servers.h"
#include "ui/models/run_words.h"
#include "ui/review/raw_view.h"
#include "ui/runs/call_inspector.h"
#include "ui/runs/failed_pane.h"
#include "ui/runs/latency_chart.h"
#include "ui/runs/requests_pane.h"
#include "ui/runs/runs_toolbar.h"
#include "ui/runs/slot_timeline.h"
#include "ui/support/fonts.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

namespace assize::ui {

RunDetail::RunDetail(RunController& controller, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller) {
    setObjectName(QStringLiteral("runDetail"));
    build();
    connectParts();
    translated(this, [this] { retranslate(); });
}

void RunDetail::build() {
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("runDetailSplitter"));
    auto* left = new Pane(m_splitter);
    auto* header = new PaneHeader(left);
    header->row()->setContentsMargins(4, 0, 12, 0);
    m_tabs = new QTabBar(header);
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const Tab tab : {RunTab, RequestsTab, LogTab})
        m_tabs->insertTab(tab, QString());
    m_summary = new ElidedLabel(header);
    m_summary->setObjectName(QStringLiteral("runSummary"));
    m_summary->setFont(fontFor(TextRole::Small));
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    header->row()->addWidget(m_tabs);
    header->row()->addWidget(m_summary, 1);
    m_stack = new QStackedWidget(left);
    m_stack->addWidget(buildRunPane());
    m_requests = new RequestsPane(m_stack);
    m_stack->addWidget(m_requests);
    m_log = new RawView(m_stack);
    m_log->setObjectName(QStringLiteral("runLog"));
    m_stack->addWidget(m_log);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_stack, 1);
    m_side = buildSide();
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
}

QWidget* RunDetail::buildRunPane() {
    auto* pane = new QWidget(m_stack);
    m_banner = new Banner(Banner::Tone::Alert, Icon::Warning, pane);
    m_banner->setObjectName(QStringLiteral("runBanner"));
    m_resume = m_banner->addButton(QStringLiteral("bannerResume"));
    m_timelineBox = new QWidget(pane);
    m_timelineTitle = plainLabel(m_timelineBox);
    m_timelineTitle->setFont(strongFont(TextRole::Small));
    m_timelineLegend = plainLabel(m_timelineBox, true);
    m_timelineLegend->setFont(fontFor(TextRole::Small));
    m_timeline = new SlotTimeline(m_timelineBox);
    auto* titles = new QHBoxLayout;
    titles->setContentsMargins(12, 0, 12, 0);
    titles->addWidget(m_timelineTitle);
    titles->addWidget(m_timelineLegend);
    titles->addStretch();
    auto* box = new QVBoxLayout(m_timelineBox);
    box->setContentsMargins(0, 8, 0, 4);
    box->setSpacing(6);
    box->addLayout(titles);
    box->addWidget(m_timeline);
    m_failed = new FailedPane(pane);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_timelineBox);
    column->addWidget(m_failed, 1);
    return pane;
}

QWidget* RunDetail::buildSide() {
    constexpr int Smallest = 320;
    auto* side = new Pane(m_splitter);
    side->setMinimumWidth(Smallest);
    m_inspector = new CallInspector(side);
    m_latencyTitle = plainLabel(side);
    m_latencyTitle->setFont(strongFont(TextRole::Small));
    m_latencyTitle->setContentsMargins(12, 8, 12, 0);
    m_latency = new LatencyChart(side);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_inspector, 3);
    column->addWidget(m_latencyTitle);
    column->addWidget(m_latency, 1);
    return side;
}

void RunDetail::connectParts() {
    connect(m_tabs, &QTabBar::currentChanged, this, &RunDetail::showTab);
    connect(m_resume, &QPushButton::clicked, this, &RunDetail::resumeRequested);
    connect(&m_calls, &RunCalls::changed, this, &RunDetail::showCalls);
    connect(&m_calls, &RunCalls::failedToRead, this, &RunDetail::failed);
    connect(&m_controller, &RunController::verdictsStored, &m_calls, &RunCalls::adopt);
    connect(&m_controller, &RunController::callsSeen, this, [this](RowKey run, const std::vector<CallEvent>& calls) {
        if (m_row && run == m_row->key)
            m_timeline->add(calls);
    });
    connect(m_failed, &FailedPane::callChosen, this, &RunDetail::inspect);
    connect(m_requests, &RequestsPane::callChosen, this, &RunDetail::inspect);
    connect(m_requests, &RequestsPane::openRequested, this,
        [this](RowKey item) { Q_EMIT openRequested(item, m_calls.run()); });
    connect(m_failed, &FailedPane::retryRequested, this, &RunDetail::retryRequested);
    connect(
        m_failed, &FailedPane::openRequested, this, [this](RowKey item) { Q_EMIT openRequested(item, m_calls.run()); });
    connect(m_inspector, &CallInspector::retryRequested, this,
        [this](const PlannedCall& call, int replyTokens) { Q_EMIT retryRequested({call}, replyTokens); });
    connect(m_inspector, &CallInspector::openRequested, this,
        [this](RowKey item) { Q_EMIT openRequested(item, m_calls.run()); });
}

void RunDetail::setDocument(Document* document) {
    m_document = document;
    m_row.reset();
    m_stored = {};
    m_calls.show(nullptr, 0);
    m_timeline->clear();
    m_inspector->clear();
    m_failed->reset();
}

void RunDetail::showRun(const std::optional<RunRow>& row, const RunPowers& powers, const Run* stored) {
    const RowKey key = row ? row->key : 0;
    m_row = row;
    m_stored = stored == nullptr ? Run() : *stored;
    if (key != m_calls.run()) {
        m_timeline->clear();
        m_inspector->clear();
        m_failed->reset();
        m_calls.show(m_document, key);
    }
    m_mayRetry = powers.mayRetry;
    m_mayResume = powers.mayResume;
    m_failed->setRetryable(m_mayRetry);
    retranslate();
}

void RunDetail::showTab() {
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    showLog();
}

void RunDetail::setLow(bool isLow) {
    if (m_isLow == isLow)
        return;
    m_isLow = isLow;
    if (isLow) {
        m_tabs->addTab(QString());
        m_stack->addWidget(m_side);
    } else {
        m_stack->removeWidget(m_side);
        m_splitter->addWidget(m_side);
        m_side->show();
        m_tabs->removeTab(CallTab);
    }
    retranslate();
}

void RunDetail::showBanner() {
    const QString advice = m_row ? phaseAdvice(*m_row) : QString();
    m_banner->setVisible(!advice.isEmpty());
    if (advice.isEmpty())
        return;
    const QString detail = m_row->detail.isEmpty()
                               ? advice
                               : QStringLiteral("%1\n%2").arg(withVisibleControls(worded(m_row->detail)), advice);
    m_banner->setTexts(phaseWords(*m_row), detail);
    m_resume->setVisible(m_mayResume);
    m_resume->setText(m_row->phase == RunPhase::Budget ? tr("Raise the budget…") : tr("Resume"));
}

QString RunDetail::tokenRate() const {
    const LiveRun* run = m_row ? m_controller.find(m_row->ticket) : nullptr;
    if (run == nullptr || m_row->phase != RunPhase::Running)
        return {};
    const double tokens = run->progress.pace.tokensPerSecond;
    return tokens < 1 ? QString() : tr("%1 tok/s", "tokens a second").arg(number(tokens, 0));
}

void RunDetail::showSummary() {
    if (!m_row) {
        m_summary->setText({});
        return;
    }
    const QLocale locale;
    QStringList parts;
    if (m_row->isActive() && !m_timeline->isEmpty())
        parts << tr("%n at once", "requests", m_timeline->inFlight());
    if (m_row->perSecond && m_row->phase == RunPhase::Running)
        parts << tr("%1 requests/s").arg(number(*m_row->perSecond, *m_row->perSecond < 10 ? 1 : 0));
    if (const QString tokens = tokenRate(); !tokens.isEmpty())
        parts << tokens;
    parts << tr("%1 done, %2 failed, %3 left")
                 .arg(locale.toString(m_row->reached - m_row->failed), locale.toString(m_row->failed),
                     locale.toString(m_row->left()));
    if (m_row->toRetry > 0)
        parts << tr("%n to be asked again at the end", "calls", static_cast<int>(m_row->toRetry));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void RunDetail::showCalls() {
    m_failed->setCalls(m_calls.failed(), m_calls.replyTokens());
    m_requests->setCalls(m_calls.newest(), m_row ? m_row->reached : 0);
    m_latency->setLatencies(m_calls.latencies(), m_calls.timeouts());
    m_latencyTitle->setText(tr("Latency of %1 replies, seconds")
                                .arg(QLocale().toString(static_cast<qlonglong>(m_calls.latencies().size()))));
}

void RunDetail::showLog() {
    if (m_stack->currentIndex() != LogTab)
        return;
    QStringList logs; // of each time it was started
    for (const LiveRun& run : m_controller.runs()) {
        if (m_row && (run.ticket == m_row->ticket || (run.runKey != 0 && run.runKey == m_row->key)))
            logs << runLog(run);
    }
    const QString text =
        logs.isEmpty() ? tr("This run was not made since the session was opened.") : logs.join(QStringLiteral("\n\n"));
    if (text != m_log->property("shown").toString()) {
        m_log->setProperty("shown", text);
        m_log->setReplies({{{}, {}, toUtf8(text), 0}});
    }
}

void RunDetail::inspect(const PlannedCall& call) {
    if (m_document == nullptr)
        return;
    const Endpoint endpoint = endpointOf(m_stored, m_controller.servers().book().endpoints());
    m_document->read<CallRecord>(
        Document::Lane::Now, "call record", this,
        [run = m_calls.run(), call, endpoint, cache = m_controller.servers().places().cache](
            SessionReader& reader) { return readCallRecord(reader, run, call, endpoint, cache); },
        [this, question = ++m_inspected](const Result<CallRecord>& record) {
            if (question != m_inspected)
                return;
            if (record)
                m_inspector->showCall(*record, m_mayRetry);
            else
                Q_EMIT failed(record.error());
        });
}

void RunDetail::copy() const {
    m_inspector->copy();
}

void RunDetail::retranslate() {
    m_tabs->setTabText(RunTab, m_row && m_row->number > 0 ? tr("Run %1").arg(m_row->number) : tr("Run"));
    m_tabs->setTabText(RequestsTab, m_row && m_row->reached > 0
                                        ? tr("Requests %1", "how many").arg(QLocale().toString(m_row->reached))
                                        : tr("Requests"));
    m_tabs->setTabText(LogTab, tr("Log"));
    if (m_isLow)
        m_tabs->setTabText(CallTab, tr("Call"));
    m_tabs->setAccessibleName(tr("Parts of the run"));
    m_log->setAccessibleName(tr("Log of the run"));
    m_timelineTitle->setText(tr("Requests by slot, last minute"));
    m_timelineLegend->setText(tr("outlined = in flight, striped = failed"));
    m_timelineBox->setVisible(m_row && !m_row->isBuiltin && (m_row->isActive() || !m_timeline->isEmpty()));
    m_latencyTitle->setVisible(m_row && !m_row->isBuiltin);
    m_latency->setVisible(m_row && !m_row->isBuiltin);
    m_latency->retranslate();
    showBanner();
    showSummary();
    showLog();
}

} // namespace assize::ui
