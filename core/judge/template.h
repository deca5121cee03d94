// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

enum class TokenKind : std::uint8_t { Text, Variable, Section, InvertedSection, SectionEnd, Partial, Comment, Broken };

/// One piece of a template. The pieces cover it without gaps: renderer, lint, highlighter and completion all read them.
struct TemplateToken {
    TokenKind kind = TokenKind::Text;
    std::size_t offset = 0; ///< in bytes
    std::size_t length = 0;
    std::string_view name;    ///< what stands between the braces, trimmed; a view into the template
    std::string_view problem; ///< why a Broken one is; static text
};

/// Splits a template (Mustache without escaping and without set-delimiter tags). Tags that cannot be are Broken: never
/// closed, without a name, a section without its end, {{=. Never fails; an unclosed "{{" is Broken to the end.
[[nodiscard]] std::vector<TemplateToken> scanTemplate(std::string_view text);

/// Which line of the text an offset is on, from 1.
[[nodiscard]] int lineAt(std::string_view text, std::size_t offset);

struct TemplateValue;

/// Names and what they mean, at one level. "*" as a key stands for every name below a prefix ("metadata.*").
using TemplateScope = std::map<std::string, TemplateValue, std::less<>>;

/// A text, or a list of scopes that a section repeats over. Text is false in a section when empty.
struct TemplateValue {
    std::string text;
    std::vector<TemplateScope> items;
    bool isList = false;
    bool isAbsent = false; ///< known, but this item has none
};

struct TemplateOutput {
    std::string text;
    std::vector<std::string> absentNames; ///< used outside a section of their own although the item has none
};

/// Fills a template in one pass over its tokens: text that was put in is never scanned again. A section, its end or a
/// comment alone on a line takes the line with it. InvalidArgument with the line for unknown names and Broken tags,
/// or with keepUnknown they are shown as typed.
[[nodiscard]] Result<TemplateOutput> renderTemplate(
    std::string_view text, const TemplateScope& variables, const TemplateScope& partials, bool keepUnknown);

} // namespace assize
