// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/icon_mark.h"

#include <QPainter>

namespace assize::ui {

IconMark::IconMark(Icon icon, int size, QColor Theme::*color, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_size(size)
    , m_color(color) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, currentTheme().*m_color, m_size);
}

} // namespace assize::ui
