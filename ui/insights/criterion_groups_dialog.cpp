// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/criterion_groups_dialog.h"

#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

constexpr QSize GroupsDialogSize(560, 460);
enum GroupColumn { CriterionName, TimesMet, CountsAs, GroupColumns };

QTableWidgetItem* fixedCell(const QString& text) {
    auto* cell = new QTableWidgetItem(text); // the table takes it
    cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return cell;
}

} // namespace

CriterionGroupsDialog::CriterionGroupsDialog(const CriterionGroups& groups, CriterionAliases aliases, QWidget* parent)
    : QDialog(parent)
    , m_aliases(std::move(aliases))
    , m_words(plainLabel(this, true))
    , m_table(new QTableWidget(0, GroupColumns, this))
    , m_apply(new PrimaryButton(this))
    , m_cancel(new QPushButton(this)) {
    setObjectName(QStringLiteral("criterionGroups"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(GroupsDialogSize);
    m_words->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("criterionGroupTable"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(TimesMet, QHeaderView::ResizeToContents);
    m_apply->setObjectName(QStringLiteral("applyGroups"));
    m_apply->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_apply);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    fill(groups);
    connect(m_apply, &QPushButton::clicked, this, &CriterionGroupsDialog::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    translated(this, [this] {
        setWindowTitle(tr("Group Criteria"));
        m_words->setText(
            tr("Rubrics written for each prompt name the same thing differently. Criteria with one name in "
               "the last column share a weight and a row in charts. Case, spaces and simple plurals never "
               "matter."));
        m_table->setHorizontalHeaderLabels({tr("Criterion"), tr("Verdicts"), tr("Counts as")});
        m_table->setAccessibleName(tr("Criteria and what they count as"));
        m_apply->setText(tr("Group"));
        m_cancel->setText(tr("Cancel"));
    });
}

void CriterionGroupsDialog::fill(const CriterionGroups& groups) {
    const std::vector<CriterionGroups::Member> members = groups.members();
    m_table->setRowCount(static_cast<int>(members.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const CriterionGroups::Member& member = members[static_cast<std::size_t>(row)];
        const bool isGrouped = m_aliases.contains(foldedCriterion(member.name));
        m_table->setItem(row, CriterionName, fixedCell(withVisibleControls(fromUtf8(member.name))));
        m_table->item(row, CriterionName)->setData(Qt::UserRole, fromUtf8(member.name));
        m_table->setItem(row, TimesMet, fixedCell(QString::number(member.count)));
        m_table->setItem(
            row, CountsAs, new QTableWidgetItem(fromUtf8(isGrouped ? groups.name(member.group) : member.name)));
    }
}

void CriterionGroupsDialog::choose() {
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const std::string name = toUtf8(m_table->item(row, CriterionName)->data(Qt::UserRole).toString());
        const std::string group = toUtf8(m_table->item(row, CountsAs)->text().trimmed());
        m_aliases.erase(foldedCriterion(name));
        if (!group.empty() && foldedCriterion(group) != foldedCriterion(name))
            m_aliases[foldedCriterion(name)] = group;
    }
    Q_EMIT groupsChosen(m_aliases);
    accept();
}

} // namespace assize::ui
