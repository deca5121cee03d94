// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_evidence.h"

#include <algorithm>
#include <unordered_set>

namespace assize {
namespace {

constexpr std::size_t QuoteLimit = 4;
constexpr std::size_t QuoteWords = 6;

bool holds(const std::vector<std::size_t>& sortedKeys, std::size_t key) {
    return std::binary_search(sortedKeys.begin(), sortedKeys.end(), key);
}

/// True if nothing but one space or hyphen, or nothing at all, stands between a word and the next.
bool areAdjacent(const LexicalText& text, std::size_t word) {
    const std::size_t end = text.words[word].offset + text.words[word].length;
    const std::size_t next = text.words[word + 1].offset;
    return next == end || (next == end + 1 && (text.text[end] == ' ' || text.text[end] == '-'));
}

struct Phrase {
    TextSpan span;
    std::size_t matches = 0;
};

/// The phrase that begins at a matching word: matching words, and stop words between them.
Phrase phraseAt(const LexicalText& text, std::size_t first, const std::vector<std::size_t>& keys,
    std::unordered_set<std::size_t>& used) {
    std::size_t last = first;
    Phrase phrase;
    for (std::size_t at = first; at < text.words.size() && at < first + QuoteWords; ++at) {
        if (text.isContent[at]) {
            if (!holds(keys, text.keys[at]))
                break;
            phrase.matches += used.insert(text.keys[at]).second ? 1 : 0;
            last = at;
        }
        if (at + 1 == text.words.size() || !areAdjacent(text, at))
            break;
    }
    phrase.span = text.spanOf(first, last);
    return phrase;
}

} // namespace

std::size_t commonCount(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::size_t key) { return holds(b, key); }));
}

std::vector<TextSpan> evidenceFor(const LexicalText& answer, const std::vector<std::size_t>& keys) {
    std::vector<Phrase> phrases;
    std::unordered_set<std::size_t> used;
    for (std::size_t at = 0; at < answer.words.size(); ++at) {
        if (answer.isContent[at] && !used.contains(answer.keys[at]) && holds(keys, answer.keys[at]))
            phrases.push_back(phraseAt(answer, at, keys, used));
    }
    std::stable_sort(
        phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) { return a.matches > b.matches; });
    phrases.resize(std::min(phrases.size(), QuoteLimit));
    std::vector<TextSpan> spans;
    spans.reserve(phrases.size());
    for (const Phrase& phrase : phrases)
        spans.push_back(phrase.span);
    std::sort(spans.begin(), spans.end(), [](TextSpan a, TextSpan b) { return a.offset < b.offset; });
    return spans;
}

std::vector<std::string_view> missingWords(const LexicalText& prompt, const LexicalText& answer) {
    std::vector<std::string_view> missing;
    std::unordered_set<std::size_t> seen;
    for (std::size_t at = 0; at < prompt.words.size() && missing.size() < QuoteLimit; ++at) {
        if (prompt.isContent[at] && !holds(answer.contentKeys, prompt.keys[at]) && seen.insert(prompt.keys[at]).second)
            missing.push_back(prompt.at(prompt.spanOf(at, at)));
    }
    return missing;
}

bool isSupported(const LexicalText& answer, Fact fact, const std::vector<std::size_t>& keys) {
    for (std::size_t at = fact.first; at <= fact.last; ++at) {
        if (answer.isContent[at] && !holds(keys, answer.keys[at]))
            return false;
    }
    return true;
}

std::vector<TextSpan> factsOutside(const LexicalText& answer, const std::vector<std::size_t>& keys) {
    std::vector<Fact> joined;
    for (const Fact fact : answer.facts) {
        if (isSupported(answer, fact, keys))
            continue;
        if (!joined.empty() && fact.first <= joined.back().last)
            joined.back().last = std::max(joined.back().last, fact.last);
        else if (!joined.empty() && fact.first == joined.back().last + 1 && areAdjacent(answer, joined.back().last))
            joined.back().last = fact.last;
        else
            joined.push_back(fact);
    }
    std::vector<TextSpan> spans;
    std::unordered_set<std::string_view> seen;
    for (const Fact fact : joined) {
        const TextSpan span = answer.spanOf(fact.first, fact.last);
        if (seen.insert(answer.at(span)).second)
            spans.push_back(span);
    }
    return spans;
}

} // namespace assize
