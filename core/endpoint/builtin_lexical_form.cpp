// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_form.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace assize {
namespace {

/// A refusal stands at the start; later on, the same words are usually about something else.
constexpr std::size_t RefusalWords = 40;
constexpr std::size_t RefusalBytes = 240;

constexpr std::array<std::string_view, 19> EnglishRefusals = {"i can't help", "i can't assist", "i can't provide",
    "i can't answer", "i can't do", "i cannot help", "i cannot assist", "i cannot provide", "i cannot answer",
    "i cannot do", "i'm unable to", "i am unable to", "i'm not able to", "i am not able to", "i won't be able to",
    "i'm sorry but", "as an ai", "i must decline", "i don't have access to"};

constexpr std::array<std::string_view, 12> ChineseRefusals = {"我无法", "我不能", "我没有办法", "无法提供", "不能提供",
    "无法回答", "不能回答", "作为一个人工智能", "作为人工智能", "作为一个AI", "作为AI", "恕我不能"};

bool standsAt(const LexicalText& text, std::size_t start, std::string_view phrase, std::size_t& last) {
    for (std::size_t at = start;; ++at) {
        const std::size_t end = phrase.find(' ');
        if (at >= text.words.size() || text.words[at].folded != phrase.substr(0, end))
            return false;
        last = at;
        if (end == std::string_view::npos)
            return true;
        phrase.remove_prefix(end + 1);
    }
}

std::optional<TextSpan> refusal(const LexicalText& text) {
    const std::size_t limit = std::min(text.words.size(), RefusalWords);
    for (std::size_t start = 0; start < limit; ++start) {
        for (const std::string_view phrase : EnglishRefusals) {
            std::size_t last = 0;
            if (standsAt(text, start, phrase, last))
                return text.spanOf(start, last);
        }
    }
    const std::string_view head = std::string_view(text.text).substr(0, RefusalBytes);
    std::optional<TextSpan> first;
    for (const std::string_view phrase : ChineseRefusals) {
        const std::size_t at = head.find(phrase);
        if (at != std::string_view::npos && (!first || at < first->offset))
            first = TextSpan{at, phrase.size()};
    }
    return first;
}

/// "```", "~~~~": the characters that open or close a code block, empty if the line does neither.
std::string_view fenceOf(std::string_view line) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos || start > 3 || (line[start] != '`' && line[start] != '~'))
        return {};
    const std::size_t end = std::min(line.find_first_not_of(line[start], start), line.size());
    return end - start >= 3 ? line.substr(start, end - start) : std::string_view();
}

struct ListMarker {
    int number = 0;
    TextSpan span; ///< within the line
    bool isBare = false;
};

std::optional<ListMarker> markerOf(std::string_view line) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos || start > 1)
        return std::nullopt;
    ListMarker marker;
    const char* const begin = line.data() + start;
    const auto [end, problem] = std::from_chars(begin, line.data() + line.size(), marker.number);
    if (problem != std::errc() || marker.number < 1 || marker.number > 99)
        return std::nullopt;
    const auto after = static_cast<std::size_t>(end - line.data());
    if (after >= line.size() || (line[after] != '.' && line[after] != ')'))
        return std::nullopt;
    marker.span = {start, after + 1 - start};
    marker.isBare = trimmed(line.substr(after + 1)).empty();
    if (!marker.isBare && line[after + 1] != ' ' && line[after + 1] != '\t')
        return std::nullopt;
    return marker;
}

/// Walks the lines once, with the fence that is open and the list number that comes next.
struct LineScan {
    std::string_view fence;
    TextSpan fenceSpan;
    int nextNumber = 0; ///< 0: no list yet
    std::optional<TextSpan> broken;
    std::optional<TextSpan> bare; ///< a marker with nothing behind it, if no line follows

    void take(std::string_view line, std::size_t offset) {
        const std::string_view mark = fenceOf(line);
        if (!fence.empty()) {
            const std::string_view rest = trimmed(line);
            if (!mark.empty() && mark.front() == fence.front() && mark.size() >= fence.size() &&
                rest.size() == mark.size())
                fence = {};
        } else if (!mark.empty()) {
            fence = mark;
            fenceSpan = {offset + static_cast<std::size_t>(mark.data() - line.data()), mark.size()};
        } else {
            takeText(line, offset);
        }
    }

    void takeText(std::string_view line, std::size_t offset) {
        if (trimmed(line).empty())
            return;
        bare.reset();
        const auto marker = markerOf(line);
        if (!marker)
            return;
        const TextSpan span{offset + marker->span.offset, marker->span.length};
        if (marker->number == 1)
            nextNumber = 2;
        else if (nextNumber > 0 && marker->number == nextNumber)
            ++nextNumber;
        else if (nextNumber > 0 && !broken)
            broken = span;
        if (marker->isBare && nextNumber > 0)
            bare = span;
    }
};

} // namespace

std::vector<FoundDefect> formDefects(const LexicalText& text) {
    if (text.isBlank())
        return {{FormDefect::Empty, {}}};
    std::vector<FoundDefect> found;
    if (const auto span = refusal(text))
        found.push_back({FormDefect::Refusal, *span});
    LineScan scan;
    for (const std::string_view line : splitLines(text.text))
        scan.take(line, static_cast<std::size_t>(line.data() - text.text.data()));
    if (!scan.fence.empty())
        found.push_back({FormDefect::UnclosedFence, scan.fenceSpan});
    if (scan.broken || scan.bare)
        found.push_back({FormDefect::BrokenList, scan.broken ? *scan.broken : *scan.bare});
    return found;
}

} // namespace assize
