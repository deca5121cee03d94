// SPDX-License-Identifier: Apache-2.0
#include "core/session/language.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace assize {
namespace {

constexpr std::size_t LooksAt = 240; ///< bytes: enough to tell, and no cost on long texts

constexpr std::array<const char*, 6> LatinLanguages = {"en", "de", "fr", "es", "pt", "it"};
constexpr std::array<const char*, LatinLanguages.size()> CommonWords = {
    "the and of to is in you what how a for that",
    "der die und das ist nicht ein eine wie zu mit ich",
    "le la les et des est une un que pour dans vous",
    "el la los y de es una que por para con como",
    "o os e de um uma que para com como não em",
    "il lo gli e di un una che per con come sono",
};

/// A word of at most eight bytes as a number; 0 for a longer one.
class PackedWord {
public:
    void add(char c) {
        m_bits = m_bits << 8U | static_cast<unsigned char>(c);
        ++m_length;
    }
    [[nodiscard]] std::uint64_t value() const { return m_length <= 8 ? m_bits : 0; }
    [[nodiscard]] bool isEmpty() const { return m_length == 0; }

private:
    std::uint64_t m_bits = 0;
    std::size_t m_length = 0;
};

/// The languages that have a word among their common ones, as bits in the order of LatinLanguages. An open table, since
/// every word of every imported prompt asks it.
class WordTable {
public:
    WordTable() {
        for (std::size_t index = 0; index < CommonWords.size(); ++index) {
            PackedWord word;
            for (const char c : std::string(CommonWords.at(index)) + " ") {
                if (c != ' ') {
                    word.add(c);
                    continue;
                }
                Entry& entry = m_entries.at(place(word.value()));
                entry.word = word.value();
                entry.languages |= 1U << index;
                word = {};
            }
        }
    }

    [[nodiscard]] unsigned languages(std::uint64_t word) const { return m_entries[place(word)].languages; }

private:
    struct Entry {
        std::uint64_t word = 0;
        unsigned languages = 0;
    };

    /// Where the word stands, or the free place that ends the search for it.
    [[nodiscard]] std::size_t place(std::uint64_t word) const {
        std::size_t at = (word * 0x9E3779B97F4A7C15ULL) >> 56U;
        while (m_entries[at].word != 0 && m_entries[at].word != word)
            at = (at + 1) % m_entries.size();
        return at;
    }

    std::array<Entry, 256> m_entries;
};

struct ScriptCounts {
    int han = 0;
    int kana = 0;
    int latin = 0;
    std::array<int, 6> others{};
};

constexpr std::array<std::pair<UScriptCode, const char*>, 6> OtherScripts = {
    {{USCRIPT_HANGUL, "ko"}, {USCRIPT_CYRILLIC, "ru"}, {USCRIPT_ARABIC, "ar"}, {USCRIPT_THAI, "th"},
        {USCRIPT_DEVANAGARI, "hi"}, {USCRIPT_HEBREW, "he"}}};

void count(ScriptCounts& counts, UChar32 character) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character, &status);
    if (script == USCRIPT_HAN)
        ++counts.han;
    else if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA)
        ++counts.kana;
    else if (script == USCRIPT_LATIN)
        ++counts.latin;
    for (std::size_t index = 0; index < OtherScripts.size(); ++index)
        counts.others.at(index) += OtherScripts.at(index).first == script ? 1 : 0;
}

ScriptCounts countScripts(std::string_view text) {
    ScriptCounts counts;
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        if (data[at] < 0x80) {
            const auto lower = static_cast<unsigned char>(data[at] | 0x20U);
            counts.latin += lower >= 'a' && lower <= 'z' ? 1 : 0;
            ++at;
            continue;
        }
        UChar32 character = 0;
        U8_NEXT(data, at, size, character);
        if (character >= 0)
            count(counts, character);
    }
    return counts;
}

std::string latinLanguage(std::string_view text) {
    static const WordTable table;
    std::array<int, LatinLanguages.size()> hits{};
    PackedWord word;
    const auto finish = [&] {
        const unsigned languages = word.isEmpty() ? 0 : table.languages(word.value());
        for (std::size_t index = 0; languages != 0 && index < hits.size(); ++index)
            hits.at(index) += (languages >> index & 1U) != 0 ? 1 : 0;
        word = {};
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const auto lower = static_cast<unsigned char>(byte | 0x20U);
        if (byte >= 0x80)
            word.add(c);
        else if (lower >= 'a' && lower <= 'z')
            word.add(static_cast<char>(lower));
        else
            finish();
    }
    finish();
    const auto best = std::max_element(hits.begin(), hits.end());
    return *best < 2 ? "und" : LatinLanguages.at(static_cast<std::size_t>(best - hits.begin()));
}

std::string statedLanguage(const std::string& metadata) {
    if (metadata.find("\"lang") == std::string::npos)
        return {};
    const auto object = nlohmann::json::parse(metadata, nullptr, false);
    for (const char* key : {"language", "lang"}) {
        if (object.is_object() && object.contains(key) && object[key].is_string())
            return object[key].get<std::string>();
    }
    return {};
}

} // namespace

std::string languageOf(const Item& item) {
    if (std::string stated = statedLanguage(item.metadata); !stated.empty())
        return stated;
    std::string_view text = promptOf(item);
    if (text.empty() && !item.responses.empty())
        text = item.responses.front().text;
    text = text.substr(0, LooksAt);
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return latinLanguage(text);
    const ScriptCounts counts = countScripts(text);
    if (counts.kana > 0 && counts.kana * 4 >= counts.han)
        return "ja";
    if (counts.han > 0 && counts.han * 4 >= counts.latin)
        return "zh";
    const auto other = std::max_element(counts.others.begin(), counts.others.end());
    if (*other > 0 && *other * 4 >= counts.latin)
        return OtherScripts.at(static_cast<std::size_t>(other - counts.others.begin())).second;
    return latinLanguage(text);
}

} // namespace assize
