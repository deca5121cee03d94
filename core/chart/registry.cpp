// SPDX-License-Identifier: Apache-2.0
#include "core/chart/registry.h"

#include "core/chart/charts.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

constexpr auto Kinds = std::to_array<ChartKind>({
    {"win-rate", "winrate.title", winRateChart, true},
    {"agreement-matrix", "matrix.title", agreementMatrixChart, true},
    {"calibration", "calibration.title", calibrationChart, true},
    {"position", "position.title", positionConsistencyChart, true},
    {"length", "length.title", lengthBiasChart, true},
    {"criterion-scores", "scores.title", criterionScoresChart, true},
    {"position-matrix", "position_matrix.title", positionMatrixChart, false},
    {"margins", "margins.title", marginHistogramChart, false},
    {"cost", "cost.title", costAgreementChart, false},
    {"versions", "versions.title", versionsChart, false},
    {"drift", "drift.title", driftChart, false},
    {"comparison", "compare.title", runComparisonChart, false},
    {"probes", "probes.title", probeFlipsChart, false},
    {"ranking", "ranking.title", modelRankingChart, false},
});

} // namespace

std::span<const ChartKind> chartKinds() {
    return Kinds;
}

const ChartKind* chartKindNamed(std::string_view id) {
    const auto found = std::find_if(Kinds.begin(), Kinds.end(), [&](const ChartKind& kind) { return kind.id == id; });
    return found == Kinds.end() ? nullptr : &*found;
}

Chart buildChart(const ChartKind& kind, const ChartSource& source) {
    Chart chart = kind.build(source);
    chart.id = kind.id;
    return chart;
}

} // namespace assize
