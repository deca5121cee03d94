// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shortcut_sheet.h"

#include "ui/support/fonts.h"
#include "ui/widgets/controls.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

constexpr QSize SheetSize(560, 600);
constexpr QSize SheetRowSize(200, 26);
enum SheetColumn { ActionColumn, KeysColumn, SheetColumnCount };

QString keysOf(const QAction& action) {
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(QStringLiteral("; "), QStringLiteral("   "));
}

} // namespace

ShortcutSheet::ShortcutSheet(const Actions& actions, QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_search(new SearchField(this))
    , m_tree(new QTreeWidget(this)) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(SheetSize);
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setPlaceholderText(tr("Search actions and keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_tree->setObjectName(QStringLiteral("shortcutTree"));
    m_tree->setAccessibleName(windowTitle());
    m_tree->setColumnCount(SheetColumnCount);
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(12);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(ActionColumn, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* change = buttons->addButton(tr("Change…"), QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::fill);
    connect(m_search, &SearchField::escaped, this, &ShortcutSheet::reject);
    connect(buttons, &QDialogButtonBox::rejected, this, &ShortcutSheet::reject);
    connect(change, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT changeRequested();
    });
    fill();
}

void ShortcutSheet::fill() {
    const QString wanted = m_search->text().trimmed();
    m_tree->clear();
    std::map<MenuId, QTreeWidgetItem*> groups;
    for (const ActionSpec& spec : actionTable()) {
        const QAction* action = m_actions.get(spec.id);
        const QString name = m_actions.plainText(spec.id);
        const QString keys = keysOf(*action);
        const bool isWanted = name.contains(wanted, Qt::CaseInsensitive) || keys.contains(wanted, Qt::CaseInsensitive);
        if (!action->isVisible() || keys.isEmpty() || !isWanted)
            continue;
        QTreeWidgetItem*& group = groups[spec.menu];
        if (group == nullptr) {
            group = new QTreeWidgetItem(m_tree, {m_actions.menuText(spec.menu)});
            group->setFont(ActionColumn, strongFont(TextRole::Body));
            group->setFlags(Qt::ItemIsEnabled);
            group->setSizeHint(ActionColumn, SheetRowSize); // rows are uniform: the first one decides
        }
        new QTreeWidgetItem(group, {name, keys});
    }
    m_tree->expandAll();
    m_tree->resizeColumnToContents(KeysColumn);
}

} // namespace assize::ui
