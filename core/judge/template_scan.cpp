// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/judge/template.h"

#include <algorithm>

namespace assize {
namespace {

TokenKind kindOf(char sigil) {
    switch (sigil) {
    case '#':
        return TokenKind::Section;
    case '^':
        return TokenKind::InvertedSection;
    case '/':
        return TokenKind::SectionEnd;
    case '>':
        return TokenKind::Partial;
    case '!':
        return TokenKind::Comment;
    case '=':
        return TokenKind::Broken;
    default:
        return TokenKind::Variable;
    }
}

/// Reads the tag that begins with "{{" at the offset.
TemplateToken tagAt(std::string_view text, std::size_t offset) {
    const bool isTriple = text.substr(offset, 3) == "{{{";
    const std::string_view closing = isTriple ? "}}}" : "}}";
    const std::size_t begin = offset + closing.size();
    const std::size_t end = text.find(closing, begin);
    if (end == std::string_view::npos)
        return {TokenKind::Broken, offset, text.size() - offset, {}, "the tag is never closed"};
    std::string_view inside = trimmed(text.substr(begin, end - begin));
    TemplateToken token{TokenKind::Variable, offset, end + closing.size() - offset, inside, {}};
    if (!isTriple && !inside.empty()) {
        token.kind = kindOf(inside.front());
        if (token.kind != TokenKind::Variable || inside.front() == '&')
            inside.remove_prefix(1);
    }
    token.name = trimmed(inside);
    if (token.kind == TokenKind::Broken)
        token.problem = "other delimiters cannot be set";
    else if (token.kind == TokenKind::Comment)
        return token;
    else if (token.name.empty())
        token = {TokenKind::Broken, offset, token.length, token.name, "the tag has no name"};
    else if (token.name.find_first_of("{}\r\n") != std::string_view::npos)
        token = {TokenKind::Broken, offset, token.length, token.name, "a name has no braces or line breaks"};
    return token;
}

bool isOpening(TokenKind kind) {
    return kind == TokenKind::Section || kind == TokenKind::InvertedSection;
}

/// Sections must close in order; what does not is Broken.
void matchSections(std::vector<TemplateToken>& tokens) {
    std::vector<std::size_t> open;
    for (std::size_t index = 0; index < tokens.size(); ++index) {
        TemplateToken& token = tokens[index];
        if (isOpening(token.kind)) {
            open.push_back(index);
        } else if (token.kind == TokenKind::SectionEnd) {
            if (!open.empty() && tokens[open.back()].name == token.name) {
                open.pop_back();
                continue;
            }
            token.kind = TokenKind::Broken;
            token.problem = open.empty() ? "no section is open here" : "another section must end first";
        }
    }
    for (const std::size_t index : open) {
        tokens[index].kind = TokenKind::Broken;
        tokens[index].problem = "the section has no end";
    }
}

} // namespace

std::vector<TemplateToken> scanTemplate(std::string_view text) {
    std::vector<TemplateToken> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t tag = std::min(text.find("{{", at), text.size());
        if (tag > at)
            tokens.push_back({TokenKind::Text, at, tag - at, {}, {}});
        if (tag == text.size())
            break;
        tokens.push_back(tagAt(text, tag));
        at = tag + tokens.back().length;
    }
    matchSections(tokens);
    return tokens;
}

int lineAt(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

} // namespace assize
