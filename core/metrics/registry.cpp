// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/grade_metrics.h"
#include "core/metrics/metric.h"
#include "core/metrics/pair_metrics.h"

#include <array>

namespace assize {
namespace {

using enum View;
using enum TieRule;

constexpr bool All = true; // a planned item without a verdict stays in the denominator

constexpr Population gold(View view, bool failures = false) {
    return {.view = view, .failures = failures};
}

constexpr Population labels(View view, bool failures = false) {
    return {.view = view, .gold = false, .failures = failures};
}

constexpr Population Paired = {.view = Forward, .bothOrders = true};
constexpr Population Baseline = {.view = Forward, .baseline = true};
constexpr Population Decisive = {.view = Single, .gold = false, .decisive = true};
constexpr Population Longer = {.view = Single, .gold = false, .decisive = true, .lengthsDiffer = true};
constexpr Population GoldLonger = {.view = Single, .failures = true, .goldDecisive = true, .lengthsDiffer = true};
constexpr Population BothLonger = {.view = Single, .decisive = true, .goldDecisive = true, .lengthsDiffer = true};

// A key that stands twice is taken from the first line with a value.
constexpr auto PairMetrics = std::to_array<PairMetric>({
    {"agreement.forward", gold(Forward), HalfPoints, agreement},
    {"agreement.forward.all", gold(Forward, All), HalfPoints, agreement},
    {"agreement.forward.paired", Paired, HalfPoints, agreement},
    {"agreement.backward", gold(Backward), HalfPoints, agreement},
    {"agreement.backward.all", gold(Backward, All), HalfPoints, agreement},
    {"agreement.reconciled", gold(Reconciled), WholePoints, agreementOfBothOrders},
    {"agreement.reconciled.all", gold(Reconciled, All), WholePoints, agreementOfBothOrders},
    {"agreement.two_game", gold(Reconciled), WholePoints, twoGameAgreement},
    {"agreement.two_game.all", gold(Reconciled, All), WholePoints, twoGameAgreement},
    {"agreement.single", gold(Single), HalfPoints, agreement},
    {"agreement.single.all", gold(Single, All), HalfPoints, agreement},
    {"agreement.forward.original", gold(FailureIsTie), WholePoints, agreement, nullptr, "failure-is-a-tie"},
    {"agreement.forward.original.half", gold(Forward, All), WholePoints, agreementWithHalfForFailures, nullptr,
        "failure-or-tie-is-half"},
    {"accuracy.reconciled", gold(Reconciled), HalfPoints, agreement},
    {"accuracy.reconciled.all", gold(Reconciled, All), HalfPoints, agreement},
    {"precision.forward", gold(Forward), WholePoints, macroPrecision},
    {"precision.backward", gold(Backward), WholePoints, macroPrecision},
    {"precision.reconciled", gold(Reconciled), WholePoints, macroPrecision},
    {"precision.single", gold(Single), WholePoints, macroPrecision},
    {"precision.forward.original", gold(FailureIsTie), WholePoints, macroPrecision, nullptr, "failure-is-a-tie"},
    {"recall.forward", gold(Forward), WholePoints, macroRecall},
    {"recall.backward", gold(Backward), WholePoints, macroRecall},
    {"recall.reconciled", gold(Reconciled), WholePoints, macroRecall},
    {"recall.single", gold(Single), WholePoints, macroRecall},
    {"recall.forward.original", gold(FailureIsTie), WholePoints, macroRecall, nullptr, "failure-is-a-tie"},
    {"f1.forward", gold(Forward), WholePoints, macroF1},
    {"f1.backward", gold(Backward), WholePoints, macroF1},
    {"f1.reconciled", gold(Reconciled), WholePoints, macroF1},
    {"f1.single", gold(Single), WholePoints, macroF1},
    {"f1.forward.original", gold(FailureIsTie), WholePoints, macroF1, nullptr, "failure-is-a-tie"},
    {"kappa.forward", gold(Forward), WholePoints, kappa},
    {"kappa.backward", gold(Backward), WholePoints, kappa},
    {"kappa.reconciled", gold(Reconciled), WholePoints, kappa},
    {"kappa.single", gold(Single), WholePoints, kappa},
    {"kappa.forward.original", gold(FailureIsTie), WholePoints, kappa, nullptr, "failure-is-a-tie"},
    {"kappa.quadratic.forward", gold(Forward), Steps, stepKappa},
    {"kappa.quadratic.backward", gold(Backward), Steps, stepKappa},
    {"kappa.quadratic.single", gold(Single), Steps, stepKappa},
    {"ac1.forward", gold(Forward), WholePoints, ac1},
    {"ac1.backward", gold(Backward), WholePoints, ac1},
    {"ac1.reconciled", gold(Reconciled), WholePoints, ac1},
    {"ac1.single", gold(Single), WholePoints, ac1},
    {"alpha.forward", gold(Forward), WholePoints, labelAlpha},
    {"alpha.backward", gold(Backward), WholePoints, labelAlpha},
    {"alpha.reconciled", gold(Reconciled), WholePoints, labelAlpha},
    {"alpha.single", gold(Single), WholePoints, labelAlpha},
    {"alpha.ordinal.forward", gold(Forward), Steps, stepAlpha},
    {"alpha.ordinal.backward", gold(Backward), Steps, stepAlpha},
    {"alpha.ordinal.single", gold(Single), Steps, stepAlpha},
    {"confusion.forward", gold(Forward), WholePoints, nullptr, confusionTable},
    {"confusion.backward", gold(Backward), WholePoints, nullptr, confusionTable},
    {"confusion.reconciled", gold(Reconciled), WholePoints, nullptr, confusionTable},
    {"confusion.single", gold(Single), WholePoints, nullptr, confusionTable},
    {"per_class.forward", gold(Forward), WholePoints, nullptr, perClassTable},
    {"per_class.backward", gold(Backward), WholePoints, nullptr, perClassTable},
    {"per_class.reconciled", gold(Reconciled), WholePoints, nullptr, perClassTable},
    {"per_class.single", gold(Single), WholePoints, nullptr, perClassTable},
    {"position.consistency", labels(Reconciled), NoGold, positionConsistency},
    {"position.consistency.all", labels(Reconciled, All), NoGold, positionConsistency},
    {"position.flipped", labels(Reconciled), NoGold, positionFlipped},
    {"position.first_bias", labels(Reconciled), NoGold, positionFirstBias},
    {"position.second_bias", labels(Reconciled), NoGold, positionSecondBias},
    {"position.mixed", labels(Reconciled), NoGold, positionMixed},
    {"position.delta", labels(Reconciled), NoGold, positionDelta},
    {"position.delta", labels(Single, All), NoGold, positionDeltaUnpaired, nullptr, "unpaired"},
    {"position.judgelm", labels(Reconciled), NoGold, nullptr, judgelmTable},
    {"position.judgelm.before", labels(Reconciled), NoGold, judgelmBefore},
    {"position.judgelm.after", labels(Reconciled), NoGold, judgelmAfter},
    {"position.judgelm.delta", labels(Reconciled), NoGold, judgelmDelta},
    {"position.judgelm.total", labels(Reconciled), NoGold, judgelmTotal},
    {"position.matrix", labels(Reconciled), NoGold, nullptr, positionMatrix},
    {"winrate.A", labels(Single), NoGold, winrateA},
    {"winrate.B", labels(Single), NoGold, winrateB},
    {"winrate.A.discrete", labels(Single), NoGold, winrateDiscrete},
    {"winrate.stderr", labels(Single), NoGold, winrateError},
    {"winrate.decisive", Decisive, NoGold, winrateDecisive},
    {"winrate.nova", labels(Single, All), NoGold, winrateNova},
    {"length.bias", Longer, NoGold, judgePrefersLonger},
    {"length.gold", GoldLonger, WholePoints, goldPrefersLonger},
    {"length.excess", BothLonger, WholePoints, lengthExcess},
    {"baseline.agreement", Baseline, HalfPoints, agreement},
    {"baseline.longer", GoldLonger, WholePoints, goldPrefersLonger},
    {"n_needed", gold(Single), HalfPoints, itemsNeeded},
});

constexpr GradePopulation Everything = {};
constexpr GradePopulation EverythingAll = {.failures = true};
constexpr GradePopulation Scores = {.onScores = true};
constexpr GradePopulation Classes = {.onClasses = true};
constexpr GradePopulation PassFail = {.passFail = true};

constexpr GradePopulation OfManyAll = {.failures = true, .ofMany = true, .gold = false};
constexpr GradePopulation BetweenOrders = {.ofMany = true, .gold = false, .inOrders = true, .compared = true};
constexpr GradePopulation BetweenOrdersAll = {
    .failures = true, .ofMany = true, .gold = false, .inOrders = true, .compared = true};
constexpr GradePopulation InOrdersAll = {.failures = true, .ofMany = true, .gold = false, .inOrders = true};
constexpr GradePopulation Chosen = {.ofMany = true};

constexpr auto GradeMetrics = std::to_array<GradeMetric>({
    {"accuracy", Everything, gradeAccuracy},
    {"accuracy.all", EverythingAll, gradeAccuracy},
    {"kappa", Everything, gradeKappa},
    {"kappa.linear", Scores, gradeLinearKappa},
    {"kappa.quadratic", Scores, gradeQuadraticKappa},
    {"ac1", Everything, gradeAc1},
    {"alpha", Scores, gradeAlphaInterval},
    {"alpha", Classes, gradeAlphaNominal},
    {"alpha.nominal", Everything, gradeAlphaNominal},
    {"alpha.ordinal", Scores, gradeAlphaOrdinal},
    {"alpha.interval", Scores, gradeAlphaInterval},
    {"mae", Scores, meanAbsoluteError},
    {"rmse", Scores, rootMeanSquareError},
    {"pearson", Scores, pearson},
    {"spearman", Scores, spearman},
    {"kendall_tau_b", Scores, kendallTauB},
    {"score.bias", Scores, scoreBias},
    {"score.exact", Scores, gradeAccuracy},
    {"score.within_1", Scores, scoreWithinOne},
    {"precision", Classes, gradePrecision},
    {"recall", Classes, gradeRecall},
    {"f1", Classes, gradeF1},
    {"precision.macro", PassFail, gradeMacroPrecision},
    {"recall.macro", PassFail, gradeMacroRecall},
    {"f1.macro", PassFail, gradeMacroF1},
    {"tpr", PassFail, truePositiveRate},
    {"tnr", PassFail, trueNegativeRate},
    {"balanced_accuracy", PassFail, balancedAccuracy},
    {"mcc", Classes, matthews},
    {"select.accuracy", Chosen, selectAccuracy},
    {"select.chance", OfManyAll, selectChance},
    {"select.consistency", BetweenOrders, selectConsistency},
    {"select.consistency.all", BetweenOrdersAll, selectConsistency},
    {"select.position", InOrdersAll, nullptr, selectPosition},
    {"prevalence.gold", PassFail, goldPrevalence},
    {"prevalence.judge", PassFail, judgePrevalence},
    {"confusion", Everything, nullptr, gradeConfusion},
    {"per_class", Classes, nullptr, gradePerClass},
    {"n_needed", Everything, gradeItemsNeeded},
});

} // namespace

std::span<const PairMetric> pairMetrics() {
    return PairMetrics;
}

std::span<const GradeMetric> gradeMetrics() {
    return GradeMetrics;
}

} // namespace assize
