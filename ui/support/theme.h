// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include <QColor>
#include <QPalette>
#include <optional>

namespace assize::ui {

/// The colours of one side or outcome: as words, as a glyph's area, as a bar, as a background, and of a letter on the
/// area.
struct SideColors {
    QColor text;
    QColor solid;
    QColor fill;
    QColor tint;
    QColor onSolid;
};

/// Every colour of the window (ui.md, Tokens). Widgets read it when they paint; no colour stands anywhere else.
struct Theme {
    bool isDark = false;
    QColor window;     ///< start page, gaps
    QColor chrome;     ///< menu bar, mode bar, status bar
    QColor base;       ///< panes, fields, views
    QColor alt;        ///< pane headers, annotation bar, table headers
    QColor sunken;     ///< empty part of bars
    QColor line;       ///< separators
    QColor line2;      ///< button edges
    QColor ctl;        ///< field, checkbox and switch edges
    QColor text;       ///< body
    QColor text2;      ///< secondary
    QColor text3;      ///< labels, units
    QColor accent;     ///< primary button, focus, current tab, "agrees"
    QColor onAccent;   ///< text on accent
    QColor accentTint; ///< selected evidence, information
    QColor accentLine; ///< checked tool edge, neutral chart bars
    QColor sel;        ///< selected row, checked tool
    QColor hover;
    SideColors a;
    SideColors b;
    SideColors tie;
    SideColors bad;
    QColor alertText; ///< disagreement, flip, error
    QColor alertSolid;
    QColor alertTint;
    QColor onAlert;
    QColor codeKeyword;
    QColor codeString;
    QColor codeNumber;

    /// The colours of a label; those of a tie where there is none.
    [[nodiscard]] const SideColors& side(std::optional<Label> label) const;
};

enum class ThemeChoice { System, Light, Dark };

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();

/// A theme made of a desktop's high-contrast palette: its text, base, highlight and link roles for everything.
[[nodiscard]] Theme highContrastTheme(const QPalette& desktop);

/// What a choice means on this desktop. System follows a high-contrast palette first, then what the desktop says it
/// wants (with high contrast in black and white), and where it says nothing the lightness of its window colour.
[[nodiscard]] Theme themeFor(
    ThemeChoice choice, const QPalette& desktop, std::optional<bool> wantsDark = {}, bool wantsContrast = false);

/// The palette for standard widgets, disabled group included.
[[nodiscard]] QPalette paletteOf(const Theme& theme);

/// The theme of the application's style (support/app_style.h); light where that style is not in use.
[[nodiscard]] const Theme& currentTheme();

} // namespace assize::ui
