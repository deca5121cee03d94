// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <optional>
#include <string>

namespace assize {

class Connection;

/// What lists and filters take for an item's gold (metrics.md, Labels): the label of an adjudication; else the label,
/// class or score it came with; else what strictly most of its raters said, blind annotations among them. As text;
/// nothing if there is none. Throws SQLite::Exception.
[[nodiscard]] std::optional<std::string> goldOf(Connection& connection, RowKey itemKey);

} // namespace assize
