// SPDX-License-Identifier: Apache-2.0
#include "core/filter/tokens.h"

#include "core/base/text.h"
#include "core/filter/filter_tree.h"

#include <charconv>
#include <optional>

namespace assize {
namespace {

using Kind = FilterToken::Kind;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Letters of any script, digits, underscore and, inside, a hyphen: keys of metadata are written by other people.
bool isWordByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    const auto lower = static_cast<unsigned char>(byte | 0x20U);
    return byte >= 0x80 || c == '_' || isDigit(c) || (lower >= 'a' && lower <= 'z');
}

class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_text(text) {}

    Result<std::vector<FilterToken>> scan() {
        std::vector<FilterToken> tokens;
        for (;;) {
            skipSpace();
            auto token = m_at == m_text.size() ? make(Kind::End, 0) : next();
            if (!token)
                return tl::unexpected(token.error());
            tokens.push_back(std::move(*token));
            if (tokens.back().kind == Kind::End)
                return tokens;
        }
    }

private:
    /// Of the place where the scanner stands; counts on from where it was asked last.
    [[nodiscard]] std::size_t column() {
        m_column += codePointCount(m_text.substr(m_counted, m_at - m_counted));
        m_counted = m_at;
        return m_column;
    }
    [[nodiscard]] char at(std::size_t offset) const {
        return m_at + offset < m_text.size() ? m_text[m_at + offset] : '\0';
    }

    void skipSpace() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || (m_text[m_at] >= '\t' && m_text[m_at] <= '\r')))
            ++m_at;
    }

    Result<FilterToken> make(Kind kind, std::size_t length) {
        FilterToken token{kind, std::string(m_text.substr(m_at, length)), 0, column()};
        m_at += length;
        return token;
    }

    Result<FilterToken> next() {
        const char c = at(0);
        if (c == '"')
            return string();
        if (c == '(' || c == ')')
            return make(c == '(' ? Kind::Open : Kind::Close, 1);
        if (isDigit(c) || ((c == '-' || c == '+' || c == '.') && (isDigit(at(1)) || (at(1) == '.' && isDigit(at(2))))))
            return number();
        if (c == '.')
            return make(Kind::Dot, 1);
        if (c == '~')
            return make(Kind::Comparison, 1);
        if (c == '<' || c == '>')
            return make(Kind::Comparison, at(1) == '=' ? 2 : 1);
        if ((c == '=' || c == '!') && at(1) == '=')
            return make(Kind::Comparison, 2);
        if (c == '=')
            return failAt(column(), said("write == to compare"));
        if (isWordByte(c))
            return word();
        return failAt(column(), said("\"%1\" means nothing here", c));
    }

    Result<FilterToken> word() {
        std::size_t length = 1;
        while (isWordByte(at(length)) || (at(length) == '-' && isWordByte(at(length + 1))))
            ++length;
        auto token = make(Kind::Word, length);
        if (token->text != "tag" || at(0) != ':')
            return token;
        ++m_at;
        return tag(token->column);
    }

    /// The word after "tag:", bare or in quotes.
    Result<FilterToken> tag(std::size_t start) {
        Result<FilterToken> word = FilterToken{};
        if (at(0) == '"') {
            word = string();
        } else {
            std::size_t length = 0;
            while (isWordByte(at(length)) || at(length) == '-' || at(length) == '/' || at(length) == '.')
                ++length;
            word = make(Kind::Tag, length);
        }
        if (word && word->text.empty())
            return failAt(start, said("tag: needs a word, as in tag:unclear"));
        if (word) {
            word->kind = Kind::Tag;
            word->column = start;
        }
        return word;
    }

    /// Inside quotes, \" and \\ stand for a quote and a backslash.
    Result<FilterToken> string() {
        FilterToken token{Kind::String, {}, 0, column()};
        for (++m_at; m_at < m_text.size(); ++m_at) {
            char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return token;
            }
            if (c == '\\' && (at(1) == '"' || at(1) == '\\'))
                c = m_text[++m_at];
            token.text += c;
        }
        return failAt(token.column, said("the text has no closing quote"));
    }

    Result<FilterToken> number() {
        FilterToken token{Kind::Number, {}, 0, column()};
        const char* first = m_text.data() + m_at + (at(0) == '+' ? 1 : 0);
        const auto [end, problem] = std::from_chars(first, m_text.data() + m_text.size(), token.number);
        if (problem != std::errc() || (end != m_text.data() + m_text.size() && isWordByte(*end)))
            return failAt(token.column, said("this is not a number; texts stand in quotes"));
        const auto length = static_cast<std::size_t>(end - m_text.data()) - m_at;
        token.text = m_text.substr(m_at, length);
        m_at += length;
        return token;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_counted = 0; ///< m_column is the column of this byte
    std::size_t m_column = 1;
};

} // namespace

Result<std::vector<FilterToken>> filterTokens(std::string_view text) {
    return Scanner(text).scan();
}

} // namespace assize
