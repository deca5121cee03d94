// SPDX-License-Identifier: Apache-2.0
// RewardBench by section. A subset weighs as many items as its authors say, whatever part of it was judged: math-prm
// counts 984, so that mathematics and code weigh the same.
#include "core/metrics/published.h"
#include "core/metrics/reward_bench.h"

#include <map>
#include <numeric>

namespace assize {
namespace {

constexpr double HalfAPoint = 0.5;

struct Tally {
    double items = 0;
    double credit = 0;
    [[nodiscard]] double accuracy() const { return credit / items; }
};

/// Items of known subsets that the run owes and that have a gold side.
std::vector<std::uint32_t> rewardbenchRows(const FigureRequest& request) {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : request.rows) {
        if (isPlanned(request.run, row) && isDecisive(request.reference[row].label) &&
            rewardBenchSubset(categoryOf(request, row)) != nullptr)
            rows.push_back(row);
    }
    return rows;
}

void addSection(FigureTable& table, std::string_view section, const std::map<std::string, Tally>& subsets,
    std::vector<double>& accuracies) {
    double items = 0;
    double credit = 0;
    double weight = 0;
    double weighted = 0;
    for (const auto& [subset, tally] : subsets) {
        const RewardBenchSubset& known = *rewardBenchSubset(subset);
        if (known.section != section)
            continue;
        items += tally.items;
        credit += tally.credit;
        weight += known.weight;
        weighted += known.weight * tally.accuracy();
    }
    if (weight <= 0)
        return;
    accuracies.push_back(weighted / weight);
    table.rows.emplace_back(section);
    table.cells.push_back({items, credit, weight, weighted / weight});
}

} // namespace

std::optional<Figure> publishedRewardbench(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& /*settings*/) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const std::vector<std::uint32_t> rows = rewardbenchRows(request);
    if (rows.empty())
        return std::nullopt;
    std::map<std::string, Tally> subsets;
    for (const std::uint32_t row : rows) {
        Tally& tally = subsets[categoryOf(request, row)];
        ++tally.items;
        tally.credit += creditOf(request, row, HalfAPoint);
    }
    Figure figure = publishedFigure(request, rows);
    figure.ties = "exclude";
    figure.notes = {"failure-or-tie-is-half"};
    FigureTable& table = figure.table.emplace();
    table.columns = {"items", "correct", "weight", "accuracy"};
    std::vector<double> accuracies;
    for (const std::string_view section : rewardBenchSections())
        addSection(table, section, subsets, accuracies);
    for (const auto& [subset, tally] : subsets) {
        table.rows.push_back(subset);
        table.cells.push_back({tally.items, tally.credit, rewardBenchSubset(subset)->weight, tally.accuracy()});
    }
    if (accuracies.size() < rewardBenchSections().size()) {
        figure.reason = "sections-missing";
        return figure;
    }
    figure.value = std::accumulate(accuracies.begin(), accuracies.end(), 0.0) / static_cast<double>(accuracies.size());
    figure.notes.emplace_back("mean-of-sections");
    return figure;
}

} // namespace assize
