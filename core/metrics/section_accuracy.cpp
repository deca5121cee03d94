// SPDX-License-Identifier: Apache-2.0
// Accuracy by category (metrics.md, Against gold). RewardBench's sections are in published_rewardbench.cpp.
#include "core/metrics/interval.h"
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/single_label.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace assize {
namespace {

/// What the run says of one item with gold.
struct Scored {
    Cell state = Cell::Missing; ///< a label or flip where it is judged, else why not
    double points = 0;          ///< by the tie policy
};

struct CategoryCount {
    double planned = 0;
    double judged = 0;
    double points = 0;
};

Scored scoredPair(const FigureRequest& request, std::uint32_t row, const Policy& policy) {
    const Cell label = singleLabel(request.run, row, policy);
    const Rating& rating = request.reference[row];
    const Cell gold = policy.four() ? rating.labelOfFour : rating.label;
    const bool isHalf = policy.ties == TiePolicy::Half && isTie(label);
    const bool isRight = label == gold;
    return {label, isRight ? 1 : isHalf ? 0.5 : 0};
}

Scored scoredGrade(const FigureRequest& request, std::uint32_t row) {
    constexpr double Slack = 1e-9;
    const GradeColumn& grades = request.run.grades;
    const Rating& gold = request.reference[row];
    const bool isScore = request.run.task == Task::Direct;
    const bool isThere = isScore ? !std::isnan(grades.score[row]) : grades.result[row] != NoResult;
    const bool isRight =
        isThere && (isScore ? std::abs(grades.score[row] - gold.score) <= Slack : grades.result[row] == gold.result);
    return {isThere ? Cell::A : grades.failure[row], isRight ? 1.0 : 0.0};
}

/// Why an item has no gold to be measured by; empty if it has.
std::string_view goldExclusion(const FigureRequest& request, std::uint32_t row, const Policy& policy) {
    const Rating& gold = request.reference[row];
    if (request.run.task == Task::Direct)
        return std::isnan(gold.score) ? "no-gold" : "";
    if (!request.run.isPairwise())
        return gold.result == NoResult ? "no-gold" : "";
    if (!isLabel(gold.label))
        return cellName(gold.label);
    return policy.excludesGoldTies() && isTie(gold.label) ? "gold-tie" : "";
}

struct CategoryCounts {
    ItemSample sample;
    std::map<std::int32_t, CategoryCount> byCategory;
};

CategoryCounts countCategories(const FigureRequest& request, const Policy& policy) {
    CategoryCounts counts;
    for (const std::uint32_t row : request.rows) {
        if (!isPlanned(request.run, row))
            continue;
        ++counts.sample.total;
        if (request.items.category[row] == NoResult) {
            counts.sample.leaveOut("no-category");
            continue;
        }
        if (const std::string_view reason = goldExclusion(request, row, policy); !reason.empty()) {
            counts.sample.leaveOut(reason);
            continue;
        }
        const Scored scored = request.run.isPairwise() ? scoredPair(request, row, policy) : scoredGrade(request, row);
        CategoryCount& category = counts.byCategory[request.items.category[row]];
        category.planned += 1;
        if (!isJudged(scored.state)) {
            counts.sample.leaveOut(cellName(scored.state));
            continue;
        }
        category.judged += 1;
        category.points += scored.points;
        ++counts.sample.judged;
        counts.sample.rows.push_back(row);
    }
    return counts;
}

bool hasCategories(const FigureRequest& request) {
    return std::any_of(request.rows.begin(), request.rows.end(),
        [&](std::uint32_t row) { return request.items.category[row] != NoResult; });
}

const std::string& categoryName(const FigureRequest& request, std::int32_t category) {
    return request.items.categories.names()[static_cast<std::size_t>(category)];
}

FigureTable accuracyTable(const FigureRequest& request, const CategoryCounts& counts) {
    FigureTable table;
    table.columns = {"n", "correct", "accuracy", "low", "high", "planned"};
    std::map<std::string, CategoryCount> byName;
    for (const auto& [category, count] : counts.byCategory)
        byName[categoryName(request, category)] = count;
    for (const auto& [name, count] : byName) {
        table.rows.push_back(name);
        if (count.judged <= 0) {
            table.cells.push_back({0, 0, std::nullopt, std::nullopt, std::nullopt, count.planned});
            continue;
        }
        std::optional<Interval> interval; // Wilson's is of whole points only
        if (count.points == std::floor(count.points))
            interval = wilson(count.points, count.judged);
        table.cells.push_back({count.judged, count.points, count.points / count.judged,
            interval ? std::optional(interval->low) : std::nullopt,
            interval ? std::optional(interval->high) : std::nullopt, count.planned});
    }
    return table;
}

Policy wholeOrHalf(Policy policy) {
    if (policy.ties == TiePolicy::Steps)
        policy.ties = TiePolicy::Class;
    return policy;
}

} // namespace

std::optional<Figure> sectionAccuracy(
    const FigureRequest& request, const Policy& runPolicy, const MetricSettings& /*settings*/) {
    if (!hasCategories(request))
        return std::nullopt;
    const Policy policy = wholeOrHalf(runPolicy);
    const CategoryCounts counts = countCategories(request, policy);
    Figure figure = noFigure(counts.sample, tiePolicyName(policy.ties), counts.byCategory.empty() ? "no-gold" : "");
    if (!counts.byCategory.empty())
        figure.table = accuracyTable(request, counts);
    return figure;
}

} // namespace assize
