// SPDX-License-Identifier: Apache-2.0
// What opens a window of its own: settings, shortcuts, the finder, About; and the themes.
#include "ui/bridge/settings.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/action_finder.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/support/translated.h"

#include <QActionGroup>
#include <QMenu>

namespace assize::ui {

void MainWindow::bindHelpActions() {
    m_actions->bind(ActionId::FindAction, this, [this] { (new ActionFinder(*m_actions, this))->open(); });
    m_actions->bind(ActionId::Shortcuts, this, [this] { showSettings(true); });
    m_actions->bind(ActionId::AppSettings, this, [this] { showSettings(false); });
    m_actions->bind(ActionId::ShortcutSheet, this, [this] {
        auto* sheet = new ShortcutSheet(*m_actions, this);
        connect(sheet, &ShortcutSheet::changeRequested, this, [this] { showSettings(true); });
        sheet->open();
    });
    m_actions->bind(ActionId::About, this, [this] { (new AboutDialog(this))->open(); });
    addThemeMenu();
}

void MainWindow::showSettings(bool atShortcuts) {
    auto* dialog = new SettingsDialog(m_services.settings, *m_actions, m_services.dialogs, this);
    dialog->showPage(atShortcuts ? SettingsDialog::Page::Shortcuts : SettingsDialog::Page::General);
    dialog->open();
}

void MainWindow::addThemeMenu() {
    auto* menu = new QMenu(this);
    auto* group = new QActionGroup(menu);
    QList<QAction*> choices;
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        QAction* action = group->addAction(menu->addAction(QString()));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, choice] { m_services.settings.setTheme(choice); });
        choices += action;
    }
    translated(menu, [menu, choices] {
        menu->setTitle(tr("T&heme"));
        choices[0]->setText(tr("&Follow the Desktop"));
        choices[1]->setText(tr("&Light"));
        choices[2]->setText(tr("&Dark"));
    });
    connect(menu, &QMenu::aboutToShow, this,
        [this, choices] { choices[static_cast<int>(m_services.settings.theme())]->setChecked(true); });
    m_actions->addSubmenu(MenuId::View, menu, 4);
}

} // namespace assize::ui
