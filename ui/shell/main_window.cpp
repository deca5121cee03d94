// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include "ui/bridge/background.h"
#include "ui/bridge/document.h"
#include "ui/bridge/local_servers.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/run_controller.h"
#include "ui/bridge/server_finder.h"
#include "ui/bridge/session_editor.h"
#include "ui/bridge/settings.h"
#include "ui/insights/insights_page.h"
#include "ui/review/review_page.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/file_banner.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/report_dialog.h"
#include "ui/shell/start_page.h"
#include "ui/shell/window_status.h"
#include "ui/support/dialogs.h"
#include "ui/support/focus_order.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/mode_bar.h"
#include "ui/widgets/panes.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

constexpr QSize Smallest(1024, 640);
constexpr QSize WindowSize(1440, 900);
const QString WindowState = QStringLiteral("window");
const QString OpenSession = QStringLiteral("open_session");

} // namespace

MainWindow::MainWindow(WindowServices services)
    : m_services(std::move(services))
    , m_actions(new Actions(menuBar(), m_services.settings, this))
    , m_background(new Background(this))
    , m_editor(new SessionEditor(this))
    , m_finder(new ServerFinder(m_services.servers, this))
    , m_localServers(new LocalServers(m_services.servers, this))
    , m_runControl(new RunController(m_services.servers, this)) {
    setAcceptDrops(true);
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(Smallest);
    resize(WindowSize);
    setWindowIcon(QIcon(QStringLiteral(":/assize.svg")));
    buildFrame();
    bindActions();
    restoreGeometry(m_services.settings.state(WindowState));
    m_start->focusFirst();
    translated(this, [this] { updateState(); });
}

MainWindow::~MainWindow() {
    closeSession(); // while its pages are still there
}

void MainWindow::buildFrame() {
    auto* central = new QWidget(this);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_modeBar = new ModeBar(central);
    m_stack = new QStackedWidget(central);
    m_stack->setObjectName(QStringLiteral("pages"));
    m_start = new StartPage(*m_actions, m_services.settings, *m_background, m_stack);
    m_stack->addWidget(m_start);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::openExisting);
    m_loading = plainLabel(m_stack, true);
    m_loading->setObjectName(QStringLiteral("loadingPage"));
    m_loading->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_loading);
    m_review = new ReviewPage(*m_actions, m_services.settings, m_services.dialogs, *m_editor, m_stack);
    m_stack->addWidget(m_review);
    connect(m_review, &ReviewPage::itemShown, this, &MainWindow::updateActions);
    connect(
        m_review, &ReviewPage::failed, this, [this](const Error& error) { m_services.dialogs.showError(this, error); });
    m_status = new WindowStatus(this);
    connect(m_review, &ReviewPage::noticed, m_status, [this](const QString& words) {
        constexpr int ShownMs = 4000;
        m_status->showMessage(words, ShownMs);
    });
    connect(m_review, &ReviewPage::agreementChanged, m_status, &WindowStatus::setCounts);
    connect(m_status, &WindowStatus::taskCancelled, this, &MainWindow::cancelOpening);
    setStatusBar(m_status);
    addServerParts();
    m_fileBanner = new FileBanner(central);
    connect(m_fileBanner, &FileBanner::reloadRequested, this, &MainWindow::reload);
    connect(m_fileBanner, &FileBanner::copyRequested, this, &MainWindow::saveAs);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::keepFocus, Qt::QueuedConnection);
    connect(m_fileBanner, &FileBanner::stateShown, this, &MainWindow::updateState);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_fileBanner);
    column->addWidget(m_stack, 1);
    row->addWidget(m_modeBar);
    row->addLayout(column, 1);
    setCentralWidget(central);
    ModeButton* review = m_modeBar->addMode(Icon::Review, static_cast<int>(ModeId::Review));
    review->setObjectName(QStringLiteral("reviewMode"));
    translated(review, [this, review] {
        review->setText(tr("Review"));
        review->setAccessibleName(tr("Mode: Review"));
        review->setToolTip(plainToolTip(tr("Review (%1)").arg(m_actions->keyText(ActionId::ShowReview))));
    });
    buildRuns();
    addInsightsMode();
    connect(m_modeBar, &ModeBar::modeChosen, this, [this](int id) { showMode(static_cast<ModeId>(id)); });
}

void MainWindow::bindActions() {
    bindFileActions();
    bindHelpActions();
    bindServerActions();
    m_actions->bind(ActionId::CloseSession, this, [this] { whenRunsEnded([this] { closeSession(); }); });
    m_actions->bind(ActionId::Quit, this, [this] { close(); });
    m_actions->bind(ActionId::ShowReview, this, [this] { showMode(ModeId::Review); });
    m_actions->bind(ActionId::ResetLayout, this, [this] {
        m_review->resetLayout();
        m_runs->resetLayout();
    });
    QUndoStack& steps = m_editor->undoStack();
    m_actions->bind(ActionId::Undo, this, [&steps] { steps.undo(); });
    m_actions->bind(ActionId::Redo, this, [&steps] { steps.redo(); });
    connect(&steps, &QUndoStack::indexChanged, this, &MainWindow::updateState);
    connect(m_editor, &SessionEditor::itemRequested, this, [this] { showMode(ModeId::Review); });
    connect(m_editor, &SessionEditor::saveFailed, this,
        [this](const Error& error) { m_services.dialogs.showError(this, error); });
    connect(m_editor, &SessionEditor::batchChanged, this, [this] {
        if (m_document != nullptr)
            Q_EMIT m_document->contentChanged();
    });
}

