// SPDX-License-Identifier: Apache-2.0
#pragma once
class QPainter;
class QRectF;

namespace assize::ui {

/// How a server's lamp looks. Shape and colour both say it: filled, hollow, half, dashed, with a mark.
enum class Lamp {
    On,      ///< filled
    Off,     ///< hollow
    Waiting, ///< a dot in a ring
    Unknown, ///< dashed ring
    Alert,   ///< filled in the colour of errors, with a bar across
};

constexpr double LampSize = 8;

/// Paints it in the middle of the area.
void paintLamp(QPainter& painter, const QRectF& area, Lamp lamp);

} // namespace assize::ui
