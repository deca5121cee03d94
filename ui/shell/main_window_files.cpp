// SPDX-License-Identifier: Apache-2.0
// Sessions as files: new, open, recent, sample, save, and what is imported into them.
#include "core/endpoint/endpoint_file.h"
#include "ui/bridge/background.h"
#include "ui/bridge/document.h"
#include "ui/bridge/run_controller.h"
#include "ui/bridge/session_editor.h"
#include "ui/bridge/settings.h"
#include "ui/review/review_page.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/report_dialog.h"
#include "ui/shell/window_status.h"
#include "ui/support/dialogs.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QDateTime>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <fmt/format.h>

namespace assize::ui {
namespace {

const std::string NewSessionName = "untitled";
const QString SessionEnding = QStringLiteral(".assize");

QString fileNameOf(const std::filesystem::path& path) {
    return fromUtf8(path.filename().string());
}

/// A session that is there, and that only cannot be written.
bool mayBeRead(const std::filesystem::path& path, const Error& error) {
    std::error_code ignored;
    return error.code == ErrorCode::SessionLocked ||
           (error.code == ErrorCode::NotWritable && std::filesystem::exists(path, ignored));
}

QStringList localFiles(const QMimeData& data) {
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

} // namespace

void MainWindow::bindFileActions() {
    m_actions->bind(ActionId::NewSession, this, [this] { newSession(); });
    m_actions->bind(ActionId::OpenSession, this,
        [this] { m_services.dialogs.pickSession(this, [this](const QString& path) { openExisting(path); }); });
    m_actions->bind(ActionId::OpenSample, this, [this] { openSample(); });
    m_actions->bind(ActionId::Save, this, [this] { save(); });
    m_actions->bind(ActionId::SaveAs, this, [this] { saveAs(); });
    m_actions->bind(ActionId::Import, this,
        [this] { m_services.dialogs.pickImportFiles(this, [this](const QStringList& paths) { importFiles(paths); }); });
    m_actions->bind(ActionId::Report, this, [this] { writeReport(); });
    auto* recent = new QMenu(this);
    translated(recent, [recent] { recent->setTitle(tr("Open &Recent")); });
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(*recent); });
    m_actions->addSubmenu(MenuId::File, recent, 1);
}

void MainWindow::fillRecentMenu(QMenu& menu) {
    menu.clear();
    const QStringList paths = m_services.settings.recentSessions();
    for (const QString& path : paths) {
        QString name = withVisibleControls(path);
        QAction* action = menu.addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, path] { openExisting(path); });
    }
    if (paths.isEmpty())
        menu.addAction(tr("No recent sessions"))->setEnabled(false);
}

void MainWindow::openSession(const std::filesystem::path& path, const QString& itemId) {
    // It is remembered beyond this working directory.
    std::error_code unknown;
    std::filesystem::path whole = std::filesystem::absolute(path, unknown);
    if (unknown)
        whole = path;
    whenRunsEnded([this, whole, itemId] { openNow(whole, itemId); });
}

void MainWindow::openExisting(const QString& path) {
    if (QFileInfo::exists(path))
        openSession(toUtf8(path));
    else
        m_services.dialogs.showError(this, Error{ErrorCode::NotFound, toUtf8(path), {}});
}

void MainWindow::openNow(
    const std::filesystem::path& path, const QString& itemId, const std::optional<Error>& whyReadOnly) {
    const auto access = whyReadOnly ? Session::Access::ReadOnly : Session::Access::ReadWrite;
    m_status->beginTask(tr("Opening %1…").arg(fileNameOf(path)), true);
    m_opening = std::make_unique<QObject>();
    showLoading();
    const auto adoptOpened = [this, path, itemId, whyReadOnly](Result<std::unique_ptr<Document>> opened) {
        m_status->endTask();
        m_opening.reset();
        if (!opened && !whyReadOnly && mayBeRead(path, opened.error()))
            return openNow(path, itemId, opened.error());
        if (opened)
            adopt(std::move(*opened), itemId, whyReadOnly);
        else
            failToOpen(opened.error());
        if (m_import != nullptr)
            m_import->setDocument(opened ? m_document.get() : nullptr);
    };
    Document::open(path, access, m_opening.get(), adoptOpened);
}

void MainWindow::cancelOpening() {
    if (m_opening == nullptr)
        return;
    m_opening.reset();
    m_status->endTask();
    if (m_document == nullptr)
        showMode(ModeId::Start);
    if (m_import != nullptr)
        m_import->setDocument(nullptr);
}

void MainWindow::failToOpen(const Error& error) {
    if (m_document == nullptr)
        showMode(ModeId::Start);
    m_services.dialogs.showError(this, error);
}

void MainWindow::showLoading() {
    constexpr int LateAfter = 150; // ms
    if (isVisible())
        return; // what is there stays until the session comes
    m_stack->setCurrentWidget(m_loading);
    QTimer::singleShot(LateAfter, m_loading, [this] { m_loading->setText(tr("Loading…")); });
}

void MainWindow::reload() {
    const std::filesystem::path path = m_document->path();
    const QString item = m_review->shownItem();
    if (!m_document->isReadOnly())
        closeSession(); // whose lock would keep it out
    openSession(path, item);
}

std::filesystem::path MainWindow::samplePath() const {
    return m_services.places.state / "sample.assize";
}

