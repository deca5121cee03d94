// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/criterion_groups.h"
#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace assize::ui {

/// The criteria of a run and which of them count as one, to be changed. GUI thread.
class CriterionGroupsDialog final : public QDialog {
    Q_OBJECT

public:
    /// aliases are those in force, also of criteria that this run has not.
    CriterionGroupsDialog(const CriterionGroups& groups, CriterionAliases aliases, QWidget* parent);

Q_SIGNALS:
    void groupsChosen(const assize::CriterionAliases& aliases);

private:
    void fill(const CriterionGroups& groups);
    void choose();

    CriterionAliases m_aliases;
    QLabel* m_words;
    QTableWidget* m_table;
    QPushButton* m_apply;
    QPushButton* m_cancel;
};

} // namespace assize::ui
