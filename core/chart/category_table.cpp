// SPDX-License-Identifier: Apache-2.0
#include "core/chart/category_table.h"

#include "core/chart/common.h"
#include "core/metrics/slices.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace assize {
namespace {

constexpr std::string_view NoCategory = "none";

/// The mean size of margins as a figure; the registry has none, since it says nothing of right or wrong.
Figure marginSize(const RunTable& run, std::span<const std::uint32_t> rows) {
    double sum = 0;
    std::int64_t count = 0;
    for (const std::uint32_t row : rows) {
        if (const double margin = marginOf(run, row); !std::isnan(margin)) {
            sum += std::abs(margin);
            ++count;
        }
    }
    Figure figure;
    figure.denominator = count;
    if (count > 0)
        figure.value = sum / static_cast<double>(count);
    else
        figure.reason = "no-margin";
    return figure;
}

Figure sliceFigure(const ChartSource& source, CategoryFigure wanted, std::span<const std::uint32_t> rows) {
    FigureSubject subject = shownSubject(source);
    subject.rows = rows;
    switch (wanted) {
    case CategoryFigure::Agreement:
        return figureOf(source, subject, agreementKey(*source.run().table));
    case CategoryFigure::Flips:
        subject.hasAllOrders = true;
        return figureOf(source, subject, "position.flipped");
    case CategoryFigure::Margin:
        return marginSize(*source.run().table, rows);
    }
    return {};
}

/// The items of a category that its figure rests on; all of them where it has no value.
std::string restingOn(const ChartSource& source, CategoryFigure wanted, const Figure& figure, std::string category) {
    const bool isByMargin = wanted == CategoryFigure::Margin;
    const std::string counted = wanted == CategoryFigure::Agreement ? comparedFilter(source)
                                : isByMargin                        ? "abs(margin) >= 0"
                                                                    : "(consistent or flipped or mixed)";
    const bool isPairwise = source.run().table->isPairwise();
    if (!figure.value || counted.empty() || !isPairwise)
        return category;
    return category.empty() ? counted : "(" + category + ") and " + counted;
}

CategoryRow rowOf(const ChartSource& source, CategoryFigure wanted, const Phrase& name,
    std::span<const std::uint32_t> rows, std::string filter) {
    const Figure figure = sliceFigure(source, wanted, rows);
    CategoryRow row;
    row.name = name;
    row.spread = spreadOf(figure);
    row.total = std::to_string(figure.denominator.value_or(0));
    if (wanted != CategoryFigure::Margin && figure.value) {
        // Half points are possible where ties count as such.
        const double count = figure.numerator.value_or(0);
        row.count = decimalText(count, count == std::floor(count) ? 0 : 1);
    }
    row.value = !figure.value                      ? "\u2013"
                : wanted == CategoryFigure::Margin ? decimalText(*figure.value)
                                                   : decimalText(*figure.value * 100, 1);
    row.mark.tip = wanted == CategoryFigure::Margin ? valueTip(name, figure) : shareTip(name, figure);
    row.filter = restingOn(source, wanted, figure, std::move(filter));
    row.mark.link = linkToItems(source.run(), row.filter);
    row.mark.items = figure.value ? figure.denominator.value_or(0) : -1;
    return row;
}

Phrase categoryName(const std::string& name) {
    return name == NoCategory ? phrase("category.none") : literal(name);
}

std::string filterOf(const std::string& category) {
    return "category == " + quotedInFilter(category == NoCategory ? std::string() : category);
}

std::string joinedWithOr(const std::vector<std::string>& filters) {
    std::string joined;
    for (const std::string& filter : filters)
        joined += (joined.empty() ? "" : " or ") + filter;
    return joined;
}

void addSection(const ChartSource& source, CategoryFigure wanted, const std::string& name,
    const std::vector<const Slice*>& subsets, CategoryTable& table) {
    std::vector<std::uint32_t> rows;
    std::vector<std::string> filters;
    for (const Slice* subset : subsets) {
        rows.insert(rows.end(), subset->rows.begin(), subset->rows.end());
        filters.push_back(filterOf(subset->name));
    }
    std::sort(rows.begin(), rows.end());
    CategoryRow section =
        rowOf(source, wanted, name.empty() ? phrase("category.other") : literal(name), rows, joinedWithOr(filters));
    section.isSection = true;
    table.rows.push_back(std::move(section));
    for (const Slice* subset : subsets) {
        table.rows.push_back(rowOf(source, wanted, categoryName(subset->name), subset->rows, filterOf(subset->name)));
        table.rows.back().level = 1;
    }
}

/// Each section counts the same, however many items it has.
CategoryRow meanOfSections(const CategoryTable& table, CategoryFigure wanted) {
    double sum = 0;
    int count = 0;
    for (const CategoryRow& row : table.rows) {
        if (row.level == 0 && !row.isTotal && row.spread.value) {
            sum += *row.spread.value;
            ++count;
        }
    }
    CategoryRow mean;
    mean.name = phrase("category.mean");
    mean.isTotal = true;
    mean.value = "\u2013";
    if (count == 0)
        return mean;
    mean.spread.value = sum / count;
    mean.value = wanted == CategoryFigure::Margin ? decimalText(sum / count) : decimalText(sum / count * 100, 1);
    return mean;
}

/// From the lowest interval to the highest, so that categories can be told apart.
Axis intervalAxis(const CategoryTable& table) {
    double low = 1;
    double high = 0;
    for (const CategoryRow& row : table.rows) {
        if (!row.spread.value)
            continue;
        low = std::min(low, row.spread.low.value_or(*row.spread.value));
        high = std::max(high, row.spread.high.value_or(*row.spread.value));
    }
    return low < high ? Axis{low, high, {}, {}} : Axis{};
}

} // namespace

