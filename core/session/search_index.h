// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <cstdint>

namespace assize {

class Connection;

/// Adds the next items to the search index, in transactions of its own: at most this many rows, and each transaction
/// about this many bytes of text. Gives how many rows are left. Call on the writing connection, outside a transaction.
[[nodiscard]] Result<std::int64_t> fillSearchIndex(Connection& connection, std::int64_t rows, std::int64_t stepBytes);

} // namespace assize
