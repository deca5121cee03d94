// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/lamp.h"

#include "ui/support/theme.h"

#include <QPainter>

namespace assize::ui {

void paintLamp(QPainter& painter, const QRectF& area, Lamp lamp) {
    const Theme& theme = currentTheme();
    constexpr double Radius = LampSize / 2;
    const QPointF middle = area.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (lamp) {
    case Lamp::On:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(middle, Radius, Radius);
        break;
    case Lamp::Off:
        painter.setPen(QPen(theme.text3, 1.2));
        painter.drawEllipse(middle, Radius - 0.6, Radius - 0.6);
        break;
    case Lamp::Waiting:
        painter.setPen(QPen(theme.accent, 1.2));
        painter.drawEllipse(middle, Radius - 0.6, Radius - 0.6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(middle, 1.6, 1.6);
        break;
    case Lamp::Unknown:
        painter.setPen(QPen(theme.text3, 1.2, Qt::DotLine));
        painter.drawEllipse(middle, Radius - 0.6, Radius - 0.6);
        break;
    case Lamp::Alert:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.alertSolid);
        painter.drawEllipse(middle, Radius, Radius);
        painter.setPen(QPen(theme.onAlert, 1.4));
        painter.drawLine(middle - QPointF(Radius - 2, 0), middle + QPointF(Radius - 2, 0));
        break;
    }
    painter.restore();
}

} // namespace assize::ui
