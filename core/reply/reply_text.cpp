// SPDX-License-Identifier: Apache-2.0
#include "core/reply/reply_text.h"

#include "core/base/number_from.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

void noteOnce(std::vector<std::string>& notes, std::string_view what) {
    if (std::find(notes.begin(), notes.end(), what) == notes.end())
        notes.emplace_back(what);
}

bool startsLine(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        --at;
    return at == 0 || text[at - 1] == '\n';
}

struct ThinkTags {
    std::string_view open;
    std::string_view close;
};
constexpr std::array Thinking = {ThinkTags{"<think>", "</think>"}, ThinkTags{"<thinking>", "</thinking>"}};

void removeThinking(CleanReply& reply, const ThinkTags& tags) {
    std::string& text = reply.text;
    const std::size_t firstOpen = text.find(tags.open);
    const std::size_t firstClose = text.find(tags.close);
    // The server's template opened the block and sent only its end; one within a line is quoted from somewhere.
    if (firstClose < firstOpen && startsLine(text, firstClose)) {
        text.erase(0, firstClose + tags.close.size());
        reply.hadThinking = true;
    }
    std::string kept;
    std::size_t at = 0;
    for (std::size_t open = text.find(tags.open); open != std::string::npos; open = text.find(tags.open, open + 1)) {
        if (open < at || !startsLine(text, open))
            continue;
        const std::size_t close = text.find(tags.close, open);
        kept.append(text, at, open - at);
        reply.hadThinking = true;
        reply.thinksToTheEnd = close == std::string::npos;
        at = reply.thinksToTheEnd ? text.size() : close + tags.close.size();
        if (reply.thinksToTheEnd)
            break;
    }
    if (at > 0)
        text = kept + text.substr(at);
}

std::string_view withoutLineEnd(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

} // namespace

void noteRecovered(Judgement& judgement, std::string_view what) {
    noteOnce(judgement.recovered, what);
}

void noteFlag(Judgement& judgement, std::string_view what) {
    noteOnce(judgement.flags, what);
}

void refuse(Judgement& judgement, Outcome outcome, std::string reason) {
    judgement.outcome = outcome;
    judgement.reason = std::move(reason);
}

CleanReply cleanReply(std::string_view reply) {
    if (reply.starts_with(ByteOrderMark))
        reply.remove_prefix(ByteOrderMark.size());
    CleanReply clean{isUtf8(reply) ? std::string(reply) : toValidUtf8(reply), false, false};
    if (clean.text.find("think") == std::string::npos)
        return clean;
    for (const ThinkTags& tags : Thinking)
        removeThinking(clean, tags);
    return clean;
}

std::vector<FencedBlock> fencedBlocks(std::string_view text) {
    std::vector<FencedBlock> blocks;
    if (text.find("```") == std::string_view::npos)
        return blocks;
    bool isOpen = false;
    std::size_t openIndent = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = withoutLineEnd(text.substr(begin, end - begin));
        const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
        const std::size_t next = std::min(end + 1, text.size());
        if (!isOpen && line.substr(indent).starts_with("```")) {
            blocks.push_back({text.substr(next), begin, text.size()});
            openIndent = indent;
            isOpen = true;
        } else if (isOpen && indent <= openIndent && trimmed(line) == "```") {
            FencedBlock& block = blocks.back();
            const auto insideBegin = static_cast<std::size_t>(block.inside.data() - text.data());
            block.inside = text.substr(insideBegin, begin - insideBegin);
            block.end = next;
            isOpen = false;
        }
        begin = end + 1;
    }
    return blocks;
}

bool hasFullWidth(std::string_view text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto middle = static_cast<unsigned char>(text[at + 1]);
        if ((lead == 0xEF && (middle == 0xBC || middle == 0xBD)) ||
            (lead == 0xE3 && middle == 0x80 && static_cast<unsigned char>(text[at + 2]) == 0x80))
            return true;
    }
    return false;
}

std::string withoutFullWidth(std::string_view text) {
    if (!hasFullWidth(text))
        return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(text[at + offset]); };
        const bool isThree = at + 2 < text.size();
        if (isThree && byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD)) {
            const unsigned point = 0xF000U | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
            if (point >= 0xFF01 && point <= 0xFF5E) {
                out += static_cast<char>(point - 0xFEE0);
                at += 3;
                continue;
            }
        } else if (isThree && byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) {
            out += ' ';
            at += 3;
            continue;
        }
        out += text[at++];
    }
    return out;
}

std::optional<double> scoreFromText(std::string_view raw, double limit, Judgement& notes) {
    const std::string folded = withoutFullWidth(trimmed(raw));
    const std::string_view text = trimmed(folded);
    const bool isPercent = text.ends_with('%');
    const std::size_t slash = text.find('/');
    std::optional<double> value;
    if (isPercent && limit == 1) {
        value = numberFrom<double>(trimmed(text.substr(0, text.size() - 1)));
        if (value)
            *value /= 100;
    } else if (slash != std::string_view::npos) {
        const auto denominator = numberFrom<double>(trimmed(text.substr(slash + 1)));
        if (denominator && *denominator == limit)
            value = numberFrom<double>(trimmed(text.substr(0, slash)));
    } else {
        value = numberFrom<double>(text);
    }
    if (!value)
        return std::nullopt;
    if (folded != trimmed(raw))
        noteRecovered(notes, "full-width");
    if (isPercent || slash != std::string_view::npos)
        noteRecovered(notes, "fraction");
    return value;
}

std::optional<bool> boolFromText(std::string_view text) {
    const std::string folded = foldCase(trimmed(text));
    if (folded == "true" || folded == "yes" || folded == "on")
        return true;
    if (folded == "false" || folded == "no" || folded == "off")
        return false;
    return std::nullopt;
}

std::optional<ReadLabel> labelFromReply(std::string_view raw, bool needsBrackets, Judgement& notes) {
    const std::string folded = withoutFullWidth(trimmed(raw));
    const std::string_view text = trimmed(folded);
    const auto label = labelFromText(text);
    if (!label)
        return std::nullopt;
    if (folded != trimmed(raw))
        noteRecovered(notes, "full-width");
    if (needsBrackets && !(text.starts_with("[[") && text.ends_with("]]")))
        noteRecovered(notes, "label-bracket");
    return ReadLabel{*label, stepFromText(text).value_or(0)};
}

bool differ(const ReadLabel& a, const ReadLabel& b) {
    return a.label != b.label;
}

} // namespace assize
