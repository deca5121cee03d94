// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panes.h"

#include "ui/support/style_paint.h"
#include "ui/support/text.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace assize::ui {

PaneHeader::PaneHeader(QWidget* parent, int height)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this)) {
    setFixedHeight(height);
    m_row->setContentsMargins(12, 0, 12, 0);
    m_row->setSpacing(8);
}

void PaneHeader::setOnBase(bool isOnBase) {
    m_isOnBase = isOnBase;
    update();
}

void PaneHeader::setBelowOther(bool isBelowOther) {
    m_isBelowOther = isBelowOther;
    update();
}

void PaneHeader::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), m_isOnBase ? theme.base : theme.alt);
    paintBottomLine(painter, rect(), theme.line);
    if (m_isBelowOther)
        paintTopLine(painter, rect(), theme.line);
}

Pane::Pane(QWidget* parent)
    : QFrame(parent) {
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

ElidedLabel::ElidedLabel(QWidget* parent)
    : QFrame(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

void ElidedLabel::setRole(QPalette::ColorRole role) {
    m_role = role;
    update();
}

QSize ElidedLabel::sizeHint() const {
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(m_text) + margins.left() + margins.right() + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    constexpr int Shortest = 24;
    return {std::min(Shortest, sizeHint().width()), fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, m_role));
    const QRect area = contentsRect();
    painter.drawText(area, static_cast<int>(m_alignment) | Qt::TextSingleLine,
        fontMetrics().elidedText(m_text, Qt::ElideRight, area.width()));
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || sizeHint().width() <= width())
        return QFrame::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(m_text), this);
    return true;
}

QLabel* plainLabel(QWidget* parent, bool isSecondary) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    if (isSecondary)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace assize::ui
