// SPDX-License-Identifier: Apache-2.0
// "**Reasoning:** … **Result:** …" (protocols.md, Selene, 2.2 and 2.3) and "Feedback: … [RESULT] …" (Prometheus, 5.4).
// Read at the marker only, the last one counts, and the verdict must be all that stands there.
#include "core/base/text.h"
#include "core/reply/formats.h"
#include "core/reply/reply_text.h"
#include "core/reply/verdict_value.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace assize {
namespace {

struct Marker {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
    bool isExact = false; ///< "**Result:**" or "[RESULT]", as the models were trained to write it
};

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool matches(std::string_view text, std::size_t at, std::string_view lowerCase) {
    return text.size() - at >= lowerCase.size() &&
           std::equal(lowerCase.begin(), lowerCase.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
               [](char a, char b) { return a == lowered(b); });
}

/// "Result:" with any stars around it, at the start of a line.
bool readLineMarker(std::string_view text, std::size_t begin, std::string_view word, Marker& marker) {
    std::size_t at = begin;
    const auto skip = [&](std::string_view what) {
        while (at < text.size() && what.find(text[at]) != std::string_view::npos)
            ++at;
    };
    skip(" \t*#");
    if (!matches(text, at, word))
        return false;
    at += word.size();
    skip(" \t*");
    const bool isFullWidth = text.substr(at).starts_with("：");
    if (!isFullWidth && (at >= text.size() || text[at] != ':'))
        return false;
    at += isFullWidth ? 3 : 1;
    skip("*");
    marker = {begin, at, text.substr(begin, at - begin) == "**Result:**"};
    return true;
}

Marker lastMarker(std::string_view text) {
    Marker last;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Marker marker;
        if (readLineMarker(text, begin, "result", marker))
            last = marker;
        const std::string_view line = text.substr(begin, end - begin);
        for (std::size_t at = line.find('['); at != std::string_view::npos; at = line.find('[', at + 1)) {
            if (matches(line, at, "[result]"))
                last = {begin + at, begin + at + 8, true};
        }
        begin = end + 1;
    }
    return last;
}

/// The reasoning before the result, without its own marker.
std::string reasoningOf(std::string_view before) {
    for (const std::string_view opening : {"**reasoning:**", "reasoning:", "feedback:", "###feedback:"}) {
        const std::string_view text = trimmed(before);
        if (matches(text, 0, opening))
            return std::string(trimmed(text.substr(opening.size())));
    }
    return std::string(trimmed(before));
}

/// The first line that says something behind the marker, without end marks and what evaluators put before a letter.
std::string_view resultText(std::string_view after) {
    std::string_view text = trimmed(after);
    return trimmed(text.substr(0, text.find_first_of("\r\n")));
}

std::string withoutLeadWord(std::string_view text) {
    constexpr std::string_view Around = " \t\"'*.,;()[]<>";
    std::string out = withoutFullWidth(text);
    const std::size_t begin = std::min(out.find_first_not_of(Around), out.size());
    out.erase(0, begin);
    const std::size_t last = out.find_last_not_of(Around);
    out.erase(last == std::string::npos ? 0 : last + 1);
    for (const std::string_view lead : {"response ", "answer ", "assistant ", "score "}) {
        if (matches(out, 0, lead))
            return out.substr(lead.size());
    }
    return out;
}

} // namespace

ReplyReading readReasoningResult(std::string_view reply, const ReplyContext& context) {
    ReplyReading reading;
    Judgement& judgement = reading.judgement;
    const Marker marker = lastMarker(reply);
    if (marker.begin == std::string_view::npos) {
        refuse(judgement, Outcome::Unparseable, "no-verdict");
        return reading;
    }
    judgement.overallJustification = reasoningOf(reply.substr(0, marker.begin));
    const std::string_view written = resultText(reply.substr(marker.end));
    const std::string bare = withoutLeadWord(written);
    if (!takeVerdict(bare, context, judgement)) {
        refuse(judgement, Outcome::Unparseable, fmt::format("unknown-verdict: {}", written.substr(0, 40)));
        return reading;
    }
    refuse(judgement, Outcome::Verdict, {});
    const bool wasCleaned = bare != written && bare + "." != written;
    if (!marker.isExact || wasCleaned)
        noteRecovered(judgement, "marker");
    if (hasFullWidth(written) ||
        reply.substr(marker.begin, marker.end - marker.begin).find("：") != std::string_view::npos)
        noteRecovered(judgement, "full-width");
    return reading;
}

} // namespace assize
