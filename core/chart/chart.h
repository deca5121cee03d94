// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/phrase.h"
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What a chart says, before it has a size, a language or colours. Builders (core/chart/registry.h) make charts from
/// figures; layOut (core/chart/layout.h) gives them places; the window paints and the report writes the result.
namespace assize {

/// What a mark stands for, which decides its colour and hatch; colours are the front end's.
enum class Tone : std::uint8_t { Accent, Neutral, SideA, SideB, Tie, BothBad, Alert, AlertHatched, Quiet };

/// Where a mark leads: the items behind it, as an expression of the filter language about a run, or one item.
struct ChartLink {
    std::string run;       ///< ULID
    std::string filter;    ///< empty: no items
    std::int64_t item = 0; ///< its key; 0: none in particular

    [[nodiscard]] bool leadsSomewhere() const { return !filter.empty() || item != 0; }

    bool operator==(const ChartLink&) const = default;
};

/// What every mark has: its exact values in words, and where it leads.
struct Mark {
    Phrase tip;
    ChartLink link;
    std::int64_t items = -1; ///< how many the link leads to; -1: nobody counted
};

/// A value with its uncertainty. Without a value there is a reason.
struct Spread {
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::int64_t count = 0; ///< items it is computed over
    std::string reason;
};

struct Axis {
    double low = 0;
    double high = 1;
    std::vector<std::pair<double, Phrase>> ticks;
    Phrase title;
};

/// Bars of parts that add up to a whole.
struct BarsPart {
    struct Segment {
        double share = 0; ///< 0..1
        Tone tone = Tone::Accent;
        Phrase label; ///< on the segment, where it has room
        Mark mark;
    };
    struct Row {
        Phrase name;
        bool isStrong = false;
        std::vector<Segment> segments;
        Phrase value;
        Phrase note;
    };
    std::vector<Row> rows;
    std::vector<std::pair<Tone, Phrase>> legend;
    Phrase caption; ///< under the bars
};

/// Points with intervals, one row each, along a horizontal axis.
struct IntervalsPart {
    struct Row {
        Phrase name;
        bool isStrong = false;
        Spread spread;
        Phrase value;
        Mark mark;
    };
    std::vector<Row> rows;
    Axis axis;
    std::optional<double> reference; ///< a dashed line
};

/// Points with intervals above their names, joined by a line.
struct PointsPart {
    struct Point {
        Phrase name;
        Phrase note; ///< under the name
        Spread spread;
        Phrase value;
        Mark mark;
    };
    std::vector<Point> points;
    Axis axis;
    std::optional<double> reference;
    Phrase referenceName;
};

/// Cells of rows and columns, darker for larger values.
struct GridPart {
    struct Cell {
        std::optional<double> value;
        double shade = 0; ///< 0..1
        Phrase text;
        Tone tone = Tone::Accent;
        Mark mark;
    };
    struct Row {
        Phrase name;
        bool isStrong = false;
        bool beginsGroup = false; ///< a gap before it
        std::vector<Cell> cells;
    };
    std::vector<Phrase> columns;
    std::vector<Row> rows;
    Phrase rowTitle;    ///< what rows are, over their names
    Phrase columnTitle; ///< what columns are, over theirs
};

/// Items as points in two dimensions. Where there are too many to tell apart the points are an even selection.
struct ScatterPart {
    struct Point {
        double x = 0;
        double y = 0;
        Tone tone = Tone::Quiet; ///< Quiet: ring; Alert: cross; others: disc
        Phrase name;             ///< beside the point
        Mark mark;
    };
    struct Trend {
        double intercept = 0;
        double slope = 0;
    };
    std::vector<Point> points;
    Axis x;
    Axis y;
    std::optional<Trend> trend;
    std::vector<std::pair<Tone, Phrase>> legend;
};

/// Columns over a common base line, each of parts.
struct ColumnsPart {
    struct Column {
        Phrase name;                             ///< where it begins; empty: no name under this one
        std::vector<BarsPart::Segment> segments; ///< share is the count
    };
    std::vector<Column> columns;
    Axis axis; ///< counts
    Phrase title;
    std::vector<std::pair<Tone, Phrase>> legend;
};

/// How scores spread: per criterion small columns of A and B at each score, and both means.
struct ScoresPart {
    struct Row {
        Phrase name;
        Phrase scale;
        bool isShare = false;        ///< yes / no: two bars in place of columns
        std::vector<double> sharesA; ///< by score; of a share one value
        std::vector<double> sharesB;
        std::vector<Phrase> scores;
        Phrase meanA;
        Phrase meanB;
        Mark mark;
    };
    std::vector<Row> rows;
    Phrase nameA;
    Phrase nameB;
};

using ChartPart = std::variant<BarsPart, IntervalsPart, PointsPart, GridPart, ScatterPart, ColumnsPart, ScoresPart>;

/// The same values as rows and columns: for copying, and for people who do not see the picture.
struct ChartTable {
    std::vector<Phrase> columns;
    std::vector<std::vector<Phrase>> rows;
};

/// One chart. Without parts, empty says why there is nothing to draw.
struct Chart {
    std::string id;
    Phrase title;
    Phrase subtitle;
    Phrase headline; ///< the figure it is about, at the right of the title
    std::vector<ChartPart> parts;
    Phrase finding; ///< what this run's data say, in one sentence
    Phrase meaning; ///< what such figures mean and do not mean
    Phrase empty;
    ChartTable table;
};

} // namespace assize
