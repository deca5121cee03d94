// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double LeastPointsHeight = 170;
constexpr double PointLine = 14; ///< of the words under the axis: name, note
constexpr double PointAxis = 40; ///< the numbers at its left
constexpr double PointCap = 4;

struct PointPlaces {
    double left;
    double top;
    double width;
    double height;
    std::size_t count;
    bool isStaggered;    ///< every other name a line lower, since they are wider than their places
    bool areNotesUneven; ///< the notes too

    [[nodiscard]] double slot() const { return width / static_cast<double>(std::max<std::size_t>(count, 1)); }
    [[nodiscard]] int lines() const { return 2 + (isStaggered ? 1 : 0) + (areNotesUneven ? 1 : 0); }
    [[nodiscard]] double below() const { return 4 + PointLine * lines(); }
    [[nodiscard]] double x(std::size_t at) const { return left + slot() * (static_cast<double>(at) + 0.5); }
    [[nodiscard]] double y(const Axis& axis, double value) const { return top + height - placeOn(axis, value, height); }
};

/// How many points have their interval or their value where words of this place would stand.
std::ptrdiff_t pointsBehind(
    const Sketch& sketch, const PointsPart& part, const PointPlaces& places, const Area& words) {
    std::ptrdiff_t behind = 0;
    for (std::size_t at = 0; at < part.points.size(); ++at) {
        const PointsPart::Point& point = part.points[at];
        if (!point.spread.value)
            continue;
        const double x = places.x(at);
        const double y = places.y(part.axis, *point.spread.value);
        const double top = places.y(part.axis, point.spread.high.value_or(*point.spread.value));
        const double bottom = std::max(y + 18, places.y(part.axis, point.spread.low.value_or(*point.spread.value)));
        const double right = x + 8 + sketch.widthOf(point.value, TextSize::Smallest);
        const bool isApart =
            right < words.x || x - PointCap > words.right() || bottom < words.y || top > words.bottom();
        behind += isApart ? 0 : 1;
    }
    return behind;
}

/// Over the line or under it, where the fewest points are in the way.
void drawReferenceName(Sketch& sketch, const PointsPart& part, const PointPlaces& places, double y) {
    constexpr double Line = 12;
    const double width = sketch.widthOf(part.referenceName, TextSize::Smallest);
    const double last = std::max(places.left + 4, places.left + places.width - 4 - width);
    Area best{places.left + 4, y - 9 - Line / 2, width, Line};
    std::ptrdiff_t least = pointsBehind(sketch, part, places, best);
    for (const double middle : {y - 9, y + 9}) {
        for (double x = places.left + 4; least > 0 && x <= last; x += Line) {
            const Area words{x, middle - Line / 2, width, Line};
            if (const std::ptrdiff_t behind = pointsBehind(sketch, part, places, words); behind < least) {
                best = words;
                least = behind;
            }
        }
    }
    sketch.text(best.x, best.y + Line / 2, part.referenceName, {TextSize::Smallest, Ink::Label});
}

void drawPointAxis(Sketch& sketch, const PointsPart& part, const PointPlaces& places) {
    for (const auto& [value, name] : part.axis.ticks) {
        const double y = places.y(part.axis, value);
        sketch.line({places.left, y, places.left + places.width, y, Ink::Line});
        sketch.text(places.left - 8, y, name, {TextSize::Smallest, Ink::Label, Anchor::End});
    }
    if (part.reference) {
        const double y = places.y(part.axis, *part.reference);
        sketch.line({places.left, y, places.left + places.width, y, Ink::Label, 1, true});
        drawReferenceName(sketch, part, places, y);
    }
}

void drawPoint(Sketch& sketch, const PointsPart& part, const PointPlaces& places, std::size_t at) {
    const PointsPart::Point& point = part.points[at];
    const double x = places.x(at);
    const double room = places.slot() - 4;
    const double bottom = places.top + places.height;
    const double wideRoom = 2 * places.slot() - 8;
    const double lower = at % 2 == 1 ? PointLine : 0;
    const double name = bottom + 11 + (places.isStaggered ? lower : 0);
    const double note = bottom + 11 + PointLine * (places.isStaggered ? 2 : 1) + (places.areNotesUneven ? lower : 0);
    sketch.text(x, name, point.name, {TextSize::Smallest, Ink::Secondary, Anchor::Middle},
        places.isStaggered ? wideRoom : room);
    sketch.text(
        x, note, point.note, {TextSize::Smallest, Ink::Label, Anchor::Middle}, places.areNotesUneven ? wideRoom : room);
    sketch.spot({x - room / 2, places.top, room, places.height + places.below()}, point.mark);
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
    // At the right of the point, or at its left where it would leave the plot.
    const bool isRight = x + 8 + sketch.widthOf(point.value, TextSize::Smallest) <= places.left + places.width;
    sketch.text(isRight ? x + 8 : x - 8, std::min(y + 11, bottom - 8), point.value,
        {TextSize::Smallest, Ink::Text, isRight ? Anchor::Start : Anchor::End}, room - 8);
}

} // namespace

double heightOf(const PointsPart&) {
    return LeastPointsHeight;
}

void layOutPart(Sketch& sketch, const PointsPart& part, const Area& area, const SharedColumns&) {
    const double width = std::max(1.0, area.width - PointAxis);
    const double slot = width / static_cast<double>(std::max<std::size_t>(part.points.size(), 1));
    const auto isAnyWide = [&](Phrase PointsPart::Point::*words) {
        return std::any_of(part.points.begin(), part.points.end(),
            [&](const auto& point) { return sketch.widthOf(point.*words, TextSize::Smallest) > slot - 4; });
    };
    PointPlaces places{area.x + PointAxis, area.y + 8, width, 1, part.points.size(),
        isAnyWide(&PointsPart::Point::name), isAnyWide(&PointsPart::Point::note)};
    places.height = std::max(1.0, area.height - places.below() - 8);
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
