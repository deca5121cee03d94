// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace assize {

/// True for words that carry grammar rather than content, in English or Chinese ("the", "的"). Takes case-folded words
/// with straight apostrophes. The lists are short and our own: what they leave out counts as content.
[[nodiscard]] bool isStopWord(std::string_view folded);

} // namespace assize
