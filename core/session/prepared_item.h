// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// An item on its way into a session, with the labels that came with it and what its row says of its texts.
struct PreparedItem {
    Item item;
    std::vector<ItemLabel> labels; ///< no two are equal
    std::string hashBytes;
    std::string language;
    std::optional<std::int64_t> lengthA; ///< code points
    std::optional<std::int64_t> lengthB;
};

/// Derives what can be known without the session. Any thread: a bulk import does it where it reads, so that the one
/// writer has less to do. The item's content hash is taken as it is, and made if it is missing.
[[nodiscard]] PreparedItem prepareItem(Item item, const std::vector<ItemLabel>& labels = {});

} // namespace assize
