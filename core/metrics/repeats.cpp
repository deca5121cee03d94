// SPDX-License-Identifier: Apache-2.0
// How stable a judge is when it is asked again: samples of one item in one order (metrics.md, Can the judge stand in).
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assize {
namespace {

/// Pairs of samples of one order, and how many of them agree.
void addPairs(Repeats& repeats, const OrderColumn& order, std::uint32_t row, bool four) {
    std::array<std::uint16_t, 4> votes = order.votes[row];
    if (!four) {
        votes[2] = static_cast<std::uint16_t>(votes[2] + votes[3]);
        votes[3] = 0;
    }
    std::uint32_t samples = 0;
    for (const std::uint32_t count : votes) {
        repeats.agreeingPairs += count * (count - std::min(count, 1U)) / 2;
        samples += count;
    }
    repeats.pairs += samples * (samples - std::min(samples, 1U)) / 2;
}

Repeats repeatsOf(const RunTable& run, std::uint32_t row, bool four) {
    if (!run.isPairwise())
        return run.grades.repeats[row];
    Repeats repeats;
    addPairs(repeats, run.forward, row, four);
    addPairs(repeats, run.backward, row, four);
    return repeats;
}

/// Items with at least two samples of one order, and what each contributes.
struct RepeatSample {
    ItemSample sample;
    std::vector<double> values; ///< by pattern
};

template <typename ValueOf>
RepeatSample repeatSample(const FigureRequest& request, ValueOf valueOf) {
    RepeatSample result;
    std::map<double, std::uint32_t> keys;
    for (const std::uint32_t row : request.rows) {
        if (!isPlanned(request.run, row))
            continue;
        ++result.sample.total;
        const double value = valueOf(row);
        if (std::isnan(value)) {
            result.sample.leaveOut("one-sample");
            continue;
        }
        ++result.sample.judged;
        if (result.sample.add(row, keys, value))
            result.values.push_back(value);
    }
    return result;
}

Estimate meanOfValues(const RepeatSample& repeats, std::span<const std::uint32_t> counts, Estimate::Kind kind) {
    double sum = 0;
    double items = 0;
    for (std::size_t at = 0; at < repeats.values.size(); ++at) {
        sum += counts[at] * repeats.values[at];
        items += counts[at];
    }
    Estimate result = mean(sum, items);
    result.kind = kind;
    return result;
}

Figure meanFigure(const FigureRequest& request, const Policy& policy, const MetricSettings& settings,
    const RepeatSample& repeats, Estimate::Kind kind) {
    return resampledFigure(repeats.sample, request.items,
        tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class), settings, "nothing-planned",
        [&](std::span<const std::uint32_t> counts) { return meanOfValues(repeats, counts, kind); });
}

RepeatSample agreementPerItem(const FigureRequest& request, bool four) {
    return repeatSample(request, [&](std::uint32_t row) {
        const Repeats repeats = repeatsOf(request.run, row, four);
        return repeats.pairs == 0 ? NoNumber : static_cast<double>(repeats.agreeingPairs) / repeats.pairs;
    });
}

} // namespace

std::optional<Figure> repeatAgreement(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    return meanFigure(request, policy, settings, agreementPerItem(request, policy.four()), Estimate::Kind::Other);
}

std::optional<Figure> repeatUnanimous(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    RepeatSample repeats = agreementPerItem(request, policy.four());
    for (double& value : repeats.values)
        value = value >= 1 ? 1 : 0;
    return meanFigure(request, policy, settings, repeats, Estimate::Kind::Share);
}

std::optional<Figure> repeatDeviation(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (request.run.task != Task::Direct)
        return std::nullopt;
    const RepeatSample repeats =
        repeatSample(request, [&](std::uint32_t row) { return request.run.grades.repeats[row].deviation; });
    return meanFigure(request, policy, settings, repeats, Estimate::Kind::Other);
}

std::optional<Figure> judgeBias(const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    const std::string_view key = request.run.isPairwise() ? "agreement.single" : "accuracy";
    const RepeatSample repeats = agreementPerItem(request, policy.four());
    if (repeats.sample.rows.empty())
        return noFigure(repeats.sample, tiePolicyName(policy.ties), "one-sample");
    FigureRequest whole = request;
    whole.only = std::span(&key, 1);
    Figures figures = runFigures(whole, settings);
    if (figures.empty())
        return std::nullopt;
    figures.front().figure.notes.emplace_back("accuracy-of-the-majority");
    return std::move(figures.front().figure);
}

std::optional<Figure> judgeVariance(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    RepeatSample repeats = agreementPerItem(request, policy.four());
    for (double& value : repeats.values)
        value = 1 - value;
    return meanFigure(request, policy, settings, repeats, Estimate::Kind::Other);
}

} // namespace assize
