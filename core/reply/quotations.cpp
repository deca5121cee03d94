// SPDX-License-Identifier: Apache-2.0
#include "core/reply/quotations.h"

#include "core/reply/quotation_marks.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unordered_map>

namespace assize {
namespace {

constexpr std::size_t MostQuotations = 100;
constexpr std::size_t MostFoldedBytes = 512U << 10U; ///< of one source; beyond it only exact matches are found
constexpr std::size_t LeastWordsForNear = 5;
constexpr std::size_t LookUpBytes = 32U << 20U; ///< of sources, in all look-ups of one finder

struct FoldedWord {
    std::string_view text;
    std::size_t offset = 0; ///< in the folded text
};

/// A text without differences of case, blanks, quotes and width, and where each byte came from.
struct FoldedText {
    std::string text;
    std::vector<std::uint32_t> origins;
    std::vector<FoldedWord> words;
};

bool isQuoteMark(UChar32 c) {
    return c == '"' || c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == '`' || c == '*';
}

UChar32 foldedCharacter(UChar32 c) {
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c == 0x2013 || c == 0x2014 || c == 0x2212)
        return '-';
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

void append(FoldedText& folded, UChar32 c, std::size_t origin) {
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    folded.text.append(bytes, static_cast<std::size_t>(length));
    folded.origins.insert(folded.origins.end(), static_cast<std::size_t>(length), static_cast<std::uint32_t>(origin));
}

FoldedText fold(std::string_view source) {
    FoldedText folded;
    folded.text.reserve(source.size());
    folded.origins.reserve(source.size());
    const auto* data = reinterpret_cast<const std::uint8_t*>(source.data());
    const auto size = static_cast<std::int64_t>(source.size());
    bool isAfterBlank = true;
    for (std::int64_t at = 0; at < size;) {
        const std::int64_t origin = at;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(data, at, size, c);
        const bool isBlank = c <= ' ' || c == 0xA0 || c == 0x3000;
        if (isQuoteMark(c) || (isBlank && isAfterBlank))
            continue;
        append(folded, isBlank ? ' ' : foldedCharacter(c), static_cast<std::size_t>(origin));
        isAfterBlank = isBlank;
    }
    return folded;
}

/// Runs of letters and digits; bytes beyond ASCII are taken for letters.
std::vector<FoldedWord> wordsOf(std::string_view text) {
    std::vector<FoldedWord> words;
    const auto isWord = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isWord(text[end]))
            ++end;
        if (end > at)
            words.push_back({text.substr(at, end - at), at});
        at = end + 1;
    }
    return words;
}

struct Source {
    QuotationSource kind = QuotationSource::Response;
    std::size_t index = 0;
    std::string_view text;
    std::optional<FoldedText> folded;

    FoldedText& fold() {
        if (!folded) {
            folded = assize::fold(text.size() <= MostFoldedBytes ? text : std::string_view());
            folded->words = wordsOf(folded->text);
        }
        return *folded;
    }
};

