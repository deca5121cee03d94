// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/key_hint.h"

#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"

#include <QFontMetrics>
#include <QPainter>

namespace assize::ui {
namespace {

constexpr int HintHeight = 16;

} // namespace

int keyHintWidth(const QString& key) {
    if (key.isEmpty())
        return 0;
    return std::max(HintHeight, QFontMetrics(fontFor(TextRole::Smallest)).horizontalAdvance(key) + 8);
}

void paintKeyHint(QPainter& painter, const QRectF& area, const QString& key, const QColor& ink, const QColor& edge) {
    if (key.isEmpty())
        return;
    const QRectF box(area.left(), area.top() + (area.height() - HintHeight) / 2, keyHintWidth(key), HintHeight);
    paintBox(painter, box, {}, edge, 3);
    painter.save();
    painter.setFont(fontFor(TextRole::Smallest));
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, key);
    painter.restore();
}

KeyHint::KeyHint(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyHint::setKey(const QString& key) {
    m_key = key;
    setAccessibleName(key);
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const {
    return {keyHintWidth(m_key), HintHeight};
}

void KeyHint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    paintKeyHint(painter, rect(), m_key, theme.text2, theme.line2);
}

} // namespace assize::ui
