// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fmt/format.h>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assize {

/// An English sentence, or a clause of one, with %1, %2, … for what is put into it. Only literals, and only with as
/// many places as there are arguments: the compiler refuses others.
template <typename... Arguments>
class SentencePattern {
public:
    consteval SentencePattern(const char* text) // NOLINT(google-explicit-constructor): a literal is what is written
        : m_text(text) {
        std::size_t places = 0;
        for (const char* at = text; *at != '\0'; ++at) {
            if (at[0] != '%' || at[1] < '1' || at[1] > '9')
                continue;
            const auto place = static_cast<std::size_t>(at[1] - '0');
            places = place > places ? place : places;
        }
        if (places != sizeof...(Arguments))
            throw "the pattern has another number of places than there are arguments";
    }

    [[nodiscard]] const char* text() const { return m_text; }

private:
    const char* m_text;
};

/// Words for people before they are in any language: a pattern in English and what stands in its places, or words of
/// others (of the system, of a server, of a file), which are the same in all languages. The command line shows
/// english(); the window looks the pattern up among its translations, context "Core" (ui/support/sentence_text.h). A
/// value.
class Sentence {
public:
    Sentence() = default;

    [[nodiscard]] bool isEmpty() const { return m_pattern == nullptr && m_words.empty(); }
    [[nodiscard]] std::string english() const;
    /// In the language of a front end, which gives the text of a pattern.
    [[nodiscard]] std::string worded(const std::function<std::string(const char* pattern)>& translate) const;

    explicit operator std::string() const { return english(); }
    friend bool operator==(const Sentence& sentence, std::string_view words) { return sentence.english() == words; }
    friend bool operator==(const Sentence& one, const Sentence& other) { return one.english() == other.english(); }

    template <typename... Arguments>
    friend Sentence said(std::type_identity_t<SentencePattern<Arguments...>> pattern, const Arguments&... arguments);
    friend Sentence quoted(std::string words);

private:
    [[nodiscard]] static Sentence argument(const Sentence& sentence) { return sentence; }
    template <typename Value>
    [[nodiscard]] static Sentence argument(const Value& value) {
        Sentence sentence;
        sentence.m_words = fmt::format("{}", value);
        return sentence;
    }

    const char* m_pattern = nullptr; ///< a literal
    std::string m_words;             ///< where there is no pattern
    std::vector<Sentence> m_arguments;
};

/// Words of ours: said("line %1 is empty", line). Arguments are sentences themselves, or what fmt can print.
template <typename... Arguments>
[[nodiscard]] Sentence said(
    std::type_identity_t<SentencePattern<Arguments...>> pattern, const Arguments&... arguments) {
    Sentence sentence;
    sentence.m_pattern = pattern.text();
    sentence.m_arguments = {Sentence::argument(arguments)...};
    return sentence;
}

/// Words of others, and names and numbers.
[[nodiscard]] Sentence quoted(std::string words);

/// One after the other; either may be empty.
[[nodiscard]] Sentence both(const Sentence& first, const Sentence& second);

/// English, for messages of failed tests.
std::ostream& operator<<(std::ostream& out, const Sentence& sentence);

/// A pattern with its places filled; a place beyond the arguments stays as it is.
[[nodiscard]] std::string filled(std::string_view pattern, const std::vector<std::string>& arguments);

} // namespace assize