bool isLong(std::string_view quotation) {
    constexpr std::size_t LeastWords = 3;
    constexpr std::size_t LeastWideBytes = 18; // six Han characters
    const auto wide = static_cast<std::size_t>(std::count_if(
        quotation.begin(), quotation.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    const auto blanks = static_cast<std::size_t>(std::count(quotation.begin(), quotation.end(), ' '));
    return blanks + 1 >= LeastWords || wide >= LeastWideBytes;
}

void place(Quotation& found, const Source& source, std::size_t begin, std::size_t end, QuotationMatch match) {
    found.match = match;
    found.source = source.kind;
    found.sourceIndex = source.index;
    found.sourceOffset = begin;
    found.sourceLength = end - begin;
}

std::size_t endOfCharacter(std::string_view text, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return end;
}

/// Linear whatever the texts are; string_view::find is not.
std::size_t positionOf(std::string_view what, std::string_view text) {
    const void* at = memmem(text.data(), text.size(), what.data(), what.size());
    return at == nullptr ? std::string_view::npos
                         : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

bool findExact(std::string_view quotation, const Source& source, Quotation& found) {
    const std::size_t at = positionOf(quotation, source.text);
    if (at == std::string_view::npos)
        return false;
    place(found, source, at, at + quotation.size(), QuotationMatch::Exact);
    return true;
}

bool findNormalised(std::string_view quotation, Source& source, Quotation& found) {
    const FoldedText& folded = source.fold();
    const std::size_t at = positionOf(quotation, folded.text);
    if (at == std::string_view::npos || quotation.empty())
        return false;
    place(found, source, folded.origins[at], endOfCharacter(source.text, folded.origins[at + quotation.size() - 1]),
        QuotationMatch::Normalised);
    return true;
}

/// A window of as many words that shares four fifths of them, wherever they stand in it.
bool findNear(const std::vector<FoldedWord>& wanted, Source& source, Quotation& found) {
    const FoldedText& folded = source.fold();
    const std::size_t size = wanted.size();
    if (size < LeastWordsForNear)
        return false;
    std::unordered_map<std::string_view, int> missing;
    for (const FoldedWord& word : wanted)
        ++missing[word.text];
    std::size_t shared = 0;
    std::size_t best = 0;
    std::size_t bestEnd = 0;
    for (std::size_t index = 0; index < folded.words.size(); ++index) {
        if (const auto entry = missing.find(folded.words[index].text); entry != missing.end() && entry->second-- > 0)
            ++shared;
        if (index + 1 > size) {
            const auto left = missing.find(folded.words[index - size].text);
            if (left != missing.end() && ++left->second > 0)
                --shared;
        }
        if (shared > best) {
            best = shared;
            bestEnd = index + 1;
        }
    }
    if (best * 5 < size * 4)
        return false;
    const FoldedWord& first = folded.words[bestEnd >= size ? bestEnd - size : 0];
    const FoldedWord& last = folded.words[bestEnd - 1];
    place(found, source, folded.origins[first.offset],
        endOfCharacter(source.text, folded.origins[last.offset + last.text.size() - 1]), QuotationMatch::Near);
    return true;
}

} // namespace

struct QuotationFinder::Impl {
    std::vector<Source> sources;
    std::size_t budget = LookUpBytes;

    /// False where so much was looked through that nobody would wait for more.
    bool mayLookUp() {
        std::size_t bytes = 0;
        for (const Source& source : sources)
            bytes += source.text.size();
        const bool may = bytes <= budget;
        budget -= may ? bytes : 0;
        return may;
    }

    void lookUp(std::string_view quotation, Quotation& found) {
        for (const Source& source : sources) {
            if (findExact(quotation, source, found))
                return;
        }
        const FoldedText folded = fold(quotation);
        for (Source& source : sources) {
            if (findNormalised(folded.text, source, found))
                return;
        }
        const std::vector<FoldedWord> words = wordsOf(folded.text);
        for (Source& source : sources) {
            if (findNear(words, source, found))
                return;
        }
    }
};

QuotationFinder::QuotationFinder(const Item& item)
    : m_impl(std::make_unique<Impl>()) {
    for (std::size_t index = 0; index < item.responses.size(); ++index)
        m_impl->sources.push_back({QuotationSource::Response, index, item.responses[index].text, std::nullopt});
    if (item.reference)
        m_impl->sources.push_back({QuotationSource::Reference, 0, *item.reference, std::nullopt});
    if (item.context)
        m_impl->sources.push_back({QuotationSource::Context, 0, *item.context, std::nullopt});
    for (std::size_t index = 0; index < item.turns.size(); ++index)
        m_impl->sources.push_back({QuotationSource::Turn, index, item.turns[index].content, std::nullopt});
}

QuotationFinder::~QuotationFinder() = default;

std::vector<Quotation> QuotationFinder::find(
    std::string_view justification, std::optional<std::size_t> preferredResponse) {
    std::vector<Source>& sources = m_impl->sources;
    std::stable_sort(sources.begin(), sources.end(), [&](const Source& a, const Source& b) {
        const auto rank = [&](const Source& source) {
            const bool isPreferred = source.kind == QuotationSource::Response && source.index == preferredResponse;
            return isPreferred ? -1 : static_cast<int>(source.kind);
        };
        return rank(a) < rank(b);
    });
    std::vector<Quotation> all;
    for (const QuotedSpan& span : quotedSpans(justification, MostQuotations)) {
        if (!m_impl->mayLookUp())
            break;
        Quotation& quotation = all.emplace_back();
        quotation.offset = span.offset;
        quotation.length = span.length;
        quotation.isLong = isLong(justification.substr(span.offset, span.length));
        m_impl->lookUp(justification.substr(span.offset, span.length), quotation);
    }
    return all;
}

std::vector<Quotation> findQuotations(
    std::string_view justification, const Item& item, std::optional<std::size_t> preferredResponse) {
    return QuotationFinder(item).find(justification, preferredResponse);
}

} // namespace assize
