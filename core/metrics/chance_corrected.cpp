// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/alpha.h"
#include "core/metrics/cross_table.h"
#include "core/metrics/pair_metrics.h"

#include <algorithm>
#include <array>

namespace assize {

Estimate kappa(const PairSample& sample) {
    return cohenKappa(crossTable(sample));
}

Estimate stepKappa(const PairSample& sample) {
    std::vector<NumberPair> pairs;
    for (const PairCase& member : sample.cases) {
        if (member.step > NoStep)
            pairs.push_back({member.goldStep, member.step, sample.weight(member)});
    }
    return quadraticKappa(pairs);
}

Estimate ac1(const PairSample& sample) {
    return gwetAc1(crossTable(sample));
}

Estimate labelAlpha(const PairSample& sample) {
    constexpr std::array<double, 5> Classes = {0, 1, 2, 3, 4};
    RatedUnits units;
    for (const PairCase& member : sample.cases)
        units.add(std::array{static_cast<std::int32_t>(member.gold), static_cast<std::int32_t>(member.label)},
            sample.weight(member));
    return krippendorffAlpha(AlphaLevel::Nominal, units, Classes);
}

Estimate stepAlpha(const PairSample& sample) {
    std::vector<double> values;
    for (const PairCase& member : sample.cases) {
        values.push_back(member.goldStep);
        values.push_back(member.step);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    const auto classOf = [&](double step) {
        return static_cast<std::int32_t>(std::lower_bound(values.begin(), values.end(), step) - values.begin());
    };
    RatedUnits units;
    for (const PairCase& member : sample.cases) {
        if (member.step > NoStep)
            units.add(std::array{classOf(member.goldStep), classOf(member.step)}, sample.weight(member));
    }
    return krippendorffAlpha(AlphaLevel::Ordinal, units, values);
}

} // namespace assize
