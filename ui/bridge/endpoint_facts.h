// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include <cstdint>
#include <optional>
#include <string>

namespace assize::ui {

/// Where an endpoint's URL leads.
struct EndpointPlace {
    std::string host;
    int port = 0;
    bool isHere = false; ///< on this machine
};

/// Nothing for a URL that cannot be used.
[[nodiscard]] std::optional<EndpointPlace> placeOf(const std::string& url);

/// True if anything costs anything there.
[[nodiscard]] bool isPriced(const Endpoint& endpoint);

/// What so many tokens cost, in the price's currency and without its hourly part.
[[nodiscard]] double costOfTokens(const EndpointPrice& price, std::int64_t input, std::int64_t output);

} // namespace assize::ui
