// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/shell/actions.h"
#include <QDialog>
#include <vector>

class QListWidget;
class QListWidgetItem;

namespace assize::ui {

class SearchField;

/// Type a few letters of what you want to do; Enter does it. Shows the menu and the key of every action, so that the
/// next time needs no search. Actions that make no sense now are listed last and cannot be run.
class ActionFinder final : public QDialog {
    Q_OBJECT

public:
    ActionFinder(const Actions& actions, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void addRow(const ActionSpec& spec);
    void run(const QListWidgetItem* item);
    [[nodiscard]] bool matches(const ActionSpec& spec, const QStringList& words) const;

    const Actions& m_actions;
    SearchField* m_search;
    QListWidget* m_list;
};

} // namespace assize::ui
