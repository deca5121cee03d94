// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_text.h"

#include "core/endpoint/builtin_stop_words.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>
#include <unordered_map>

namespace assize {
namespace {

constexpr std::string_view CurlyApostrophe = "\xE2\x80\x99";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool startsWithDigit(std::string_view word) {
    return !word.empty() && isDigit(word.front());
}

bool isLowerAscii(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void dropEnding(std::string_view& word, std::string_view ending, std::size_t least) {
    if (word.size() >= least && word.ends_with(ending))
        word.remove_suffix(ending.size());
}

/// "studies", "studied", "studying" and "study" all become "studi". Crude on purpose: a control need not be clever.
std::string stemOf(std::string_view word) {
    dropEnding(word, "'s", 3);
    if (!isLowerAscii(word))
        return std::string(word);
    const std::size_t before = word.size();
    dropEnding(word, "ing", 6);
    if (word.size() == before)
        dropEnding(word, "ed", 5);
    if (word.size() == before)
        dropEnding(word, "es", 5);
    if (word.size() == before && !word.ends_with("ss"))
        dropEnding(word, "s", 4);
    dropEnding(word, "e", 4);
    std::string stem(word);
    if (stem.size() >= 3 && stem.back() == stem[stem.size() - 2])
        stem.pop_back();
    if (stem.size() >= 3 && stem.back() == 'y')
        stem.back() = 'i';
    return stem;
}

/// "1,000.50" → "1000.5", "2nd" → "2": a number by its value.
std::string numberOf(std::string_view word) {
    std::string number;
    for (const char c : word) {
        if (isDigit(c) || c == '.')
            number += c;
        else if (c != ',')
            break;
    }
    if (number.find('.') != std::string::npos) {
        while (number.back() == '0')
            number.pop_back();
        if (number.back() == '.')
            number.pop_back();
    }
    return number;
}

std::string straightApostrophes(std::string word) {
    for (std::size_t at = word.find(CurlyApostrophe); at != std::string::npos; at = word.find(CurlyApostrophe, at))
        word.replace(at, CurlyApostrophe.size(), "'");
    return word;
}

/// True where a new sentence or line begins, so that a capital letter says nothing.
bool beginsSentence(std::string_view text, std::size_t offset) {
    constexpr std::string_view Skipped = " \t\"'([{*_#>`";
    while (offset > 0 && Skipped.find(text[offset - 1]) != std::string_view::npos)
        --offset;
    if (offset == 0)
        return true;
    const std::string_view before = text.substr(0, offset);
    for (const std::string_view end :
        {".", "!", "?", ":", ";", ")", "-", "|", "\n", "\r", "。", "！", "？", "：", "“", "•"}) {
        if (before.ends_with(end))
            return true;
    }
    return false;
}

bool beginsWithCapital(std::string_view word) {
    UChar32 first = 0;
    std::int64_t at = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(word.data()), at, static_cast<std::int64_t>(word.size()), first);
    return first > 0 && u_isupper(first) != 0;
}

/// "3." or "3)" at the start of a line numbers a list and is no fact.
bool isListMarker(std::string_view text, TextSpan word) {
    const std::size_t end = word.offset + word.length;
    if (end >= text.size() || (text[end] != '.' && text[end] != ')'))
        return false;
    std::size_t start = word.offset;
    while (start > 0 && (text[start - 1] == ' ' || text[start - 1] == '\t' || text[start - 1] == '*'))
        --start;
    return start == 0 || text[start - 1] == '\n' || text[start - 1] == '\r';
}

bool isFact(const LexicalText& text, std::size_t index) {
    const Word& word = text.words[index];
    const std::string_view written = text.at({word.offset, word.length});
    if (startsWithDigit(word.folded))
        return !isListMarker(text.text, {word.offset, word.length});
    return text.isContent[index] && written.size() > 1 && beginsWithCapital(written) &&
           !beginsSentence(text.text, word.offset);
}

void addTitles(LexicalText& text) {
    constexpr std::string_view Open = "《";
    constexpr std::string_view Close = "》";
    std::size_t index = 0;
    for (std::size_t at = text.text.find(Open); at != std::string::npos; at = text.text.find(Open, at + 1)) {
        const std::size_t end = text.text.find(Close, at);
        if (end == std::string::npos)
            return;
        while (index < text.words.size() && text.words[index].offset < at)
            ++index;
        std::size_t last = index;
        while (last < text.words.size() && text.words[last].offset < end)
            ++last;
        const bool isPlain = text.text.find_first_of("\n\r\"", at) > end && text.text.find("”", at) > end;
        if (last > index && isPlain)
            text.facts.push_back({index, last - 1});
        index = last;
    }
}

void findFacts(LexicalText& text) {
    for (std::size_t index = 0; index < text.words.size(); ++index) {
        if (isFact(text, index))
            text.facts.push_back({index, index});
    }
    addTitles(text);
    std::stable_sort(
        text.facts.begin(), text.facts.end(), [](const Fact& a, const Fact& b) { return a.first < b.first; });
}

} // namespace

TextSpan LexicalText::spanOf(std::size_t firstWord, std::size_t lastWord) const {
    const std::size_t start = words[firstWord].offset;
    return {start, words[lastWord].offset + words[lastWord].length - start};
}

std::string_view LexicalText::at(TextSpan span) const {
    return std::string_view(text).substr(span.offset, span.length);
}

LexicalText readLexicalText(std::string_view bytes, bool facts) {
    LexicalText read;
    read.text = toValidUtf8(bytes);
    read.words = words(read.text);
    read.length = codePointCount(read.text);
    read.keys.reserve(read.words.size());
    read.isContent.reserve(read.words.size());
    const std::hash<std::string_view> hash;
    for (Word& word : read.words) {
        word.folded = straightApostrophes(std::move(word.folded));
        read.keys.push_back(hash(startsWithDigit(word.folded) ? numberOf(word.folded) : stemOf(word.folded)));
        read.isContent.push_back(!word.folded.empty() && !isStopWord(word.folded));
        if (read.isContent.back())
            read.contentKeys.push_back(read.keys.back());
    }
    std::sort(read.contentKeys.begin(), read.contentKeys.end());
    read.contentKeys.erase(std::unique(read.contentKeys.begin(), read.contentKeys.end()), read.contentKeys.end());
    if (facts)
        findFacts(read);
    return read;
}

bool isMostlyHan(std::string_view text) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    std::size_t han = 0;
    std::size_t letters = 0;
    for (std::int64_t at = 0; at < size;) {
        UChar32 character = 0;
        U8_NEXT(data, at, size, character);
        if (character <= 0 || u_isalpha(character) == 0)
            continue;
        ++letters;
        UErrorCode status = U_ZERO_ERROR;
        if (character >= 0x2E80 && uscript_getScript(character, &status) == USCRIPT_HAN)
            ++han;
    }
    return han * 2 > letters;
}

