// SPDX-License-Identifier: Apache-2.0
// How well a person, and the judge in a person's place, match what most other people say (metrics.md, Against gold).
#include "core/metrics/human_ceiling.h"

#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/single_label.h"

#include <algorithm>
#include <map>

namespace assize {
namespace {

/// The classes of an item by annotator, NoResult where one did not label it; the judge's own is the last.
using ItemVotes = std::vector<std::int32_t>;

/// Agreement with the plurality of the other annotators, counted once per annotator.
struct LeaveOneOut {
    bool counts = false; ///< the annotator labelled the item, and the others have a plurality
    bool isPersonRight = false;
    bool isJudgeRight = false;
};

struct CeilingSample {
    ItemSample sample;
    std::vector<std::vector<LeaveOneOut>> patterns; ///< per annotator
};

/// The class with strictly most votes of all annotators but one; NoResult if none leads.
std::int32_t pluralityWithout(const ItemVotes& votes, std::size_t annotators, std::size_t left) {
    std::map<std::int32_t, int> counts;
    for (std::size_t at = 0; at < annotators; ++at) {
        if (at != left && votes[at] != NoResult)
            ++counts[votes[at]];
    }
    std::int32_t winner = NoResult;
    int most = 0;
    for (const auto& [vote, count] : counts) {
        if (count < most)
            continue;
        winner = count > most ? vote : NoResult;
        most = count;
    }
    return winner;
}

std::vector<LeaveOneOut> leaveOneOut(const ItemVotes& votes, std::size_t annotators) {
    std::vector<LeaveOneOut> result(annotators);
    for (std::size_t at = 0; at < annotators; ++at) {
        const std::int32_t others = pluralityWithout(votes, annotators, at);
        if (votes[at] == NoResult || others == NoResult)
            continue;
        result[at] = {true, votes[at] == others, votes.size() > annotators && votes.back() == others};
    }
    return result;
}

std::int32_t voteOf(const Rating& rating, bool isPairwise, bool four) {
    if (!isPairwise)
        return rating.result;
    const Cell cell = four ? rating.labelOfFour : rating.label;
    return isLabel(cell) ? static_cast<std::int32_t>(cell) : NoResult;
}

/// Adds an item unless nobody's label can be compared with the others'.
void addToCeiling(CeilingSample& ceiling, std::map<ItemVotes, std::uint32_t>& keys, std::uint32_t row,
    const ItemVotes& votes, std::size_t annotators) {
    const std::vector<LeaveOneOut> each = leaveOneOut(votes, annotators);
    if (std::none_of(each.begin(), each.end(), [](const LeaveOneOut& one) { return one.counts; }))
        ceiling.sample.leaveOut("no-annotators");
    else if (ceiling.sample.add(row, keys, votes))
        ceiling.patterns.push_back(each);
}

Estimate meanOverAnnotators(std::span<const std::vector<LeaveOneOut>> patterns, std::size_t annotators,
    std::span<const std::uint32_t> counts, bool LeaveOneOut::*isRight) {
    double sum = 0;
    double people = 0;
    for (std::size_t annotator = 0; annotator < annotators; ++annotator) {
        double items = 0;
        double right = 0;
        for (std::size_t at = 0; at < patterns.size(); ++at) {
            const LeaveOneOut& one = patterns[at][annotator];
            items += one.counts ? counts[at] : 0;
            right += one.counts && one.*isRight ? counts[at] : 0;
        }
        people += items > 0 ? 1 : 0;
        sum += items > 0 ? right / items : 0;
    }
    return people > 0 ? valueOf(sum / people) : undefined("no-annotators");
}

/// What the run says of an item, as the annotators' votes are numbered; NoResult without a verdict.
std::int32_t voteOfRun(const RunTable& run, std::uint32_t row, const Policy& policy, Cell& failure) {
    if (!run.isPairwise()) {
        failure = run.grades.failure[row];
        return run.grades.result[row];
    }
    failure = singleLabel(run, row, policy);
    return isJudged(failure) ? static_cast<std::int32_t>(failure) : NoResult;
}

CeilingSample judgedCeiling(const FigureRequest& request, const Policy& policy) {
    CeilingSample ceiling;
    std::map<ItemVotes, std::uint32_t> keys;
    for (const std::uint32_t row : request.rows) {
        if (!isPlanned(request.run, row))
            continue;
        Cell failure = Cell::Missing;
        const std::int32_t judge = voteOfRun(request.run, row, policy, failure);
        ++ceiling.sample.total;
        ceiling.sample.judged += judge != NoResult ? 1 : 0;
        if (judge == NoResult) {
            ceiling.sample.leaveOut(cellName(failure));
            continue;
        }
        ItemVotes votes;
        for (const auto& column : request.raters->ratings)
            votes.push_back(voteOf(column[row], request.run.isPairwise(), policy.four()));
        votes.push_back(judge);
        addToCeiling(ceiling, keys, row, votes, request.raters->names.size());
    }
    return ceiling;
}

Policy withTiesAsClass(Policy policy) {
    policy.ties = policy.four() ? TiePolicy::Four : TiePolicy::Class;
    return policy;
}

std::optional<Figure> ceilingFigure(
    const FigureRequest& request, const Policy& runPolicy, const MetricSettings& settings, bool LeaveOneOut::*isRight) {
    const Task task = request.run.task;
    if (request.raters == nullptr || task == Task::Direct || task == Task::Select)
        return std::nullopt;
    const Policy policy = withTiesAsClass(runPolicy);
    const CeilingSample ceiling = judgedCeiling(request, policy);
    return resampledFigure(ceiling.sample, request.items, tiePolicyName(policy.ties), settings, "nothing-planned",
        [&, annotators = request.raters->names.size()](std::span<const std::uint32_t> counts) {
            return meanOverAnnotators(ceiling.patterns, annotators, counts, isRight);
        });
}

} // namespace

std::optional<Figure> humanCeiling(const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    return ceilingFigure(request, policy, settings, &LeaveOneOut::isPersonRight);
}

std::optional<Figure> humanCeilingOfJudge(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    return ceilingFigure(request, policy, settings, &LeaveOneOut::isJudgeRight);
}

Figure ceilingOfRaters(const ItemTable& items, const RaterTable& raters, std::span<const std::uint32_t> rows,
    const MetricSettings& settings) {
    const bool four = settings.ties == TiePolicy::Four;
    const auto isLabelled = [](const Rating& rating) { return isLabel(rating.label); };
    const bool isPairwise = std::any_of(raters.ratings.begin(), raters.ratings.end(),
        [&](const auto& column) { return std::any_of(column.begin(), column.end(), isLabelled); });
    CeilingSample ceiling;
    std::map<ItemVotes, std::uint32_t> keys;
    for (const std::uint32_t row : rows) {
        ItemVotes votes;
        for (const auto& column : raters.ratings)
            votes.push_back(voteOf(column[row], isPairwise, four));
        if (std::all_of(votes.begin(), votes.end(), [](std::int32_t vote) { return vote == NoResult; }))
            continue;
        ++ceiling.sample.total;
        ++ceiling.sample.judged;
        addToCeiling(ceiling, keys, row, votes, raters.names.size());
    }
    return resampledFigure(ceiling.sample, items, tiePolicyName(four ? TiePolicy::Four : TiePolicy::Class), settings,
        "no-annotators", [&](std::span<const std::uint32_t> counts) {
            return meanOverAnnotators(ceiling.patterns, raters.names.size(), counts, &LeaveOneOut::isPersonRight);
        });
}

} // namespace assize
