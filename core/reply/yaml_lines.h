// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_node.h"
#include <optional>
#include <string_view>

namespace assize {

struct YamlReading {
    ReplyNode root;
    bool isRepaired = false;   ///< it is no YAML as it stands
    bool needsLibrary = false; ///< it has YAML that the line reader does not know: flow maps, anchors, tags
    bool hasProse = false;     ///< lines before, after or between that belong to nothing
    bool isTooLarge = false;   ///< it has more keys than any verdict; what stands behind them was not read
    bool hasFullWidth = false; ///< a full-width colon was taken for one
};

/// Reads YAML as models write it, line by line, and also what they get wrong: unquoted colons and quotes, tabs, wrong
/// indentation, wrapped lines, prose around. On well-formed replies it gives what yaml-cpp gives (held to it by a
/// test), in a tenth of the time. Linear, never fails.
[[nodiscard]] YamlReading readYamlLines(std::string_view text);

/// The same tree by yaml-cpp; nothing if that refuses the text. Slower, strict.
[[nodiscard]] std::optional<ReplyNode> readYamlByLibrary(std::string_view text);

} // namespace assize
