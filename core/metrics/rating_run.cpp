// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/rating_run.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

Task taskOf(std::span<const Rating> ratings, const ItemTable& items) {
    if (std::any_of(ratings.begin(), ratings.end(), [](const Rating& rating) { return isLabel(rating.label); }))
        return Task::Pairwise;
    const bool hasResults =
        std::any_of(ratings.begin(), ratings.end(), [](const Rating& rating) { return rating.result != NoResult; });
    if (!hasResults)
        return Task::Direct;
    return std::all_of(ratings.begin(), ratings.end(),
               [&](const Rating& rating) {
                   return rating.result == NoResult || rating.result == items.results.find("PASS") ||
                          rating.result == items.results.find("FAIL");
               })
               ? Task::PassFail
               : Task::Classify;
}

} // namespace

RunTable runOfRatings(std::string name, std::span<const Rating> ratings, const ItemTable& items) {
    RunTable run;
    run.name = std::move(name);
    run.task = taskOf(ratings, items);
    run.resize(ratings.size());
    for (std::size_t row = 0; row < ratings.size(); ++row) {
        const Rating& rating = ratings[row];
        if (run.isPairwise() && isLabel(rating.label)) {
            const Cell label = isLabel(rating.labelOfFour) ? rating.labelOfFour : rating.label;
            run.forward.planned[row] = 1;
            run.forward.votes[row].at(static_cast<std::size_t>(label)) = 1;
            if (!std::isnan(rating.step))
                run.forward.stepSum[row] = rating.step;
            else
                run.forward.stepSum[row] = label == Cell::A ? 1 : label == Cell::B ? -1 : 0;
        } else if (!run.isPairwise() && !rating.isAbsent()) {
            run.grades.planned[row] = 1;
            run.grades.score[row] = rating.score;
            run.grades.result[row] = rating.result;
        }
    }
    return run;
}

} // namespace assize
