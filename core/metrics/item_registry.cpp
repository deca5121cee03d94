// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/item_metric.h"
#include "core/metrics/item_metrics.h"
#include "core/metrics/published.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

constexpr auto ItemMetrics = std::to_array<ItemMetric>({
    {"winrate.length_adjusted", lengthAdjustedWinrate},
    {"bradley_terry", bradleyTerry},
    {"bradley_terry.smoothed", bradleyTerrySmoothed},
    {"bradley_terry.gold", bradleyTerryOfGold},
    {"elo", elo},
    {"win_matrix", winMatrix},
    {"ranking.spearman", rankingSpearman},
    {"ranking.kendall", rankingKendall},
    {"judge_corrected_rate", judgeCorrectedRate},
    {"ppi_rate", predictionPoweredRate},
    {"alt_test", alternativeAnnotatorTest},
    {"alt_test.advantage", alternativeAnnotatorAdvantage},
    {"anchoring.changed", anchoringChanged},
    {"anchoring.toward_judge", anchoringTowardJudge},
    {"repeat.agreement", repeatAgreement},
    {"repeat.unanimous", repeatUnanimous},
    {"repeat.sd", repeatDeviation},
    {"judge.bias", judgeBias},
    {"judge.variance", judgeVariance},
    {"cost", costTotal},
    {"cost.per_1000_verdicts", costPerThousandVerdicts},
    {"cost.per_agreement_point", costPerAgreementPoint},
    {"rewardbench.original", publishedRewardbench},
    {"rewardbench2.original", publishedRewardbench2},
    {"judgebench.original", publishedJudgebench},
    {"llmbar.original", publishedLlmbar},
    {"rmbench.original", publishedRmbench},
    {"rmbench.matrix.original", publishedRmbenchMatrix},
    {"halubench.original", publishedHalubench},
    {"judgelm.original", publishedJudgelm},
    {"mtbench.original", publishedMtbench},
    {"wildbench.original", publishedWildbench},
    {"alpacaeval.original", publishedAlpacaeval},
    {"calibration.auroc", calibrationAuroc},
    {"calibration.buckets", calibrationBuckets},
    {"calibration.coverage", calibrationCoverage},
    {"calibration.ece", calibrationError},
    {"calibration.brier", calibrationBrier},
    {"calibration.ece_mapped", calibrationErrorMapped},
    {"samples.support", samplesSupport},
    {"samples.valid", samplesValid},
    {"length.spearman", lengthSpearman},
    {"self_preference", selfPreference},
    {"reference.effect", referenceEffect},
    {"format.effect", formatEffect},
    {"probe.swap.flip_rate", probeFlipRate<Probe::Swap>},
    {"probe.criteria.flip_rate", probeFlipRate<Probe::Criteria>},
    {"probe.whitespace.flip_rate", probeFlipRate<Probe::Whitespace>},
    {"probe.length.flip_rate", probeFlipRate<Probe::Length>},
    {"probe.markdown.flip_rate", probeFlipRate<Probe::Markdown>},
    {"probe.models.flip_rate", probeFlipRate<Probe::Models>},
    {"probe.injection.flip_rate", probeFlipRate<Probe::Injection>},
    {"human_ceiling", humanCeiling},
    {"human_ceiling.judge", humanCeilingOfJudge},
    {"item_accuracy_by_section", sectionAccuracy},
    {"agreement.single.original", tieDeltaAgreement},
});

} // namespace

std::span<const ItemMetric> itemMetrics() {
    return ItemMetrics;
}

void addItemFigures(Figures& figures, const FigureRequest& request, const MetricSettings& settings) {
    const Policy policy = policyFor(request, settings);
    for (const ItemMetric& metric : itemMetrics()) {
        if (!request.only.empty() &&
            std::find(request.only.begin(), request.only.end(), metric.key) == request.only.end())
            continue;
        if (auto figure = metric.compute(request, policy, settings))
            figures.push_back({std::string(metric.key), std::move(*figure)});
    }
}

} // namespace assize