void MainWindow::openSample(const QString& itemId) {
    const std::filesystem::path path = samplePath();
    std::error_code unknown; // making it says what is wrong with the folder
    if (std::filesystem::exists(path, unknown)) {
        openSession(path, itemId);
        return;
    }
    showLoading();
    m_status->beginTask(tr("Making the sample session…"), false);
    m_background->run<Result<>>(
        "sample", this, [make = m_services.makeSample, path] { return make(path); },
        [this, path, itemId](const Result<>& made) {
            m_status->endTask();
            if (made)
                openSession(path, itemId);
            else
                failToOpen(made.error());
        });
}

std::filesystem::path MainWindow::newSessionFolder() const {
    const QString chosen = m_services.settings.sessionFolder();
    return chosen.isEmpty() ? m_services.places.state / "sessions" : std::filesystem::path(toUtf8(chosen));
}

void MainWindow::newSession() {
    const std::filesystem::path folder = newSessionFolder();
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    const std::string day = toUtf8(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm")));
    std::filesystem::path path = folder / fmt::format("{}-{}.assize", NewSessionName, day);
    for (int i = 2; std::filesystem::exists(path, problem); ++i)
        path = folder / fmt::format("{}-{}-{}.assize", NewSessionName, day, i);
    openSession(path); // which says what is wrong if the folder cannot be written
}

bool MainWindow::isUnnamed() const {
    return m_document != nullptr && m_document->path().parent_path() == newSessionFolder() &&
           m_document->path().filename().string().starts_with(NewSessionName);
}

void MainWindow::save() {
    if (isUnnamed())
        saveAs();
    // Anything else is in the file already; the status bar says so.
}

void MainWindow::saveAs() {
    const QString suggested =
        isUnnamed() ? tr("session", "suggested file name") + SessionEnding : fileNameOf(m_document->path());
    m_services.dialogs.pickSaveTarget(this, suggested, [this](const QString& path) {
        const std::filesystem::path target = toUtf8(path);
        std::error_code ignored; // a session whose file is gone may be written where it was
        const bool isItself = m_document != nullptr && std::filesystem::equivalent(target, m_document->path(), ignored);
        if (m_document != nullptr && !isItself)
            whenRunsEnded([this, target] { moveTo(target); });
    });
}

void MainWindow::moveTo(const std::filesystem::path& target) {
    m_status->beginTask(tr("Saving %1…").arg(fileNameOf(target)), false);
    m_document->saveCopy(target, this, [this, target, before = m_document->changeCount()](const Result<>& saved) {
        m_status->endTask();
        if (!saved) {
            m_services.dialogs.showError(this, saved.error());
            return;
        }
        m_review->finishEditing();
        if (m_import != nullptr) {
            connect(m_import, &QDialog::finished, this, [this, target] {
                if (m_document != nullptr)
                    moveTo(target);
            });
        } else if (m_runControl->isBusy() || m_document->changeCount() != before) {
            whenRunsEnded([this, target] { moveTo(target); }); // the copy lacks what was labelled or judged since
        } else {
            goOnIn(target);
        }
    });
}

void MainWindow::goOnIn(const std::filesystem::path& copy) {
    const bool wasUnnamed = isUnnamed() && !m_document->isReadOnly(); // else another program has it
    const std::filesystem::path old = m_document->path();
    const QString item = m_review->shownItem();
    closeSession();
    if (wasUnnamed) {
        std::error_code ignored; // a leftover costs space and nothing else
        std::filesystem::remove(old, ignored);
        QStringList recent = m_services.settings.recentSessions();
        recent.removeAll(fromUtf8(old.string()));
        m_services.settings.setRecentSessions(recent);
    }
    openSession(copy, item);
}

void MainWindow::importFiles(const QStringList& paths) {
    if (paths.isEmpty() || m_import != nullptr)
        return;
    if (m_document != nullptr && m_document->isReadOnly()) {
        m_services.dialogs.showError(this, Error{ErrorCode::NotWritable, m_document->path().string(),
                                               quoted(toUtf8(tr("the session is open to read only")))});
        return;
    }
    m_isNewForImport = false;
    m_import = new ImportDialog(paths, m_document.get(), this);
    connect(m_import, &ImportDialog::sessionNeeded, this, [this] {
        m_isNewForImport = true;
        newSession();
    });
    connect(m_import, &ImportDialog::imported, this, [this](const std::string& batch, const QString& step) {
        m_isNewForImport = false;
        m_editor->importDone(batch, step);
        Q_EMIT m_document->contentChanged();
    });
    connect(m_import, &ImportDialog::rejected, this, &MainWindow::takeBackNewSession);
    m_import->open();
}

void MainWindow::writeReport() {
    if (m_report != nullptr)
        return;
    auto endpoints = loadEndpoints(m_services.places.config);
    if (!endpoints) {
        m_services.dialogs.showError(this, endpoints.error());
        return;
    }
    m_report = new ReportDialog(*m_document, m_services.dialogs, QLocale().name(), std::move(*endpoints), this);
    m_report->open();
}

void MainWindow::takeBackNewSession() {
    if (!m_isNewForImport || m_document == nullptr)
        return;
    m_isNewForImport = false;
    const std::filesystem::path path = m_document->path();
    m_import.clear(); // it closes itself
    closeSession();
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    QStringList recent = m_services.settings.recentSessions();
    recent.removeAll(fromUtf8(path.string()));
    m_services.settings.setRecentSessions(recent);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (m_import == nullptr && !localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    const QStringList paths = localFiles(*event->mimeData());
    // With nothing open there is nothing to merge a session into: it is opened.
    if (m_document == nullptr && paths.size() == 1 && paths.front().endsWith(SessionEnding))
        openExisting(paths.front());
    else
        importFiles(paths);
}

} // namespace assize::ui
