// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/theme.h"

#include <QIcon>
#include <QStyle>

class QPainter;
class QRect;
class QRectF;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;

// What AppStyle paints with, and what own widgets share with it. All of it expects the colours of one theme.
namespace assize::ui {

/// A rectangle with a one-pixel edge inside its bounds; no edge or no area for an invalid colour.
void paintBox(QPainter& painter, const QRectF& bounds, const QColor& area, const QColor& edge, double radius);

/// The two-pixel accent outline of the focused control, inside its bounds.
void paintFocus(QPainter& painter, const QRectF& bounds, const Theme& theme, double radius);

/// Separator lines of one device pixel along an edge of the rectangle.
void paintBottomLine(QPainter& painter, const QRectF& bounds, const QColor& color);
void paintTopLine(QPainter& painter, const QRectF& bounds, const QColor& color);
void paintRightLine(QPainter& painter, const QRectF& bounds, const QColor& color);

/// True if the option is focused by the keyboard and shows it.
[[nodiscard]] bool showsFocus(const QStyleOption& option);

void paintButtonPanel(QPainter& painter, const QStyleOption& option, const Theme& theme, const QWidget* widget);
void paintField(QPainter& painter, const QStyleOption& option, const Theme& theme);
void paintCheckMark(QPainter& painter, const QStyleOption& option, const Theme& theme);
void paintRadioMark(QPainter& painter, const QStyleOption& option, const Theme& theme);
void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const Theme& theme);
void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& option, const Theme& theme);
/// What stands on a button. mnemonic: Qt::TextShowMnemonic or Qt::TextHideMnemonic.
struct ButtonLabel {
    QIcon icon;
    QSize iconSize;
    QString text;
    QStyle::State state;
    QColor color;
    int mnemonic = Qt::TextHideMnemonic;
};
/// An icon and words side by side in the middle, in the painter's font.
void paintIconAndText(QPainter& painter, const QRect& rect, const ButtonLabel& label);
void paintToolLabel(QPainter& painter, const QStyleOptionToolButton& option, const Theme& theme);
/// The width of a tab's words: its name in semibold, and its count after a tab character.
[[nodiscard]] int tabLabelWidth(const QString& text);
void paintTabShape(QPainter& painter, const QStyleOptionTab& option, const Theme& theme);
void paintTabLabel(QPainter& painter, const QStyleOptionTab& option, const Theme& theme);
void paintHeaderSection(QPainter& painter, const QStyleOption& option, const Theme& theme);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRectF& handle, const Theme& theme);
void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme);

} // namespace assize::ui
