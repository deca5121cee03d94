// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/single_label.h"

#include "core/metrics/pair_sample.h"

#include <cmath>

namespace assize {

Cell singleLabel(const RunTable& run, std::uint32_t row, const Policy& policy) {
    PairPattern pattern;
    pattern.forward = run.forward.cell(row, policy.four());
    pattern.backward = run.backward.cell(row, policy.four());
    return labelIn(View::Single, pattern, policy);
}

double meanMargin(const RunTable& run, std::uint32_t row) {
    const double forward = run.forward.margin(row);
    const double backward = run.backward.margin(row);
    if (std::isnan(forward))
        return backward;
    return std::isnan(backward) ? forward : (forward + backward) / 2;
}

} // namespace assize
