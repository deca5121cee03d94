// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QColor>

class QPainter;
class QRectF;
class QString;

namespace assize::ui {

/// The width of a key's small frame, 0 for no key.
[[nodiscard]] int keyHintWidth(const QString& key);

/// Paints the key in a small frame at the left of the area, centred upright.
void paintKeyHint(QPainter& painter, const QRectF& area, const QString& key, const QColor& ink, const QColor& edge);

} // namespace assize::ui