Repetition repetitionOf(const LexicalText& text) {
    constexpr std::size_t Sequence = 3;
    Repetition found;
    if (text.words.size() < Sequence)
        return found;
    struct Seen {
        std::size_t first = 0;
        std::size_t times = 0;
    };
    std::unordered_map<std::size_t, Seen> seen;
    found.total = text.words.size() - Sequence + 1;
    seen.reserve(found.total);
    std::size_t bestFirst = 0;
    for (std::size_t at = 0; at < found.total; ++at) {
        std::size_t key = 0;
        for (std::size_t word = at; word < at + Sequence; ++word)
            key = key * 1099511628211U + text.keys[word];
        Seen& entry = seen.try_emplace(key, Seen{at, 0}).first->second;
        ++entry.times;
        if (entry.times > std::max<std::size_t>(found.times, 1)) {
            found.times = entry.times;
            bestFirst = entry.first;
        }
    }
    found.distinct = seen.size();
    if (found.times > 0)
        found.span = text.spanOf(bestFirst, bestFirst + Sequence - 1);
    return found;
}

std::size_t commonSubsequence(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    const std::size_t blocks = (a.size() + 63) / 64;
    std::unordered_map<std::size_t, std::vector<std::uint64_t>> positions;
    for (std::size_t at = 0; at < a.size(); ++at) {
        auto& bits = positions[a[at]];
        bits.resize(blocks);
        bits[at / 64] |= std::uint64_t{1} << (at % 64);
    }
    std::vector<std::uint64_t> rows(blocks, ~std::uint64_t{0});
    for (const std::size_t key : b) {
        const auto match = positions.find(key);
        if (match == positions.end())
            continue;
        std::uint64_t carry = 0;
        for (std::size_t block = 0; block < blocks; ++block) {
            const std::uint64_t row = rows[block];
            const std::uint64_t both = row & match->second[block];
            const std::uint64_t partial = row + both;
            const std::uint64_t sum = partial + carry;
            carry = static_cast<std::uint64_t>(partial < row) | static_cast<std::uint64_t>(sum < partial);
            rows[block] = sum | (row & ~both);
        }
    }
    std::size_t length = 0;
    for (std::size_t at = 0; at < a.size(); ++at)
        length += (rows[at / 64] >> (at % 64) & 1U) == 0 ? 1U : 0U;
    return length;
}

} // namespace assize
