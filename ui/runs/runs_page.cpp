// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runs_page.h"

#include "ui/bridge/document.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/run_controller.h"
#include "ui/bridge/settings.h"
#include "ui/models/run_words.h"
#include "ui/runs/run_delegate.h"
#include "ui/runs/run_detail.h"
#include "ui/runs/run_dialog.h"
#include "ui/runs/runs_toolbar.h"
#include "ui/shell/actions.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/plain_table.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace assize::ui {
namespace {

const QString ColumnState = QStringLiteral("runs/columns");
const QString SplitterState = QStringLiteral("runs/splitter");
const QString DetailState = QStringLiteral("runs/detail");
constexpr int WideColumns[RunTableModel::ColumnCount] = {44, 176, 170, 150, 160, 220, 72, 96, 84, 100};
constexpr int NarrowColumns[RunTableModel::ColumnCount] = {42, 130, 104, 96, 96, 146, 68, 86, 62, 60};
constexpr int NarrowWindow = 1340; // the wide columns need so much

} // namespace

RunsPage::RunsPage(Actions& actions, Settings& settings, Dialogs& dialogs, RunController& controller, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_controller(controller)
    , m_model(this) {
    setObjectName(QStringLiteral("runsPage"));
    build();
    connectParts();
    bindActions();
    m_reloadTimer.setSingleShot(true);
    connect(&m_reloadTimer, &QTimer::timeout, this, &RunsPage::reload);
    restoreLayout();
    translated(this, [this] { retranslate(); });
}

RunsPage::~RunsPage() = default;

void RunsPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_toolbar = new RunsToolbar(m_actions, this);
    m_readOnly = new Banner(Banner::Tone::Information, Icon::Info, this);
    m_readOnly->setObjectName(QStringLiteral("runsReadOnly"));
    m_readOnly->hide();
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("runsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_center = new QStackedWidget(m_splitter);
    m_center->addWidget(buildTable());
    m_center->addWidget(buildMessage());
    m_detail = new RunDetail(m_controller, m_splitter);
    m_splitter->addWidget(m_center);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    column->addWidget(m_toolbar);
    column->addWidget(m_readOnly);
    column->addWidget(m_splitter, 1);
}

QWidget* RunsPage::buildTable() {
    m_proxy = new QSortFilterProxyModel(this);
    m_proxy->setSourceModel(&m_model);
    m_proxy->setSortRole(RunTableModel::SortRole);
    m_proxy->setFilterRole(RunTableModel::FilterRole);
    m_proxy->setFilterKeyColumn(0);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = plainTable(m_proxy, m_center);
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new RunDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMouseTracking(true);
    m_table->verticalHeader()->setDefaultSectionSize(RunDelegate::RowHeight);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        // The last one follows the others.
        m_hasOwnColumns = m_hasOwnColumns || (!m_setsColumns && column + 1 < RunTableModel::ColumnCount);
    });
    auto* copy = new QAction(m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RunsPage::copyRow);
    m_table->addAction(copy);
    return m_table;
}

QWidget* RunsPage::buildMessage() {
    auto* message = new Pane(m_center);
    auto* column = new QVBoxLayout(message);
    m_messageText = plainLabel(message, true);
    m_messageText->setObjectName(QStringLiteral("runsMessage"));
    m_messageText->setAlignment(Qt::AlignCenter);
    m_messageText->setWordWrap(true);
    m_messageButton = new QPushButton(message);
    m_messageButton->setObjectName(QStringLiteral("firstRun"));
    QAction* newRun = m_actions.get(ActionId::NewRun);
    connect(m_messageButton, &QPushButton::clicked, newRun, &QAction::trigger);
    column->addStretch();
    column->addWidget(m_messageText);
    column->addWidget(m_messageButton, 0, Qt::AlignHCenter);
    column->addStretch();
    return message;
}

void RunsPage::connectParts() {
    connect(m_toolbar, &RunsToolbar::pauseClicked, this, &RunsPage::pause);
    connect(m_toolbar, &RunsToolbar::resumeClicked, this, &RunsPage::resume);
    connect(m_toolbar, &RunsToolbar::stopClicked, this, &RunsPage::stop);
    connect(m_toolbar, &RunsToolbar::retryClicked, this, &RunsPage::retryFailed);
    // A button that did its work is often disabled by it; the focus must not wander into the search.
    for (const auto clicked : {&RunsToolbar::pauseClicked, &RunsToolbar::resumeClicked, &RunsToolbar::retryClicked})
        connect(m_toolbar, clicked, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_toolbar, &RunsToolbar::searchChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text);
        updateMessage();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPage::updateSelection);
    connectController();
    connectDetail();
}

