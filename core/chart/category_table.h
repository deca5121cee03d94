// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart.h"
#include "core/chart/source.h"
#include <vector>

namespace assize {

/// What the table by category counts.
enum class CategoryFigure : std::uint8_t { Agreement, Flips, Margin };

struct CategoryRow {
    Phrase name;
    bool isSection = false; ///< its subsets follow
    bool isTotal = false;   ///< all items, or the mean of sections
    int level = 0;          ///< 1 below a section
    std::string count;      ///< correct, flipped; empty for margins
    std::string total;
    std::string value;
    Spread spread;
    Mark mark;
    std::string filter; ///< the row's items
};

/// A figure by category; by section and category where the categories are a benchmark's that has sections.
struct CategoryTable {
    CategoryFigure figure = CategoryFigure::Agreement;
    Phrase countName;
    Phrase valueName;
    std::vector<CategoryRow> rows;
    Axis axis; ///< of the intervals
    Phrase meaning;
};

[[nodiscard]] CategoryTable categoryTable(const ChartSource& source, CategoryFigure figure);

/// The rows as text.
[[nodiscard]] ChartTable tableOf(const CategoryTable& table);

} // namespace assize
