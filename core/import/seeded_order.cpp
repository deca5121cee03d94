// SPDX-License-Identifier: Apache-2.0
#include "core/import/seeded_order.h"

#include "core/base/hash.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace assize {

std::vector<std::size_t> seededOrder(std::size_t count, std::uint64_t seed, std::string_view identity) {
    std::vector<std::string> draws;
    for (std::size_t index = 0; index < count; ++index)
        draws.push_back(sha256Hex(fmt::format("{}/{}/{}", seed, index, identity)));
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(
        order.begin(), order.end(), [&](std::size_t left, std::size_t right) { return draws[left] < draws[right]; });
    return order;
}

std::string drawIdentity(const Item& item, const std::vector<Response>& responses) {
    if (!item.sourceId.empty())
        return item.sourceId;
    std::string content = promptOf(item);
    for (const Response& response : responses)
        content += '\n' + response.text;
    return sha256Hex(content);
}

ItemLabel addRankedPair(Item& item, Response better, Response worse, std::uint64_t seed) {
    const std::vector<Response> ranked = {std::move(better), std::move(worse)};
    const auto order = seededOrder(ranked.size(), seed, drawIdentity(item, ranked));
    for (const std::size_t index : order)
        item.responses.push_back(ranked[index]);
    item.metadata = withSeed(std::move(item.metadata), seed);
    ItemLabel gold;
    gold.label = order.front() == 0 ? Label::A : Label::B;
    return gold;
}

std::string withSeed(std::string metadata, std::uint64_t seed) {
    const bool isEmpty = metadata == "{}";
    metadata.pop_back();
    return metadata + fmt::format("{}\"position_seed\":{}}}", isEmpty ? "" : ",", seed);
}

} // namespace assize
