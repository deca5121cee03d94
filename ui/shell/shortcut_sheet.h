// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/shell/actions.h"
#include <QDialog>

class QTreeWidget;

namespace assize::ui {

class SearchField;

/// Every action that has a key, grouped by menu, searchable by name and key. Closes on Esc.
class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const Actions& actions, QWidget* parent);

Q_SIGNALS:
    void changeRequested(); ///< the person wants other keys

private:
    void fill();

    const Actions& m_actions;
    SearchField* m_search;
    QTreeWidget* m_tree;
};

} // namespace assize::ui
