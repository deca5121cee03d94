// SPDX-License-Identifier: Apache-2.0
// What the rate over unlabelled items would be if people had judged them: from the judge's verdicts there, and its
// errors on the labelled items (metrics.md, Can the judge stand in for people).
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/preference.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assize {
namespace {

/// Judge and gold of one item as numbers: 1 for the positive class, else 0; shares of A; or scores.
struct NumberOfItem {
    double judge = NoNumber;
    double gold = NoNumber;
    Cell failure = Cell::NotPlanned;
};

NumberOfItem numbersOf(const FigureRequest& request, std::uint32_t row, std::int32_t positive) {
    const RunTable& run = request.run;
    const Rating& rating = request.reference[row];
    NumberOfItem numbers;
    if (run.isPairwise()) {
        const auto share = shareOfA(run, row);
        if (const double* value = std::get_if<double>(&share))
            numbers.judge = *value;
        else
            numbers.failure = std::get<Cell>(share);
        numbers.gold = isLabel(rating.label) ? shareOfLabel(rating.label) : NoNumber;
        return numbers;
    }
    numbers.failure = run.grades.planned[row] > 0 ? run.grades.failure[row] : Cell::NotPlanned;
    if (run.task == Task::Direct) {
        numbers.judge = run.grades.score[row];
        numbers.gold = rating.score;
        return numbers;
    }
    if (run.grades.result[row] != NoResult)
        numbers.judge = run.grades.result[row] == positive ? 1 : 0;
    if (rating.result != NoResult)
        numbers.gold = rating.result == positive ? 1 : 0;
    return numbers;
}

using JudgeAndGold = std::pair<double, double>;

/// Labelled and unlabelled items, each with its patterns.
struct BothSets {
    ItemSample labelled;
    ItemSample unlabelled;
    std::vector<JudgeAndGold> labelledValues;
    std::vector<double> unlabelledValues;
};

BothSets bothSets(const FigureRequest& request) {
    BothSets sets;
    const std::int32_t positive = request.items.results.find(request.run.positive);
    std::map<JudgeAndGold, std::uint32_t> labelledKeys;
    std::map<double, std::uint32_t> unlabelledKeys;
    for (const std::uint32_t row : request.rows) {
        const NumberOfItem numbers = numbersOf(request, row, positive);
        if (std::isnan(numbers.judge) && numbers.failure == Cell::NotPlanned)
            continue;
        ++sets.unlabelled.total;
        if (std::isnan(numbers.judge)) {
            sets.unlabelled.leaveOut(cellName(numbers.failure));
            continue;
        }
        ++sets.unlabelled.judged;
        if (std::isnan(numbers.gold)) {
            if (sets.unlabelled.add(row, unlabelledKeys, numbers.judge))
                sets.unlabelledValues.push_back(numbers.judge);
            continue;
        }
        sets.unlabelled.leaveOut("labelled");
        const JudgeAndGold key{numbers.judge, numbers.gold};
        if (sets.labelled.add(row, labelledKeys, key))
            sets.labelledValues.push_back(key);
    }
    return sets;
}

/// What the labelled items say of the judge: two numbers, NaN where they cannot be computed.
using LabelledPart = std::array<double, 2>;

LabelledPart trueRates(const BothSets& sets, std::span<const std::uint32_t> counts) {
    std::array<double, 2> right{};
    std::array<double, 2> all{};
    for (std::size_t at = 0; at < sets.labelledValues.size(); ++at) {
        const auto [judge, gold] = sets.labelledValues[at];
        const std::size_t side = gold > 0.5 ? 0 : 1;
        all.at(side) += counts[at];
        right.at(side) += (judge > 0.5) == (gold > 0.5) ? counts[at] : 0;
    }
    return {right[0] / all[0], right[1] / all[1]};
}

LabelledPart meanDifference(const BothSets& sets, std::span<const std::uint32_t> counts) {
    double sum = 0;
    double items = 0;
    for (std::size_t at = 0; at < sets.labelledValues.size(); ++at) {
        sum += counts[at] * (sets.labelledValues[at].second - sets.labelledValues[at].first);
        items += counts[at];
    }
    return {sum / items, 0};
}

double meanOfUnlabelled(const BothSets& sets, std::span<const std::uint32_t> counts) {
    double sum = 0;
    double items = 0;
    for (std::size_t at = 0; at < sets.unlabelledValues.size(); ++at) {
        sum += counts[at] * sets.unlabelledValues[at];
        items += counts[at];
    }
    return sum / items;
}

/// (p + TNR − 1) / (TPR + TNR − 1), within 0 and 1 (Rogan and Gladen 1978).
Estimate corrected(const LabelledPart& rates, double observed) {
    const auto [truePositive, trueNegative] = rates;
    if (std::isnan(truePositive) || std::isnan(trueNegative))
        return undefined("one-class-of-gold");
    if (truePositive + trueNegative <= 1)
        return undefined("judge-no-better-than-chance");
    const double rate = (observed + trueNegative - 1) / (truePositive + trueNegative - 1);
    Estimate result = valueOf(std::clamp(rate, 0.0, 1.0));
    if (rate < 0 || rate > 1)
        result.note = "clipped";
    return result;
}

/// The judge's mean over the unlabelled items, plus what people add to it on the labelled ones (Angelopoulos 2023).
Estimate predictionPowered(const LabelledPart& difference, double observed) {
    return valueOf(observed + difference[0]);
}

struct Method {
    LabelledPart (*labelled)(const BothSets& sets, std::span<const std::uint32_t> counts);
    Estimate (*combine)(const LabelledPart& labelled, double observed);
};

/// Both sets are drawn on their own: the unlabelled one from the next seed.
void addInterval(Figure& figure, const BothSets& sets, const ItemTable& items, const Method& method,
    const MetricSettings& settings) {
    if (settings.resamples <= 0)
        return;
    figure.method = "bootstrap";
    figure.seed = settings.seed;
    if (sets.labelled.resampler(items).unitCount() < 2 || sets.unlabelled.resampler(items).unitCount() < 2) {
        figure.reason = "nothing-to-resample";
        return;
    }
    std::vector<LabelledPart> labelled(static_cast<std::size_t>(settings.resamples));
    sets.labelled.resampler(items).forEachResample(
        settings.resamples, settings.seed, settings.threads, [&](int resample, std::span<const std::uint32_t> counts) {
            labelled[static_cast<std::size_t>(resample)] = method.labelled(sets, counts);
        });
    std::vector<double> values(labelled.size(), NoNumber);
    sets.unlabelled.resampler(items).forEachResample(settings.resamples, settings.seed + 1, settings.threads,
        [&](int resample, std::span<const std::uint32_t> counts) {
            const auto at = static_cast<std::size_t>(resample);
            values[at] = method.combine(labelled[at], meanOfUnlabelled(sets, counts)).value.value_or(NoNumber);
        });
    std::erase_if(values, [](double value) { return std::isnan(value); });
    figure.dropped = settings.resamples - static_cast<int>(values.size());
    if (values.empty() || figure.dropped * 20 > settings.resamples) {
        figure.reason = "bootstrap-undefined";
        return;
    }
    std::sort(values.begin(), values.end());
    figure.low = percentile(values, 0.025);
    figure.high = percentile(values, 0.975);
}

Figure rateFigure(const FigureRequest& request, const MetricSettings& settings, const Method& method) {
    const BothSets sets = bothSets(request);
    constexpr std::string_view Ties = "class";
    if (sets.labelled.rows.empty())
        return noFigure(sets.unlabelled, Ties, sets.unlabelled.judged == 0 ? "no-verdicts" : "no-gold");
    if (sets.unlabelled.rows.empty())
        return noFigure(sets.unlabelled, Ties, "no-unlabelled-items");
    const Estimate estimate = method.combine(method.labelled(sets, sets.labelled.resampler(request.items).observed()),
        meanOfUnlabelled(sets, sets.unlabelled.resampler(request.items).observed()));
    Figure figure = noFigure(sets.unlabelled, Ties, estimate.reason);
    figure.value = estimate.value;
    if (!estimate.note.empty())
        figure.notes.emplace_back(estimate.note);
    if (figure.value)
        addInterval(figure, sets, request.items, method, settings);
    return figure;
}

/// "positive: FAIL": whose rate it is.
std::string positiveNote(const RunTable& run) {
    return "positive: " + (run.isPairwise() ? std::string("A>B") : run.positive);
}

} // namespace

std::optional<Figure> judgeCorrectedRate(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& settings) {
    if (request.run.task != Task::PassFail)
        return std::nullopt;
    Figure figure = rateFigure(request, settings, {trueRates, corrected});
    figure.notes.push_back(positiveNote(request.run));
    return figure;
}

std::optional<Figure> predictionPoweredRate(
    const FigureRequest& request, const Policy& /*policy*/, const MetricSettings& settings) {
    const Task task = request.run.task;
    if (task != Task::PassFail && task != Task::Direct && !request.run.isPairwise())
        return std::nullopt;
    Figure figure = rateFigure(request, settings, {meanDifference, predictionPowered});
    figure.notes.push_back(task == Task::Direct ? "mean-score" : positiveNote(request.run));
    return figure;
}

} // namespace assize
