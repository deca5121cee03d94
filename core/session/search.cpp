// SPDX-License-Identifier: Apache-2.0
#include "core/session/search.h"

#include "core/base/text.h"

#include <algorithm>
#include <sqlite3.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace assize {
namespace {

/// Stands between two texts of an item, as a word that nobody searches, so that no phrase runs on from one to the next.
constexpr UChar32 Border = 0xE000;

enum class Kind { Space, Letter, Ideograph, Unspaced };

Kind kindOf(UChar32 character) {
    if (character < 0x80)
        return std::isalnum(character) != 0 ? Kind::Letter : Kind::Space;
    if (character == Border)
        return Kind::Letter;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(character, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
        return Kind::Ideograph;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return Kind::Unspaced;
    default:
        return u_isalnum(character) || u_charType(character) == U_NON_SPACING_MARK ? Kind::Letter : Kind::Space;
    }
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A run of characters of one kind: its kind and its bytes.
struct TextRun {
    Kind kind = Kind::Space;
    std::string_view text;
};

template <typename Visit>
void forEachRun(std::string_view text, const Visit& visit) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    std::int64_t start = 0;
    Kind kind = Kind::Space;
    for (std::int64_t at = 0; at < size;) {
        const std::int64_t before = at;
        UChar32 character = 0;
        U8_NEXT(data, at, size, character);
        const Kind next = character < 0 ? Kind::Space : kindOf(character);
        if (next != kind || next == Kind::Ideograph) {
            if (before > start)
                visit(TextRun{
                    kind, text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(before - start))});
            start = before;
            kind = next;
        }
    }
    if (size > start)
        visit(TextRun{kind, text.substr(static_cast<std::size_t>(start))});
}

void appendWords(std::string& out, std::string_view run) {
    for (const Word& word : words(run)) {
        out += ' ';
        out += word.folded;
    }
    out += ' ';
}

/// What must be found next to each other: one word, the characters of a Chinese run, or a quoted phrase.
struct Term {
    std::string words; ///< folded, with one space between words
    bool isPrefix = false;
};

void appendTerms(std::vector<Term>& terms, std::string_view part, bool isPhrase) {
    bool joins = false; // an ideograph right after another belongs to the same phrase
    forEachRun(part, [&](const TextRun& run) {
        if (run.kind == Kind::Space) {
            joins = joins && isPhrase;
            return;
        }
        std::string text(run.text);
        if (run.kind == Kind::Unspaced) {
            text.clear();
            appendWords(text, run.text);
            text = std::string(trimmed(text));
        }
        if (joins && (isPhrase || run.kind == Kind::Ideograph))
            terms.back().words += " " + text;
        else
            terms.push_back({text, false});
        joins = isPhrase || run.kind == Kind::Ideograph;
    });
}

std::vector<Term> termsOf(std::string_view query, bool lastIsPrefix) {
    const std::string folded = foldCase(query);
    std::vector<Term> terms;
    bool isPhrase = false;
    for (std::string_view rest = folded;;) {
        const std::size_t quote = rest.find('"');
        appendTerms(terms, rest.substr(0, quote), isPhrase);
        if (quote == std::string_view::npos)
            break;
        rest.remove_prefix(quote + 1);
        isPhrase = !isPhrase;
    }
    if (lastIsPrefix && !terms.empty() && !folded.ends_with('"') && !folded.ends_with(' '))
        terms.back().isPrefix = true;
    return terms;
}

std::string matchExpression(SearchField field, const std::vector<Term>& terms) {
    std::string expression;
    for (const Term& term : terms) {
        expression += expression.empty() ? "\"" : " AND \"";
        expression += term.words + (term.isPrefix ? "\" *" : "\"");
    }
    if (field == SearchField::Text)
        return expression;
    return std::string(field == SearchField::Prompt ? "{prompt}" : "{response}") + " : (" + expression + ")";
}

/// True if a text of words with single spaces between and around them holds the term's words one after the other.
bool holds(std::string_view text, const Term& term) {
    const std::string needle = " " + term.words + (term.isPrefix ? "" : " ");
    return text.find(needle) != std::string_view::npos;
}

/// The words of a text, folded, with single spaces between and around them.
std::string plainWords(std::string_view text) {
    const std::string folded = foldCase(text);
    std::string out = " ";
    out.reserve(folded.size() + 2);
    forEachRun(folded, [&](const TextRun& run) {
        if (run.kind == Kind::Space)
            return;
        if (run.kind == Kind::Unspaced)
            out += std::string(trimmed(searchText(run.text)));
        else
            out += run.text;
        out += ' ';
    });
    return out;
}

std::string_view textArgument(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, sqlite3_value_bytes(value));
}

/// holds_words(text, query, lastIsPrefix): what the index would say of a text that it does not hold yet.
void holdsWords(sqlite3_context* context, int, sqlite3_value** arguments) {
    const std::vector<Term> terms = termsOf(textArgument(arguments[1]), sqlite3_value_int(arguments[2]) != 0);
    const std::string text = plainWords(textArgument(arguments[0]));
    const bool all = std::all_of(terms.begin(), terms.end(), [&](const Term& term) { return holds(text, term); });
    sqlite3_result_int(context, all ? 1 : 0);
}

std::string scannedTexts(SearchField field) {
    const std::string turns =
        "coalesce((SELECT group_concat(content, char(32, 57344, 32)) FROM turns WHERE key BETWEEN "
        "i.key << 20 AND (i.key << 20) | 1048575), '')";
    const std::string responses =
        "coalesce((SELECT group_concat(text, char(32, 57344, 32)) FROM responses WHERE key BETWEEN "
        "i.key << 20 AND (i.key << 20) | 1048575), '')";
    if (field == SearchField::Prompt)
        return turns;
    return field == SearchField::Response ? responses : turns + " || char(32, 57344, 32) || " + responses;
}

} // namespace

std::string searchText(std::string_view text) {
    if (isAscii(text))
        return std::string(text);
    const std::string folded = foldCase(text);
    std::string out;
    out.reserve(folded.size() * 2);
    forEachRun(folded, [&](const TextRun& run) {
        if (run.kind == Kind::Unspaced) {
            appendWords(out, run.text);
        } else if (run.kind == Kind::Ideograph) {
            out += ' ';
            out += run.text;
            out += ' ';
        } else {
            out += run.text;
        }
    });
    return out;
}

SqlCondition searchCondition(SearchField field, std::string_view query, bool lastIsPrefix) {
    const std::vector<Term> terms = termsOf(query, lastIsPrefix);
    if (terms.empty())
        return {"0", {}};
    SqlCondition condition;
    // One list of keys, which may drive the query. As an OR with a scan SQLite would scan wherever the condition is a
    // value, since it works both sides of an OR out there.
    condition.sql = "i.key IN (SELECT rowid FROM search WHERE search MATCH ? UNION ALL SELECT i.key FROM items i WHERE "
                    "i.key > (SELECT indexed_to FROM search_progress) AND holds_words(" +
                    scannedTexts(field) + ", ?, ?))";
    condition.values = {matchExpression(field, terms), std::string(query), std::int64_t{lastIsPrefix ? 1 : 0}};
    return condition;
}

void addSearchFunction(sqlite3* connection) {
    sqlite3_create_function(connection, "holds_words", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
        nullptr, holdsWords, nullptr, nullptr);
}

} // namespace assize
