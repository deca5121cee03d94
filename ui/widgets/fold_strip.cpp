// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/fold_strip.h"

#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"

#include <QPainter>
#include <QStyleOption>

namespace assize::ui {

FoldStrip::FoldStrip(Side side, QWidget* parent)
    : QAbstractButton(parent)
    , m_side(side) {
    setFixedWidth(Width);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void FoldStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    painter.fillRect(rect(), underMouse() ? theme.hover : theme.alt);
    const bool isLeft = m_side == Side::Left;
    if (isLeft)
        paintRightLine(painter, rect(), theme.line);
    else
        painter.fillRect(QRect(0, 0, 1, height()), theme.line);
    paintIcon(painter, QRectF(0, 6, width(), 24), isLeft ? Icon::ChevronRight : Icon::ChevronLeft, theme.text2, 12);
    painter.save();
    painter.translate(width(), 36);
    painter.rotate(90);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(theme.text2);
    const QRectF area(0, 0, height() - 44, width());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(area.width())));
    painter.restore();
    QStyleOption option;
    option.initFrom(this);
    if (showsFocus(option))
        paintFocus(painter, rect(), theme, 2);
}

} // namespace assize::ui
