// SPDX-License-Identifier: Apache-2.0
#include "core/base/markup.h"

#include "core/base/text.h"

namespace assize {
namespace {

constexpr std::string_view Unwritable = "\uFFFD";
constexpr std::string_view DirectionMark = "\u2948"; // as the window shows them

/// What stands for a character, or nothing if it stands for itself. The view begins with the character.
struct MarkupReplacement {
    std::string_view text;
    std::size_t length = 0; ///< bytes replaced; 0: none
};

MarkupReplacement replacedAscii(char letter) {
    switch (letter) {
    case '&':
        return {"&amp;", 1};
    case '<':
        return {"&lt;", 1};
    case '>':
        return {"&gt;", 1};
    case '"':
        return {"&quot;", 1};
    case '\'':
        return {"&#39;", 1};
    case '\r': // a parser would make a line feed of it
        return {"&#13;", 1};
    case '\t':
    case '\n':
        return {};
    default:
        break;
    }
    constexpr unsigned char FirstPrintable = 0x20;
    constexpr unsigned char Delete = 0x7F;
    const auto byte = static_cast<unsigned char>(letter);
    return byte < FirstPrintable || byte == Delete ? MarkupReplacement{Unwritable, 1} : MarkupReplacement{};
}

/// Marks of direction: U+061C, U+200E, U+200F, U+202A … U+202E, U+2066 … U+2069; C1 controls; U+FFFE and U+FFFF.
MarkupReplacement replacedBeyondAscii(std::string_view rest) {
    const auto byte = [&](std::size_t at) { return at < rest.size() ? static_cast<unsigned char>(rest[at]) : 0U; };
    if (rest.starts_with("\u061C"))
        return {DirectionMark, 2};
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0)
        return {Unwritable, 2};
    if (byte(0) == 0xE2 && byte(1) == 0x80 &&
        (byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xAA && byte(2) <= 0xAE)))
        return {DirectionMark, 3};
    if (byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9)
        return {DirectionMark, 3};
    if (byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE)
        return {Unwritable, 3};
    return {};
}

} // namespace

std::string escapedMarkup(std::string_view text) {
    constexpr unsigned char FirstBeyondAscii = 0x80;
    const std::string valid = isUtf8(text) ? std::string() : toValidUtf8(text);
    const std::string_view source = valid.empty() ? text : std::string_view(valid);
    std::string escaped;
    escaped.reserve(source.size() + source.size() / 8);
    for (std::size_t at = 0; at < source.size();) {
        const bool isAscii = static_cast<unsigned char>(source[at]) < FirstBeyondAscii;
        const MarkupReplacement replacement =
            isAscii ? replacedAscii(source[at]) : replacedBeyondAscii(source.substr(at));
        if (replacement.length == 0) {
            escaped += source[at++];
            continue;
        }
        escaped += replacement.text;
        at += replacement.length;
    }
    return escaped;
}

} // namespace assize
