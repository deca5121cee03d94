// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/tables.h"
#include "core/model/endpoint.h"
#include "core/model/run.h"
#include <optional>
#include <span>

namespace assize {

/// The price of the endpoint that the run was sent to: of its kind, at its address, for its model or for any. Null if
/// none of these endpoints is it, or it is free.
[[nodiscard]] const EndpointPrice* priceOf(const Run& run, std::span<const Endpoint> endpoints);

/// What the run's tokens and hours come to at that price; nothing without one.
[[nodiscard]] std::optional<Spending> spendingOf(
    const RunUsage& usage, const Run& run, std::span<const Endpoint> endpoints);

} // namespace assize
