// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// What probes do to one text (core/model/probe.h). Lines of code between fences stay as they are.

/// The same words: two spaces after the end of a sentence, two empty lines between paragraphs, a line break at the end.
[[nodiscard]] std::string withOtherWhitespace(std::string_view text);

/// With sentences that say nothing at its end, in Chinese for the language "zh", until it has so many code points.
[[nodiscard]] std::string padded(std::string_view text, std::size_t atLeast, std::string_view language);

/// Without the marks of headings, lists, quotes, emphasis, code, rules and links; the words stay.
[[nodiscard]] std::string withoutMarkdown(std::string_view text);

/// "[model]" in place of these names and those of well-known families, with the version that follows them.
[[nodiscard]] std::string withoutModelNames(std::string_view text, const std::vector<std::string>& names);

/// A sentence to the judge that asks for the best mark.
[[nodiscard]] std::string_view canary(std::string_view language);

} // namespace assize
