// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double LeastPointsHeight = 170;
constexpr double PointNames = 32; ///< two lines under the axis
constexpr double PointAxis = 40;  ///< the numbers at its left
constexpr double PointCap = 4;

struct PointPlaces {
    double left;
    double top;
    double width;
    double height;
    std::size_t count;

    [[nodiscard]] double x(std::size_t at) const {
        return left + width * (static_cast<double>(at) + 0.5) / static_cast<double>(std::max<std::size_t>(count, 1));
    }
    [[nodiscard]] double y(const Axis& axis, double value) const { return top + height - placeOn(axis, value, height); }
};

void drawPointAxis(Sketch& sketch, const PointsPart& part, const PointPlaces& places) {
    for (const auto& [value, name] : part.axis.ticks) {
        const double y = places.y(part.axis, value);
        sketch.line({places.left, y, places.left + places.width, y, Ink::Line});
        sketch.text(places.left - 8, y, name, {TextSize::Smallest, Ink::Label, Anchor::End});
    }
    if (part.reference) {
        const double y = places.y(part.axis, *part.reference);
        sketch.line({places.left, y, places.left + places.width, y, Ink::Label, 1, true});
        sketch.text(places.left + 4, y - 9, part.referenceName, {TextSize::Smallest, Ink::Label});
    }
}

void drawPoint(Sketch& sketch, const PointsPart& part, const PointPlaces& places, std::size_t at) {
    const PointsPart::Point& point = part.points[at];
    const double x = places.x(at);
    const double room = places.width / static_cast<double>(places.count) - 4;
    const double bottom = places.top + places.height;
    sketch.text(x, bottom + 11, point.name, {TextSize::Smallest, Ink::Secondary, Anchor::Middle}, room);
    sketch.text(x, bottom + 25, point.note, {TextSize::Smallest, Ink::Label, Anchor::Middle}, room);
    sketch.spot({x - room / 2, places.top, room, places.height + PointNames}, point.mark);
    if (!point.spread.value)
        return;
    if (point.spread.low && point.spread.high) {
        const double low = places.y(part.axis, *point.spread.low);
        const double high = places.y(part.axis, *point.spread.high);
        sketch.line({x, low, x, high, Ink::Accent, 1.5});
        for (const double end : {low, high})
            sketch.line({x - PointCap, end, x + PointCap, end, Ink::Accent, 1.5});
    }
    const double y = places.y(part.axis, *point.spread.value);
    sketch.dot({x, y, 4, DotShape::Disc, Ink::Accent});
    sketch.text(x + 8, std::min(y + 11, bottom - 8), point.value, {TextSize::Smallest, Ink::Text}, room / 2);
}

} // namespace

double heightOf(const PointsPart&) {
    return LeastPointsHeight;
}

void layOutPart(Sketch& sketch, const PointsPart& part, const Area& area, const SharedColumns&) {
    const PointPlaces places{area.x + PointAxis, area.y + 8, std::max(1.0, area.width - PointAxis),
        std::max(1.0, area.height - PointNames - 8), part.points.size()};
    drawPointAxis(sketch, part, places);
    std::optional<std::size_t> before;
    for (std::size_t at = 0; at < part.points.size(); ++at) {
        const auto& value = part.points[at].spread.value;
        if (value && before)
            sketch.line({places.x(*before), places.y(part.axis, *part.points[*before].spread.value), places.x(at),
                places.y(part.axis, *value), Ink::Accent, 1.5});
        if (value)
            before = at;
    }
    for (std::size_t at = 0; at < part.points.size(); ++at)
        drawPoint(sketch, part, places, at);
}

} // namespace assize
