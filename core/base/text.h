// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// One word of a text: where it stands (byte offset and length) and its case-folded form.
struct Word {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string folded;
};

/// True if the bytes are well-formed UTF-8 (RFC 3629).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// The text with every malformed byte replaced by U+FFFD.
[[nodiscard]] std::string toValidUtf8(std::string_view bytes);

/// Unicode code points in a UTF-8 text. The unit of every length we report (metrics.md, length.bias).
[[nodiscard]] std::size_t codePointCount(std::string_view text);

/// A rough count of model tokens without a tokenizer: four ASCII characters, or one code point beyond, make one.
[[nodiscard]] std::size_t estimatedTokens(std::string_view text);

/// The words of a text by the word boundaries of Unicode (UAX 29, ICU's dictionaries for Han, kana and Thai), without
/// spaces and punctuation. Folded forms are NFKC case-folded. Any thread.
[[nodiscard]] std::vector<Word> words(std::string_view text);

/// NFKC case folding: what makes "Größe", "GRÖSSE" and full-width letters compare equal.
[[nodiscard]] std::string foldCase(std::string_view text);

/// Without ASCII and full-width white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The lines of a text without their ends (LF, CRLF or CR). Views into the text.
[[nodiscard]] std::vector<std::string_view> splitLines(std::string_view text);

/// The known name with the smallest edit distance to a mistyped one, or nothing if none comes close.
[[nodiscard]] std::string nearestName(std::string_view mistyped, const std::vector<std::string>& known);

} // namespace assize
