// SPDX-License-Identifier: Apache-2.0
#include "ui/support/app_style.h"

#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace assize::ui {
namespace {

constexpr int ControlHeight = 28;
constexpr int ScrollBarExtent = 12;
constexpr const char* LookProperty = "assizeLook";
constexpr const char* DenseProperty = "assizeDense";

template <typename Option>
const Option& as(const QStyleOption* option) {
    return *qstyleoption_cast<const Option*>(option);
}

/// A choice without room for its name ends in dots, not in half a letter.
QStyleOptionComboBox elided(const QStyleOptionComboBox& option, const QStyle& style, const QWidget* widget) {
    constexpr int Inset = 4;
    QStyleOptionComboBox copy = option;
    const QRect field = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, widget);
    copy.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, field.width() - Inset);
    return copy;
}

/// Selected rows keep their own text colour on the light selection colour.
QStyleOptionViewItem readable(const QStyleOptionViewItem& option, const Theme& theme) {
    QStyleOptionViewItem copy = option;
    copy.palette.setColor(QPalette::HighlightedText, theme.text);
    copy.palette.setColor(QPalette::Highlight, theme.sel);
    return copy;
}

} // namespace

void setLook(QAbstractButton* button, ButtonLook look) {
    button->setProperty(LookProperty, static_cast<int>(look));
    button->update();
}

void setDense(QTabBar* tabs, bool isDense) {
    if (tabs->property(DenseProperty).toBool() == isDense)
        return;
    tabs->setProperty(DenseProperty, isDense);
    QEvent change(QEvent::StyleChange); // makes the bar ask for its tabs' sizes again
    QApplication::sendEvent(tabs, &change);
}

AppStyle::AppStyle(Theme theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion")))
    , m_theme(theme) {}

void AppStyle::setTheme(Theme theme) {
    m_theme = theme;
    QApplication::setPalette(paletteOf(m_theme));
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets)
        widget->update();
}

void AppStyle::polish(QPalette& palette) {
    palette = paletteOf(m_theme);
}

void AppStyle::polish(QWidget* widget) {
    if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr ||
        qobject_cast<QTabBar*>(widget) != nullptr || qobject_cast<QScrollBar*>(widget) != nullptr ||
        qobject_cast<QHeaderView*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    QProxyStyle::polish(widget);
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return ScrollBarExtent;
    case PM_SplitterWidth:
    case PM_DefaultFrameWidth:
        return 1;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_HeaderMargin: // as far from the edge as the cells below
    case PM_MenuBarHMargin:
        return 6;
    case PM_MenuBarItemSpacing:
        return 2;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 12;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_ItemView_ShowDecorationSelected:
    case SH_UnderlineShortcut:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize AppStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
    switch (type) {
    case CT_PushButton:
        return {size.width() + 24, std::max(ControlHeight, size.height())};
    case CT_LineEdit:
        return {size.width() + 16, ControlHeight};
    case CT_ComboBox:
        return {size.width() + 44, ControlHeight};
    case CT_ToolButton: {
        const auto& button = as<QStyleOptionToolButton>(option);
        const int room = button.toolButtonStyle == Qt::ToolButtonTextBesideIcon ? 12 : 6;
        return {size.width() + room, std::max(size.height() + 6, 24)};
    }
    case CT_MenuBarItem:
        return {size.width() + 18, ControlHeight};
    case CT_TabBarTab: {
        const auto& tab = as<QStyleOptionTab>(option);
        const bool isDense = widget != nullptr && widget->property(DenseProperty).toBool();
        return {tabLabelWidth(tab.text) + (isDense ? 6 : 22), 32};
    }
    case CT_HeaderSection: {
        const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {wanted.width(), std::max(28, wanted.height())};
    }
    case CT_ItemViewItem: {
        // The rows of a drop-down list are targets like any others.
        const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
        const bool isDropDown = widget != nullptr && widget->inherits("QComboBoxListView");
        return {wanted.width(), isDropDown ? std::max(26, wanted.height()) : wanted.height()};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect AppStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element == SE_LineEditContents)
        return option->rect.adjusted(6, 1, -6, -1);
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect AppStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl subControl, const QWidget* widget) const {
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return option->rect.adjusted(8, 1, -26, -1);
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const auto& bar = as<QStyleOptionSlider>(option);
    const bool isVertical = bar.orientation == Qt::Vertical;
    const int length = isVertical ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    constexpr int Shortest = 32;
    const auto whole = static_cast<qint64>(range) + bar.pageStep;
    const int handle = range <= 0 || whole <= 0
                           ? length
                           : std::clamp(static_cast<int>(static_cast<qint64>(length) * bar.pageStep / whole),
                                 std::min(Shortest, length), length);
    const int start =
        sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto part = [&](int from, int size) {
        return isVertical ? QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size)
                          : QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height());
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return part(start, handle);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + handle, length - start - handle);
    case SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {};
    }
}

void AppStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        return paintButtonPanel(*painter, *option, m_theme, widget);
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (as<QStyleOptionFrame>(option).lineWidth > 0)
            paintField(*painter, *option, m_theme);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckMark(*painter, *option, m_theme);
    case PE_IndicatorRadioButton:
        return paintRadioMark(*painter, *option, m_theme);
    case PE_FrameFocusRect:
        if (showsFocus(*option))
            paintFocus(*painter, option->rect, m_theme, 3);
        return;
    case PE_PanelMenuBar:
        return painter->fillRect(option->rect, m_theme.chrome);
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, m_theme.chrome);
        return paintTopLine(*painter, option->rect, m_theme.line);
    case PE_FrameTabBarBase:
        return paintBottomLine(*painter, option->rect, m_theme.line);
    case PE_PanelItemViewItem:
        if (option->state.testFlag(State_Selected))
            painter->fillRect(option->rect, m_theme.sel);
        else if (option->state.testFlag(State_MouseOver))
            painter->fillRect(option->rect, m_theme.hover);
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow:
        return;
    case PE_PanelTipLabel:
        return paintBox(*painter, option->rect, m_theme.text, {}, 3);
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const Icon icon = option->state.testFlag(State_Open) ? Icon::ChevronDown : Icon::ChevronRight;
            paintIcon(*painter, option->rect, icon, m_theme.text2, 12);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
    case CE_PushButtonBevel:
        return paintButtonPanel(*painter, *option, m_theme, widget);
    case CE_PushButtonLabel: {
        QStyleOptionButton label = as<QStyleOptionButton>(option);
        const bool isPrimary = widget != nullptr &&
                               widget->property(LookProperty).toInt() == static_cast<int>(ButtonLook::Primary) &&
                               label.state.testFlag(State_Enabled);
        if (isPrimary)
            label.palette.setColor(QPalette::ButtonText, m_theme.onAccent);
        if (label.icon.isNull() || label.text.isEmpty() || label.features.testFlag(QStyleOptionButton::HasMenu))
            return QProxyStyle::drawControl(element, &label, painter, widget);
        const bool isUnderlined = styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0;
        return paintIconAndText(*painter, label.rect,
            {label.icon, label.iconSize, label.text, label.state, label.palette.color(QPalette::ButtonText),
                isUnderlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic});
    }
    case CE_ToolButtonLabel:
        if (as<QStyleOptionToolButton>(option).toolButtonStyle == Qt::ToolButtonTextBesideIcon)
            return paintToolLabel(*painter, as<QStyleOptionToolButton>(option), m_theme);
        return QProxyStyle::drawControl(element, option, painter, widget);
    case CE_ShapedFrame:
        if (as<QStyleOptionFrame>(option).frameShape != QFrame::StyledPanel)
            return QProxyStyle::drawControl(element, option, painter, widget);
        if (qobject_cast<const QPlainTextEdit*>(widget) != nullptr || qobject_cast<const QTextEdit*>(widget) != nullptr)
            return paintField(*painter, *option, m_theme);
        return paintBox(*painter, option->rect, m_theme.base, m_theme.line2, 4);
    case CE_ComboBoxLabel: {
        const QStyleOptionComboBox box = elided(as<QStyleOptionComboBox>(option), *this, widget);
        return QProxyStyle::drawControl(element, &box, painter, widget);
    }
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_theme.chrome);
        return;
    case CE_MenuBarItem:
        return paintMenuBarItem(*painter, as<QStyleOptionMenuItem>(option), m_theme);
    case CE_TabBarTabShape:
        return paintTabShape(*painter, as<QStyleOptionTab>(option), m_theme);
    case CE_TabBarTabLabel:
        return paintTabLabel(*painter, as<QStyleOptionTab>(option), m_theme);
    case CE_Splitter:
        return painter->fillRect(option->rect, m_theme.line);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return paintHeaderSection(*painter, *option, m_theme);
    case CE_ItemViewItem: {
        const QStyleOptionViewItem item = readable(as<QStyleOptionViewItem>(option), m_theme);
        return QProxyStyle::drawControl(element, &item, painter, widget);
    }
    case CE_ProgressBar:
        return paintProgress(*painter, as<QStyleOptionProgressBar>(option), m_theme);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void AppStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    if (control == CC_ComboBox)
        return paintComboBox(*painter, as<QStyleOptionComboBox>(option), m_theme);
    if (control == CC_ToolButton) {
        QStyleOptionToolButton button = as<QStyleOptionToolButton>(option);
        button.features &= ~QStyleOptionToolButton::HasMenu; // an icon that opens a menu needs no arrow of the style's
        return QProxyStyle::drawComplexControl(control, &button, painter, widget);
    }
    if (control == CC_ScrollBar) {
        const QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        return paintScrollBar(*painter, as<QStyleOptionSlider>(option), handle, m_theme);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace assize::ui
