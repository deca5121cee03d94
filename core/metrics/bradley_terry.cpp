// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/bradley_terry.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace assize {
namespace {

constexpr int MostRounds = 20'000;
constexpr double SmallestMove = 1e-11;

/// Marks what can be reached from a model along wins (or along losses).
std::vector<bool> reachedFrom(const WinTable& wins, std::size_t from, bool alongWins) {
    std::vector<bool> isReached(wins.size(), false);
    std::vector<std::size_t> open = {from};
    isReached[from] = true;
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (std::size_t next = 0; next < wins.size(); ++next) {
            const double won = alongWins ? wins.wins(at, next) : wins.wins(next, at);
            if (won <= 0 || isReached[next])
                continue;
            isReached[next] = true;
            open.push_back(next);
        }
    }
    return isReached;
}

bool isStronglyConnected(const WinTable& wins) {
    for (const bool alongWins : {true, false}) {
        const std::vector<bool> isReached = reachedFrom(wins, 0, alongWins);
        if (std::find(isReached.begin(), isReached.end(), false) != isReached.end())
            return false;
    }
    return true;
}

/// One round over all models; gives the longest move of a log-strength.
double improve(const WinTable& wins, std::vector<double>& strength) {
    double longest = 0;
    for (std::size_t i = 0; i < strength.size(); ++i) {
        double won = 0;
        double lost = 0;
        for (std::size_t j = 0; j < strength.size(); ++j) {
            if (j == i)
                continue;
            const double both = strength[i] + strength[j];
            won += wins.wins(i, j) * strength[j] / both;
            lost += wins.wins(j, i) / both;
        }
        const double better = won / lost;
        longest = std::max(longest, std::abs(std::log(better / strength[i])));
        strength[i] = better;
    }
    return longest;
}

/// Scales strengths so that their logarithms have mean 0; gives these.
std::vector<double> centred(std::vector<double>& strength) {
    std::vector<double> beta(strength.size());
    std::transform(strength.begin(), strength.end(), beta.begin(), [](double value) { return std::log(value); });
    const double mean = std::accumulate(beta.begin(), beta.end(), 0.0) / static_cast<double>(beta.size());
    for (std::size_t at = 0; at < beta.size(); ++at) {
        beta[at] -= mean;
        strength[at] = std::exp(beta[at]);
    }
    return beta;
}

} // namespace

std::vector<std::vector<std::size_t>> strongComponents(const WinTable& wins) {
    std::vector<std::vector<std::size_t>> components;
    std::vector<bool> isPlaced(wins.size(), false);
    for (std::size_t model = 0; model < wins.size(); ++model) {
        if (isPlaced[model])
            continue;
        const std::vector<bool> beaten = reachedFrom(wins, model, true);
        const std::vector<bool> beating = reachedFrom(wins, model, false);
        std::vector<std::size_t>& component = components.emplace_back();
        for (std::size_t other = model; other < wins.size(); ++other) {
            if (!beaten[other] || !beating[other])
                continue;
            isPlaced[other] = true;
            component.push_back(other);
        }
    }
    return components;
}

std::optional<std::vector<double>> fitBradleyTerry(const WinTable& wins, std::span<const double> start) {
    if (wins.size() < 2 || !isStronglyConnected(wins))
        return std::nullopt;
    std::vector<double> strength(wins.size(), 1);
    for (std::size_t at = 0; at < start.size(); ++at)
        strength[at] = std::exp(start[at]);
    for (int round = 0; round < MostRounds; ++round) {
        const double longest = improve(wins, strength);
        std::vector<double> beta = centred(strength);
        if (longest < SmallestMove)
            return beta;
    }
    return std::nullopt;
}

std::optional<std::vector<double>> fitSmoothedBradleyTerry(const WinTable& wins, std::span<const double> start) {
    WinTable smoothed = wins;
    for (std::size_t i = 0; i < wins.size(); ++i) {
        for (std::size_t j = 0; j < wins.size(); ++j)
            smoothed.at(i, j) += i != j && wins.met(i, j) > 0 ? 0.5 : 0;
    }
    return fitBradleyTerry(smoothed, start);
}

double ratingFromStrength(double beta) {
    return 1000 + 400 * beta / std::numbers::ln10;
}

} // namespace assize
