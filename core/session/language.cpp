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

constexpr std::size_t LooksAt = 600; ///< bytes: enough to tell, and no cost on long texts

struct CommonWords {
    const char* language;
    std::array<std::string_view, 12> words;
};

constexpr std::array<CommonWords, 6> Latin = {{
    {"en", {"the", "and", "of", "to", "is", "in", "you", "what", "how", "a", "for", "that"}},
    {"de", {"der", "die", "und", "das", "ist", "nicht", "ein", "eine", "wie", "zu", "mit", "ich"}},
    {"fr", {"le", "la", "les", "et", "des", "est", "une", "un", "que", "pour", "dans", "vous"}},
    {"es", {"el", "la", "los", "y", "de", "es", "una", "que", "por", "para", "con", "como"}},
    {"pt", {"o", "os", "e", "de", "um", "uma", "que", "para", "com", "como", "não", "em"}},
    {"it", {"il", "lo", "gli", "e", "di", "un", "una", "che", "per", "con", "come", "sono"}},
}};

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
    std::array<int, Latin.size()> hits{};
    std::string word;
    const auto finish = [&] {
        for (std::size_t index = 0; index < Latin.size(); ++index) {
            const auto& known = Latin.at(index).words;
            hits.at(index) += std::find(known.begin(), known.end(), word) != known.end() ? 1 : 0;
        }
        word.clear();
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const auto lower = static_cast<unsigned char>(byte | 0x20U);
        if (byte >= 0x80)
            word += c;
        else if (lower >= 'a' && lower <= 'z')
            word += static_cast<char>(lower);
        else if (!word.empty())
            finish();
    }
    if (!word.empty())
        finish();
    const auto best = std::max_element(hits.begin(), hits.end());
    return *best < 2 ? "und" : Latin.at(static_cast<std::size_t>(best - hits.begin())).language;
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
