// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/chart_painter.h"

#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace assize::ui {
namespace {

TextRole roleOf(TextSize size) {
    switch (size) {
    case TextSize::Body:
        return TextRole::Body;
    case TextSize::Small:
        return TextRole::Small;
    case TextSize::Smallest:
        return TextRole::Smallest;
    case TextSize::Mono:
        return TextRole::Mono;
    case TextSize::MonoSmall:
        return TextRole::MonoSmall;
    }
    return TextRole::Small;
}

/// Paints one shape after the other; std::visit picks the overload.
class ShapePainter {
public:
    ShapePainter(QPainter& painter, const Theme& theme)
        : m_painter(painter)
        , m_theme(theme) {}

    void operator()(const DrawnBox& box) {
        const QRectF area(box.x, box.y, box.width, box.height);
        m_painter.setPen(Qt::NoPen);
        if (box.fill != Ink::None) {
            QColor fill = colorOf(box.fill, m_theme);
            fill.setAlphaF(static_cast<float>(box.opacity));
            m_painter.setRenderHint(QPainter::Antialiasing, box.radius > 0);
            m_painter.setBrush(box.isHatched ? QBrush(m_theme.base) : QBrush(fill));
            m_painter.drawRoundedRect(area, box.radius, box.radius);
            if (box.isHatched)
                paintHatch(area, fill);
        }
        if (box.edge != Ink::None) {
            m_painter.setPen(QPen(colorOf(box.edge, m_theme), 1));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }

    void operator()(const DrawnLine& line) {
        QPen pen(colorOf(line.ink, m_theme), line.width, line.isDashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap);
        const bool isStraight = line.x1 == line.x2 || line.y1 == line.y2;
        m_painter.setRenderHint(QPainter::Antialiasing, !isStraight || line.width != 1);
        m_painter.setPen(pen);
        m_painter.drawLine(QLineF(line.x1, line.y1, line.x2, line.y2));
    }

    void operator()(const DrawnDot& dot) {
        const QColor color = colorOf(dot.ink, m_theme);
        const QPointF centre(dot.x, dot.y);
        const double r = dot.radius;
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setPen(QPen(color, dot.shape == DotShape::Cross ? 1.6 : 1.2));
        m_painter.setBrush(dot.shape == DotShape::Ring ? QBrush(m_theme.base) : QBrush(color));
        if (dot.shape == DotShape::Cross) {
            m_painter.drawLine(centre - QPointF(r, r), centre + QPointF(r, r));
            m_painter.drawLine(centre + QPointF(-r, r), centre + QPointF(r, -r));
        } else if (dot.shape == DotShape::Square) {
            m_painter.fillRect(QRectF(dot.x - r, dot.y - r, 2 * r, 2 * r), color);
        } else {
            m_painter.drawEllipse(centre, r, r);
        }
    }

    void operator()(const DrawnText& text) {
        constexpr double Far = 4000; // wider than any screen; layouts have cut the text already
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setFont(fontOf(text.size, text.isStrong));
        m_painter.setPen(colorOf(text.ink, m_theme));
        const double height = QFontMetricsF(m_painter.font()).height() + 2;
        double left = text.x;
        int side = Qt::AlignLeft;
        if (text.anchor == Anchor::Middle) {
            left = text.x - Far / 2;
            side = Qt::AlignHCenter;
        } else if (text.anchor == Anchor::End) {
            left = text.x - Far;
            side = Qt::AlignRight;
        }
        m_painter.drawText(QRectF(left, text.y - height / 2, Far, height), side | Qt::AlignVCenter | Qt::TextSingleLine,
            withVisibleControls(fromUtf8(text.text)));
    }

private:
    void paintHatch(const QRectF& area, const QColor& color) {
        constexpr double Step = 5;
        m_painter.save();
        m_painter.setClipRect(area, Qt::IntersectClip);
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setPen(QPen(color, 2));
        for (double x = area.left() - area.height(); x < area.right(); x += Step)
            m_painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
        m_painter.restore();
    }

    QPainter& m_painter;
    const Theme& m_theme;
};

} // namespace

QColor colorOf(Ink ink, const Theme& theme) {
    switch (ink) {
    case Ink::None:
        return {};
    case Ink::Text:
        return theme.text;
    case Ink::Secondary:
        return theme.text2;
    case Ink::Label:
        return theme.text3;
    case Ink::Line:
        return theme.line;
    case Ink::Paper:
        return theme.base;
    case Ink::Sunken:
        return theme.sunken;
    case Ink::Accent:
        return theme.accent;
    case Ink::OnAccent:
        return theme.onAccent;
    case Ink::Neutral:
        return theme.accentLine;
    case Ink::SideA:
        return theme.a.fill;
    case Ink::SideAText:
        return theme.a.text;
    case Ink::SideB:
        return theme.b.fill;
    case Ink::SideBText:
        return theme.b.text;
    case Ink::Tie:
        return theme.tie.fill;
    case Ink::BothBad:
        return theme.bad.fill;
    case Ink::Alert:
        return theme.alertSolid;
    }
    return {};
}

QFont fontOf(TextSize size, bool isStrong) {
    return isStrong ? strongFont(roleOf(size)) : fontFor(roleOf(size));
}

double textWidth(std::string_view text, TextSize size, bool isStrong) {
    return QFontMetricsF(fontOf(size, isStrong)).horizontalAdvance(fromUtf8(text));
}

void paintDrawing(QPainter& painter, const Drawing& drawing, const Theme& theme) {
    painter.save();
    ShapePainter shapes(painter, theme);
    for (const DrawnShape& shape : drawing.shapes)
        std::visit(shapes, shape);
    painter.restore();
}

SvgInk svgInk(const Theme& theme) {
    return [theme](Ink ink) { return toUtf8(colorOf(ink, theme).name()); };
}

} // namespace assize::ui
