// SPDX-License-Identifier: Apache-2.0
#include "ui/review/marked_scroll_bar.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <algorithm>

namespace assize::ui {

MarkedScrollBar::MarkedScrollBar(QWidget* parent)
    : QScrollBar(Qt::Vertical, parent) {}

void MarkedScrollBar::setMarks(std::vector<double> marks) {
    m_marks = std::move(marks);
    update();
}

void MarkedScrollBar::paintEvent(QPaintEvent* event) {
    QScrollBar::paintEvent(event);
    constexpr double Length = 9;
    constexpr double Thickness = 3;
    QPainter painter(this);
    const QColor color = currentTheme().accent;
    for (const double mark : m_marks) {
        const double y = std::clamp(mark, 0.0, 1.0) * (height() - Thickness);
        painter.fillRect(QRectF(width() - Length, y, Length, Thickness), color);
    }
}

} // namespace assize::ui
