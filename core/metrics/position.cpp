// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/pair_metrics.h"

#include <cmath>

namespace assize {
namespace {

template <typename Predicate>
Estimate shareOf(const PairSample& sample, Predicate predicate) {
    double count = 0;
    for (const PairCase& member : sample.cases)
        count += predicate(member) ? sample.weight(member) : 0;
    return share(count, sample.size());
}

bool isFirstBoth(const PairCase& member) {
    return member.forward == Cell::A && member.backward == Cell::B;
}

bool isSecondBoth(const PairCase& member) {
    return member.forward == Cell::B && member.backward == Cell::A;
}

/// +1 for A, −1 for B, 0 for a tie: a label as JudgeLM compares it between the orders.
int side(Cell label) {
    return label == Cell::A ? 1 : label == Cell::B ? -1 : 0;
}

/// Points of the response shown first in one order, a tie half a point.
double firstPoints(Cell label, Cell first) {
    return isTie(label) ? 0.5 : label == first ? 1 : 0;
}

} // namespace

Estimate positionConsistency(const PairSample& sample) {
    return shareOf(
        sample, [](const PairCase& member) { return isLabel(member.forward) && member.forward == member.backward; });
}

Estimate positionFlipped(const PairSample& sample) {
    return shareOf(sample, [](const PairCase& member) { return isFirstBoth(member) || isSecondBoth(member); });
}

Estimate positionFirstBias(const PairSample& sample) {
    return shareOf(sample, isFirstBoth);
}

Estimate positionSecondBias(const PairSample& sample) {
    return shareOf(sample, isSecondBoth);
}

Estimate positionMixed(const PairSample& sample) {
    return shareOf(sample, [](const PairCase& member) {
        return member.forward != member.backward && (isTie(member.forward) || isTie(member.backward));
    });
}

Estimate positionDelta(const PairSample& sample) {
    double points = 0;
    for (const PairCase& member : sample.cases)
        points +=
            sample.weight(member) * (firstPoints(member.forward, Cell::A) + firstPoints(member.backward, Cell::B));
    const double pairs = sample.size();
    return pairs > 0 ? valueOf(points / (2 * pairs) - 0.5) : undefined("no-items");
}

Estimate positionDeltaUnpaired(const PairSample& sample) {
    double points = 0;
    double forward = 0;
    double backward = 0;
    for (const PairCase& member : sample.cases) {
        const double weight = sample.weight(member);
        if (isLabel(member.forward)) {
            forward += weight;
            points += weight * firstPoints(member.forward, Cell::A);
        } else if (isLabel(member.backward)) {
            backward += weight;
            points += weight * firstPoints(member.backward, Cell::B);
        }
    }
    if (forward <= 0 || backward <= 0)
        return undefined("one-order");
    return valueOf(points / (forward + backward) - 0.5);
}

Estimate judgelmBefore(const PairSample& sample) {
    return shareOf(sample, [](const PairCase& member) { return side(member.backward) < side(member.forward); });
}

Estimate judgelmAfter(const PairSample& sample) {
    return shareOf(sample, [](const PairCase& member) { return side(member.backward) > side(member.forward); });
}

Estimate judgelmDelta(const PairSample& sample) {
    const Estimate before = judgelmBefore(sample);
    const Estimate after = judgelmAfter(sample);
    return before.value ? valueOf(std::abs(*before.value - *after.value)) : undefined(before.reason);
}

Estimate judgelmTotal(const PairSample& sample) {
    return shareOf(sample, [](const PairCase& member) { return side(member.backward) != side(member.forward); });
}

FigureTable judgelmTable(const PairSample& sample) {
    FigureTable table{{"before", "after", "delta", "total"}, {"share"}, {}};
    for (const Estimate& estimate :
        {judgelmBefore(sample), judgelmAfter(sample), judgelmDelta(sample), judgelmTotal(sample)})
        table.cells.push_back({estimate.value});
    return table;
}

FigureTable positionMatrix(const PairSample& sample) {
    std::vector<Cell> labels = {Cell::A, Cell::B, Cell::Tie};
    if (sample.policy.four())
        labels.push_back(Cell::BothBad);
    FigureTable table;
    for (const Cell label : labels)
        table.columns.emplace_back(cellName(label));
    table.rows = table.columns;
    for (const Cell row : labels) {
        auto& cells = table.cells.emplace_back();
        for (const Cell column : labels) {
            double count = 0;
            for (const PairCase& member : sample.cases)
                count += member.forward == row && member.backward == column ? sample.weight(member) : 0;
            cells.emplace_back(count);
        }
    }
    return table;
}

} // namespace assize
