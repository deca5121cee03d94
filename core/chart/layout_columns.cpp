// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double LeastColumnsHeight = 180;
constexpr double ColumnNames = 18;
constexpr double ColumnTitle = 16;
constexpr double ColumnLegend = 22;
constexpr double ColumnAxis = 40;

double belowColumns(const ColumnsPart& part) {
    return ColumnNames + (part.title.isEmpty() ? 0 : ColumnTitle) + (part.legend.empty() ? 0 : ColumnLegend);
}

void drawColumn(Sketch& sketch, const ColumnsPart& part, const ColumnsPart::Column& column, const Area& slot) {
    double y = slot.bottom();
    for (const BarsPart::Segment& segment : column.segments) {
        const double height = placeOn(part.axis, segment.share, slot.height);
        if (height <= 0)
            continue;
        const Area area{slot.x + 1, y - height, std::max(1.0, slot.width - 2), height};
        sketch.box(tonedBox(area, segment.tone));
        sketch.spot(area, segment.mark);
        y -= height;
    }
    sketch.text(slot.x, slot.bottom() + ColumnNames / 2, column.name, {TextSize::Smallest, Ink::Label, Anchor::Middle});
}

} // namespace

double heightOf(const ColumnsPart&) {
    return LeastColumnsHeight;
}

void layOutPart(Sketch& sketch, const ColumnsPart& part, const Area& area, const SharedColumns&) {
    const Area plot{area.x + ColumnAxis, area.y + 6, std::max(1.0, area.width - ColumnAxis),
        std::max(1.0, area.height - belowColumns(part) - 6)};
    for (const auto& [value, name] : part.axis.ticks) {
        const double y = plot.bottom() - placeOn(part.axis, value, plot.height);
        sketch.line({plot.x, y, plot.right(), y, Ink::Line});
        sketch.text(plot.x - 8, y, name, {TextSize::Smallest, Ink::Label, Anchor::End});
    }
    const double width = part.columns.empty() ? 0 : plot.width / static_cast<double>(part.columns.size());
    double x = plot.x;
    for (const ColumnsPart::Column& column : part.columns) {
        drawColumn(sketch, part, column, {x, plot.y, width, plot.height});
        x += width;
    }
    double y = plot.bottom() + ColumnNames;
    if (!part.title.isEmpty()) {
        sketch.text(plot.x + plot.width / 2, y + ColumnTitle / 2, part.title,
            {TextSize::Smallest, Ink::Label, Anchor::Middle}, plot.width);
        y += ColumnTitle;
    }
    sketch.legend(plot.x, y + ColumnLegend / 2, part.legend);
}

} // namespace assize
