// SPDX-License-Identifier: Apache-2.0
#include "core/run/spending.h"

#include "core/run/cost.h"

namespace assize {

const EndpointPrice* priceOf(const Run& run, std::span<const Endpoint> endpoints) {
    const EndpointPrice* ofAnyModel = nullptr;
    for (const Endpoint& endpoint : endpoints) {
        if (endpoint.kind != run.endpointKind || endpoint.url != run.endpointUrl || !hasPrice(endpoint.price))
            continue;
        if (endpoint.model == run.model)
            return &endpoint.price;
        if (endpoint.model.empty() && ofAnyModel == nullptr)
            ofAnyModel = &endpoint.price;
    }
    return ofAnyModel;
}

std::optional<Spending> spendingOf(const RunUsage& usage, const Run& run, std::span<const Endpoint> endpoints) {
    const EndpointPrice* price = priceOf(run, endpoints);
    if (price == nullptr)
        return std::nullopt;
    return Spending{
        costOf(usage.tokens, *price) + hourlyCost(usage.busySeconds, *price), price->currency, price->hourly > 0};
}

} // namespace assize
