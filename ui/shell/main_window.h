// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/files.h"
#include "core/session/session.h"
#include "ui/shell/actions.h"
#include <QMainWindow>
#include <filesystem>
#include <memory>

class QLabel;
class QStackedWidget;

namespace assize::ui {

class Dialogs;
class Document;
class ModeBar;
class Settings;

/// What the window is given instead of reaching for it.
struct WindowServices {
    Settings& settings;
    Dialogs& dialogs;
    Places places;
};

/// The window: menus, mode bar, one page per mode, status bar, and the one open session.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowServices services);
    ~MainWindow() override;

    /// Opens a session file (or makes it); a held one opens read-only and says who holds it.
    void openSession(const std::filesystem::path& path, const QString& itemId = {});
    void showMode(ModeId mode);
    [[nodiscard]] Document* document() const { return m_document.get(); }
    [[nodiscard]] Actions& actions() { return *m_actions; }

Q_SIGNALS:
    /// A session is open and its first list is being read.
    void sessionOpened();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildFrame();
    void buildStatusBar();
    void bindActions();
    void openAs(const std::filesystem::path& path, Session::Access access, const QString& itemId);
    void adopt(std::unique_ptr<Document> document, const QString& itemId);
    void closeSession();
    void updateState();

    WindowServices m_services;
    Actions* m_actions;
    ModeBar* m_modeBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_sessionName = nullptr;
    QLabel* m_saveState = nullptr;
    std::unique_ptr<Document> m_document;
};

} // namespace assize::ui
