// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/shell/actions.h"
#include <QWidget>
#include <optional>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace assize::ui {

class SearchField;

/// Gives other keys to actions. A key that another action of the same mode has is not given twice: the person is told
/// who has it, and may take it from there. Applied at once.
class ShortcutEditor final : public QWidget {
    Q_OBJECT

public:
    ShortcutEditor(Actions& actions, Settings& settings, QWidget* parent = nullptr);

private:
    void build();
    void fill();
    void refreshKeys();
    void onSelected();
    void assign(const QKeySequence& keys);
    void give(ActionId id, const QKeySequence& keys);
    void resetSelected();
    void resetAll();
    void applyFilter();
    void retranslate();
    [[nodiscard]] std::optional<ActionId> selected() const;
    [[nodiscard]] std::optional<ActionId> holderOf(const QKeySequence& keys, ActionId except) const;
    void showConflict(std::optional<ActionId> holder);

    Actions& m_actions;
    Settings& m_settings;
    SearchField* m_search = nullptr;
    QTreeWidget* m_tree = nullptr;
    QLabel* m_keysLabel = nullptr;
    QKeySequenceEdit* m_keys = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_resetAll = nullptr;
    QLabel* m_conflict = nullptr;
    QPushButton* m_takeOver = nullptr;
};

} // namespace assize::ui
