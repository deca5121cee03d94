// SPDX-License-Identifier: Apache-2.0
#include "core/reply/original_readers.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace assize {
namespace {

/// The first match's groups; empty if there is none. The patterns are our own and do not backtrack far.
std::vector<std::string> firstMatch(const char* pattern, std::string_view reply) {
    UErrorCode status = U_ZERO_ERROR;
    icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(pattern), 0, status);
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(reply.data(), static_cast<std::int32_t>(reply.size())));
    matcher.reset(text);
    std::vector<std::string> groups;
    if (U_FAILURE(status) || matcher.find(status) == 0)
        return groups;
    for (std::int32_t group = 0; group <= matcher.groupCount(); ++group) {
        groups.emplace_back();
        matcher.group(group, status).toUTF8String(groups.back());
    }
    return groups;
}

/// What Python's float() takes, apart from digits of other scripts and underscores.
std::optional<double> pythonFloat(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return !text.empty() && read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

/// Commas are blanks, one blank between, exactly two numbers, no check of their range.
std::string readJudgelm(std::string_view reply) {
    std::string line(reply.substr(0, reply.find('\n')));
    std::replace(line.begin(), line.end(), ',', ' ');
    const std::size_t blank = line.find(' ');
    if (blank == std::string::npos)
        return "-1 -1";
    const auto first = pythonFloat(std::string_view(line).substr(0, blank));
    const auto second = pythonFloat(std::string_view(line).substr(blank + 1));
    return first && second ? fmt::format("{} {}", *first, *second) : "-1 -1";
}

std::string readPandalm(std::string_view reply) {
    const std::string_view text = trimmed(reply);
    const std::string_view line = text.substr(0, text.find('\n'));
    return line == "1" || line == "2" ? std::string(line) : "0";
}

/// The last decision counts.
std::string readAutoj(std::string_view reply) {
    constexpr std::string_view Marker = "final decision is ";
    const std::size_t at = reply.rfind(Marker);
    if (at == std::string_view::npos)
        return "-1";
    const std::string said = foldCase(trimmed(reply.substr(at + Marker.size())));
    if (said.starts_with("response 1"))
        return "0";
    if (said.starts_with("response 2"))
        return "1";
    return said.starts_with("tie") ? "2" : "-1";
}

/// Each is looked for in the whole text, in this order.
std::string readFastchat(std::string_view reply) {
    for (const std::string_view label : {"[[A]]", "[[B]]", "[[C]]"}) {
        if (reply.find(label) != std::string_view::npos)
            return std::string(label.substr(2, 1));
    }
    return "error";
}

std::string readSelene(std::string_view reply) {
    const auto groups = firstMatch("\\*\\*Result:\\*\\*\\s*(\\w+)", reply);
    return groups.empty() ? "none" : groups[1];
}

/// The score must end the reply, the letter a line.
std::string readPrometheus(std::string_view reply) {
    const auto score =
        firstMatch("(?i)(?:\\[RESULT\\]|\\[SCORE\\]|Score|Result|score of)[:\\s]*[\\[(]?\\s*(\\d+)\\s*[\\])]?"
                   "(?:/5|\\s*out of 5)?\\s*\\z",
            reply);
    if (!score.empty())
        return score[1].size() == 1 && score[1] >= "1" && score[1] <= "5" ? score[1] : "none";
    const auto letter = firstMatch(
        "(?im)(?:\\[RESULT\\](?:\\s+Response)?|\\[RESULT:|\\[Response\\s|^Result:)\\s*([AB])\\]?\\s*$", reply);
    return letter.empty() ? "none" : letter[1];
}

/// The last number from 1 to 10 that ends the text, whatever stands before it.
std::string readRewardBench2(std::string_view reply) {
    const auto groups = firstMatch("\\b([1-9]|10)\\b\\s*\\z", trimmed(reply));
    return groups.empty() ? "-1" : groups[1];
}

} // namespace

const std::vector<OriginalReader>& originalReaders() {
    static const std::vector<OriginalReader> readers = {
        {"judgelm", "what it cannot read becomes -1 -1, which counts as a tie", readJudgelm},
        {"pandalm", "everything but 1 and 2 becomes 0, which counts as a tie", readPandalm},
        {"autoj", "the last decision counts, none becomes -1", readAutoj},
        {"fastchat", "A is looked for before B before C, none becomes an error", readFastchat},
        {"selene", "the first word behind the marker; none counts half (RewardBench)", readSelene},
        {"prometheus", "the score must end the reply; none is asked for again", readPrometheus},
        {"rewardbench2", "the number that ends the text; none becomes -1", readRewardBench2},
    };
    return readers;
}

const OriginalReader* findOriginalReader(std::string_view name) {
    const auto& readers = originalReaders();
    const auto found =
        std::find_if(readers.begin(), readers.end(), [&](const OriginalReader& reader) { return reader.name == name; });
    return found == readers.end() ? nullptr : &*found;
}

char fastchatWinner(double scoreA, double scoreB) {
    constexpr double TieDelta = 0.1;
    if (std::abs(scoreA - scoreB) <= TieDelta)
        return 'C';
    return scoreA > scoreB ? 'A' : 'B';
}

} // namespace assize