void RunsPage::connectController() {
    connect(&m_controller, &RunController::stateChanged, this, [this](quint64 ticket) {
        const LiveRun* run = m_controller.find(ticket);
        if (run != nullptr && run->ticket == m_selectedTicket && run->runKey != 0)
            m_selectedKey = run->runKey;
        showRows();
        reload();
        announce(ticket);
    });
    connect(&m_controller.servers().book(), &EndpointBook::changed, this, &RunsPage::showRows);
    connect(&m_controller, &RunController::progressed, this, [this] {
        showRows();
        reloadSoon();
    });
}

void RunsPage::connectDetail() {
    connect(m_detail, &RunDetail::resumeRequested, this, &RunsPage::resume);
    connect(m_detail, &RunDetail::openRequested, this, &RunsPage::itemRequested);
    connect(m_detail, &RunDetail::failed, this, &RunsPage::failed);
    connect(m_detail, &RunDetail::retryRequested, this, [this](const std::vector<PlannedCall>& calls, int replyTokens) {
        const std::optional<RunRow> row = selected();
        if (row && powersOver(row, m_document == nullptr || m_document->isReadOnly()).mayRetry)
            continueRun(*row, {}, calls, replyTokens);
    });
}

/// Whoever cannot see the table hears that a run has ended, or lost its server.
void RunsPage::announce(quint64 ticket) {
    const RunRow* row = m_model.at(m_model.rowOf(0, ticket));
    if (row == nullptr || (row->isActive() && row->phase != RunPhase::ServerAway) || row->phase == RunPhase::Queued)
        return;
    const QString words = tr("Run %1: %2", "number, state").arg(QString::number(row->number), phaseWords(*row));
    if (std::exchange(m_announced, words) == words)
        return;
    m_table->setAccessibleDescription(words);
    QAccessibleEvent alert(m_table, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void RunsPage::copyRow() const {
    QStringList cells;
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        cells << m_proxy->index(m_table->currentIndex().row(), column).data().toString();
    QApplication::clipboard()->setText(cells.join(QLatin1Char('\t')));
}

void RunsPage::setDocument(Document* document) {
    m_document = document;
    m_stored = {};
    m_isLoaded = false;
    m_selectedKey = 0;
    m_selectedTicket = 0;
    m_reading.invalidate();
    m_reloadTimer.stop();
    delete m_dialog;
    m_detail->setDocument(document);
    m_readOnly->setVisible(document != nullptr && document->isReadOnly());
    showRows();
    if (document == nullptr)
        return;
    connect(document, &Document::contentChanged, this, &RunsPage::reload);
    reload();
}

void RunsPage::reload() {
    if (m_document == nullptr || m_reading.isValid()) {
        reloadSoon();
        return;
    }
    m_reading.start();
    m_document->read<RunOverview>(
        Document::Lane::Later, "run overview", this, [](SessionReader& reader) { return readRunOverview(reader); },
        [this](Result<RunOverview> runs) {
            const qint64 took = m_reading.isValid() ? m_reading.elapsed() : 0;
            m_reading.invalidate();
            // Large sessions are counted less often, so that reading them never takes most of a thread's time.
            constexpr int Shortest = 300;
            constexpr int Share = 4;
            m_reloadTimer.setInterval(static_cast<int>(std::max<qint64>(Shortest, Share * took)));
            if (!runs) {
                Q_EMIT failed(runs.error());
                return;
            }
            m_stored = std::move(*runs);
            m_isLoaded = true;
            showRows();
        });
}

void RunsPage::reloadSoon() {
    if (m_document != nullptr && !m_reloadTimer.isActive())
        m_reloadTimer.start();
}

void RunsPage::showRows() {
    {
        const QScopedValueRollback quiet(m_isSelecting, true);
        m_model.setRows(runRows(m_stored, m_controller.runs(), m_controller.servers().book().endpoints()));
        if (m_selectedKey == 0 && m_selectedTicket == 0 && m_model.rowCount() > 0)
            select(m_model.at(0)->key, m_model.at(0)->ticket);
        else
            select(m_selectedKey, m_selectedTicket);
    }
    const RunRow* first = m_model.at(0);
    Q_EMIT activeRunChanged(first != nullptr && first->isActive() ? std::optional(*first) : std::nullopt);
    showSelected();
    updateMessage();
}

void RunsPage::select(RowKey key, quint64 ticket) {
    const int row = m_model.rowOf(key, ticket);
    const RunRow* wanted = m_model.at(row);
    m_selectedKey = wanted == nullptr ? 0 : wanted->key;
    m_selectedTicket = wanted == nullptr ? 0 : wanted->ticket;
    const QModelIndex index = m_proxy->mapFromSource(m_model.index(std::max(0, row), 0));
    if (wanted != nullptr && index.isValid() && m_table->currentIndex().row() != index.row())
        m_table->selectRow(index.row());
}

void RunsPage::updateSelection() {
    if (m_isSelecting)
        return;
    const RunRow* row = m_model.at(m_proxy->mapToSource(m_table->currentIndex()).row());
    m_selectedKey = row == nullptr ? 0 : row->key;
    m_selectedTicket = row == nullptr ? 0 : row->ticket;
    showSelected();
}

std::optional<RunRow> RunsPage::selected() const {
    const RunRow* row = m_model.at(m_model.rowOf(m_selectedKey, m_selectedTicket));
    return row == nullptr ? std::nullopt : std::optional(*row);
}

void RunsPage::showSelected() {
    const std::optional<RunRow> row = selected();
    const RunPowers powers = powersOver(row, m_document == nullptr || m_document->isReadOnly());
    m_toolbar->setPowers(powers, row ? row->failed : 0);
    const auto stored = std::find_if(m_stored.runs.begin(), m_stored.runs.end(),
        [&](const RunSummary& summary) { return row && summary.run.key == row->key; });
    m_detail->showRun(row, powers, stored == m_stored.runs.end() ? nullptr : &stored->run);
    m_actions.setPossible(ActionId::PauseRun, powers.mayPause || powers.mayResume);
    m_actions.setPossible(ActionId::StopRun, powers.mayStop);
    m_actions.setPossible(ActionId::RetryFailed, powers.mayRetry);
}

void RunsPage::focusTable() {
    m_wantsFocus = !m_table->isVisible();
    m_table->setFocus();
}

void RunsPage::updateMessage() {
    const bool isEmpty = m_model.rowCount() == 0;
    const bool isFilteredOut = !isEmpty && m_proxy->rowCount() == 0;
    m_center->setCurrentIndex(isEmpty || isFilteredOut ? 1 : 0);
    if (m_wantsFocus && !isEmpty && !isFilteredOut)
        focusTable();
    m_detail->setVisible(!isEmpty);
    const bool mayStart = m_document != nullptr && !m_document->isReadOnly();
    m_messageButton->setVisible(isEmpty && m_isLoaded && mayStart);
    if (isFilteredOut)
        m_messageText->setText(tr("No run matches."));
    else if (m_isLoaded)
        m_messageText->setText(
            tr("No runs yet. A run has one judge read the items of this session, each in both orders."));
    else
        m_messageText->setText(tr("Loading…"));
}

bool RunsPage::event(QEvent* event) {
    // Space presses the button that has the focus instead of pausing a run.
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QAbstractButton*>(focusWidget()) != nullptr) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void RunsPage::resizeEvent(QResizeEvent* event) {
    constexpr int LowWindow = 760;
    QWidget::resizeEvent(event);
    m_detail->setLow(window()->height() < LowWindow);
    if (!m_hasOwnColumns)
        setColumns();
}

void RunsPage::restoreLayout() {
    constexpr int TableHeight = 280;
    constexpr int SideWidth = 510;
    if (!m_splitter->restoreState(m_settings.state(SplitterState)))
        m_splitter->setSizes({TableHeight, 2 * TableHeight});
    if (!m_detail->splitter().restoreState(m_settings.state(DetailState)))
        m_detail->splitter().setSizes({2 * SideWidth, SideWidth});
    m_hasOwnColumns = m_table->horizontalHeader()->restoreState(m_settings.state(ColumnState));
    if (!m_hasOwnColumns)
        setColumns();
}

/// Widths until a person chooses some.
void RunsPage::setColumns() {
    const bool isNarrow = window()->width() < NarrowWindow;
    const QScopedValueRollback quiet(m_setsColumns, true);
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        m_table->horizontalHeader()->resizeSection(column, isNarrow ? NarrowColumns[column] : WideColumns[column]);
}

void RunsPage::saveLayout() {
    m_settings.setState(SplitterState, m_splitter->saveState());
    m_settings.setState(DetailState, m_detail->splitter().saveState());
    if (m_hasOwnColumns)
        m_settings.setState(ColumnState, m_table->horizontalHeader()->saveState());
}

void RunsPage::resetLayout() {
    for (const QString& name : {ColumnState, SplitterState, DetailState})
        m_settings.setState(name, {});
    restoreLayout();
}

void RunsPage::retranslate() {
    m_table->setAccessibleName(tr("Runs"));
    m_messageButton->setText(tr("New run…"));
    m_messageButton->setAccessibleName(m_messageButton->text());
    m_readOnly->setTexts(tr("This session is open to read only."), tr("Runs can be looked at, not started."));
    m_model.retranslate();
    showRows();
}

} // namespace assize::ui
