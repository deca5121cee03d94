// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include "core/metrics/figure.h"
#include "core/metrics/pair_sample.h"

/// The pairwise metrics, as registry.cpp lists them. Each computes one figure of metrics.md from one weighted sample of
/// its population; none knows of intervals, exclusions or resampling.
namespace assize {

// agreement.cpp
[[nodiscard]] Estimate agreement(const PairSample& sample);
[[nodiscard]] Estimate agreementOfBothOrders(const PairSample& sample);
[[nodiscard]] Estimate twoGameAgreement(const PairSample& sample);
[[nodiscard]] Estimate agreementWithHalfForFailures(const PairSample& sample);
[[nodiscard]] Estimate itemsNeeded(const PairSample& sample);

// chance_corrected.cpp
[[nodiscard]] Estimate kappa(const PairSample& sample);
[[nodiscard]] Estimate stepKappa(const PairSample& sample);
[[nodiscard]] Estimate ac1(const PairSample& sample);
[[nodiscard]] Estimate labelAlpha(const PairSample& sample);
[[nodiscard]] Estimate stepAlpha(const PairSample& sample);

// classification.cpp
[[nodiscard]] Estimate macroPrecision(const PairSample& sample);
[[nodiscard]] Estimate macroRecall(const PairSample& sample);
[[nodiscard]] Estimate macroF1(const PairSample& sample);
[[nodiscard]] FigureTable confusionTable(const PairSample& sample);
[[nodiscard]] FigureTable perClassTable(const PairSample& sample);

// position.cpp
[[nodiscard]] Estimate positionConsistency(const PairSample& sample);
[[nodiscard]] Estimate positionFlipped(const PairSample& sample);
[[nodiscard]] Estimate positionFirstBias(const PairSample& sample);
[[nodiscard]] Estimate positionSecondBias(const PairSample& sample);
[[nodiscard]] Estimate positionMixed(const PairSample& sample);
[[nodiscard]] Estimate positionDelta(const PairSample& sample);
[[nodiscard]] Estimate positionDeltaUnpaired(const PairSample& sample);
[[nodiscard]] Estimate judgelmBefore(const PairSample& sample);
[[nodiscard]] Estimate judgelmAfter(const PairSample& sample);
[[nodiscard]] Estimate judgelmDelta(const PairSample& sample);
[[nodiscard]] Estimate judgelmTotal(const PairSample& sample);
[[nodiscard]] FigureTable judgelmTable(const PairSample& sample);
[[nodiscard]] FigureTable positionMatrix(const PairSample& sample);

// winrate.cpp
[[nodiscard]] Estimate winrateA(const PairSample& sample);
[[nodiscard]] Estimate winrateB(const PairSample& sample);
[[nodiscard]] Estimate winrateDiscrete(const PairSample& sample);
[[nodiscard]] Estimate winrateError(const PairSample& sample);
[[nodiscard]] Estimate winrateDecisive(const PairSample& sample);
[[nodiscard]] Estimate winrateNova(const PairSample& sample);

// length.cpp
[[nodiscard]] Estimate judgePrefersLonger(const PairSample& sample);
[[nodiscard]] Estimate goldPrefersLonger(const PairSample& sample);
[[nodiscard]] Estimate lengthExcess(const PairSample& sample);

} // namespace assize
