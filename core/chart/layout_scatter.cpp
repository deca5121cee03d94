// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double LeastScatterHeight = 200;
constexpr double ScatterNames = 18;
constexpr double ScatterTitle = 16;
constexpr double ScatterLegend = 22;
constexpr double ScatterAxis = 44;
constexpr double SpotReach = 6;

double belowAxis(const ScatterPart& part) {
    return ScatterNames + (part.x.title.isEmpty() ? 0 : ScatterTitle) + (part.legend.empty() ? 0 : ScatterLegend);
}

DotShape shapeOf(Tone tone) {
    return tone == Tone::Quiet ? DotShape::Ring : tone == Tone::Alert ? DotShape::Cross : DotShape::Disc;
}

void drawScatterAxes(Sketch& sketch, const ScatterPart& part, const Area& plot) {
    for (const auto& [value, name] : part.y.ticks) {
        const double y = plot.bottom() - placeOn(part.y, value, plot.height);
        sketch.line({plot.x, y, plot.right(), y, Ink::Line});
        sketch.text(plot.x - 8, y, name, {TextSize::Smallest, Ink::Label, Anchor::End});
    }
    for (const auto& [value, name] : part.x.ticks) {
        const double x = plot.x + placeOn(part.x, value, plot.width);
        sketch.line({x, plot.y, x, plot.bottom(), Ink::Line});
        sketch.text(x, plot.bottom() + ScatterNames / 2, name, {TextSize::Smallest, Ink::Label, Anchor::Middle});
    }
}

/// The trend from side to side, cut where it leaves the plot.
void drawTrend(Sketch& sketch, const ScatterPart& part, const Area& plot) {
    const auto& [intercept, slope] = *part.trend;
    double from = part.x.low;
    double to = part.x.high;
    if (slope != 0) {
        const double atLow = (part.y.low - intercept) / slope;
        const double atHigh = (part.y.high - intercept) / slope;
        from = std::max(from, std::min(atLow, atHigh));
        to = std::min(to, std::max(atLow, atHigh));
    }
    if (from >= to)
        return;
    const auto y = [&](double x) { return plot.bottom() - placeOn(part.y, intercept + slope * x, plot.height); };
    sketch.line({plot.x + placeOn(part.x, from, plot.width), y(from), plot.x + placeOn(part.x, to, plot.width), y(to),
        Ink::Accent, 2});
}

struct Place {
    double x = 0;
    double y = 0;
};

/// At the right of the point, or at its left where that has more room for a long name.
void drawPointName(Sketch& sketch, const Phrase& name, const Place& point, const Area& plot) {
    constexpr double Gap = 8;
    if (name.isEmpty())
        return;
    const double right = plot.right() + 12 - point.x - Gap;
    const double left = point.x - Gap - plot.x;
    if (right < left && sketch.widthOf(name, TextSize::Smallest) > right)
        sketch.text(point.x - Gap, point.y, name, {TextSize::Smallest, Ink::Secondary, Anchor::End}, left);
    else
        sketch.text(point.x + Gap, point.y, name, {TextSize::Smallest, Ink::Secondary}, right);
}

void drawScatterLegend(Sketch& sketch, const ScatterPart& part, double x, double y) {
    for (const auto& [tone, name] : part.legend) {
        sketch.dot({x + 4, y, 3.5, shapeOf(tone), inkOf(tone)});
        sketch.text(x + 14, y, name, {TextSize::Small, Ink::Secondary});
        x += 14 + sketch.widthOf(name, TextSize::Small) + 18;
    }
}

} // namespace

double heightOf(const ScatterPart&) {
    return LeastScatterHeight;
}

void layOutPart(Sketch& sketch, const ScatterPart& part, const Area& area, const SharedColumns&) {
    const Area plot{area.x + ScatterAxis, area.y + 6, std::max(1.0, area.width - ScatterAxis - 12),
        std::max(1.0, area.height - belowAxis(part) - 6)};
    drawScatterAxes(sketch, part, plot);
    for (const ScatterPart::Point& point : part.points) {
        const double x = plot.x + placeOn(part.x, point.x, plot.width);
        const double y = plot.bottom() - placeOn(part.y, point.y, plot.height);
        sketch.dot({x, y, 3, shapeOf(point.tone), inkOf(point.tone)});
        drawPointName(sketch, point.name, {x, y}, plot);
        sketch.spot({x - SpotReach, y - SpotReach, 2 * SpotReach, 2 * SpotReach}, point.mark);
    }
    if (part.trend)
        drawTrend(sketch, part, plot);
    double y = plot.bottom() + ScatterNames;
    if (!part.x.title.isEmpty()) {
        sketch.text(plot.x + plot.width / 2, y + ScatterTitle / 2, part.x.title,
            {TextSize::Smallest, Ink::Label, Anchor::Middle}, plot.width);
        y += ScatterTitle;
    }
    drawScatterLegend(sketch, part, area.x, y + ScatterLegend / 2);
}

} // namespace assize
