// SPDX-License-Identifier: Apache-2.0
#include "ui/support/style_paint.h"

#include "ui/support/app_style.h"
#include "ui/support/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace assize::ui {
namespace {

double deviceLine(const QPainter& painter) {
    return painter.device() == nullptr ? 1.0 : 1.0 / painter.device()->devicePixelRatioF();
}

ButtonLook lookOf(const QWidget* widget) {
    return widget == nullptr ? ButtonLook::Normal : static_cast<ButtonLook>(widget->property("assizeLook").toInt());
}

struct PanelColors {
    QColor area;
    QColor edge;
};

void paintOutline(QPainter& painter, const QRectF& bounds, const QColor& color, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawRoundedRect(bounds.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

PanelColors primaryColors(const Theme& theme, bool isEnabled, bool isDown, bool isHovered) {
    if (!isEnabled)
        return {theme.line, theme.line};
    if (isDown)
        return {theme.accent.darker(115), {}};
    return {isHovered ? theme.accent.lighter(108) : theme.accent, {}};
}

PanelColors panelColors(const Theme& theme, ButtonLook look, QStyle::State state) {
    const bool isEnabled = state.testFlag(QStyle::State_Enabled);
    const bool isOn = state.testFlag(QStyle::State_On);
    const bool isDown = state.testFlag(QStyle::State_Sunken);
    const bool isHovered = isEnabled && state.testFlag(QStyle::State_MouseOver);
    switch (look) {
    case ButtonLook::Primary:
        return primaryColors(theme, isEnabled, isDown, isHovered);
    case ButtonLook::Flat:
    case ButtonLook::Tool:
        if (isOn && look == ButtonLook::Tool)
            return {theme.sel, theme.accentLine};
        return isOn || isDown ? PanelColors{theme.sel, {}} : PanelColors{isHovered ? theme.hover : QColor(), {}};
    case ButtonLook::Normal:
        break;
    }
    if (isOn || isDown)
        return {theme.sel, theme.accentLine};
    return {isHovered ? theme.hover : theme.base, isEnabled ? theme.line2 : theme.line};
}

} // namespace

void paintBox(QPainter& painter, const QRectF& bounds, const QColor& area, const QColor& edge, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(area.isValid() ? QBrush(area) : Qt::NoBrush);
    const double width = deviceLine(painter);
    painter.setPen(edge.isValid() ? QPen(edge, width) : Qt::NoPen);
    const double inset = edge.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(bounds.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintFocus(QPainter& painter, const QRectF& bounds, const Theme& theme, double radius) {
    paintOutline(painter, bounds, theme.accent, radius);
}

void paintBottomLine(QPainter& painter, const QRectF& bounds, const QColor& color) {
    const double width = deviceLine(painter);
    painter.fillRect(QRectF(bounds.left(), bounds.bottom() - width, bounds.width(), width), color);
}

void paintTopLine(QPainter& painter, const QRectF& bounds, const QColor& color) {
    painter.fillRect(QRectF(bounds.left(), bounds.top(), bounds.width(), deviceLine(painter)), color);
}

void paintRightLine(QPainter& painter, const QRectF& bounds, const QColor& color) {
    const double width = deviceLine(painter);
    painter.fillRect(QRectF(bounds.right() - width, bounds.top(), width, bounds.height()), color);
}

bool showsFocus(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

void paintButtonPanel(QPainter& painter, const QStyleOption& option, const Theme& theme, const QWidget* widget) {
    constexpr double Radius = 4;
    const PanelColors colors = panelColors(theme, lookOf(widget), option.state);
    if (colors.area.isValid() || colors.edge.isValid())
        paintBox(painter, option.rect, colors.area, colors.edge, Radius);
    if (!showsFocus(option))
        return;
    if (lookOf(widget) == ButtonLook::Primary) // on which the accent is not seen
        paintOutline(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), theme.onAccent, Radius - 1);
    else
        paintFocus(painter, option.rect, theme, Radius);
}

void paintField(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    constexpr double Radius = 4;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    paintBox(painter, option.rect, isEnabled ? theme.base : theme.alt, isEnabled ? theme.ctl : theme.line, Radius);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocus(painter, option.rect, theme, Radius);
}

void paintCheckMark(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    constexpr double Radius = 3;
    const QRectF box = option.rect;
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isPartly = option.state.testFlag(QStyle::State_NoChange);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor accent = isEnabled ? theme.accent : theme.ctl;
    paintBox(painter, box, isOn || isPartly ? accent : theme.base, isOn || isPartly ? accent : theme.ctl, Radius);
    if (isOn)
        paintIcon(painter, box, Icon::Check, theme.onAccent, 12);
    if (isPartly)
        painter.fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), theme.onAccent);
}

void paintRadioMark(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    const QRectF box = option.rect;
    const bool isOn = option.state.testFlag(QStyle::State_On);
    paintBox(painter, box, theme.base, isOn ? theme.accent : theme.ctl, box.height() / 2);
    if (isOn) {
        const double inset = box.width() / 4;
        paintBox(painter, box.adjusted(inset, inset, -inset, -inset), theme.accent, {}, box.height() / 2);
    }
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const Theme& theme) {
    paintField(painter, option, theme);
    const QRectF bounds = option.rect;
    const QColor color = option.state.testFlag(QStyle::State_Enabled) ? theme.text2 : theme.ctl;
    paintIcon(painter, QRectF(bounds.right() - 26, bounds.top(), 20, bounds.height()), Icon::ChevronDown, color, 12);
}

} // namespace assize::ui
