// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/mode_bar.h"

#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

constexpr int BarWidth = 60;
constexpr double IconSize = 22;

} // namespace

ModeButton::ModeButton(Icon icon, QWidget* parent)
    : QToolButton(parent)
    , m_icon(icon) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(BarWidth, BarWidth);
}

void ModeButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    const QRectF bounds = rect();
    const bool isOn = isChecked() && isEnabled();
    if (isOn)
        painter.fillRect(bounds, theme.base);
    else if (underMouse() && isEnabled())
        painter.fillRect(bounds, theme.hover);
    if (isOn)
        painter.fillRect(QRectF(0, 0, 3, bounds.height()), theme.accent);
    const QColor ink = !isEnabled() ? theme.ctl : isOn ? theme.accent : theme.text2;
    paintIcon(painter, QRectF(0, 8, bounds.width(), 26), m_icon, ink, IconSize);
    painter.setPen(ink);
    painter.setFont(isOn ? strongFont(TextRole::Smallest) : fontFor(TextRole::Smallest));
    const QRectF label(2, 34, bounds.width() - 4, 18);
    painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(label.width())));
    QStyleOption option;
    option.initFrom(this);
    if (showsFocus(option))
        paintFocus(painter, bounds.adjusted(4, 2, -2, -2), theme, 4);
}

ModeBar::ModeBar(QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this)) {
    setFixedWidth(BarWidth);
    setObjectName(QStringLiteral("modeBar"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch();
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idClicked, this, &ModeBar::modeChosen);
}

ModeButton* ModeBar::addMode(Icon icon, int id) {
    auto* button = new ModeButton(icon, this);
    m_group.addButton(button, id);
    m_column->insertWidget(m_column->count() - 1, button);
    return button;
}

void ModeBar::setCurrent(int id) {
    m_group.setExclusive(false);
    for (QAbstractButton* button : m_group.buttons())
        button->setChecked(m_group.id(button) == id);
    m_group.setExclusive(true);
}

void ModeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().chrome);
    paintRightLine(painter, rect(), currentTheme().line);
}

void ModeBar::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const QList<QAbstractButton*> buttons = m_group.buttons();
    const auto at = buttons.indexOf(qobject_cast<QAbstractButton*>(focusWidget()));
    if (step == 0 || at < 0) {
        QFrame::keyPressEvent(event);
        return;
    }
    const auto next = std::clamp<qsizetype>(at + step, 0, buttons.size() - 1);
    buttons[next]->setFocus(Qt::TabFocusReason);
}

} // namespace assize::ui
