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

std::string withSeed(std::string metadata, std::uint64_t seed) {
    const bool isEmpty = metadata == "{}";
    metadata.pop_back();
    return metadata + fmt::format("{}\"position_seed\":{}}}", isEmpty ? "" : ",", seed);
}

} // namespace assize
