// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/local_servers.h"
#include <QDialog>
#include <QTimer>
#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace assize::ui {

class Dialogs;
class LlamaPage;
class RecipesPage;
class Settings;

/// Starts a model server on this computer and shows how it fares; or the commands to start one elsewhere. A server that
/// was started goes on when the dialog is closed, and ends with the window.
class LocalServerDialog final : public QDialog {
    Q_OBJECT

public:
    LocalServerDialog(LocalServers& servers, Settings& settings, Dialogs& dialogs, QWidget* parent);
    ~LocalServerDialog() override;

Q_SIGNALS:
    /// The endpoint of a server that is up, or of a recipe.
    void connectRequested(const assize::Endpoint& endpoint, bool isUp);

private:
    enum Tab { Llama, Ollama, Recipes };

    void build();
    void connectParts();
    [[nodiscard]] QWidget* buildOllama();
    [[nodiscard]] QWidget* buildServerPart();
    [[nodiscard]] Result<LocalServerPlan> plan() const;
    /// The server of the current tab that was started last.
    [[nodiscard]] const LocalServers::Entry* shown() const;
    void startOrStop();
    void refresh();
    void refreshLog();
    void showStatus(const QString& text, bool isAlert);
    [[nodiscard]] QString statusOf(const LocalServers::Entry& entry) const;
    [[nodiscard]] QString problemText(const Error& error) const;
    void retranslate();

    LocalServers& m_servers;
    Settings& m_settings;
    Dialogs& m_dialogs;
    QTabWidget* m_tabs;
    LlamaPage* m_llama;
    QSpinBox* m_ollamaPort = nullptr;
    QLabel* m_ollamaNote = nullptr;
    RecipesPage* m_recipes;
    QWidget* m_serverPart = nullptr;
    QLineEdit* m_command = nullptr;
    QPushButton* m_copy = nullptr;
    QLabel* m_status = nullptr;
    QPlainTextEdit* m_log = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_connect = nullptr;
    QPushButton* m_close;
    QTimer m_logTimer;
};

} // namespace assize::ui
