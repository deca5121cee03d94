// SPDX-License-Identifier: Apache-2.0
#include "core/base/control_characters.h"

#include <algorithm>

namespace assize {

std::optional<std::size_t> findControlCharacter(std::string_view text) {
    const auto found = std::find_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
    if (found == text.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - text.begin());
}

} // namespace assize
