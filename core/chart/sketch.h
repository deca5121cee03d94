// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/drawing.h"
#include <limits>
#include <span>
#include <utility>

namespace assize {

struct Area {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

struct TextStyle {
    TextSize size = TextSize::Small;
    Ink ink = Ink::Text;
    Anchor anchor = Anchor::Start;
    bool isStrong = false;
};

/// What layouts draw with: adds shapes to a drawing, words phrases, measures and cuts texts.
class Sketch {
public:
    Sketch(Drawing& drawing, const ChartWords& words, const TextRuler& ruler)
        : m_drawing(drawing)
        , m_words(words)
        , m_ruler(ruler) {}

    [[nodiscard]] double widthOf(const Phrase& phrase, TextSize size, bool isStrong = false) const;
    /// Words around a place; what is wider than there is room for ends in an ellipsis.
    void text(double x, double y, const Phrase& phrase, const TextStyle& style,
        double room = std::numeric_limits<double>::infinity());
    void box(const DrawnBox& box) { m_drawing.shapes.emplace_back(box); }
    void line(const DrawnLine& line) { m_drawing.shapes.emplace_back(line); }
    void dot(const DrawnDot& dot) { m_drawing.shapes.emplace_back(dot); }
    /// Marks without a tip have no spot.
    void spot(const Area& area, const Mark& mark);
    /// Coloured squares with their names from the left, on as many lines as they need.
    void legend(double x, double y, std::span<const std::pair<Tone, Phrase>> entries,
        double room = std::numeric_limits<double>::infinity(), double lineHeight = 0);

private:
    Drawing& m_drawing;
    const ChartWords& m_words;
    const TextRuler& m_ruler;
};

/// Widths of columns that the parts of one chart share, so that their axes stand under each other.
struct SharedColumns {
    double names = 0;
    double values = 0;
    double notes = 0;
};

/// A place on an axis, in px from the beginning of a length.
[[nodiscard]] double placeOn(const Axis& axis, double value, double length);

/// A box of a tone: hatched where the tone is.
[[nodiscard]] DrawnBox tonedBox(const Area& area, Tone tone);

// Each places one part from the top of the area and may use its height; it fits into heightOf(part).
void layOutPart(Sketch& sketch, const BarsPart& part, const Area& area, const SharedColumns& columns);
void layOutPart(Sketch& sketch, const IntervalsPart& part, const Area& area, const SharedColumns& columns);
void layOutPart(Sketch& sketch, const PointsPart& part, const Area& area, const SharedColumns& columns);
void layOutPart(Sketch& sketch, const GridPart& part, const Area& area, const SharedColumns& columns);
void layOutPart(Sketch& sketch, const ScatterPart& part, const Area& area, const SharedColumns& columns);
void layOutPart(Sketch& sketch, const ColumnsPart& part, const Area& area, const SharedColumns& columns);
void layOutPart(Sketch& sketch, const ScoresPart& part, const Area& area, const SharedColumns& columns);

// The least height of a part, and what its rows need beside their bars.
[[nodiscard]] double heightOf(const BarsPart& part);
[[nodiscard]] double heightOf(const IntervalsPart& part);
[[nodiscard]] double heightOf(const PointsPart& part);
[[nodiscard]] double heightOf(const GridPart& part);
[[nodiscard]] double heightOf(const ScatterPart& part);
[[nodiscard]] double heightOf(const ColumnsPart& part);
[[nodiscard]] double heightOf(const ScoresPart& part);

} // namespace assize
