// SPDX-License-Identifier: Apache-2.0
// How closely the judge's preference follows the difference in length (metrics.md, Bias).
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/rank_correlation.h"
#include "core/metrics/single_label.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

bool hasMargins(const RunTable& run) {
    const auto isPositive = [](std::uint16_t count) { return count > 0; };
    return std::any_of(run.forward.marginCount.begin(), run.forward.marginCount.end(), isPositive) ||
           std::any_of(run.backward.marginCount.begin(), run.backward.marginCount.end(), isPositive);
}

double sideOf(Cell label) {
    return label == Cell::A ? 1 : label == Cell::B ? -1 : 0;
}

struct LengthAndPreference {
    ItemSample sample;
    std::vector<std::pair<double, double>> patterns; ///< how much longer A is, how far A is preferred
};

LengthAndPreference lengthAndPreference(const FigureRequest& request, const Policy& policy, bool byMargin) {
    LengthAndPreference result;
    std::map<std::pair<double, double>, std::uint32_t> keys;
    for (const std::uint32_t row : request.rows) {
        if (!isPlanned(request.run, row))
            continue;
        const Cell label = singleLabel(request.run, row, policy);
        const double preference = byMargin ? meanMargin(request.run, row) : sideOf(label);
        ++result.sample.total;
        result.sample.judged += isJudged(label) ? 1 : 0;
        if (!isJudged(label)) {
            result.sample.leaveOut(cellName(label));
        } else if (request.items.lengthA[row] < 0 || request.items.lengthB[row] < 0) {
            result.sample.leaveOut("no-lengths");
        } else if (std::isnan(preference)) {
            result.sample.leaveOut("no-margin");
        } else {
            const auto difference = static_cast<double>(request.items.lengthA[row] - request.items.lengthB[row]);
            if (result.sample.add(row, keys, {difference, preference}))
                result.patterns.emplace_back(difference, preference);
        }
    }
    return result;
}

} // namespace

std::optional<Figure> lengthSpearman(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const bool byMargin = hasMargins(request.run);
    const LengthAndPreference data = lengthAndPreference(request, policy, byMargin);
    const RankCorrelation ranks(data.patterns);
    Figure figure =
        resampledFigure(data.sample, request.items, tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class),
            settings, "nothing-planned", [&](std::span<const std::uint32_t> counts) {
                const auto correlation = ranks.spearman(counts);
                return correlation ? valueOf(*correlation) : undefined("constant-scores");
            });
    figure.notes.emplace_back(byMargin ? "from-margins" : "from-labels");
    return figure;
}

} // namespace assize
