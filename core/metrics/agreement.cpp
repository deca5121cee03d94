// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/interval.h"
#include "core/metrics/pair_metrics.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

double points(const PairCase& member, const Policy& policy) {
    if (member.label == member.gold)
        return 1;
    return policy.ties == TiePolicy::Half && isTie(member.label) ? 0.5 : 0;
}

/// JudgeBench's count for one order: right, wrong side, or neither.
int gamePoints(Cell label, Cell gold) {
    if (label == gold)
        return 1;
    return isDecisive(gold) && isDecisive(label) ? -1 : 0;
}

} // namespace

Estimate agreement(const PairSample& sample) {
    double right = 0;
    for (const PairCase& member : sample.cases)
        right += sample.weight(member) * points(member, sample.policy);
    return sample.policy.ties == TiePolicy::Half ? mean(right, sample.size()) : share(right, sample.size());
}

Estimate agreementOfBothOrders(const PairSample& sample) {
    double right = 0;
    for (const PairCase& member : sample.cases)
        right += member.forward == member.gold && member.backward == member.gold ? sample.weight(member) : 0;
    return share(right, sample.size());
}

Estimate twoGameAgreement(const PairSample& sample) {
    double right = 0;
    for (const PairCase& member : sample.cases) {
        const int sum = gamePoints(member.forward, member.gold) + gamePoints(member.backward, member.gold);
        right += sum > 0 ? sample.weight(member) : 0;
    }
    return share(right, sample.size());
}

Estimate agreementWithHalfForFailures(const PairSample& sample) {
    double right = 0;
    for (const PairCase& member : sample.cases) {
        const bool half = !isLabel(member.label) || isTie(member.label);
        right += sample.weight(member) * (member.label == member.gold ? 1 : half ? 0.5 : 0);
    }
    return mean(right, sample.size());
}

Estimate itemsNeeded(const PairSample& sample) {
    constexpr double HalfWidth = 0.05;
    const Estimate rate = agreement(sample);
    if (!rate.value)
        return undefined(rate.reason);
    const double wanted = Normal95 * Normal95 * *rate.value * (1 - *rate.value) / (HalfWidth * HalfWidth);
    Estimate result = valueOf(std::max(0.0, std::ceil(wanted) - sample.size()));
    result.kind = Estimate::Kind::Constant;
    return result;
}

} // namespace assize
