// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/score_columns.h"
#include "core/model/reconcile.h"

#include <array>
#include <cmath>

namespace assize {
namespace {

std::optional<double> orNothing(double number) {
    return std::isnan(number) ? std::nullopt : std::optional(number);
}

/// What the session stores of an order that reads so; nothing for one that was not asked about yet.
std::optional<Outcome> outcomeOf(Cell cell) {
    if (isLabel(cell))
        return Outcome::Verdict;
    if (cell == Cell::Unweighted)
        return Outcome::Invalid;
    for (const Outcome outcome : {Outcome::Abstained, Outcome::Refused, Outcome::Truncated, Outcome::Unparseable,
             Outcome::Invalid, Outcome::TransportError, Outcome::Skipped}) {
        if (failedCell(outcome) == cell)
            return outcome;
    }
    return std::nullopt;
}

/// The same as session/run_item.cpp makes of stored verdicts.
TriedVerdict verdictOf(const RunTable& run, std::uint32_t row) {
    const std::array cells = {run.forward.cell(row, true), run.backward.cell(row, true)};
    TriedVerdict verdict;
    verdict.forward = labelOf(cells[0]);
    verdict.backward = labelOf(cells[1]);
    verdict.forwardMargin = orNothing(run.forward.margin(row));
    verdict.backwardMargin = orNothing(run.backward.margin(row));
    const bool hasBoth = run.forward.planned[row] > 0 && run.backward.planned[row] > 0;
    if (hasBoth) {
        const Reconciled reconciled = reconcile(verdict.forward, verdict.backward, run.mixed);
        verdict.agreement = reconciled.agreement;
        verdict.label = reconciled.label;
    } else {
        verdict.label = verdict.forward ? verdict.forward : verdict.backward;
    }
    verdict.margin = verdict.forwardMargin ? verdict.forwardMargin : verdict.backwardMargin;
    if (verdict.forwardMargin && verdict.backwardMargin)
        verdict.margin = (*verdict.forwardMargin + *verdict.backwardMargin) / 2;
    const bool asksBackward = run.forward.planned[row] == 0 || (hasBoth && isLabel(cells[0]));
    verdict.outcome = outcomeOf(cells.at(asksBackward ? 1 : 0));
    return verdict;
}

} // namespace

TriedVerdicts triedVerdicts(const RunTable& tried, const ItemTable& items) {
    std::vector<TriedVerdict> verdicts;
    verdicts.reserve(items.size());
    for (std::uint32_t row = 0; row < items.size(); ++row) {
        if (tried.forward.planned[row] == 0 && tried.backward.planned[row] == 0)
            continue;
        verdicts.push_back(verdictOf(tried, row));
        verdicts.back().itemKey = items.keys[row];
    }
    return TriedVerdicts(std::move(verdicts));
}

} // namespace assize
