// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/theme.h"
#include <QProxyStyle>

class QAbstractButton;
class QTabBar;

namespace assize::ui {

/// How the style paints a standard button that is not an ordinary one.
enum class ButtonLook {
    Normal,  ///< edge and base
    Primary, ///< filled with accent
    Flat,    ///< nothing until hovered
    Tool,    ///< flat, with an edge and selection colour when checked
};

void setLook(QAbstractButton* button, ButtonLook look);

/// Tabs with less room around their names, for narrow panes.
void setDense(QTabBar* tabs, bool isDense);

/// Fusion with the theme's colours, flat shapes and the sizes of ui.md. GUI thread.
class AppStyle final : public QProxyStyle {
    Q_OBJECT

public:
    explicit AppStyle(Theme theme);

    [[nodiscard]] const Theme& theme() const { return m_theme; }

    /// Changes every colour of the running application at once.
    void setTheme(Theme theme);

    void polish(QWidget* widget) override;
    void polish(QPalette& palette) override;
    using QProxyStyle::polish;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(
        StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const override;
    [[nodiscard]] QSize sizeFromContents(
        ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
        const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(
        SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;

private:
    Theme m_theme;
};

} // namespace assize::ui
