// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;
class QTabWidget;

namespace assize::ui {

class Actions;
class Dialogs;
class Settings;

/// What a person may set about the window. Everything applies at once; there is nothing to confirm.
class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Page { General, Shortcuts };

    SettingsDialog(Settings& settings, Actions& actions, Dialogs& dialogs, QWidget* parent);

    void showPage(Page page);

private:
    [[nodiscard]] QWidget* buildGeneral();
    void addTheme(QFormLayout* form);
    void addLanguage(QFormLayout* form);
    void addTextSize(QFormLayout* form);
    void addAnnotator(QFormLayout* form);
    void addSessionFolder(QFormLayout* form);

    Settings& m_settings;
    Dialogs& m_dialogs;
    QTabWidget* m_tabs;
};

} // namespace assize::ui
