// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/builtin_lexical_text.h"
#include <cstddef>
#include <string_view>
#include <vector>

namespace assize {

/// How many keys two ascending lists of distinct keys share.
[[nodiscard]] std::size_t commonCount(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b);

/// The at most four phrases of an answer that hold most of the given keys (ascending), in text order. A phrase is a
/// run of up to six words with nothing but single spaces or hyphens between them.
[[nodiscard]] std::vector<TextSpan> evidenceFor(const LexicalText& answer, const std::vector<std::size_t>& keys);

/// The first four content words of the prompt that the answer does not use, as the prompt writes them.
[[nodiscard]] std::vector<std::string_view> missingWords(const LexicalText& prompt, const LexicalText& answer);

/// True if every content word of a fact is among the keys (ascending).
[[nodiscard]] bool isSupported(const LexicalText& answer, Fact fact, const std::vector<std::size_t>& keys);

/// The facts that are not, neighbours joined, each wording once, in text order.
[[nodiscard]] std::vector<TextSpan> factsOutside(const LexicalText& answer, const std::vector<std::size_t>& keys);

} // namespace assize