void MainWindow::adopt(
    std::unique_ptr<Document> document, const QString& itemId, const std::optional<Error>& whyReadOnly) {
    leaveSession();
    m_document = std::move(document);
    m_document->readNowFirst();
    m_services.settings.addRecentSession(fromUtf8(m_document->path().string()));
    // The sample shows at once what judges say; in people's own work their label comes first.
    m_services.settings.setBlindAtFirst(m_document->path() != samplePath());
    m_editor->setDocument(m_document.get());
    m_review->setDocument(m_document.get(), itemId);
    m_runControl->setDocument(m_document.get());
    m_runs->setDocument(m_document.get());
    if (m_insights != nullptr)
        m_insights->setDocument(m_document.get());
    m_fileBanner->watch(m_document.get(), whyReadOnly);
    showMode(ModeId::Review);
    Q_EMIT sessionOpened();
}

void MainWindow::closeSession() {
    leaveSession();
    showMode(ModeId::Start);
}

void MainWindow::leaveSession() {
    if (m_document != nullptr)
        delete m_import; // its thread uses the session
    delete m_report;     // and so does its
    m_runControl->setDocument(nullptr);
    m_runs->setDocument(nullptr);
    m_fileBanner->watch(nullptr);
    m_review->setDocument(nullptr);
    if (m_insights != nullptr)
        m_insights->setDocument(nullptr);
    m_editor->setDocument(nullptr);
    m_document.reset();
}

void MainWindow::restoreSession() {
    const QByteArray path = m_services.settings.state(OpenSession);
    if (!path.isEmpty() && QFileInfo::exists(QString::fromUtf8(path)))
        openSession(path.toStdString());
}

void MainWindow::showMode(ModeId mode) {
    m_mode = mode;
    if (mode == ModeId::Insights) {
        if (m_insights == nullptr)
            buildInsights();
        m_insights->setPreferredRun(m_review->shownRun());
    }
    QWidget* const page = mode == ModeId::Start      ? static_cast<QWidget*>(m_start)
                          : mode == ModeId::Runs     ? static_cast<QWidget*>(m_runs)
                          : mode == ModeId::Insights ? static_cast<QWidget*>(m_insights)
                                                     : m_review;
    m_stack->setCurrentWidget(page);
    if (mode == ModeId::Start)
        m_start->focusFirst(); // Enter opens the sample
    m_modeBar->setCurrent(static_cast<int>(mode));
    updateActions();
    updateState();
}

void MainWindow::updateActions() {
    const bool isWritable = m_document != nullptr && !m_document->isReadOnly();
    Needs available = Needs::Nothing;
    if (m_document != nullptr && m_review->hasItem())
        available = isWritable ? Needs::WritableItem : Needs::Item;
    else if (m_document != nullptr)
        available = isWritable ? Needs::WritableSession : Needs::Session;
    m_actions->setState(m_mode, available);
}

void MainWindow::updateState() {
    m_modeBar->setEnabled(m_document != nullptr);
    const QUndoStack& steps = m_editor->undoStack();
    m_actions->setStep(ActionId::Undo, steps.canUndo(), steps.undoText());
    m_actions->setStep(ActionId::Redo, steps.canRedo(), steps.redoText());
    if (m_document == nullptr) {
        setWindowTitle(tr("Assize"));
        m_status->setSession(tr("No session open"), {});
        m_status->setCounts(std::nullopt);
        return;
    }
    const QString name = fromUtf8(m_document->path().filename().string());
    setWindowTitle(tr("%1 – Assize", "session name").arg(name));
    m_status->setSession(name, m_document->isReadOnly()     ? tr("Read only")
                               : m_fileBanner->isFileLost() ? tr("Cannot be saved")
                                                            : tr("Saved"));
}

// Where what had the focus goes with its item, Qt gives it to whatever was made next, or to the first that takes it
// once the window comes back: a text field, in which single keys are letters.
void MainWindow::keepFocus() {
    if (m_mode == ModeId::Review && isActiveWindow() && QApplication::focusWidget() == nullptr)
        m_review->focusItem();
}

bool MainWindow::focusNextPrevChild(bool next) {
    const QWidget* focused = focusWidget();
    if (m_mode == ModeId::Review && m_review->isVisible() && focused != nullptr && !focused->isVisible()) {
        m_review->focusItem();
        return true;
    }
    const QList<QWidget*> stops =
        tabStops(m_modeBar) + tabStops(m_fileBanner) + tabStops(m_stack) + tabStops(statusBar());
    return stepFocus(stops, next) || QMainWindow::focusNextPrevChild(next);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_runControl->isBusy()) {
        event->ignore();
        whenRunsEnded([this] { close(); });
        return;
    }
    m_services.settings.setState(WindowState, saveGeometry());
    m_review->saveLayout();
    m_runs->saveLayout();
    if (m_insights != nullptr)
        m_insights->saveLayout();
    const std::string open = m_document == nullptr ? std::string() : m_document->path().string();
    m_services.settings.setState(OpenSession, QByteArray::fromStdString(open));
    QMainWindow::closeEvent(event);
}

} // namespace assize::ui
