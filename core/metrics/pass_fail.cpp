// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/grade_metrics.h"

namespace assize {
namespace {

/// Items whose gold is (or is not) the positive class, and those of them that the judge put where gold has them.
Estimate rateOf(const GradeSample& sample, bool goldIsPositive) {
    double right = 0;
    double total = 0;
    for (const GradeCase& member : sample.cases) {
        if ((member.goldClass == sample.positive) != goldIsPositive)
            continue;
        total += sample.weight(member);
        right += (member.judgeClass == sample.positive) == goldIsPositive ? sample.weight(member) : 0;
    }
    Estimate result = total > 0 ? share(right, total) : undefined(goldIsPositive ? "no-positives" : "no-negatives");
    result.denominator = total;
    result.outside = goldIsPositive ? "gold-negative" : "gold-positive";
    return result;
}

} // namespace

Estimate truePositiveRate(const GradeSample& sample) {
    return rateOf(sample, true);
}

Estimate trueNegativeRate(const GradeSample& sample) {
    return rateOf(sample, false);
}

Estimate balancedAccuracy(const GradeSample& sample) {
    const Estimate positives = truePositiveRate(sample);
    const Estimate negatives = trueNegativeRate(sample);
    if (!positives.value || !negatives.value)
        return undefined(positives.value ? negatives.reason : positives.reason);
    return valueOf((*positives.value + *negatives.value) / 2);
}

Estimate goldPrevalence(const GradeSample& sample) {
    double positive = 0;
    for (const GradeCase& member : sample.cases)
        positive += member.goldClass == sample.positive ? sample.weight(member) : 0;
    return share(positive, sample.size());
}

Estimate judgePrevalence(const GradeSample& sample) {
    double positive = 0;
    for (const GradeCase& member : sample.cases)
        positive += member.judgeClass == sample.positive ? sample.weight(member) : 0;
    return share(positive, sample.size());
}

} // namespace assize
