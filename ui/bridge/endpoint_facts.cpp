// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/endpoint_facts.h"

#include "core/net/http_message.h"
#include "core/run/cost.h"

namespace assize::ui {

std::optional<EndpointPlace> placeOf(const std::string& url) {
    const std::optional<HttpUrl> parsed = parseHttpUrl(url);
    if (!parsed)
        return std::nullopt;
    return EndpointPlace{parsed->host, parsed->port, isLoopback(*parsed)};
}

bool isPriced(const Endpoint& endpoint) {
    return hasPrice(endpoint.price);
}

double costOfTokens(const EndpointPrice& price, std::int64_t input, std::int64_t output) {
    Usage usage;
    usage.inputTokens = input;
    usage.outputTokens = output;
    return costOf(usage, price);
}

} // namespace assize::ui
