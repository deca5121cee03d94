// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/drawing.h"
#include "core/chart/svg.h"
#include <QColor>
#include <QFont>

class QPainter;

namespace assize::ui {

struct Theme;

/// The theme's colour of an ink; invalid for none.
[[nodiscard]] QColor colorOf(Ink ink, const Theme& theme);
[[nodiscard]] QFont fontOf(TextSize size, bool isStrong);

/// How wide words are in the window's fonts.
[[nodiscard]] double textWidth(std::string_view text, TextSize size, bool isStrong);

/// Paints the shapes from the painter's origin, without a background.
void paintDrawing(QPainter& painter, const Drawing& drawing, const Theme& theme);

/// The theme's inks as colours of an SVG.
[[nodiscard]] SvgInk svgInk(const Theme& theme);

} // namespace assize::ui
