// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double IntervalRow = 19;
constexpr double LargestIntervalRow = 26;
constexpr double IntervalAxis = 20;
constexpr double IntervalGap = 8;
constexpr double WhiskerCap = 4;

void drawWhisker(Sketch& sketch, const Spread& spread, const Axis& axis, double x, double y, double length) {
    if (spread.low && spread.high) {
        const double low = x + placeOn(axis, *spread.low, length);
        const double high = x + placeOn(axis, *spread.high, length);
        sketch.line({low, y, high, y, Ink::Secondary, 1.5});
        for (const double end : {low, high})
            sketch.line({end, y - WhiskerCap, end, y + WhiskerCap, Ink::Secondary, 1.5});
    }
    sketch.dot({x + placeOn(axis, *spread.value, length), y, 4, DotShape::Square, Ink::Accent});
}

} // namespace

double heightOf(const IntervalsPart& part) {
    return static_cast<double>(part.rows.size()) * IntervalRow + IntervalAxis;
}

void layOutPart(Sketch& sketch, const IntervalsPart& part, const Area& area, const SharedColumns& columns) {
    const double notes = columns.notes > 0 ? columns.notes + IntervalGap : 0;
    const double values = columns.values > 0 ? columns.values + IntervalGap : 0;
    const double left = area.x + columns.names + IntervalGap;
    const double length = std::max(1.0, area.right() - notes - values - left);
    const double spread =
        (area.height - IntervalAxis) / static_cast<double>(std::max<std::size_t>(part.rows.size(), 1));
    const double rowHeight = std::clamp(spread, IntervalRow, LargestIntervalRow);
    const double bottom = area.y + static_cast<double>(part.rows.size()) * rowHeight;
    for (const auto& [value, name] : part.axis.ticks) {
        const double x = left + placeOn(part.axis, value, length);
        sketch.line({x, area.y, x, bottom + 2, Ink::Line});
        sketch.text(x, bottom + IntervalAxis / 2 + 1, name, {TextSize::Smallest, Ink::Label, Anchor::Middle});
    }
    if (part.reference) {
        const double x = left + placeOn(part.axis, *part.reference, length);
        sketch.line({x, area.y, x, bottom + 2, Ink::Label, 1.5, true});
    }
    double y = area.y;
    for (const IntervalsPart::Row& row : part.rows) {
        const double middle = y + rowHeight / 2;
        sketch.text(area.x, middle, row.name,
            {TextSize::Small, row.isStrong ? Ink::Text : Ink::Secondary, Anchor::Start, row.isStrong}, columns.names);
        if (row.spread.value)
            drawWhisker(sketch, row.spread, part.axis, left, middle, length);
        sketch.text(area.right() - notes, middle, row.value,
            {TextSize::Mono, row.spread.count < 10 ? Ink::Label : Ink::Text, Anchor::End});
        sketch.spot({area.x, y, area.width, rowHeight}, row.mark);
        y += rowHeight;
    }
}

} // namespace assize
