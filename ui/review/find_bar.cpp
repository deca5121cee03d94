// SPDX-License-Identifier: Apache-2.0
#include "ui/review/find_bar.h"

#include "ui/support/app_style.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>

namespace assize::ui {

FindBar::FindBar(QWidget* parent)
    : PaneHeader(parent)
    , m_field(new SearchField(this))
    , m_count(plainLabel(this, true))
    , m_previous(addButton(Icon::ChevronUp, QStringLiteral("previousMatch")))
    , m_next(addButton(Icon::ChevronDown, QStringLiteral("nextMatch")))
    , m_close(addButton(Icon::Cross, QStringLiteral("closeFind"))) {
    m_field->setObjectName(QStringLiteral("findInItem"));
    row()->addWidget(m_field, 1);
    row()->addWidget(m_count);
    for (QToolButton* button : {m_previous, m_next, m_close})
        row()->addWidget(button);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::searched);
    connect(m_field, &QLineEdit::returnPressed, this, &FindBar::nextRequested);
    // At once, and not only when the field is empty: what was searched for is still there the next time.
    connect(new QShortcut(Qt::Key_Escape, m_field, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
        &FindBar::close);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    translated(this, [this] {
        m_field->setPlaceholderText(tr("Find in both answers"));
        m_field->setAccessibleName(tr("Find in the item"));
        for (const auto& [button, name] : {std::pair(m_previous, tr("Previous match (Shift+F3)")),
                 std::pair(m_next, tr("Next match (F3)")), std::pair(m_close, tr("Close (Esc)"))}) {
            button->setAccessibleName(name);
            button->setToolTip(plainToolTip(name));
        }
    });
    hide();
}

QToolButton* FindBar::addButton(Icon icon, const QString& objectName) {
    auto* button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setIcon(themedIcon(icon));
    setLook(button, ButtonLook::Flat);
    return button;
}

void FindBar::open() {
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    Q_EMIT searched(m_field->text());
}

void FindBar::close() {
    hide();
    Q_EMIT closed();
}

void FindBar::showCount(int current, int count) {
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (count == 0)
        m_count->setText(tr("Not found"));
    else
        m_count->setText(tr("%1 of %2", "match").arg(current + 1).arg(count));
}

} // namespace assize::ui
