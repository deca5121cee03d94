// SPDX-License-Identifier: Apache-2.0
#include "core/run/cost.h"

#include <algorithm>

namespace assize {

double costOf(const Usage& usage, const EndpointPrice& price) {
    const std::int64_t cached = std::min(usage.cachedTokens, usage.inputTokens);
    const double cachedPrice = price.cached > 0 ? price.cached : price.input;
    const double sum = static_cast<double>(usage.inputTokens - cached) * price.input +
                       static_cast<double>(cached) * cachedPrice +
                       static_cast<double>(usage.outputTokens) * price.output;
    return price.per > 0 ? sum / price.per : 0;
}

double hourlyCost(double seconds, const EndpointPrice& price) {
    return seconds / 3600 * price.hourly;
}

bool hasPrice(const EndpointPrice& price) {
    return price.input > 0 || price.output > 0 || price.cached > 0 || price.hourly > 0;
}

void addUsage(Usage& sum, const Usage& usage) {
    sum.inputTokens += usage.inputTokens;
    sum.outputTokens += usage.outputTokens;
    sum.cachedTokens += usage.cachedTokens;
    sum.estimated = sum.estimated || usage.estimated;
}

} // namespace assize
