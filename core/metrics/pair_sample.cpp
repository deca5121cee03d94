// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/pair_sample.h"

#include "core/metrics/preference.h"
#include "core/model/reconcile.h"

#include <cmath>

namespace assize {
namespace {

Longer longerOf(std::int64_t lengthA, std::int64_t lengthB) {
    if (lengthA < 0 || lengthB < 0)
        return Longer::Unknown;
    if (lengthA == lengthB)
        return Longer::Equal;
    return lengthA > lengthB ? Longer::A : Longer::B;
}

double orNoStep(double step) {
    return std::isnan(step) ? NoStep : step;
}

/// Steps of raters who only gave a label: a side is one step.
double stepOr(double step, Cell cell) {
    if (step > NoStep || !isLabel(cell))
        return step;
    return cell == Cell::A ? 1 : cell == Cell::B ? -1 : 0;
}

double stepIn(View view, const PairPattern& pattern) {
    const double forward = stepOr(pattern.forwardStep, pattern.forward);
    const double backward = stepOr(pattern.backwardStep, pattern.backward);
    const bool hasForward = isLabel(pattern.forward);
    const bool hasBackward = isLabel(pattern.backward);
    if (view == View::Backward || !hasForward)
        return hasBackward ? backward : NoStep;
    const bool joins = view == View::Reconciled || view == View::Single;
    return joins && hasBackward ? (forward + backward) / 2 : forward;
}

bool isPlannedIn(View view, const PairPattern& pattern) {
    const bool forward = pattern.forward != Cell::NotPlanned;
    const bool backward = pattern.backward != Cell::NotPlanned;
    switch (view) {
    case View::Forward:
    case View::FailureIsTie:
        return forward;
    case View::Backward:
        return backward;
    case View::Reconciled:
        return forward && backward;
    case View::Single:
        return forward || backward;
    }
    return false;
}

/// Why an item is outside the denominator; empty for a member.
std::string_view exclusion(const Population& population, const PairPattern& pattern, Cell label, const Policy& policy) {
    if (population.gold && !isLabel(pattern.gold))
        return cellName(pattern.gold);
    if (population.gold && policy.excludesGoldTies() && isTie(pattern.gold))
        return "gold-tie";
    if (!population.failures && !isJudged(label))
        return cellName(label);
    if (population.bothOrders && !isLabel(pattern.forward))
        return cellName(pattern.forward);
    if (population.bothOrders && !isLabel(pattern.backward))
        return cellName(pattern.backward);
    if (population.lengthsDiffer && pattern.longer == Longer::Unknown)
        return "no-lengths";
    if (population.lengthsDiffer && pattern.longer == Longer::Equal)
        return "equal-lengths";
    if (population.goldDecisive && !isDecisive(pattern.gold))
        return isLabel(pattern.gold) ? std::string_view("gold-tie") : cellName(pattern.gold);
    if (population.decisive && !isDecisive(label))
        return label == Cell::Flip ? "flip" : "tie";
    return {};
}

} // namespace

double PairSample::size() const {
    double sum = 0;
    for (const PairCase& member : cases)
        sum += weight(member);
    return sum;
}

Cell reconciledCell(Cell forward, Cell backward, const Policy& policy) {
    if (!isLabel(forward))
        return forward;
    if (!isLabel(backward))
        return backward;
    const Reconciled both = reconcile(labelOf(forward), labelOf(backward), policy.mixed, policy.four());
    if (both.agreement == OrderAgreement::Flipped)
        return policy.flips == FlipPolicy::Tie ? Cell::Tie : Cell::Flip;
    return cellOf(*both.label);
}

Cell labelIn(View view, const PairPattern& pattern, const Policy& policy) {
    switch (view) {
    case View::Forward:
        return pattern.forward;
    case View::Backward:
        return pattern.backward;
    case View::FailureIsTie:
        return isLabel(pattern.forward) || pattern.forward == Cell::NotPlanned ? pattern.forward : Cell::Tie;
    case View::Reconciled:
        return reconciledCell(pattern.forward, pattern.backward, policy);
    case View::Single:
        if (pattern.backward == Cell::NotPlanned)
            return pattern.forward;
        if (pattern.forward == Cell::NotPlanned)
            return pattern.backward;
        return reconciledCell(pattern.forward, pattern.backward, policy);
    }
    return Cell::Missing;
}

PairPatterns pairPatterns(const ItemTable& items, const RunTable& run, const RunTable* baseline,
    std::span<const Rating> reference, std::span<const std::uint32_t> rows, const Policy& policy) {
    const bool four = policy.four();
    const bool hasShares = hasPreferences(run);
    const bool keepsSteps = policy.ties == TiePolicy::Steps;
    PairPatterns result;
    result.patternOf.reserve(rows.size());
    std::map<PairPattern, std::uint32_t> known;
    for (const std::uint32_t row : rows) {
        PairPattern pattern;
        pattern.gold = four ? reference[row].labelOfFour : reference[row].label;
        pattern.forward = run.forward.cell(row, four);
        pattern.backward = run.backward.cell(row, four);
        pattern.baseline = baseline == nullptr ? Cell::NotPlanned : baseline->forward.cell(row, four);
        pattern.longer = longerOf(items.lengthA[row], items.lengthB[row]);
        if (const auto share = hasShares ? shareOfA(run, row) : Cell::NotPlanned; std::holds_alternative<double>(share))
            pattern.preference = std::get<double>(share);
        if (keepsSteps) {
            pattern.goldStep = orNoStep(reference[row].step);
            pattern.forwardStep = orNoStep(run.forward.step(row));
            pattern.backwardStep = orNoStep(run.backward.step(row));
        }
        const auto [entry, isNew] = known.try_emplace(pattern, static_cast<std::uint32_t>(known.size()));
        if (isNew)
            result.patterns.push_back(pattern);
        result.patternOf.push_back(entry->second);
    }
    return result;
}

PairMembers membersOf(const Population& population, std::span<const PairPattern> patterns,
    std::span<const std::uint32_t> observed, const Policy& policy) {
    PairMembers members;
    if (population.gold && policy.excludesGoldTies())
        members.leftOut["gold-tie"] = 0;
    for (std::uint32_t at = 0; at < patterns.size(); ++at) {
        const PairPattern& pattern = patterns[at];
        if (!isPlannedIn(population.view, pattern) || (population.baseline && pattern.baseline == Cell::NotPlanned))
            continue;
        const Cell label = population.baseline ? pattern.baseline : labelIn(population.view, pattern, policy);
        members.total += observed[at];
        members.judged += isJudged(label) ? observed[at] : 0;
        if (const std::string_view reason = exclusion(population, pattern, label, policy); !reason.empty()) {
            members.leftOut[std::string(reason)] += observed[at];
            continue;
        }
        members.cases.push_back({pattern.gold, label, pattern.forward, pattern.backward, pattern.longer,
            stepOr(pattern.goldStep, pattern.gold), stepIn(population.view, pattern), pattern.preference, at});
    }
    return members;
}

} // namespace assize
