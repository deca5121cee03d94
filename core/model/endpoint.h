// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace assize {

/// What the person allows per minute; 0 means without limit.
struct EndpointLimits {
    int requestsPerMinute = 0;
    int tokensPerMinute = 0;

    bool operator==(const EndpointLimits&) const = default;
};

/// Seconds; 0 means without limit.
struct EndpointTimeouts {
    double connect = 10;
    double firstToken = 120; ///< of a streamed reply
    double idle = 60;
    double total = 900;

    bool operator==(const EndpointTimeouts&) const = default;
};

/// What tokens cost: an amount for so many (`per`) of them, and what an hour of the server costs.
struct EndpointPrice {
    double input = 0;
    double output = 0;
    double cached = 0;
    double hourly = 0;
    std::string currency = "USD";
    double per = 1'000'000;

    bool operator==(const EndpointPrice&) const = default;
};

/// A model server, or the built-in baseline. Never holds a key, only where the key is kept.
struct Endpoint {
    std::string name;
    std::string kind = "openai-chat"; ///< a name of core/endpoint/registry.cpp
    std::string url;
    std::string model;
    std::string key = "none"; ///< env:NAME | keychain:NAME | file:PATH | none
    int concurrency = 4;
    EndpointLimits limits;
    EndpointTimeouts timeouts;
    EndpointPrice price;
    bool stream = false; ///< have replies streamed in runs too, for proxies that cut connections which are silent

    bool operator==(const Endpoint&) const = default;
};

} // namespace assize
