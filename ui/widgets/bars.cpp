// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bars.h"

#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace assize::ui {
namespace {

constexpr double TickWidth = 2;
constexpr double MarginRange = 0.5;

void paintTick(QPainter& painter, double x, const QRectF& bounds) {
    painter.fillRect(QRectF(x - TickWidth / 2, bounds.top(), TickWidth, bounds.height()), currentTheme().text);
}

/// A small triangle at the end of a bar whose value lies beyond it.
void paintOverflow(QPainter& painter, const QRectF& bar, bool isLeft) {
    const double middle = bar.center().y();
    const double tip = isLeft ? bar.left() - 4 : bar.right() + 4;
    const double base = isLeft ? bar.left() + 1 : bar.right() - 1;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isLeft ? currentTheme().a.solid : currentTheme().b.solid);
    const QPointF corners[] = {{tip, middle}, {base, middle - 5}, {base, middle + 5}};
    painter.drawPolygon(corners, 3);
}

} // namespace

ScoreBar::ScoreBar(Label side, QWidget* parent)
    : QWidget(parent)
    , m_side(side) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScoreBar::setValues(std::optional<double> score, std::optional<double> other) {
    m_score = score;
    m_other = other;
    update();
}

void ScoreBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    const QRectF bounds = rect();
    const QRectF groove = bounds.adjusted(0, 1, 0, -1);
    paintBox(painter, groove, theme.sunken, {}, 2);
    if (m_score) {
        const double width = std::clamp(*m_score, 0.0, 1.0) * groove.width();
        paintBox(painter, QRectF(groove.topLeft(), QSizeF(width, groove.height())), theme.side(m_side).fill, {}, 2);
    }
    if (m_other)
        paintTick(painter, std::clamp(*m_other, 0.0, 1.0) * bounds.width(), bounds.adjusted(0, -2, 0, 2));
}

MarginBar::MarginBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MarginBar::setValues(std::optional<double> margin, std::optional<double> other) {
    m_margin = margin;
    m_other = other;
    update();
}

void paintDiverging(QPainter& painter, const QRectF& area, double value, double range) {
    const Theme& theme = currentTheme();
    const double middle = area.center().x();
    const double length = std::min(std::abs(value) / range, 1.0) * area.width() / 2;
    const QColor& color = value >= 0 ? theme.a.fill : theme.b.fill;
    painter.fillRect(QRectF(value >= 0 ? middle - length : middle, area.top(), length, area.height()), color);
}

void MarginBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    const QRectF bounds = QRectF(rect()).adjusted(0, 1, 0, -1);
    paintBox(painter, bounds, theme.sunken, {}, 2);
    painter.setFont(fontFor(TextRole::Smallest));
    painter.setPen(theme.text3);
    painter.drawText(bounds.adjusted(4, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("A"));
    painter.drawText(bounds.adjusted(4, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("B"));
    const QRectF inner = bounds.adjusted(5, 0, -5, 0);
    if (m_margin) {
        paintDiverging(painter, inner, *m_margin, MarginRange);
        if (std::abs(*m_margin) > MarginRange)
            paintOverflow(painter, inner, *m_margin > 0);
    }
    painter.fillRect(QRectF(inner.center().x() - 0.5, 0, 1, height()), theme.text3);
    if (m_other) {
        const double share = std::clamp(*m_other / MarginRange, -1.0, 1.0);
        paintTick(painter, inner.center().x() - share * inner.width() / 2, rect());
    }
}

} // namespace assize::ui
