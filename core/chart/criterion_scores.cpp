// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

constexpr std::size_t MostCriteria = 8;
constexpr double MostSteps = 10; ///< of a scale whose scores are shown one by one
constexpr int WideBins = 5;      ///< of scales with more

/// Where scores of a criterion are counted: at each score, or in equal steps of a wide scale.
struct ScoreBins {
    std::vector<double> values; ///< normalised, ascending
    std::vector<Phrase> names;

    [[nodiscard]] std::size_t nearest(double score) const {
        const auto closer = [&](double a, double b) { return std::abs(a - score) < std::abs(b - score); };
        return static_cast<std::size_t>(std::min_element(values.begin(), values.end(), closer) - values.begin());
    }
};

ScoreBins binsOf(const Criterion& criterion) {
    ScoreBins bins;
    if (criterion.type == CriterionType::Categorical) {
        std::vector<Category> categories = criterion.categories;
        std::stable_sort(
            categories.begin(), categories.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
        for (const Category& category : categories) {
            bins.values.push_back(category.value);
            bins.names.push_back(literal(category.name));
        }
        return bins;
    }
    const double width = criterion.max - criterion.min;
    const bool isStepped = width > 0 && width <= MostSteps && width == std::floor(width);
    const int steps = isStepped ? static_cast<int>(width) : WideBins - 1;
    for (int at = 0; at <= steps; ++at) {
        bins.values.push_back(static_cast<double>(at) / std::max(steps, 1));
        const double raw = criterion.min + width * bins.values.back();
        bins.names.push_back(literal(decimalText(raw, raw == std::floor(raw) ? 0 : 1)));
    }
    return bins;
}

struct ScoreSums {
    double a = 0;
    double b = 0;
    double count = 0;
    std::int64_t items = 0;
    std::int64_t lastItem = -1;
};

Phrase meanPhrase(const Criterion& criterion, double normalised) {
    if (criterion.type == CriterionType::Binary)
        return literal(percentText(normalised, 0));
    if (criterion.type == CriterionType::Categorical)
        return literal(decimalText(normalised));
    return literal(decimalText(criterion.min + (criterion.max - criterion.min) * normalised));
}

Phrase scalePhrase(const Criterion& criterion) {
    if (criterion.type == CriterionType::Binary)
        return phrase("scores.yes_no");
    if (criterion.type == CriterionType::Categorical)
        return phrase("scores.categories");
    const auto bound = [](double value) { return literal(decimalText(value, value == std::floor(value) ? 0 : 1)); };
    return phrase("scores.scale", {bound(criterion.min), bound(criterion.max)});
}

ScoresPart::Row scoreRow(const ChartSource& source, std::uint32_t group, const std::vector<char>& isWanted) {
    const ScoreColumns& scores = *source.scores;
    const Criterion& criterion = scores.firstOf(group);
    const std::string& name = scores.groups().name(group);
    const ScoreBins bins = binsOf(criterion);
    ScoresPart::Row row{
        literal(name), scalePhrase(criterion), criterion.type == CriterionType::Binary, {}, {}, {}, {}, {}, {}};
    ScoreSums sums;
    std::vector<double> a(bins.values.size());
    std::vector<double> b(bins.values.size());
    scores.forEachScore(group, [&](std::uint32_t item, double scoreA, double scoreB) {
        if (isWanted[item] == 0)
            return;
        sums.a += scoreA;
        sums.b += scoreB;
        ++sums.count;
        sums.items += item == sums.lastItem ? 0 : 1; // verdicts of one item come one after another
        sums.lastItem = item;
        if (!bins.values.empty()) {
            ++a[bins.nearest(scoreA)];
            ++b[bins.nearest(scoreB)];
        }
    });
    if (sums.count <= 0)
        return row;
    for (std::size_t at = 0; at < a.size(); ++at) {
        a[at] /= sums.count;
        b[at] /= sums.count;
    }
    row.sharesA = row.isShare ? std::vector{sums.a / sums.count} : a;
    row.sharesB = row.isShare ? std::vector{sums.b / sums.count} : b;
    row.scores = bins.names;
    row.meanA = meanPhrase(criterion, sums.a / sums.count);
    row.meanB = meanPhrase(criterion, sums.b / sums.count);
    row.mark = {phrase("scores.tip", {row.name, row.meanA, row.meanB, literal(decimalText(sums.count, 0))}),
        linkToItems(source.run(), "abs(score(" + quotedInFilter(name) + ")) >= 0"), sums.items};
    return row;
}

/// The criteria that these items have, those met most often first; the rest are not shown.
std::vector<std::uint32_t> groupsOf(const ScoreColumns& scores, const std::vector<char>& isWanted) {
    const std::vector<std::int64_t> counts = scores.scoreCounts(isWanted);
    std::vector<std::uint32_t> groups;
    for (std::uint32_t group = 0; group < counts.size(); ++group) {
        if (counts[group] > 0)
            groups.push_back(group);
    }
    std::stable_sort(
        groups.begin(), groups.end(), [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    return groups;
}

} // namespace

Chart criterionScoresChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("scores.title");
    chart.subtitle = phrase("scores.subtitle");
    chart.meaning = phrase("scores.meaning");
    std::vector<char> isWanted(source.items.size());
    for (const std::uint32_t row : source.rows)
        isWanted[row] = 1;
    std::vector<std::uint32_t> groups;
    if (source.scores != nullptr)
        groups = groupsOf(*source.scores, isWanted);
    if (groups.empty()) {
        const bool hasScores = source.scores != nullptr && source.scores->groups().size() > 0;
        chart.empty = phrase(hasScores ? "scores.empty.items" : "scores.empty");
        return chart;
    }
    const std::size_t all = groups.size();
    groups.resize(std::min(all, MostCriteria));
    std::sort(groups.begin(), groups.end()); // in the order in which the judge names them
    ScoresPart part;
    part.nameA = phrase("scores.mean_a");
    part.nameB = phrase("scores.mean_b");
    chart.table.columns = {phrase("column.criterion"), phrase("column.scale"), part.nameA, part.nameB};
    for (const std::uint32_t group : groups) {
        if (source.stop.stop_requested())
            break;
        part.rows.push_back(scoreRow(source, group, isWanted));
        const ScoresPart::Row& row = part.rows.back();
        chart.table.rows.push_back({row.name, row.scale, row.meanA, row.meanB});
    }
    if (all > part.rows.size())
        chart.finding =
            phrase("scores.finding.some", {literal(std::to_string(part.rows.size())), literal(std::to_string(all))});
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
