// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/pair_metrics.h"

namespace assize {
namespace {

bool namesLonger(Cell label, Longer longer) {
    return (label == Cell::A && longer == Longer::A) || (label == Cell::B && longer == Longer::B);
}

} // namespace

Estimate judgePrefersLonger(const PairSample& sample) {
    double count = 0;
    for (const PairCase& member : sample.cases)
        count += namesLonger(member.label, member.longer) ? sample.weight(member) : 0;
    return share(count, sample.size());
}

Estimate goldPrefersLonger(const PairSample& sample) {
    double count = 0;
    for (const PairCase& member : sample.cases)
        count += namesLonger(member.gold, member.longer) ? sample.weight(member) : 0;
    return share(count, sample.size());
}

Estimate lengthExcess(const PairSample& sample) {
    const Estimate judge = judgePrefersLonger(sample);
    const Estimate gold = goldPrefersLonger(sample);
    return judge.value ? valueOf(*judge.value - *gold.value) : undefined(judge.reason);
}

} // namespace assize
