// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/bootstrap.h"

#include "core/metrics/interval.h"
#include "core/metrics/tables.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

constexpr std::size_t FewClusters = 10;

void setInterval(
    Figure& figure, std::vector<double> values, const Resampler& resampler, const MetricSettings& settings) {
    const auto undefinedOnes = std::remove_if(values.begin(), values.end(), [](double v) { return std::isnan(v); });
    figure.dropped = static_cast<int>(values.end() - undefinedOnes);
    values.erase(undefinedOnes, values.end());
    figure.method = "bootstrap";
    figure.seed = settings.seed;
    if (resampler.isClustered() && resampler.unitCount() < FewClusters)
        figure.notes.emplace_back("few-clusters");
    if (settings.stop.stop_requested()) {
        figure.reason = "cancelled";
        return;
    }
    if (resampler.unitCount() < 2) { // every resample is the data again
        figure.reason = "nothing-to-resample";
        return;
    }
    if (values.empty() || figure.dropped * 20 > settings.resamples) {
        figure.reason = "bootstrap-undefined";
        return;
    }
    std::sort(values.begin(), values.end());
    figure.low = percentile(values, 0.025);
    figure.high = percentile(values, 0.975);
    if (*figure.low == *figure.high)
        figure.notes.emplace_back("resamples-alike");
}

std::string reasonFor(const Estimate& estimate, const Coverage& coverage) {
    if (coverage.total == 0)
        return std::string(coverage.reasonIfNobody);
    if (coverage.members > 0 || coverage.leftOut.empty())
        return std::string(estimate.reason);
    return std::max_element(coverage.leftOut.begin(), coverage.leftOut.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    })->first;
}

} // namespace

void addBootstrapIntervals(Figures& figures, std::span<const BootstrapTarget> targets, const Resampler& resampler,
    const MetricSettings& settings) {
    if (targets.empty() || settings.resamples <= 0)
        return;
    std::vector<std::vector<double>> values(
        targets.size(), std::vector<double>(static_cast<std::size_t>(settings.resamples), NoNumber));
    resampler.forEachResample(
        settings.resamples, settings.seed, settings.threads,
        [&](int resample, std::span<const std::uint32_t> counts) {
            for (std::size_t at = 0; at < targets.size(); ++at)
                values[at][static_cast<std::size_t>(resample)] = targets[at].evaluate(counts).value_or(NoNumber);
        },
        settings.stop);
    for (std::size_t at = 0; at < targets.size(); ++at)
        setInterval(figures[targets[at].figure].figure, std::move(values[at]), resampler, settings);
}

Figure makeFigure(const Estimate& estimate, Coverage coverage, bool isClustered) {
    Figure figure;
    figure.judged = coverage.judged;
    figure.total = coverage.total;
    figure.denominator = coverage.members;
    if (estimate.denominator)
        figure.denominator = std::llround(*estimate.denominator);
    if (!estimate.outside.empty() && *figure.denominator < coverage.members)
        coverage.leftOut[std::string(estimate.outside)] += coverage.members - *figure.denominator;
    if (!estimate.note.empty())
        figure.notes.emplace_back(estimate.note);
    if (!estimate.value) {
        figure.reason = reasonFor(estimate, coverage);
        figure.leftOut = std::move(coverage.leftOut);
        return figure;
    }
    figure.leftOut = std::move(coverage.leftOut);
    figure.value = estimate.value;
    figure.numerator = estimate.numerator;
    if (estimate.kind == Estimate::Kind::Share && !isClustered) {
        const Interval interval = wilson(*estimate.numerator, static_cast<double>(*figure.denominator));
        figure.low = interval.low;
        figure.high = interval.high;
        figure.method = "wilson";
    }
    return figure;
}

bool wantsBootstrap(const Estimate& estimate, const Figure& figure, const MetricSettings& settings) {
    return settings.resamples > 0 && figure.value && figure.method.empty() && estimate.kind != Estimate::Kind::Constant;
}

} // namespace assize
