// SPDX-License-Identifier: Apache-2.0
// Does the judge put the models in the order that people put them in? Both orders are by Bradley-Terry strength over
// the same items.
#include "core/metrics/bradley_terry.h"
#include "core/metrics/item_metrics.h"
#include "core/metrics/preference.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

constexpr std::size_t FewestModels = 4;

/// One item as judge and people see it.
struct BothSay {
    Contest judge;
    Contest people;

    auto operator<=>(const BothSay&) const = default;
};

struct RankingSample {
    ItemSample sample;
    std::vector<BothSay> patterns;
    std::size_t models = 0;
};

RankingSample rankingSample(const FigureRequest& request) {
    RankingSample result;
    std::map<std::int32_t, std::uint32_t> numbers;
    std::map<BothSay, std::uint32_t> keys;
    for (const std::uint32_t row : request.rows) {
        const auto share = shareOfA(request.run, row);
        const Cell* cell = std::get_if<Cell>(&share);
        if (cell != nullptr && *cell == Cell::NotPlanned)
            continue;
        ++result.sample.total;
        result.sample.judged += cell == nullptr ? 1 : 0;
        const Cell gold = request.reference[row].label;
        const auto [writerA, writerB] = request.items.writers[row];
        if (!isLabel(gold)) {
            result.sample.leaveOut(cellName(gold));
        } else if (cell != nullptr) {
            result.sample.leaveOut(cellName(*cell));
        } else if (writerA == NoResult || writerB == NoResult || writerA == writerB) {
            result.sample.leaveOut("no-models");
        } else {
            const auto a = numbers.try_emplace(writerA, static_cast<std::uint32_t>(numbers.size())).first->second;
            const auto b = numbers.try_emplace(writerB, static_cast<std::uint32_t>(numbers.size())).first->second;
            const BothSay key{{a, b, std::get<double>(share), 1}, {a, b, shareOfLabel(gold), 1}};
            if (result.sample.add(row, keys, key))
                result.patterns.push_back(key);
        }
    }
    result.models = numbers.size();
    return result;
}

/// Average ranks, 1 for the smallest; values within 1e-9 are equal.
std::vector<double> averageRanksOf(std::span<const double> values) {
    std::vector<double> ranks;
    for (const double value : values) {
        double below = 0;
        double equal = 0;
        for (const double other : values) {
            below += other < value - 1e-9 ? 1 : 0;
            equal += std::abs(other - value) <= 1e-9 ? 1 : 0;
        }
        ranks.push_back(below + (equal + 1) / 2);
    }
    return ranks;
}

std::optional<double> spearmanOf(std::span<const double> a, std::span<const double> b) {
    const std::vector<double> x = averageRanksOf(a);
    const std::vector<double> y = averageRanksOf(b);
    const double mean = (static_cast<double>(a.size()) + 1) / 2;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (std::size_t at = 0; at < x.size(); ++at) {
        xy += (x[at] - mean) * (y[at] - mean);
        xx += (x[at] - mean) * (x[at] - mean);
        yy += (y[at] - mean) * (y[at] - mean);
    }
    return xx > 0 && yy > 0 ? std::optional(xy / std::sqrt(xx * yy)) : std::nullopt;
}

int signOf(double difference) {
    return difference > 1e-9 ? 1 : difference < -1e-9 ? -1 : 0;
}

/// Kendall's tau-b.
std::optional<double> kendallOf(std::span<const double> a, std::span<const double> b) {
    double score = 0;
    double decidedByA = 0;
    double decidedByB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = i + 1; j < a.size(); ++j) {
            const int signA = signOf(a[i] - a[j]);
            const int signB = signOf(b[i] - b[j]);
            score += signA * signB;
            decidedByA += signA != 0 ? 1 : 0;
            decidedByB += signB != 0 ? 1 : 0;
        }
    }
    const double scale = std::sqrt(decidedByA * decidedByB);
    return scale > 0 ? std::optional(score / scale) : std::nullopt;
}

using Fit = std::optional<std::vector<double>> (*)(const WinTable& wins, std::span<const double> start);
using Correlation = std::optional<double> (*)(std::span<const double> a, std::span<const double> b);

struct BothWins {
    WinTable judge;
    WinTable people;
};

BothWins winsOf(const RankingSample& ranking, std::span<const std::uint32_t> counts) {
    BothWins wins{WinTable(ranking.models), WinTable(ranking.models)};
    for (std::size_t pattern = 0; pattern < ranking.patterns.size(); ++pattern) {
        wins.judge.add(ranking.patterns[pattern].judge, counts[pattern]);
        wins.people.add(ranking.patterns[pattern].people, counts[pattern]);
    }
    return wins;
}

Estimate correlationOfOrders(
    const RankingSample& ranking, std::span<const std::uint32_t> counts, Fit fit, Correlation correlation) {
    const BothWins wins = winsOf(ranking, counts);
    const auto judge = fit(wins.judge, {});
    const auto people = judge ? fit(wins.people, {}) : std::nullopt;
    if (!people)
        return undefined("not-connected");
    const auto value = correlation(*judge, *people);
    return value ? valueOf(*value) : undefined("no-variation");
}

/// Where the plain fit does not exist on the data, every fit is the smoothed one, which the figure says.
std::optional<Figure> rankingFigure(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings, Correlation correlation) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const RankingSample ranking = rankingSample(request);
    const std::string_view ties = tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class);
    if (ranking.models == 0)
        return noFigure(ranking.sample, ties, reasonForNobody(ranking.sample, "nothing-planned"));
    if (ranking.models < FewestModels)
        return noFigure(ranking.sample, ties, "fewer-than-4-models");
    const BothWins wins = winsOf(ranking, ranking.sample.resampler(request.items).observed());
    const bool isPlain = strongComponents(wins.judge).size() == 1 && strongComponents(wins.people).size() == 1;
    const Fit fit = isPlain ? fitBradleyTerry : fitSmoothedBradleyTerry;
    Figure figure = resampledFigure(ranking.sample, request.items, ties, settings, "nothing-planned",
        [&](std::span<const std::uint32_t> counts) { return correlationOfOrders(ranking, counts, fit, correlation); });
    if (!isPlain)
        figure.notes.emplace_back("smoothed");
    return figure;
}

} // namespace

std::optional<Figure> rankingSpearman(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    return rankingFigure(request, policy, settings, spearmanOf);
}

std::optional<Figure> rankingKendall(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    return rankingFigure(request, policy, settings, kendallOf);
}

} // namespace assize
