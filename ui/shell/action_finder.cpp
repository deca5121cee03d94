// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/action_finder.h"

#include "ui/shell/action_delegate.h"
#include "ui/widgets/controls.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr QSize FinderSize(520, 380);

} // namespace

ActionFinder::ActionFinder(const Actions& actions, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_actions(actions)
    , m_search(new SearchField(this))
    , m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("actionFinder"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Find an action"));
    resize(FinderSize);
    m_search->setObjectName(QStringLiteral("actionSearch"));
    m_search->setPlaceholderText(tr("Type what you want to do"));
    m_search->setAccessibleName(windowTitle());
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("actionList"));
    m_list->setAccessibleName(tr("Actions"));
    m_list->setItemDelegate(new ActionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ActionFinder::fill);
    connect(m_search, &SearchField::escaped, this, &ActionFinder::reject);
    connect(m_list, &QListWidget::itemClicked, this, &ActionFinder::run);
    fill();
}

void ActionFinder::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    constexpr int Below = 80;
    if (const QWidget* window = parentWidget())
        move(window->mapToGlobal(QPoint((window->width() - width()) / 2, Below)));
    m_search->setFocus();
}

bool ActionFinder::matches(const ActionSpec& spec, const QStringList& words) const {
    const QString where = m_actions.plainText(spec.id) + QLatin1Char(' ') + m_actions.menuText(spec.menu);
    return std::all_of(
        words.begin(), words.end(), [&](const QString& word) { return where.contains(word, Qt::CaseInsensitive); });
}

void ActionFinder::fill() {
    const QStringList words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_list->clear();
    for (const bool isEnabled : {true, false}) {
        for (const ActionSpec& spec : actionTable()) {
            const QAction* action = m_actions.get(spec.id);
            if (action->isVisible() && action->isEnabled() == isEnabled && spec.id != ActionId::FindAction &&
                matches(spec, words))
                addRow(spec);
        }
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
}

void ActionFinder::addRow(const ActionSpec& spec) {
    auto* item = new QListWidgetItem(m_actions.plainText(spec.id), m_list);
    item->setData(ActionDelegate::MenuRole, m_actions.menuText(spec.menu));
    item->setData(ActionDelegate::KeyRole, m_actions.keyText(spec.id));
    item->setData(ActionDelegate::IdRole, static_cast<int>(spec.id));
    if (!m_actions.get(spec.id)->isEnabled())
        item->setFlags(Qt::ItemIsSelectable);
}

void ActionFinder::run(const QListWidgetItem* item) {
    if (item == nullptr || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    QAction* action = m_actions.get(static_cast<ActionId>(item->data(ActionDelegate::IdRole).toInt()));
    accept(); // first, so that what the action opens is on top
    action->trigger();
}

bool ActionFinder::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step != 0 && m_list->count() > 0) {
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        run(m_list->currentItem());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace assize::ui
