// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/pair_metrics.h"
#include "core/metrics/preference.h"

#include <cmath>

namespace assize {
namespace {

/// A's share of an item: the mean of its verdicts, so that a flip and a tie are half a win each.
double winShare(const PairCase& member) {
    if (member.preference > NoStep)
        return member.preference;
    if (member.backward == Cell::NotPlanned)
        return shareOfLabel(member.forward);
    if (member.forward == Cell::NotPlanned)
        return shareOfLabel(member.backward);
    return (shareOfLabel(member.forward) + shareOfLabel(member.backward)) / 2;
}

double sumOfA(const PairSample& sample) {
    double sum = 0;
    for (const PairCase& member : sample.cases)
        sum += sample.weight(member) * winShare(member);
    return sum;
}

} // namespace

Estimate winrateA(const PairSample& sample) {
    return mean(sumOfA(sample), sample.size());
}

Estimate winrateB(const PairSample& sample) {
    const double items = sample.size();
    return mean(items - sumOfA(sample), items);
}

Estimate winrateDiscrete(const PairSample& sample) {
    double wins = 0;
    for (const PairCase& member : sample.cases) {
        const double preference = winShare(member);
        wins += sample.weight(member) * (preference > 0.5 ? 1 : preference < 0.5 ? 0 : 0.5);
    }
    return mean(wins, sample.size());
}

Estimate winrateError(const PairSample& sample) {
    const double items = sample.size();
    if (items < 2)
        return undefined("one-item");
    const double centre = sumOfA(sample) / items;
    double squares = 0;
    for (const PairCase& member : sample.cases)
        squares += sample.weight(member) * (winShare(member) - centre) * (winShare(member) - centre);
    Estimate result = valueOf(std::sqrt(squares / (items - 1)) / std::sqrt(items));
    result.kind = Estimate::Kind::Constant;
    return result;
}

Estimate winrateDecisive(const PairSample& sample) {
    double wins = 0;
    for (const PairCase& member : sample.cases)
        wins += member.label == Cell::A ? sample.weight(member) : 0;
    return share(wins, sample.size());
}

Estimate winrateNova(const PairSample& sample) {
    double winsOfA = 0;
    double winsOfB = 0;
    for (const PairCase& member : sample.cases) {
        for (const Cell pass : {member.forward, member.backward}) {
            winsOfA += pass == Cell::A ? sample.weight(member) : 0;
            winsOfB += pass == Cell::B ? sample.weight(member) : 0;
        }
    }
    if (winsOfA + winsOfB <= 0)
        return undefined("no-decisive");
    Estimate result = mean(winsOfB, winsOfA + winsOfB);
    result.denominator = winsOfA + winsOfB;
    result.note = "counts-passes";
    return result;
}

} // namespace assize
