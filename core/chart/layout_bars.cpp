// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double BarRow = 24;
constexpr double LargestBarRow = 34;
constexpr double BarHeight = 16;
constexpr double BarCaption = 20;
constexpr double LegendLine = 16;
constexpr std::size_t LegendOfOneLine = 3; ///< more entries may need two
constexpr double BarGap = 8;

double captionHeight(const BarsPart& part) {
    if (part.legend.size() > LegendOfOneLine)
        return BarCaption + LegendLine;
    return part.caption.isEmpty() && part.legend.empty() ? 0 : BarCaption;
}

void drawSegments(Sketch& sketch, const BarsPart::Row& row, const Area& bar) {
    sketch.box({bar.x, bar.y, bar.width, bar.height, Ink::Sunken});
    double x = bar.x;
    for (const BarsPart::Segment& segment : row.segments) {
        const double width = segment.share * bar.width;
        if (width <= 0)
            continue;
        const Area area{x, bar.y, std::max(1.0, width - 1), bar.height};
        sketch.box(tonedBox(area, segment.tone));
        const double wanted = sketch.widthOf(segment.label, TextSize::Smallest, true);
        if (wanted > 0 && wanted + 14 <= width) {
            sketch.box({x + 3, bar.y + 2, wanted + 8, bar.height - 4, Ink::Paper, Ink::None, false, 1, 2});
            sketch.text(
                x + 7, bar.y + bar.height / 2, segment.label, {TextSize::Smallest, Ink::Text, Anchor::Start, true});
        }
        sketch.spot(area, segment.mark);
        x += width;
    }
}

} // namespace

double heightOf(const BarsPart& part) {
    return static_cast<double>(part.rows.size()) * BarRow + captionHeight(part);
}

void layOutPart(Sketch& sketch, const BarsPart& part, const Area& area, const SharedColumns& columns) {
    const double caption = captionHeight(part);
    const double rowHeight =
        part.rows.empty() ? BarRow
                          : std::min(LargestBarRow, (area.height - caption) / static_cast<double>(part.rows.size()));
    const double notes = columns.notes > 0 ? columns.notes + BarGap : 0;
    const double values = columns.values > 0 ? columns.values + BarGap : 0;
    const double left = area.x + columns.names + BarGap;
    const double right = area.right() - notes - values;
    double y = area.y;
    for (const BarsPart::Row& row : part.rows) {
        const double middle = y + rowHeight / 2;
        sketch.text(area.x, middle, row.name,
            {TextSize::Small, row.isStrong ? Ink::Text : Ink::Secondary, Anchor::Start, row.isStrong}, columns.names);
        drawSegments(sketch, row, {left, middle - BarHeight / 2, std::max(1.0, right - left), BarHeight});
        sketch.text(area.right() - notes, middle, row.value, {TextSize::Mono, Ink::Text, Anchor::End});
        sketch.text(area.right(), middle, row.note, {TextSize::Smallest, Ink::Label, Anchor::End});
        y += rowHeight;
    }
    if (!part.legend.empty()) {
        sketch.legend(area.x, y + BarCaption / 2, part.legend, area.width, LegendLine);
        return;
    }
    // Under the bars; from the very left where it is too long for that.
    const bool fits = sketch.widthOf(part.caption, TextSize::Smallest) <= area.right() - left;
    const double x = fits ? left : area.x;
    sketch.text(x, y + caption / 2, part.caption, {TextSize::Smallest, Ink::Label}, area.right() - x);
}

} // namespace assize
