// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include "ui/bridge/document.h"
#include "ui/bridge/settings.h"
#include "ui/support/dialogs.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/mode_bar.h"
#include "ui/widgets/panes.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QStatusBar>

namespace assize::ui {
namespace {

constexpr QSize Smallest(1024, 640);
constexpr QSize Usual(1440, 900);
const QString WindowState = QStringLiteral("window");

QString fileNameOf(const std::filesystem::path& path) {
    return fromUtf8(path.filename().string());
}

} // namespace

MainWindow::MainWindow(WindowServices services)
    : m_services(std::move(services))
    , m_actions(new Actions(menuBar(), m_services.settings, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(Smallest);
    resize(Usual);
    setWindowIcon(QIcon(QStringLiteral(":/assize.svg")));
    buildFrame();
    buildStatusBar();
    bindActions();
    restoreGeometry(m_services.settings.state(WindowState));
    translated(this, [this] { updateState(); });
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame() {
    auto* central = new QWidget(this);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_modeBar = new ModeBar(central);
    m_stack = new QStackedWidget(central);
    m_stack->setObjectName(QStringLiteral("pages"));
    row->addWidget(m_modeBar);
    row->addWidget(m_stack, 1);
    setCentralWidget(central);
    ModeButton* review = m_modeBar->addMode(Icon::Review, static_cast<int>(ModeId::Review));
    review->setObjectName(QStringLiteral("reviewMode"));
    translated(review, [this, review] {
        review->setText(tr("Review"));
        review->setAccessibleName(tr("Mode: Review"));
        review->setToolTip(plainToolTip(tr("Review (%1)").arg(m_actions->keyText(ActionId::ShowReview))));
    });
    connect(m_modeBar, &ModeBar::modeChosen, this, [this](int id) { showMode(static_cast<ModeId>(id)); });
}

void MainWindow::buildStatusBar() {
    constexpr int Height = 24;
    statusBar()->setFixedHeight(Height);
    statusBar()->setSizeGripEnabled(false);
    m_sessionName = plainLabel(statusBar());
    m_saveState = plainLabel(statusBar());
    for (QLabel* label : {m_sessionName, m_saveState}) {
        label->setFont(fontFor(TextRole::Small));
        label->setContentsMargins(8, 0, 8, 0);
        statusBar()->addWidget(label);
    }
    m_sessionName->setObjectName(QStringLiteral("sessionName"));
    m_saveState->setObjectName(QStringLiteral("saveState"));
}

void MainWindow::bindActions() {
    m_actions->bind(ActionId::OpenSession, this, [this] {
        m_services.dialogs.pickSession(this, [this](const QString& path) { openSession(path.toStdString()); });
    });
    m_actions->bind(ActionId::CloseSession, this, [this] { closeSession(); });
    m_actions->bind(ActionId::Quit, this, [this] { close(); });
    m_actions->bind(ActionId::ShowReview, this, [this] { showMode(ModeId::Review); });
}

void MainWindow::openSession(const std::filesystem::path& path, const QString& itemId) {
    openAs(path, Session::Access::ReadWrite, itemId);
}

void MainWindow::openAs(const std::filesystem::path& path, Session::Access access, const QString& itemId) {
    Document::open(path, access, this, [this, path, access, itemId](Result<std::unique_ptr<Document>> opened) {
        if (opened) {
            adopt(std::move(*opened), itemId);
            return;
        }
        if (opened.error().code == ErrorCode::SessionLocked && access == Session::Access::ReadWrite) {
            const QString holder = fromUtf8(opened.error().detail);
            m_services.dialogs.confirm(this, tr("“%1” is open in another program.").arg(fileNameOf(path)), holder,
                tr("Open to read only"), [this, path, itemId] { openAs(path, Session::Access::ReadOnly, itemId); });
            return;
        }
        m_services.dialogs.showError(this, opened.error());
    });
}

void MainWindow::adopt(std::unique_ptr<Document> document, const QString& itemId) {
    closeSession();
    m_document = std::move(document);
    m_services.settings.addRecentSession(fromUtf8(m_document->path().string()));
    Q_UNUSED(itemId)
    showMode(ModeId::Review);
    Q_EMIT sessionOpened();
}

void MainWindow::closeSession() {
    m_document.reset();
    showMode(ModeId::Start);
}

void MainWindow::showMode(ModeId mode) {
    m_modeBar->setCurrent(static_cast<int>(mode));
    m_actions->setState(mode, m_document == nullptr      ? Needs::Nothing
                              : m_document->isReadOnly() ? Needs::Session
                                                         : Needs::WritableSession);
    updateState();
}

void MainWindow::updateState() {
    m_modeBar->setEnabled(m_document != nullptr);
    if (m_document == nullptr) {
        setWindowTitle(tr("Assize"));
        m_sessionName->setText(tr("No session open"));
        m_saveState->clear();
        return;
    }
    const QString name = fileNameOf(m_document->path());
    setWindowTitle(tr("%1 – Assize", "session name").arg(name));
    m_sessionName->setText(name);
    m_saveState->setText(m_document->isReadOnly() ? tr("Read only") : tr("Saved"));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_services.settings.setState(WindowState, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace assize::ui
