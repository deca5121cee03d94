// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr double GridRow = 22;
constexpr double LargestGridRow = 34;
constexpr double GridHead = 20;
constexpr double GridGroupGap = 9;
constexpr double GridGap = 8;
constexpr double LargestCell = 130;

double groupGaps(const GridPart& part) {
    return GridGroupGap * static_cast<double>(std::count_if(
                              part.rows.begin(), part.rows.end(), [](const auto& row) { return row.beginsGroup; }));
}

double titleHeight(const GridPart& part) {
    return part.columnTitle.isEmpty() ? 0 : GridHead;
}

void drawCell(Sketch& sketch, const GridPart::Cell& cell, const Area& area, bool isStrong) {
    constexpr double Lightest = 0.12;  // so that the smallest value is still a cell
    constexpr double Steepness = 0.48; // and words stay readable on the largest
    if (cell.value)
        sketch.box({area.x, area.y, area.width - 2, area.height - 2, inkOf(cell.tone), Ink::None, false,
            Lightest + Steepness * std::clamp(cell.shade, 0.0, 1.0)});
    sketch.text(area.x + area.width / 2 - 1, area.y + area.height / 2 - 1, cell.text,
        {TextSize::MonoSmall, cell.value ? Ink::Text : Ink::Label, Anchor::Middle, isStrong}, area.width - 4);
    sketch.spot({area.x, area.y, area.width - 2, area.height - 2}, cell.mark);
}

} // namespace

double heightOf(const GridPart& part) {
    return titleHeight(part) + GridHead + static_cast<double>(part.rows.size()) * GridRow + groupGaps(part);
}

void layOutPart(Sketch& sketch, const GridPart& part, const Area& area, const SharedColumns& columns) {
    const double left = area.x + columns.names + GridGap;
    const double cellWidth =
        part.columns.empty() ? 0
                             : std::min(LargestCell, (area.right() - left) / static_cast<double>(part.columns.size()));
    const double spread = (area.height - titleHeight(part) - GridHead - groupGaps(part)) /
                          static_cast<double>(std::max<std::size_t>(part.rows.size(), 1));
    const double rowHeight = std::clamp(spread, GridRow, LargestGridRow);
    double y = area.y;
    if (!part.columnTitle.isEmpty()) {
        sketch.text(left, y + GridHead / 2, part.columnTitle, {TextSize::Smallest, Ink::Label}, area.right() - left);
        y += GridHead;
    }
    sketch.text(area.x, y + GridHead / 2, part.rowTitle, {TextSize::Smallest, Ink::Label}, columns.names);
    for (std::size_t at = 0; at < part.columns.size(); ++at)
        sketch.text(left + cellWidth * (static_cast<double>(at) + 0.5), y + GridHead / 2, part.columns[at],
            {TextSize::Smallest, Ink::Label, Anchor::Middle}, cellWidth - 4);
    y += GridHead;
    for (const GridPart::Row& row : part.rows) {
        y += row.beginsGroup ? GridGroupGap : 0;
        sketch.text(area.x, y + rowHeight / 2 - 1, row.name,
            {TextSize::Small, row.isStrong ? Ink::Text : Ink::Secondary, Anchor::Start, row.isStrong}, columns.names);
        for (std::size_t at = 0; at < row.cells.size(); ++at)
            drawCell(sketch, row.cells[at], {left + cellWidth * static_cast<double>(at), y, cellWidth, rowHeight},
                row.isStrong);
        y += rowHeight;
    }
}

} // namespace assize
