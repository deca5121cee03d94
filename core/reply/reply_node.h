// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// A reply as a tree, whichever notation it came in. Maps keep repeated keys, so that two verdicts are seen as two.
struct ReplyNode {
    enum class Kind : std::uint8_t { Null, Scalar, Map, List };

    std::string key; ///< in a map
    Kind kind = Kind::Null;
    std::string text; ///< of a scalar
    bool isQuoted = false;
    std::vector<ReplyNode> children;

    bool operator==(const ReplyNode&) const = default;
};

/// True if a key means a name: case, blanks and hyphens do not count ("Score A" is "score_a"). The name in snake_case.
[[nodiscard]] bool keyMeans(std::string_view key, std::string_view name);
[[nodiscard]] bool keyMeansAny(std::string_view key, std::initializer_list<std::string_view> names);

/// The first child with one of these names, in the order of the names; or null.
[[nodiscard]] const ReplyNode* childOf(const ReplyNode& node, std::initializer_list<std::string_view> names);

} // namespace assize
