// SPDX-License-Identifier: Apache-2.0
#include "core/model/verdict_like.h"

#include "core/base/text.h"
#include "core/model/label.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

constexpr std::size_t LongestLabel = 24;

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWithFolded(std::string_view text, std::string_view lowerCase) {
    return text.size() >= lowerCase.size() &&
           std::equal(lowerCase.begin(), lowerCase.end(), text.begin(), [](char a, char b) { return a == lowered(b); });
}

/// "[[…]]" around a label or a rating.
bool isBracketVerdict(std::string_view text) {
    const std::size_t end = text.substr(0, LongestLabel).find(']');
    if (end == std::string_view::npos || end <= 2)
        return false;
    const std::string_view inside = trimmed(text.substr(2, end - 2));
    return labelFromText(inside).has_value() ||
           (!inside.empty() && inside.find_first_not_of("0123456789., ") == std::string_view::npos);
}

bool startsVerdictLine(std::string_view line) {
    constexpr std::array<std::string_view, 9> Keys = {"\"verdict\"",
        "verdict:", "preference:", "result:", "**result:**", "final verdict:", "###feedback:", "<verdict>", "rating:"};
    const std::size_t begin = line.find_first_not_of(" \t{,");
    if (begin == std::string_view::npos)
        return false;
    line.remove_prefix(begin);
    return std::any_of(Keys.begin(), Keys.end(), [&](std::string_view key) { return startsWithFolded(line, key); });
}

/// "The final decision is Response 1", anywhere.
bool namesDecision(std::string_view text) {
    constexpr std::string_view Words = "final decision is ";
    for (std::size_t at = text.find("inal decision is "); at != std::string_view::npos;
         at = text.find("inal decision is ", at + 1)) {
        if (at > 0 && startsWithFolded(text.substr(at - 1), Words))
            return true;
    }
    return false;
}

} // namespace

bool looksLikeVerdict(std::string_view text) {
    if (namesDecision(text))
        return true;
    for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
        if (startsWithFolded(text.substr(at), "[result]") ||
            (text.substr(at, 2) == "[[" && isBracketVerdict(text.substr(at))))
            return true;
    }
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (startsVerdictLine(text.substr(begin, end - begin)))
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace assize
