// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shortcut_editor.h"

#include "ui/bridge/settings.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <algorithm>

namespace assize::ui {
namespace {

enum EditorColumn { Name, Menu, Keys, EditorColumnCount };
constexpr QSize RowSize(200, 26);

const ActionSpec& specOf(ActionId id) {
    const std::vector<ActionSpec>& table = actionTable();
    return *std::find_if(table.begin(), table.end(), [id](const ActionSpec& spec) { return spec.id == id; });
}

/// The first of an action's standard keys is the one that can be changed.
QKeySequence standardKeys(const ActionSpec& spec) {
    return QKeySequence::listFromString(QLatin1String(spec.keys), QKeySequence::PortableText).value(0);
}

/// Two actions may share a key where they never work at the same time.
bool meet(const ActionSpec& one, const ActionSpec& other) {
    return one.mode == ModeId::Any || other.mode == ModeId::Any || one.mode == other.mode;
}

} // namespace

ShortcutEditor::ShortcutEditor(Actions& actions, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_settings(settings) {
    build();
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutEditor::applyFilter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::onSelected);
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, [this] { assign(m_keys->keySequence()); });
    connect(m_clear, &QPushButton::clicked, this, [this] { assign({}); });
    connect(m_reset, &QPushButton::clicked, this, &ShortcutEditor::resetSelected);
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutEditor::resetAll);
    connect(m_takeOver, &QPushButton::clicked, this, [this] {
        const auto id = selected();
        const QKeySequence keys = m_keys->keySequence();
        if (!id)
            return;
        if (const auto holder = holderOf(keys, *id))
            give(*holder, {});
        give(*id, keys);
    });
    connect(&m_actions, &Actions::shortcutsApplied, this, &ShortcutEditor::refreshKeys);
    translated(this, [this] { retranslate(); });
    onSelected();
}

void ShortcutEditor::build() {
    m_search = new SearchField(this);
    m_search->setObjectName(QStringLiteral("shortcutFilter"));
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("shortcutTable"));
    m_tree->setColumnCount(EditorColumnCount);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_keysLabel = plainLabel(this);
    m_keys = new QKeySequenceEdit(this);
    m_keys->setObjectName(QStringLiteral("shortcutKeys"));
    m_keysLabel->setBuddy(m_keys);
    m_clear = new QPushButton(this);
    m_clear->setObjectName(QStringLiteral("shortcutClear"));
    m_reset = new QPushButton(this);
    m_reset->setObjectName(QStringLiteral("shortcutReset"));
    m_resetAll = new QPushButton(this);
    m_resetAll->setObjectName(QStringLiteral("shortcutResetAll"));
    m_conflict = plainLabel(this);
    m_conflict->setObjectName(QStringLiteral("shortcutConflict"));
    m_conflict->setForegroundRole(QPalette::BrightText);
    m_conflict->setWordWrap(true);
    m_takeOver = new QPushButton(this);
    m_takeOver->setObjectName(QStringLiteral("shortcutTakeOver"));
    auto* edit = new QHBoxLayout;
    edit->addWidget(m_keysLabel);
    edit->addWidget(m_keys, 1);
    edit->addWidget(m_clear);
    edit->addWidget(m_reset);
    edit->addWidget(m_resetAll);
    auto* conflict = new QHBoxLayout;
    conflict->addWidget(m_conflict, 1);
    conflict->addWidget(m_takeOver);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addLayout(edit);
    column->addLayout(conflict);
}

void ShortcutEditor::fill() {
    for (const ActionSpec& spec : actionTable()) {
        if (!m_actions.get(spec.id)->isVisible())
            continue;
        auto* item = new QTreeWidgetItem(m_tree);
        item->setData(Name, Qt::UserRole, static_cast<int>(spec.id));
        item->setSizeHint(Name, RowSize);
    }
    refreshKeys();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void ShortcutEditor::refreshKeys() {
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_tree->topLevelItem(row);
        const auto id = static_cast<ActionId>(item->data(Name, Qt::UserRole).toInt());
        item->setText(Name, m_actions.plainText(id));
        item->setText(Menu, m_actions.menuText(specOf(id).menu));
        item->setText(Keys, QKeySequence::listToString(m_actions.get(id)->shortcuts(), QKeySequence::NativeText));
    }
    m_tree->resizeColumnToContents(Menu);
    m_tree->resizeColumnToContents(Keys);
    onSelected();
}

