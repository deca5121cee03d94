// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace assize {

struct QuotedSpan {
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// What stands between quotation marks of any kind ("", “”, ‘’, «», 「」, 『』, backticks, and '' around words), taken
/// apart at ellipses. Apostrophes are none. At most `most` spans, none longer than 600 bytes. Linear.
[[nodiscard]] std::vector<QuotedSpan> quotedSpans(std::string_view text, std::size_t most);

} // namespace assize
