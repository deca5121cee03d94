// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart.h"
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A chart with places for everything: boxes, lines, dots and words in px from the top left. The window paints it, and
/// drawingToSvg writes it; neither knows what kind of chart it is.
namespace assize {

/// The colour of a mark or of words, by its use.
enum class Ink : std::uint8_t {
    None,
    Text,
    Secondary,
    Label,
    Line,
    Paper,  ///< what the chart lies on
    Sunken, ///< the empty part of a bar
    Accent,
    OnAccent,
    Neutral,
    SideA,
    SideAText,
    SideB,
    SideBText,
    Tie,
    BothBad,
    Alert
};

enum class TextSize : std::uint8_t { Body, Small, Smallest, Mono, MonoSmall };
enum class Anchor : std::uint8_t { Start, Middle, End };

struct DrawnBox {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Ink fill = Ink::None;
    Ink edge = Ink::None;
    bool isHatched = false; ///< fill as diagonal lines
    double opacity = 1;
    double radius = 0;
};

struct DrawnLine {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    Ink ink = Ink::Line;
    double width = 1;
    bool isDashed = false;
};

enum class DotShape : std::uint8_t { Disc, Ring, Cross, Square };

struct DrawnDot {
    double x = 0; ///< of the centre
    double y = 0;
    double radius = 4;
    DotShape shape = DotShape::Disc;
    Ink ink = Ink::Accent;
};

struct DrawnText {
    double x = 0; ///< where the anchor is
    double y = 0; ///< of the middle of the line
    std::string text;
    TextSize size = TextSize::Small;
    Anchor anchor = Anchor::Start;
    Ink ink = Ink::Text;
    bool isStrong = false;
};

using DrawnShape = std::variant<DrawnBox, DrawnLine, DrawnDot, DrawnText>;

/// The area in which a pointer meets a mark.
struct HotSpot {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Mark mark;
};

struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<DrawnShape> shapes; ///< in the order of painting
    std::vector<HotSpot> spots;     ///< in reading order
};

/// How wide words are in px.
using TextRuler = std::function<double(std::string_view text, TextSize size, bool isStrong)>;

/// A ruler that needs no fonts: mean widths of letters, for a report.
[[nodiscard]] double roughTextWidth(std::string_view text, TextSize size, bool isStrong);

/// Font sizes in px.
[[nodiscard]] double textSizePx(TextSize size);

/// The ink of a tone.
[[nodiscard]] Ink inkOf(Tone tone);

} // namespace assize