std::optional<ActionId> ShortcutEditor::selected() const {
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (item == nullptr)
        return std::nullopt;
    return static_cast<ActionId>(item->data(Name, Qt::UserRole).toInt());
}

void ShortcutEditor::onSelected() {
    const auto id = selected();
    for (QWidget* widget :
        {static_cast<QWidget*>(m_keys), static_cast<QWidget*>(m_clear), static_cast<QWidget*>(m_reset)})
        widget->setEnabled(id.has_value());
    const QSignalBlocker blocker(m_keys);
    m_keys->setKeySequence(id ? m_actions.get(*id)->shortcut() : QKeySequence());
    showConflict(std::nullopt);
}

std::optional<ActionId> ShortcutEditor::holderOf(const QKeySequence& keys, ActionId except) const {
    if (keys.isEmpty())
        return std::nullopt;
    for (const ActionSpec& spec : actionTable()) {
        if (spec.id != except && meet(spec, specOf(except)) && m_actions.get(spec.id)->isVisible() &&
            m_actions.get(spec.id)->shortcuts().contains(keys))
            return spec.id;
    }
    return std::nullopt;
}

void ShortcutEditor::assign(const QKeySequence& keys) {
    const auto id = selected();
    if (!id || m_actions.get(*id)->shortcut() == keys)
        return;
    if (const auto holder = holderOf(keys, *id)) {
        const QSignalBlocker blocker(m_keys);
        m_keys->setKeySequence(keys);
        showConflict(holder);
        return;
    }
    give(*id, keys);
}

void ShortcutEditor::give(ActionId id, const QKeySequence& keys) {
    const ActionSpec& spec = specOf(id);
    m_settings.setShortcut(QLatin1String(spec.name), keys, standardKeys(spec));
}

void ShortcutEditor::resetSelected() {
    if (const auto id = selected())
        assign(standardKeys(specOf(*id)));
}

void ShortcutEditor::resetAll() {
    for (const ActionSpec& spec : actionTable())
        m_settings.setShortcut(QLatin1String(spec.name), standardKeys(spec), standardKeys(spec));
}

void ShortcutEditor::applyFilter() {
    const QString wanted = m_search->text().trimmed();
    QTreeWidgetItem* firstWanted = nullptr;
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_tree->topLevelItem(row);
        bool isWanted = false;
        for (int column = 0; column < EditorColumnCount; ++column)
            isWanted = isWanted || item->text(column).contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!isWanted);
        firstWanted = firstWanted == nullptr && isWanted ? item : firstWanted;
    }
    // What is edited below is what is seen.
    if (m_tree->currentItem() == nullptr || m_tree->currentItem()->isHidden())
        m_tree->setCurrentItem(firstWanted);
}

void ShortcutEditor::showConflict(std::optional<ActionId> holder) {
    m_takeOver->setVisible(holder.has_value());
    m_conflict->setText(
        holder ? tr("“%1” has this key already.", "name of an action").arg(m_actions.plainText(*holder)) : QString());
}

void ShortcutEditor::retranslate() {
    m_search->setPlaceholderText(tr("Search actions and keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_tree->setHeaderLabels({tr("Action"), tr("Menu"), tr("Keys")});
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_keysLabel->setText(tr("&Keys:"));
    m_clear->setText(tr("No key"));
    m_reset->setText(tr("Standard"));
    m_resetAll->setText(tr("All standard"));
    m_takeOver->setText(tr("Take it over"));
    refreshKeys();
}

} // namespace assize::ui
