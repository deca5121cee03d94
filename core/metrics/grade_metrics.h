// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include "core/metrics/figure.h"
#include "core/metrics/grade_sample.h"

/// The metrics of single responses, as registry.cpp lists them. For pass / fail, precision, recall and F1 are those of
/// the positive class; for other classes they are macro means.
namespace assize {

// grades.cpp
[[nodiscard]] Estimate gradeAccuracy(const GradeSample& sample);
[[nodiscard]] Estimate gradeKappa(const GradeSample& sample);
[[nodiscard]] Estimate gradeAc1(const GradeSample& sample);
[[nodiscard]] Estimate gradeAlphaNominal(const GradeSample& sample);
[[nodiscard]] Estimate gradePrecision(const GradeSample& sample);
[[nodiscard]] Estimate gradeRecall(const GradeSample& sample);
[[nodiscard]] Estimate gradeF1(const GradeSample& sample);
[[nodiscard]] Estimate gradeMacroPrecision(const GradeSample& sample);
[[nodiscard]] Estimate gradeMacroRecall(const GradeSample& sample);
[[nodiscard]] Estimate gradeMacroF1(const GradeSample& sample);
[[nodiscard]] Estimate matthews(const GradeSample& sample);
[[nodiscard]] Estimate gradeItemsNeeded(const GradeSample& sample);
[[nodiscard]] FigureTable gradeConfusion(const GradeSample& sample);
[[nodiscard]] FigureTable gradePerClass(const GradeSample& sample);

// kendall.cpp
[[nodiscard]] Estimate kendallTauB(const GradeSample& sample);

// pass_fail.cpp
[[nodiscard]] Estimate truePositiveRate(const GradeSample& sample);
[[nodiscard]] Estimate trueNegativeRate(const GradeSample& sample);
[[nodiscard]] Estimate balancedAccuracy(const GradeSample& sample);
[[nodiscard]] Estimate goldPrevalence(const GradeSample& sample);
[[nodiscard]] Estimate judgePrevalence(const GradeSample& sample);

// select.cpp
/// 1/|chosen| where the gold response is among the chosen ones, else 0.
[[nodiscard]] Estimate selectAccuracy(const GradeSample& sample);
[[nodiscard]] Estimate selectConsistency(const GradeSample& sample);
/// What guessing would get right: 1/N.
[[nodiscard]] Estimate selectChance(const GradeSample& sample);
/// The share of choices that each place got, beside what it would get by chance.
[[nodiscard]] FigureTable selectPosition(const GradeSample& sample);

// scores.cpp
[[nodiscard]] Estimate gradeLinearKappa(const GradeSample& sample);
[[nodiscard]] Estimate gradeQuadraticKappa(const GradeSample& sample);
[[nodiscard]] Estimate gradeAlphaOrdinal(const GradeSample& sample);
[[nodiscard]] Estimate gradeAlphaInterval(const GradeSample& sample);
[[nodiscard]] Estimate meanAbsoluteError(const GradeSample& sample);
[[nodiscard]] Estimate rootMeanSquareError(const GradeSample& sample);
[[nodiscard]] Estimate pearson(const GradeSample& sample);
[[nodiscard]] Estimate spearman(const GradeSample& sample);
[[nodiscard]] Estimate scoreBias(const GradeSample& sample);
[[nodiscard]] Estimate scoreWithinOne(const GradeSample& sample);

} // namespace assize