CategoryTable categoryTable(const ChartSource& source, CategoryFigure figure) {
    CategoryTable table;
    table.figure = figure;
    table.countName = phrase(figure == CategoryFigure::Agreement ? "category.correct"
                             : figure == CategoryFigure::Flips   ? "category.flipped"
                                                                 : "");
    table.valueName = phrase(figure == CategoryFigure::Agreement ? "category.accuracy"
                             : figure == CategoryFigure::Flips   ? "category.share"
                                                                 : "category.margin");
    table.meaning = figure == CategoryFigure::Agreement ? agreementMeaning(source)
                    : figure == CategoryFigure::Flips   ? phrase("meaning.position.flipped")
                                                        : phrase("category.meaning.margin");
    const std::vector<Slice> slices = slicesOf(source.items, *source.run().table, source.rows, SliceBy::Category);
    std::map<std::string, std::vector<const Slice*>> sections;
    bool hasSections = false;
    for (const Slice& slice : slices) {
        const std::string section(sectionOf(slice.name));
        hasSections = hasSections || !section.empty();
        sections[section].push_back(&slice);
    }
    if (hasSections) {
        for (const auto& [name, subsets] : sections)
            addSection(source, figure, name, subsets, table);
    } else {
        for (const Slice& slice : slices)
            table.rows.push_back(rowOf(source, figure, categoryName(slice.name), slice.rows, filterOf(slice.name)));
    }
    const CategoryRow mean = meanOfSections(table, figure);
    CategoryRow all = rowOf(source, figure, phrase("category.all"), source.rows, {});
    all.isTotal = true;
    table.rows.push_back(std::move(all));
    if (slices.size() > 1)
        table.rows.push_back(mean);
    table.axis = intervalAxis(table);
    return table;
}

ChartTable tableOf(const CategoryTable& table) {
    ChartTable texts;
    texts.columns = {phrase("column.category"), table.countName, phrase("column.total"), table.valueName,
        phrase("column.low"), phrase("column.high")};
    const bool isMargin = table.figure == CategoryFigure::Margin;
    const auto bound = [&](const std::optional<double>& value) {
        return value ? literal(isMargin ? decimalText(*value) : decimalText(*value * 100, 1)) : Phrase();
    };
    for (const CategoryRow& row : table.rows)
        texts.rows.push_back({row.name, literal(row.count), literal(row.total), literal(row.value),
            bound(row.spread.low), bound(row.spread.high)});
    return texts;
}

} // namespace assize
