// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart.h"
#include "core/chart/source.h"

/// The charts, as registry.cpp lists them: one file each.
namespace assize {

[[nodiscard]] Chart winRateChart(const ChartSource& source);
[[nodiscard]] Chart agreementMatrixChart(const ChartSource& source);
[[nodiscard]] Chart positionConsistencyChart(const ChartSource& source);
[[nodiscard]] Chart positionMatrixChart(const ChartSource& source);
[[nodiscard]] Chart lengthBiasChart(const ChartSource& source);
[[nodiscard]] Chart criterionScoresChart(const ChartSource& source);
[[nodiscard]] Chart calibrationChart(const ChartSource& source);
[[nodiscard]] Chart marginHistogramChart(const ChartSource& source);
[[nodiscard]] Chart versionsChart(const ChartSource& source);
[[nodiscard]] Chart costAgreementChart(const ChartSource& source);
[[nodiscard]] Chart modelRankingChart(const ChartSource& source);
[[nodiscard]] Chart probeFlipsChart(const ChartSource& source);
// run_changes.cpp
[[nodiscard]] Chart driftChart(const ChartSource& source);
[[nodiscard]] Chart runComparisonChart(const ChartSource& source);

} // namespace assize
