// SPDX-License-Identifier: Apache-2.0
// Win rate at equal length: a logistic regression of A's share on how much longer A is (metrics.md, Win rates).
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/logistic.h"
#include "core/metrics/preference.h"

#include <cmath>

namespace assize {
namespace {

constexpr double LargeMove = 0.1;
constexpr double StepsOfSpread = 200;

using LengthAndShare = std::pair<std::int64_t, double>;

struct LengthSample {
    ItemSample sample;
    std::vector<LengthAndShare> patterns;
};

LengthSample lengthSample(const FigureRequest& request) {
    LengthSample result;
    std::map<LengthAndShare, std::uint32_t> keys;
    for (const std::uint32_t row : request.rows) {
        const auto share = shareOfA(request.run, row);
        if (const Cell* cell = std::get_if<Cell>(&share)) {
            result.sample.total += *cell != Cell::NotPlanned ? 1 : 0;
            if (*cell != Cell::NotPlanned)
                result.sample.leaveOut(cellName(*cell));
            continue;
        }
        ++result.sample.total;
        ++result.sample.judged;
        if (request.items.lengthA[row] < 0 || request.items.lengthB[row] < 0) {
            result.sample.leaveOut("no-lengths");
            continue;
        }
        const LengthAndShare key{request.items.lengthA[row] - request.items.lengthB[row], std::get<double>(share)};
        if (result.sample.add(row, keys, key))
            result.patterns.push_back(key);
    }
    return result;
}

/// Standard deviation of the differences, n − 1, weighted by counts.
double spreadOf(std::span<const LengthAndShare> patterns, std::span<const std::uint32_t> counts) {
    double items = 0;
    double sum = 0;
    for (std::size_t at = 0; at < patterns.size(); ++at) {
        items += counts[at];
        sum += counts[at] * static_cast<double>(patterns[at].first);
    }
    double squares = 0;
    for (std::size_t at = 0; at < patterns.size(); ++at) {
        const double distance = static_cast<double>(patterns[at].first) - sum / items;
        squares += counts[at] * distance * distance;
    }
    return items > 1 ? std::sqrt(squares / (items - 1)) : 0;
}

/// The data as the regression sees them, in units of the spread. Differences within `width` of each other are one
/// point, at their mean. Patterns must be in order of length.
std::vector<LogisticPoint> pointsOf(
    std::span<const LengthAndShare> patterns, std::span<const std::uint32_t> counts, double spread, double width) {
    std::vector<LogisticPoint> points;
    double firstLength = 0;
    for (std::size_t at = 0; at < patterns.size(); ++at) {
        if (counts[at] == 0)
            continue;
        const auto length = static_cast<double>(patterns[at].first);
        if (points.empty() || length - firstLength > width) {
            points.push_back({});
            firstLength = length;
        }
        points.back().x += counts[at] * length; // a sum until the point is whole
        points.back().weight += counts[at];
        points.back().successes += counts[at] * patterns[at].second;
    }
    for (LogisticPoint& point : points)
        point.x = std::tanh(point.x / point.weight / spread);
    return points;
}

/// The win rate at equal length; start is a fit near the answer.
Estimate adjustedRate(std::span<const LengthAndShare> patterns, std::span<const std::uint32_t> counts, double width,
    const std::optional<LogisticFit>& start) {
    const double spread = spreadOf(patterns, counts);
    if (spread <= 0)
        return undefined("no-length-variation");
    const auto fit = fitLogistic(pointsOf(patterns, counts, spread, width), start.value_or(LogisticFit{}));
    return fit ? valueOf(1 / (1 + std::exp(-fit->intercept))) : undefined("separated");
}

double rawRate(std::span<const LengthAndShare> patterns, const ItemSample& sample) {
    double sum = 0;
    for (const std::uint32_t pattern : sample.patternOf)
        sum += patterns[pattern].second;
    return sum / static_cast<double>(sample.rows.size());
}

/// Patterns in order of length, so that points of equal length lie together.
void sortPatterns(LengthSample& lengths) {
    std::vector<std::uint32_t> order(lengths.patterns.size());
    for (std::uint32_t at = 0; at < order.size(); ++at)
        order[at] = at;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return lengths.patterns[a] < lengths.patterns[b]; });
    std::vector<LengthAndShare> sorted;
    std::vector<std::uint32_t> placeOf(order.size());
    for (const std::uint32_t pattern : order) {
        placeOf[pattern] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(lengths.patterns[pattern]);
    }
    lengths.patterns = std::move(sorted);
    for (std::uint32_t& pattern : lengths.sample.patternOf)
        pattern = placeOf[pattern];
}

} // namespace

std::optional<Figure> lengthAdjustedWinrate(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    LengthSample lengths = lengthSample(request);
    sortPatterns(lengths);
    const std::vector<std::uint32_t> observed = lengths.sample.resampler(request.items).observed();
    const double spread = spreadOf(lengths.patterns, observed);
    // Resamples start from the fit of the data, which is near theirs, and see lengths in steps far below the spread.
    const double step = spread / StepsOfSpread;
    const auto start = spread > 0 ? fitLogistic(pointsOf(lengths.patterns, observed, spread, 0)) : std::nullopt;
    Figure figure = resampledFigure(lengths.sample, request.items,
        tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class), settings, "nothing-planned",
        adjustedRate(lengths.patterns, observed, 0, start),
        [&](std::span<const std::uint32_t> counts) { return adjustedRate(lengths.patterns, counts, step, start); });
    figure.notes.emplace_back("exploratory");
    if (figure.value && std::abs(*figure.value - rawRate(lengths.patterns, lengths.sample)) > LargeMove)
        figure.notes.emplace_back("moves-the-rate-by-over-10-points");
    return figure;
}

} // namespace assize
