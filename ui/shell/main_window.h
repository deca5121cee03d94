// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/files.h"
#include "core/base/result.h"
#include "core/model/item.h"
#include "ui/shell/actions.h"
#include <QMainWindow>
#include <QPointer>
#include <filesystem>
#include <functional>
#include <memory>

class QLabel;
class QMenu;
class QStackedWidget;

namespace assize {
class TriedVerdicts;
}

namespace assize::ui {

class Background;
class Dialogs;
class Document;
class EndpointsDialog;
class FileBanner;
class ImportDialog;
class InsightsPage;
class LocalServers;
class ModeBar;
class ReportDialog;
class ModelServers;
class NetworkDialog;
class ReviewPage;
class RunController;
class RunsPage;
class ServerFinder;
class SessionEditor;
class Settings;
class StartPage;
class WindowStatus;

/// What the window is given instead of reaching for it.
struct WindowServices {
    Settings& settings;
    Dialogs& dialogs;
    Places places;
    /// Makes the sample session at a path; called off the GUI thread.
    std::function<Result<>(const std::filesystem::path&)> makeSample;
    ModelServers& servers; ///< outlives the window, whose threads speak to them to the end
};

/// The window: menus, mode bar, one page per mode, status bar, and the one open session.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowServices services);
    ~MainWindow() override;

    /// Opens a session file (or makes it); a held one opens read-only and says who holds it.
    void openSession(const std::filesystem::path& path, const QString& itemId = {});
    /// The sample session, made when it is first asked for; with whatever was labelled in it since.
    void openSample(const QString& itemId = {});
    /// The session that was open when the window was last closed, if it is still there.
    void restoreSession();
    /// Asks how, then imports into the open session, or into a new one.
    void importFiles(const QStringList& paths);
    /// Asks what a report is to hold, and writes it.
    void writeReport();
    void showMode(ModeId mode);
    [[nodiscard]] ReviewPage& review() { return *m_review; }
    [[nodiscard]] RunController& runControl() { return *m_runControl; }
    [[nodiscard]] Document* document() const { return m_document.get(); }
    [[nodiscard]] Actions& actions() { return *m_actions; }
    [[nodiscard]] ModelServers& servers() { return m_services.servers; }

Q_SIGNALS:
    /// A session is open and its first list is being read.
    void sessionOpened();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    // main_window.cpp: the frame
    void buildFrame();
    void bindActions();
    void adopt(std::unique_ptr<Document> document, const QString& itemId, const std::optional<Error>& whyReadOnly);
    void closeSession();
    void leaveSession();
    void updateState();
    void keepFocus();
    void updateActions();
    // main_window_runs.cpp: runs that go, and what has to wait for their end
    void buildRuns();
    void whenRunsEnded(std::function<void()> then);
    // main_window_insights.cpp: the mode of charts, and its way to items
    void buildInsights();
    void addInsightsMode();
    void showItems(
        const std::string& run, const QString& filter, RowKey item, const std::shared_ptr<const TriedVerdicts>& tried);
    // main_window_files.cpp: sessions as files, and what goes into them
    void bindFileActions();
    /// To read only if that is why it cannot be opened to write.
    void openNow(
        const std::filesystem::path& path, const QString& itemId, const std::optional<Error>& whyReadOnly = {});
    void cancelOpening();
    void failToOpen(const Error& error);
    /// In place of the start page while the window comes up with a session.
    void showLoading();
    void openExisting(const QString& path);
    void reload();
    void newSession();
    void save();
    void saveAs();
    /// Saves a copy, again if something changes meanwhile, and goes on in it.
    void moveTo(const std::filesystem::path& target);
    void goOnIn(const std::filesystem::path& copy);
    void fillRecentMenu(QMenu& menu);
    void takeBackNewSession();
    [[nodiscard]] std::filesystem::path newSessionFolder() const;
    [[nodiscard]] std::filesystem::path samplePath() const;
    [[nodiscard]] bool isUnnamed() const;
    // main_window_help.cpp: what opens a window of its own
    void bindHelpActions();
    void addThemeMenu();
    void showSettings(bool atShortcuts);
    // main_window_servers.cpp: model servers
    void bindServerActions();
    void addServerParts();
    EndpointsDialog& openEndpoints();
    void openLocalServers();
    void openNetwork();

    WindowServices m_services;
    Actions* m_actions;
    Background* m_background;
    SessionEditor* m_editor;
    ServerFinder* m_finder;
    LocalServers* m_localServers;
    ModeBar* m_modeBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    QLabel* m_loading = nullptr;
    FileBanner* m_fileBanner = nullptr;
    ReviewPage* m_review = nullptr;
    RunController* m_runControl;
    RunsPage* m_runs = nullptr;
    std::function<void()> m_afterRuns;  ///< what a person wants as soon as no run goes
    InsightsPage* m_insights = nullptr; ///< null until it is first looked at: its charts take a tenth of a start
    WindowStatus* m_status = nullptr;
    QPointer<ImportDialog> m_import;
    QPointer<ReportDialog> m_report;
    QPointer<EndpointsDialog> m_endpoints;
    QPointer<NetworkDialog> m_network;
    ModeId m_mode = ModeId::Start;
    bool m_isNewForImport = false;      ///< the open session was made for the import under way
    std::unique_ptr<QObject> m_opening; ///< whom the answer is for: a new one forgets the one before
    std::unique_ptr<Document> m_document;
};

} // namespace assize::ui
