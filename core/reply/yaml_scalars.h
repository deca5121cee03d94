// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace assize {

/// A key at the start of a line, and what stands behind its colon.
struct YamlKey {
    std::string name;
    std::string_view value;   ///< trimmed; with its quotes and comment
    bool isFullWidth = false; ///< the colon was "：" or lacked nothing but its blank
    bool isDecorated = false; ///< stars of Markdown stood around it
};

/// Splits "key: value". False for anything else.
[[nodiscard]] bool splitYamlKey(std::string_view line, YamlKey& key);

/// Where a quoted scalar ends: behind the first closing quote at or after from, or npos if there is none.
[[nodiscard]] std::size_t quotedEnd(std::string_view text, char quote, std::size_t from);

/// The value between the quotes (without them), escapes resolved. isRepaired is set for escapes YAML does not know.
[[nodiscard]] std::string unquoted(std::string_view inside, char quote, bool& isRepaired);

/// A plain scalar up to its comment.
[[nodiscard]] std::string_view withoutComment(std::string_view text);

/// "|", ">", with "+", "-" or an indentation digit behind it.
struct BlockHeader {
    bool isFolded = false;
    char chomping = ' '; ///< '-', '+' or ' '
    int indent = 0;      ///< 0: that of the first line
};
[[nodiscard]] bool readBlockHeader(std::string_view value, BlockHeader& header);

} // namespace assize
