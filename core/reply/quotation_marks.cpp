// SPDX-License-Identifier: Apache-2.0
#include "core/reply/quotation_marks.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

constexpr std::size_t LongestQuotation = 600;

struct Marks {
    std::string_view open;
    std::string_view close;
};
constexpr std::array Pairs = {Marks{"\"", "\""}, Marks{"“", "”"}, Marks{"‘", "’"}, Marks{"«", "»"}, Marks{"「", "」"},
    Marks{"『", "』"}, Marks{"`", "`"}, Marks{"'", "'"}};

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// An apostrophe stands after a letter; an opening quote does not.
bool mayOpen(std::string_view text, std::size_t at, const Marks& marks) {
    return marks.open != "'" || at == 0 || !isWordByte(text[at - 1]);
}

/// Where the closing mark is, or npos. A single quote before a letter is an apostrophe inside the quotation. searched
/// is how far a mark of this kind was looked for in vain, so that many openings do not look at the same text again.
std::size_t closingOf(std::string_view text, std::size_t from, const Marks& marks, std::size_t& searched) {
    const std::string_view window = text.substr(0, from + LongestQuotation);
    std::size_t at = window.find(marks.close, std::max(from, searched));
    while (marks.open == "'" && at != std::string_view::npos && at + 1 < text.size() && isWordByte(text[at + 1]))
        at = window.find(marks.close, at + 1);
    if (at == std::string_view::npos)
        searched = window.size() - std::min(window.size(), marks.close.size() - 1);
    return at;
}

void trimSpan(std::string_view text, QuotedSpan& span) {
    constexpr std::string_view Around = " \t\r\n.,;:!?";
    while (span.length > 0 && Around.find(text[span.offset]) != std::string_view::npos) {
        ++span.offset;
        --span.length;
    }
    while (span.length > 0 && Around.find(text[span.offset + span.length - 1]) != std::string_view::npos)
        --span.length;
}

void addParts(std::string_view text, std::size_t begin, std::size_t end, std::vector<QuotedSpan>& spans) {
    while (begin < end) {
        const std::string_view inside = text.substr(0, end);
        const std::size_t dots = inside.find("...", begin);
        const std::size_t ellipsis = inside.find("…", begin);
        const std::size_t cut = std::min(std::min(dots, ellipsis), end);
        QuotedSpan span{begin, cut - begin};
        trimSpan(text, span);
        if (span.length > 0)
            spans.push_back(span);
        begin = cut + 3; // both kinds of ellipsis are three bytes
    }
}

} // namespace

std::vector<QuotedSpan> quotedSpans(std::string_view text, std::size_t most) {
    std::vector<QuotedSpan> spans;
    std::array<std::size_t, Pairs.size()> searched{};
    for (std::size_t at = text.find_first_of("\"'`\xE2\xE3\xC2"); at < text.size() && spans.size() < most;
         at = text.find_first_of("\"'`\xE2\xE3\xC2", at)) {
        std::size_t next = at + 1;
        for (std::size_t kind = 0; kind < Pairs.size(); ++kind) {
            const Marks& marks = Pairs[kind];
            if (!text.substr(at).starts_with(marks.open) || !mayOpen(text, at, marks))
                continue;
            const std::size_t begin = at + marks.open.size();
            const std::size_t end = closingOf(text, begin, marks, searched[kind]);
            if (end == std::string_view::npos)
                continue;
            addParts(text, begin, end, spans);
            next = end + marks.close.size();
            break;
        }
        at = next;
    }
    return spans;
}

} // namespace assize
