// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/key_hint.h"

#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QString>

namespace assize::ui {

int keyHintWidth(const QString& key) {
    constexpr int Height = 16;
    if (key.isEmpty())
        return 0;
    return std::max(Height, QFontMetrics(fontFor(TextRole::Smallest)).horizontalAdvance(key) + 8);
}

void paintKeyHint(QPainter& painter, const QRectF& area, const QString& key, const QColor& ink, const QColor& edge) {
    if (key.isEmpty())
        return;
    constexpr double Height = 16;
    const QRectF box(area.left(), area.top() + (area.height() - Height) / 2, keyHintWidth(key), Height);
    paintBox(painter, box, {}, edge, 3);
    painter.save();
    painter.setFont(fontFor(TextRole::Smallest));
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, key);
    painter.restore();
}

} // namespace assize::ui
