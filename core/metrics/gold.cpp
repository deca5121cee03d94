// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/gold.h"

#include "core/model/reconcile.h"

#include <cmath>
#include <map>

namespace assize {
namespace {

Cell votedLabel(std::span<const Rating> ratings, bool four) {
    std::vector<Label> votes;
    for (const Rating& rating : ratings) {
        if (const auto label = labelOf(rating.labelOfFour))
            votes.push_back(*label);
    }
    if (votes.empty())
        return Cell::NoGold;
    const auto winner = vote(votes, four);
    return winner ? cellOf(*winner) : Cell::AnnotatorsSplit;
}

std::int32_t votedResult(std::span<const Rating> ratings, bool& isSplit) {
    std::map<std::int32_t, int> votes;
    int most = 0;
    for (const Rating& rating : ratings) {
        if (rating.result != NoResult)
            most = std::max(most, ++votes[rating.result]);
    }
    std::int32_t winner = NoResult;
    for (const auto& [result, count] : votes) {
        if (count < most)
            continue;
        isSplit = winner != NoResult;
        winner = result;
    }
    return isSplit ? NoResult : winner;
}

/// Mean of the numbers that are there; of steps only those of annotators who gave the winning label.
template <typename Pick>
double meanOf(std::span<const Rating> ratings, Pick pick) {
    double sum = 0;
    int count = 0;
    for (const Rating& rating : ratings) {
        const double number = pick(rating);
        sum += std::isnan(number) ? 0 : number;
        count += std::isnan(number) ? 0 : 1;
    }
    return count == 0 ? NoNumber : sum / count;
}

} // namespace

Rating pluralityOf(std::span<const Rating> ratings) {
    Rating gold;
    gold.label = votedLabel(ratings, false);
    gold.labelOfFour = votedLabel(ratings, true);
    gold.step =
        meanOf(ratings, [&](const Rating& rating) { return rating.label == gold.label ? rating.step : NoNumber; });
    gold.score = meanOf(ratings, [](const Rating& rating) { return rating.score; });
    bool isSplit = false;
    gold.result = votedResult(ratings, isSplit);
    if (isSplit && !isLabel(gold.label))
        gold.label = gold.labelOfFour = Cell::AnnotatorsSplit;
    return gold;
}

} // namespace assize
