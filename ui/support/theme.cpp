// SPDX-License-Identifier: Apache-2.0
#include "ui/support/theme.h"

#include "ui/support/app_style.h"

#include <QApplication>
#include <cmath>

namespace assize::ui {
namespace {

Theme makeLight() {
    const QColor white(0xFFFFFF);
    Theme theme;
    theme.window = QColor(0xF1F3F5);
    theme.chrome = QColor(0xE8EBEF);
    theme.base = white;
    theme.alt = QColor(0xF7F8FA);
    theme.sunken = QColor(0xEDF0F3);
    theme.line = QColor(0xD8DCE2);
    theme.line2 = QColor(0xC3C9D2);
    theme.ctl = QColor(0x858D9A);
    theme.text = QColor(0x1B2027);
    theme.text2 = QColor(0x434C59);
    theme.text3 = QColor(0x5B6472);
    theme.accent = QColor(0x0B6E69);
    theme.onAccent = white;
    theme.accentTint = QColor(0xDDF0EE);
    theme.accentLine = QColor(0x4A9690);
    theme.sel = QColor(0xDCEBEA);
    theme.hover = QColor(0xECEFF2);
    theme.a = {QColor(0x1A56B0), QColor(0x1F5FBF), QColor(0x3B7DD8), QColor(0xE6EFFB), white};
    theme.b = {QColor(0x964900), QColor(0xAD5500), QColor(0xC86E0C), QColor(0xFCEEDD), white};
    theme.tie = {QColor(0x4F5967), QColor(0x66707E), QColor(0x8A93A0), QColor(0xECEEF1), white};
    theme.bad = {QColor(0x654A80), QColor(0x735A8C), QColor(0x927BA9), QColor(0xF0EBF5), white};
    theme.alertText = QColor(0xA81E4B);
    theme.alertSolid = QColor(0xB3224F);
    theme.alertTint = QColor(0xFBE8EE);
    theme.onAlert = white;
    theme.codeKeyword = QColor(0x7A3E9D);
    theme.codeString = QColor(0x0B6E69);
    theme.codeNumber = QColor(0x964900);
    return theme;
}

Theme makeDark() {
    Theme theme;
    theme.isDark = true;
    theme.window = QColor(0x1A1D22);
    theme.chrome = QColor(0x15181C);
    theme.base = QColor(0x20242A);
    theme.alt = QColor(0x252A31);
    theme.sunken = QColor(0x1A1D22);
    theme.line = QColor(0x343A44);
    theme.line2 = QColor(0x474F5B);
    theme.ctl = QColor(0x788291);
    theme.text = QColor(0xE7EAEE);
    theme.text2 = QColor(0xBCC3CD);
    theme.text3 = QColor(0x9CA5B2);
    theme.accent = QColor(0x57C4BA);
    theme.onAccent = QColor(0x0E1B1A);
    theme.accentTint = QColor(0x163B39);
    theme.accentLine = QColor(0x2F7F79);
    theme.sel = QColor(0x1E3A3A);
    theme.hover = QColor(0x2A3038);
    theme.a = {QColor(0x84B5F7), QColor(0x6BA5F2), QColor(0x5B97E6), QColor(0x1B3050), QColor(0x0B1B33)};
    theme.b = {QColor(0xF2AD60), QColor(0xEC9E49), QColor(0xDE8C33), QColor(0x42290F), QColor(0x2A1500)};
    theme.tie = {QColor(0xB4BCC7), QColor(0xA2ABB7), QColor(0x8B94A1), QColor(0x2F353E), QColor(0x15181C)};
    theme.bad = {QColor(0xC9B5DD), QColor(0xBAA3D1), QColor(0x9C85B5), QColor(0x352C42), QColor(0x1D1328)};
    theme.alertText = QColor(0xF792AB);
    theme.alertSolid = QColor(0xF0809C);
    theme.alertTint = QColor(0x47202D);
    theme.onAlert = QColor(0x2B0612);
    theme.codeKeyword = QColor(0xCFA6EA);
    theme.codeString = QColor(0x6FD0C6);
    theme.codeNumber = QColor(0xF2AD60);
    return theme;
}

/// Black and white differ by 21; desktops' high-contrast themes come close, ordinary ones stay well below.
double contrast(const QColor& first, const QColor& second) {
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double one = luminance(first);
    const double two = luminance(second);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

bool isHighContrast(const QPalette& desktop) {
    constexpr double NearlyBlackOnWhite = 20.0;
    return contrast(desktop.color(QPalette::WindowText), desktop.color(QPalette::Window)) > NearlyBlackOnWhite &&
           contrast(desktop.color(QPalette::ButtonText), desktop.color(QPalette::Button)) > NearlyBlackOnWhite;
}

/// For desktops that ask for contrast and leave the palette as it is. The highlight stands out from both.
QPalette blackAndWhite(bool isDark) {
    const QColor back = isDark ? Qt::black : Qt::white;
    const QColor front = isDark ? Qt::white : Qt::black;
    QPalette palette(front, back, front, back, back, front, back);
    palette.setColor(QPalette::Highlight, isDark ? QColor(0x66E0FF) : QColor(0x00308F));
    palette.setColor(QPalette::HighlightedText, back);
    return palette;
}

} // namespace

const SideColors& Theme::side(std::optional<Label> label) const {
    if (!label)
        return tie;
    switch (*label) {
    case Label::A:
        return a;
    case Label::B:
        return b;
    case Label::Tie:
        return tie;
    case Label::BothBad:
        break;
    }
    return bad;
}

const Theme& lightTheme() {
    static const Theme theme = makeLight();
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme = makeDark();
    return theme;
}

Theme highContrastTheme(const QPalette& desktop) {
    const QColor base = desktop.color(QPalette::Base);
    const QColor text = desktop.color(QPalette::Text);
    const QColor highlight = desktop.color(QPalette::Highlight);
    Theme theme;
    theme.isDark = base.lightness() < text.lightness();
    for (QColor* color : {&theme.window, &theme.chrome, &theme.base, &theme.alt, &theme.sunken, &theme.accentTint,
             &theme.sel, &theme.hover, &theme.alertTint, &theme.onAlert})
        *color = base;
    for (QColor* color : {&theme.line, &theme.line2, &theme.ctl, &theme.text, &theme.text2, &theme.text3,
             &theme.alertText, &theme.alertSolid, &theme.codeKeyword, &theme.codeString, &theme.codeNumber})
        *color = text;
    theme.accent = highlight;
    theme.accentLine = highlight;
    theme.onAccent = desktop.color(QPalette::HighlightedText);
    for (SideColors* side : {&theme.a, &theme.b, &theme.tie, &theme.bad})
        *side = {text, text, text, base, base};
    return theme;
}

Theme themeFor(ThemeChoice choice, const QPalette& desktop, std::optional<bool> wantsDark, bool wantsContrast) {
    if (choice == ThemeChoice::Light)
        return lightTheme();
    if (choice == ThemeChoice::Dark)
        return darkTheme();
    if (isHighContrast(desktop))
        return highContrastTheme(desktop);
    constexpr int Middle = 128;
    const bool isDark = wantsDark.value_or(desktop.color(QPalette::Window).lightness() < Middle);
    if (wantsContrast)
        return highContrastTheme(blackAndWhite(isDark));
    return isDark ? darkTheme() : lightTheme();
}

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.base);
    palette.setColor(QPalette::AlternateBase, theme.alt);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.base);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.alertText);
    palette.setColor(QPalette::PlaceholderText, theme.text3);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.text);
    palette.setColor(QPalette::ToolTipText, theme.base);
    palette.setColor(QPalette::Light, theme.base);
    palette.setColor(QPalette::Midlight, theme.alt);
    palette.setColor(QPalette::Mid, theme.line2);
    palette.setColor(QPalette::Dark, theme.ctl);
    palette.setColor(QPalette::Shadow, theme.ctl);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.ctl);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line2);
    return palette;
}

const Theme& currentTheme() {
    const auto* style = qApp == nullptr ? nullptr : qobject_cast<const AppStyle*>(QApplication::style());
    return style == nullptr ? lightTheme() : style->theme();
}

} // namespace assize::ui
