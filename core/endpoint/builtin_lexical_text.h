// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/text.h"
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// A stretch of a text, in bytes.
struct TextSpan {
    std::size_t offset = 0;
    std::size_t length = 0;

    bool operator==(const TextSpan&) const = default;
};

/// A number, a name or a title 《…》: the words first … last of its text.
struct Fact {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// A text as the built-in judge sees it: its words, and what each word counts as. Numbers are compared without their
/// separators, English words without their commonest endings.
struct LexicalText {
    std::string text; ///< valid UTF-8
    std::vector<Word> words;
    std::vector<std::size_t> keys;        ///< one for each word; equal keys mean equal words
    std::vector<bool> isContent;          ///< one for each word: not a stop word
    std::vector<std::size_t> contentKeys; ///< the distinct keys of content words, ascending
    std::vector<Fact> facts;              ///< in text order, each occurrence
    std::size_t length = 0;               ///< code points

    /// Nothing but white space.
    [[nodiscard]] bool isBlank() const { return trimmed(text).empty(); }
    [[nodiscard]] TextSpan spanOf(std::size_t firstWord, std::size_t lastWord) const;
    [[nodiscard]] std::string_view at(TextSpan span) const;
};

/// Any bytes; malformed UTF-8 is replaced first. With facts false the list of facts stays empty.
[[nodiscard]] LexicalText readLexicalText(std::string_view bytes, bool facts);

/// True when most letters of the text are Han characters, which is when justifications are written in Chinese.
[[nodiscard]] bool isMostlyHan(std::string_view text);

/// The share of three-word sequences that are distinct, and the one that comes most often, if it comes twice.
struct Repetition {
    std::size_t total = 0;
    std::size_t distinct = 0;
    std::size_t times = 0; ///< 0: none comes twice
    TextSpan span;         ///< its first occurrence
};
[[nodiscard]] Repetition repetitionOf(const LexicalText& text);

/// Length of the longest common subsequence of two lists of keys (bit-parallel, Hyyrö 2004); what ROUGE-L rests on.
[[nodiscard]] std::size_t commonSubsequence(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b);

} // namespace assize
