// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// The numbers 0 … count − 1 in an order drawn from a seed and what identifies the item, the same every time. For
/// formats that name the better answers: where these stand must not give them away.
[[nodiscard]] std::vector<std::size_t> seededOrder(std::size_t count, std::uint64_t seed, std::string_view identity);

/// What a draw rests on: the item's source id, or else its prompt and these responses, so that it comes out the same
/// whatever order they are put in.
[[nodiscard]] std::string drawIdentity(const Item& item, const std::vector<Response>& responses);

/// Gives the item two responses in a drawn order, and the seed to its metadata; the label says where the better stands.
[[nodiscard]] ItemLabel addRankedPair(Item& item, Response better, Response worse, std::uint64_t seed);

/// A JSON object, as text, with the seed in it as position_seed.
[[nodiscard]] std::string withSeed(std::string metadata, std::uint64_t seed);

} // namespace assize
