// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/item_sample.h"

#include <algorithm>
#include <cmath>

namespace assize {

Coverage ItemSample::coverage(std::string_view reasonIfNobody) const {
    return {static_cast<std::int64_t>(rows.size()), judged, total, leftOut, reasonIfNobody};
}

Resampler ItemSample::resampler(const ItemTable& items) const {
    std::vector<std::uint32_t> clusters;
    clusters.reserve(rows.size());
    for (const std::uint32_t row : rows)
        clusters.push_back(items.cluster[row]);
    return {patternOf, patternCount, clusters};
}

Figure resampledFigure(const ItemSample& sample, const ItemTable& items, std::string_view ties,
    const MetricSettings& settings, std::string_view reasonIfNobody,
    const std::function<Estimate(std::span<const std::uint32_t> counts)>& evaluate) {
    const Estimate estimate =
        sample.rows.empty() ? undefined(reasonIfNobody) : evaluate(sample.resampler(items).observed());
    return resampledFigure(sample, items, ties, settings, reasonIfNobody, estimate, evaluate);
}

Figure resampledFigure(const ItemSample& sample, const ItemTable& items, std::string_view ties,
    const MetricSettings& settings, std::string_view reasonIfNobody, const Estimate& estimate,
    const std::function<Estimate(std::span<const std::uint32_t> counts)>& evaluateResample) {
    const Resampler resampler = sample.resampler(items);
    Figures figures = {{"", makeFigure(estimate, sample.coverage(reasonIfNobody), resampler.isClustered())}};
    figures[0].figure.ties = ties;
    std::vector<BootstrapTarget> targets;
    if (wantsBootstrap(estimate, figures[0].figure, settings))
        targets.push_back({0, [&](std::span<const std::uint32_t> counts) { return evaluateResample(counts).value; }});
    addBootstrapIntervals(figures, targets, resampler, settings);
    return std::move(figures[0].figure);
}

std::string reasonForNobody(const ItemSample& sample, std::string_view otherwise) {
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(sample.leftOut.begin(), sample.leftOut.end(), fewer);
    return most == sample.leftOut.end() ? std::string(otherwise) : most->first;
}

Figure noFigure(const ItemSample& sample, std::string_view ties, std::string_view reason) {
    Figure figure;
    figure.denominator = std::ssize(sample.rows);
    figure.judged = sample.judged;
    figure.total = sample.total;
    figure.leftOut = sample.leftOut;
    figure.ties = ties;
    figure.reason = reason;
    return figure;
}

JointIntervals bootstrapTogether(
    const Resampler& resampler, std::size_t width, const MetricSettings& settings, const JointStatistic& evaluate) {
    JointIntervals result{std::vector<std::optional<Interval>>(width), "nothing-to-resample", 0};
    if (settings.resamples <= 0 || width == 0 || resampler.unitCount() < 2)
        return result;
    std::vector<double> values(width * static_cast<std::size_t>(settings.resamples), NoNumber);
    resampler.forEachResample(
        settings.resamples, settings.seed, settings.threads,
        [&](int resample, std::span<const std::uint32_t> counts) {
            const std::span out(values.data() + static_cast<std::size_t>(resample) * width, width);
            if (!evaluate(counts, out))
                std::fill(out.begin(), out.end(), NoNumber);
        },
        settings.stop);
    for (std::size_t at = 0; at < width; ++at) {
        std::vector<double> column;
        for (std::size_t value = at; value < values.size(); value += width) {
            if (!std::isnan(values[value]))
                column.push_back(values[value]);
        }
        const int dropped = settings.resamples - static_cast<int>(column.size());
        result.dropped = std::max(result.dropped, dropped);
        if (column.empty() || dropped * 20 > settings.resamples)
            continue;
        std::sort(column.begin(), column.end());
        result.intervals[at] = Interval{percentile(column, 0.025), percentile(column, 0.975)};
    }
    result.reason = result.intervals.front() ? "" : "bootstrap-undefined";
    return result;
}

} // namespace assize
