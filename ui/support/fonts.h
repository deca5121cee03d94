// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QFont>

namespace assize::ui {

/// What a text is for; sizes in px at 96 dpi (ui.md, Type).
enum class TextRole {
    PageTitle, ///< 24, start page
    Title,     ///< 15 semibold
    Body,      ///< 13
    Response,  ///< 13.5
    Table,     ///< 12.5
    Small,     ///< 12
    Smallest,  ///< 11
    Mono,      ///< 12.5, fixed
    MonoSmall, ///< 11.5, fixed
};

/// The system's UI font, or its fixed one, in the size of the role. Scaled by the factor (response text, settings).
[[nodiscard]] QFont fontFor(TextRole role, double factor = 1.0);

/// The same in semibold.
[[nodiscard]] QFont strongFont(TextRole role);

/// The line height in px that response text of this factor gets.
[[nodiscard]] int responseLineHeight(double factor);

} // namespace assize::ui
