// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figures.h"
#include <optional>

/// The item metrics, as item_registry.cpp lists them (metrics.md). Each gives nothing where it makes no sense for the
/// run, and a figure with a reason where it cannot be computed.
namespace assize {

// length_adjusted.cpp
[[nodiscard]] std::optional<Figure> lengthAdjustedWinrate(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// model_ratings.cpp: tables of beta, rating and interval per model
[[nodiscard]] std::optional<Figure> bradleyTerry(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> bradleyTerrySmoothed(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> bradleyTerryOfGold(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// elo.cpp
[[nodiscard]] std::optional<Figure> elo(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// win_matrix.cpp: how often the model of the row beats that of the column
[[nodiscard]] std::optional<Figure> winMatrix(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// ranking.cpp: the judge's and people's order of models
[[nodiscard]] std::optional<Figure> rankingSpearman(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> rankingKendall(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// repeats.cpp
[[nodiscard]] std::optional<Figure> repeatAgreement(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> repeatUnanimous(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> repeatDeviation(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> judgeBias(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> judgeVariance(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// corrected_rate.cpp
[[nodiscard]] std::optional<Figure> judgeCorrectedRate(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> predictionPoweredRate(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// alt_test.cpp
[[nodiscard]] std::optional<Figure> alternativeAnnotatorTest(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> alternativeAnnotatorAdvantage(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// anchoring.cpp
[[nodiscard]] std::optional<Figure> anchoringChanged(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> anchoringTowardJudge(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// cost_figures.cpp: in the currency of the endpoint
[[nodiscard]] std::optional<Figure> costTotal(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> costPerThousandVerdicts(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> costPerAgreementPoint(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// calibration_auroc.cpp, calibration_tables.cpp, calibration_error.cpp
[[nodiscard]] std::optional<Figure> calibrationAuroc(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> calibrationBuckets(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> calibrationCoverage(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> calibrationError(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> calibrationBrier(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> calibrationErrorMapped(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// sample_support.cpp
[[nodiscard]] std::optional<Figure> samplesSupport(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> samplesValid(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// length_spearman.cpp, self_preference.cpp, prompt_effects.cpp
[[nodiscard]] std::optional<Figure> lengthSpearman(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> selfPreference(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> referenceEffect(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> formatEffect(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

// probe_flips.cpp: how often the verdict is another one under a probe
[[nodiscard]] std::optional<Figure> probeFlips(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings, Probe probe);
template <Probe Which>
[[nodiscard]] std::optional<Figure> probeFlipRate(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    return probeFlips(request, policy, settings, Which);
}

// human_ceiling.cpp, section_accuracy.cpp, tie_delta.cpp
[[nodiscard]] std::optional<Figure> humanCeiling(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> humanCeilingOfJudge(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> sectionAccuracy(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> tieDeltaAgreement(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

} // namespace assize
