// SPDX-License-Identifier: Apache-2.0
#include "core/report/disagreements.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

bool differsAsPair(const Rating& judge, const Rating& gold, const Policy& policy) {
    const Cell said = policy.four() ? judge.labelOfFour : judge.label;
    const Cell right = policy.four() ? gold.labelOfFour : gold.label;
    if (!isLabel(right) || !isJudged(said) || (policy.excludesGoldTies() && isTie(right)))
        return false;
    return said != right;
}

bool differsAsGrade(const Rating& judge, const Rating& gold) {
    if (judge.result != NoResult && gold.result != NoResult)
        return judge.result != gold.result;
    constexpr double SameScore = 1e-9;
    return !std::isnan(judge.score) && !std::isnan(gold.score) && std::abs(judge.score - gold.score) > SameScore;
}

/// Mean of the orders' margins; 0 where there is none.
double marginOf(const RunTable& run, std::uint32_t row) {
    const double forward = run.forward.margin(row);
    const double backward = run.backward.margin(row);
    if (std::isnan(forward) || std::isnan(backward))
        return std::isnan(forward) ? (std::isnan(backward) ? 0 : backward) : forward;
    return (forward + backward) / 2;
}

} // namespace

std::vector<Disagreement> disagreementsOf(const ReportData& data, const ReportRun& run) {
    const std::vector<Rating> judged = ratingsOf(run.table, run.policy);
    const std::vector<Rating>& gold = data.loaded.items.gold;
    std::vector<Disagreement> found;
    for (std::uint32_t row = 0; row < judged.size(); ++row) {
        const bool isPairwise = run.table.isPairwise();
        if (isPairwise ? !differsAsPair(judged[row], gold[row], run.policy) : !differsAsGrade(judged[row], gold[row]))
            continue;
        const double distance = std::abs(judged[row].score - gold[row].score);
        const double size = isPairwise ? std::abs(marginOf(run.table, row)) : std::isnan(distance) ? 0 : distance;
        found.push_back({row, judged[row], size});
    }
    std::stable_sort(
        found.begin(), found.end(), [](const Disagreement& a, const Disagreement& b) { return a.size > b.size; });
    return found;
}

} // namespace assize
