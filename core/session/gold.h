// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <optional>
#include <span>
#include <string>

namespace assize {

class Connection;

/// What one person, or the file itself (no annotator), says of an item.
struct Opinion {
    std::string annotator;
    std::string value; ///< label, class or score as text; empty: nothing
    bool isAdjudication = false;
};

/// The opinion of a label that came with a file.
[[nodiscard]] Opinion opinionOf(const ItemLabel& label);

/// What lists and filters take for an item's gold (metrics.md, Labels): the label of an adjudication; else the label,
/// class or score it came with; else what strictly most of its raters said, blind annotations among them. As text;
/// nothing if there is none.
[[nodiscard]] std::optional<std::string> goldOf(std::span<const Opinion> opinions);
/// The same of all that the session holds on an item. Throws SQLite::Exception.
[[nodiscard]] std::optional<std::string> goldOf(Connection& connection, RowKey itemKey);

} // namespace assize
