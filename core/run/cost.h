// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include "core/model/verdict.h"

namespace assize {

/// What these tokens cost, in the price's currency. Cached tokens are part of the input; without a price of their own
/// they cost what others do. The hourly price is not in it.
[[nodiscard]] double costOf(const Usage& usage, const EndpointPrice& price);

/// What a server by the hour costs for so long.
[[nodiscard]] double hourlyCost(double seconds, const EndpointPrice& price);

/// True if anything costs anything: without a price there is no cost to keep within.
[[nodiscard]] bool hasPrice(const EndpointPrice& price);

/// Adds usage to a sum; the sum is an estimate if a part of it is.
void addUsage(Usage& sum, const Usage& usage);

} // namespace assize
