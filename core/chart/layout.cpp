// SPDX-License-Identifier: Apache-2.0
#include "core/chart/layout.h"

#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double PartGap = 10;
constexpr double LargestNameShare = 0.34; ///< of the width: longer names are cut

struct ColumnMeasure {
    const Sketch& sketch;
    SharedColumns columns;

    void add(const Phrase& name, bool isStrong, const Phrase& value, const Phrase& note) {
        columns.names = std::max(columns.names, sketch.widthOf(name, TextSize::Small, isStrong));
        columns.values = std::max(columns.values, sketch.widthOf(value, TextSize::Mono));
        columns.notes = std::max(columns.notes, sketch.widthOf(note, TextSize::Smallest));
    }
    void operator()(const BarsPart& part) {
        for (const BarsPart::Row& row : part.rows)
            add(row.name, row.isStrong, row.value, row.note);
    }
    void operator()(const IntervalsPart& part) {
        for (const IntervalsPart::Row& row : part.rows)
            add(row.name, row.isStrong, row.value, {});
    }
    void operator()(const GridPart& part) {
        for (const GridPart::Row& row : part.rows)
            add(row.name, row.isStrong, {}, {});
        columns.names = std::max(columns.names, sketch.widthOf(part.rowTitle, TextSize::Smallest));
    }
    void operator()(const ScoresPart& part) {
        for (const ScoresPart::Row& row : part.rows) {
            add(row.name, false, {}, {});
            add(row.scale, false, {}, {});
        }
    }
    void operator()(const auto&) {}
};

/// What has a vertical axis is the better for more height; rows may stand further apart.
bool canGrow(const ChartPart& part) {
    return !std::holds_alternative<ScoresPart>(part);
}

} // namespace

Drawing layOut(const Chart& chart, double width, double height, const ChartWords& words, const TextRuler& ruler) {
    Drawing drawing{width, 0, {}, {}};
    Sketch sketch(drawing, words, ruler);
    ColumnMeasure measure{sketch, {}};
    double least = 0;
    std::ptrdiff_t growing = 0;
    for (const ChartPart& part : chart.parts) {
        std::visit(measure, part);
        least += std::visit([](const auto& shown) { return heightOf(shown); }, part) + (least > 0 ? PartGap : 0);
        growing += canGrow(part) ? 1 : 0;
    }
    measure.columns.names = std::min(measure.columns.names, width * LargestNameShare);
    const double extra = growing == 0 ? 0 : std::max(0.0, height - least) / static_cast<double>(growing);
    double y = 0;
    for (const ChartPart& part : chart.parts) {
        const double own = std::visit([](const auto& shown) { return heightOf(shown); }, part);
        const Area area{0, y, width, own + (canGrow(part) ? extra : 0)};
        std::visit([&](const auto& shown) { layOutPart(sketch, shown, area, measure.columns); }, part);
        y = area.bottom() + PartGap;
    }
    drawing.height = std::max(0.0, y - PartGap);
    return drawing;
}

} // namespace assize
