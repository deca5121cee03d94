// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <simdjson.h>
#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace assize {
namespace {

struct UTextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

/// One break iterator per thread: opening one costs some 50 µs, using it again nothing.
icu::BreakIterator* threadWordIterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    }();
    return iterator.get();
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

} // namespace

bool isUtf8(std::string_view bytes) {
    return simdjson::validate_utf8(bytes.data(), bytes.size());
}

std::string toValidUtf8(std::string_view bytes) {
    if (isUtf8(bytes))
        return std::string(bytes);
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int64_t>(bytes.size());
    std::string out;
    out.reserve(bytes.size() + 16);
    for (std::int64_t at = 0; at < size;) {
        const std::int64_t start = at;
        UChar32 character = 0;
        U8_NEXT(data, at, size, character);
        if (character < 0)
            out += "\xEF\xBF\xBD";
        else
            out.append(bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
    }
    return out;
}

std::size_t codePointCount(std::string_view text) {
    // Eight bytes at a time: a byte that continues a character has its top bit set and the next one clear.
    constexpr std::uint64_t LowBits = 0x0101010101010101ULL;
    std::size_t continuing = 0;
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        continuing += static_cast<std::size_t>((((bytes >> 7U) & ~(bytes >> 6U) & LowBits) * LowBits) >> 56U);
    }
    for (; at < text.size(); ++at)
        continuing += (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U ? 1 : 0;
    return text.size() - continuing;
}

std::string foldCase(std::string_view text) {
    if (isAscii(text)) {
        std::string lower(text);
        std::transform(lower.begin(), lower.end(), lower.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return lower;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string folded;
    icu::StringByteSink<std::string> sink(&folded);
    if (U_SUCCESS(status))
        folder->normalizeUTF8(
            0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
    return U_SUCCESS(status) ? folded : std::string(text);
}

std::size_t estimatedTokens(std::string_view text) {
    constexpr std::size_t AsciiPerToken = 4;
    const auto ascii = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    return (ascii + AsciiPerToken - 1) / AsciiPerToken + codePointCount(text) - ascii;
}

std::vector<Word> words(std::string_view text) {
    std::vector<Word> found;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, UTextCloser> source(
        utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
    icu::BreakIterator* iterator = threadWordIterator();
    if (U_FAILURE(status) || iterator == nullptr)
        return found;
    iterator->setText(source.get(), status);
    int32_t start = iterator->first();
    for (int32_t end = iterator->next(); U_SUCCESS(status) && end != icu::BreakIterator::DONE;
         start = end, end = iterator->next()) {
        if (iterator->getRuleStatus() < UBRK_WORD_NONE_LIMIT)
            continue;
        const auto offset = static_cast<std::size_t>(start);
        const auto length = static_cast<std::size_t>(end - start);
        found.push_back({offset, length, foldCase(text.substr(offset, length))});
    }
    return found;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view FullWidthSpace = "\xE3\x80\x80";
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    for (;;) {
        if (!text.empty() && isSpace(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(FullWidthSpace))
            text.remove_prefix(FullWidthSpace.size());
        else if (!text.empty() && isSpace(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(FullWidthSpace))
            text.remove_suffix(FullWidthSpace.size());
        else
            return text;
    }
}

std::vector<std::string_view> splitLines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        if (end == std::string_view::npos) {
            lines.push_back(text);
            break;
        }
        lines.push_back(text.substr(0, end));
        const bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
        text.remove_prefix(end + (pair ? 2 : 1));
    }
    return lines;
}

std::string nearestName(std::string_view mistyped, const std::vector<std::string>& known) {
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, mistyped.size() / 3) + 1;
    for (const std::string& name : known) {
        const std::size_t distance = editDistance(mistyped, name);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = name;
        }
    }
    return best;
}

} // namespace assize
