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

/// "[[…]]" around a label, a letter of many or a rating.
bool isBracketVerdict(std::string_view text) {
    const std::size_t end = text.substr(0, LongestLabel).find(']');
    if (end == std::string_view::npos || end <= 2)
        return false;
    const std::string_view inside = trimmed(text.substr(2, end - 2));
    const bool isLetter = inside.size() == 1 && lowered(inside[0]) >= 'a' && lowered(inside[0]) <= 'z';
    return isLetter || labelFromText(inside).has_value() ||
           (!inside.empty() && inside.find_first_not_of("0123456789., ") == std::string_view::npos);
}

/// "Verdict: …" whatever marks of Markdown, JSON or YAML stand around the word.
bool startsVerdictLine(std::string_view line) {
    constexpr std::array<std::string_view, 11> Words = {"verdict", "preference", "result", "final verdict", "rating",
        "feedback", "score_a", "score_b", "评分", "最终结果", "裁决"};
    constexpr std::array<std::string_view, 2> Tags = {"<verdict>", "<result>"};
    const std::size_t begin = line.find_first_not_of(" \t{,\"'*#>-_`");
    if (begin == std::string_view::npos)
        return false;
    line.remove_prefix(begin);
    for (const std::string_view tag : Tags) {
        if (startsWithFolded(line, tag))
            return true;
    }
    for (const std::string_view word : Words) {
        if (!startsWithFolded(line, word))
            continue;
        const std::string_view rest = line.substr(word.size());
        const std::size_t next = rest.find_first_not_of(" \t\"'*_`");
        if (next != std::string_view::npos && (rest[next] == ':' || rest.substr(next).starts_with("：")))
            return true;
    }
    return false;
}

/// What ends an answer in a prompt of the field, or a turn in a chat template: nobody writes it by chance.
bool breaksOut(std::string_view text) {
    constexpr std::array<std::string_view, 9> Marks = {"[The Start of Assistant", "[The End of Assistant",
        "<|The End of Assistant", "### Response:", "### Evaluation:", "<|im_end|>", "<|eot_id|>", "[/INST]", "</data-"};
    return std::any_of(
        Marks.begin(), Marks.end(), [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// "The final decision is Response 1", anywhere.
bool namesDecision(std::string_view text) {
    if (text.find("最终决定是") != std::string_view::npos)
        return true;
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
    if (namesDecision(text) || breaksOut(text))
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
