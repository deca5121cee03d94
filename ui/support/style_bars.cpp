// SPDX-License-Identifier: Apache-2.0
// Menu bar, tabs, headers, scroll bars and progress: the long thin parts of the style.
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace assize::ui {
namespace {

constexpr int TabGap = 8; ///< between a tab's name and its count

} // namespace

void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& option, const Theme& theme) {
    painter.fillRect(option.rect, theme.chrome);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    if (isEnabled && option.state.testFlag(QStyle::State_Selected)) {
        const QColor area = option.state.testFlag(QStyle::State_Sunken) ? theme.sel : theme.line;
        paintBox(painter, QRectF(option.rect).adjusted(1, 3, -1, -3), area, {}, 4);
    }
    const bool showsMnemonic = QApplication::style()->styleHint(QStyle::SH_UnderlineShortcut, &option, nullptr) != 0;
    painter.setPen(isEnabled ? theme.text : theme.ctl);
    painter.drawText(option.rect,
        Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip |
            (showsMnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
        option.text);
}

void paintIconAndText(QPainter& painter, const QRect& rect, const ButtonLabel& label) {
    constexpr int Gap = 6;
    const int icon = label.icon.isNull() ? 0 : label.iconSize.width() + Gap;
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = icon + metrics.size(Qt::TextShowMnemonic, label.text).width();
    QRect area = rect;
    area.setLeft(area.left() + (area.width() - width) / 2);
    if (icon > 0) {
        const QRect place(area.left(), area.center().y() - label.iconSize.height() / 2 + 1, label.iconSize.width(),
            label.iconSize.height());
        label.icon.paint(&painter, place, Qt::AlignCenter,
            label.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled,
            label.state.testFlag(QStyle::State_On) ? QIcon::On : QIcon::Off);
        area.setLeft(area.left() + icon);
    }
    painter.setPen(label.color);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | label.mnemonic, label.text);
}

void paintToolLabel(QPainter& painter, const QStyleOptionToolButton& option, const Theme& theme) {
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const QColor color = !isEnabled ? theme.ctl : isOn ? theme.text : theme.text2;
    painter.setFont(option.font);
    paintIconAndText(
        painter, option.rect, {option.icon, option.iconSize, option.text, option.state, color, Qt::TextHideMnemonic});
}

int tabLabelWidth(const QString& text) {
    const QString count = text.section(QLatin1Char('\t'), 1, 1);
    const int name = QFontMetrics(strongFont(TextRole::Body)).horizontalAdvance(text.section(QLatin1Char('\t'), 0, 0));
    return count.isEmpty() ? name : name + TabGap + QFontMetrics(fontFor(TextRole::Body)).horizontalAdvance(count);
}

void paintTabShape(QPainter& painter, const QStyleOptionTab& option, const Theme& theme) {
    const QRectF bounds = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (!isSelected && option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled))
        painter.fillRect(bounds.adjusted(0, 0, 0, -1), theme.hover);
    if (isSelected)
        painter.fillRect(QRectF(bounds.left(), bounds.bottom() - 2, bounds.width(), 2), theme.accent);
    if (showsFocus(option))
        paintFocus(painter, bounds.adjusted(1, 2, -1, -4), theme, 4);
}

void paintTabLabel(QPainter& painter, const QStyleOptionTab& option, const Theme& theme) {
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    painter.save();
    // A tab's count stands after a tab character, in the colour of units.
    const QString name = option.text.section(QLatin1Char('\t'), 0, 0);
    const QString count = option.text.section(QLatin1Char('\t'), 1, 1);
    painter.setFont(isSelected ? strongFont(TextRole::Body) : fontFor(TextRole::Body));
    const int nameWidth = painter.fontMetrics().horizontalAdvance(name);
    const QFontMetrics countMetrics(fontFor(TextRole::Body));
    const int gap = count.isEmpty() ? 0 : TabGap;
    const int whole = nameWidth + gap + countMetrics.horizontalAdvance(count);
    QRect area = option.rect.adjusted(0, 0, 0, -2);
    area.setLeft(area.left() + (area.width() - whole) / 2);
    painter.setPen(!isEnabled ? theme.ctl : isSelected ? theme.text : theme.text2);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, name);
    area.setLeft(area.left() + nameWidth + gap);
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(isEnabled ? theme.text3 : theme.ctl);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, count);
    painter.restore();
}

void paintHeaderSection(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    painter.fillRect(option.rect, theme.alt);
    paintBottomLine(painter, option.rect, theme.line);
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRectF& handle, const Theme& theme) {
    if (!handle.isValid() || option.maximum <= option.minimum)
        return;
    constexpr double Thickness = 6;
    QRectF bar = handle;
    if (option.orientation == Qt::Vertical) {
        bar.setLeft(handle.right() - Thickness - 2);
        bar.setWidth(Thickness);
        bar.adjust(0, 2, 0, -2);
    } else {
        bar.setTop(handle.bottom() - Thickness - 2);
        bar.setHeight(Thickness);
        bar.adjust(2, 0, -2, 0);
    }
    const bool isActive = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken);
    paintBox(painter, bar, isActive ? theme.ctl : theme.line2, {}, Thickness / 2);
}

void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme) {
    const QRectF bounds = option.rect;
    paintBox(painter, bounds, theme.sunken, {}, 2);
    const double range = option.maximum - option.minimum;
    if (range <= 0) {
        paintBox(painter, bounds.adjusted(bounds.width() / 3, 0, -bounds.width() / 3, 0), theme.accentLine, {}, 2);
        return;
    }
    const double share = (option.progress - option.minimum) / range;
    if (share > 0)
        paintBox(
            painter, QRectF(bounds.topLeft(), QSizeF(bounds.width() * share, bounds.height())), theme.accent, {}, 2);
}

} // namespace assize::ui
