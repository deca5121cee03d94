// SPDX-License-Identifier: Apache-2.0
#include "core/reply/rationale.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace assize {
namespace {

constexpr std::size_t LongestRationale = 20000;

/// Lower-case words; a full stop, comma or line end is a word of its own.
std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    for (const char c : text) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        if (isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'') {
            word += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
            continue;
        }
        finish();
        if (std::string_view(".,;:!?\n").find(c) != std::string_view::npos)
            words.emplace_back(1, c);
    }
    finish();
    words.emplace_back(".");
    return words;
}

template <std::size_t Size>
bool isIn(const std::array<std::string_view, Size>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::optional<Label> sideOf(std::string_view word) {
    if (word == "a" || word == "1")
        return Label::A;
    if (word == "b" || word == "2")
        return Label::B;
    return std::nullopt;
}

/// What follows "response a": a claim that it wins as a whole.
bool claimsVictory(const std::vector<std::string>& words, std::size_t at) {
    constexpr std::array<std::string_view, 4> Verbs = {"wins", "outperforms", "beats", "surpasses"};
    constexpr std::array<std::string_view, 11> Adverbs = {"clearly", "slightly", "much", "overall", "far",
        "significantly", "therefore", "the", "thus", "definitely", "considerably"};
    constexpr std::array<std::string_view, 6> Praise = {
        "better", "superior", "stronger", "preferable", "preferred", "winner"};
    constexpr std::array<std::string_view, 10> Ends = {
        ".", ",", ";", "!", "\n", "than", "overall", "because", "since", "response"};
    const auto word = [&](std::size_t index) {
        return index < words.size() ? std::string_view(words[index]) : std::string_view();
    };
    if (isIn(Verbs, word(at)))
        return true;
    if (word(at) != "is" && word(at) != "was")
        return false;
    ++at;
    while (isIn(Adverbs, word(at)))
        ++at;
    return isIn(Praise, word(at)) && isIn(Ends, word(at + 1));
}

void claimsInEnglish(std::string_view rationale, bool& forA, bool& forB) {
    constexpr std::array<std::string_view, 5> Nouns = {"response", "answer", "assistant", "model", "output"};
    const std::vector<std::string> words = wordsOf(rationale);
    for (std::size_t index = 0; index + 2 < words.size(); ++index) {
        const auto side = sideOf(words[index + 1]);
        if (!side || !isIn(Nouns, words[index]) || !claimsVictory(words, index + 2))
            continue;
        (*side == Label::A ? forA : forB) = true;
    }
}

void claimsInChinese(std::string_view rationale, bool& forA, bool& forB) {
    for (const std::string_view noun : {"回答", "回复", "答案", "响应"}) {
        for (const std::string_view praise : {"更好", "更优", "胜出", "优于"}) {
            for (const char side : {'A', 'B'}) {
                const std::string claim = std::string(noun) + side + std::string(praise);
                const std::string spaced = std::string(noun) + ' ' + side + ' ' + std::string(praise);
                if (rationale.find(claim) != std::string_view::npos || rationale.find(spaced) != std::string_view::npos)
                    (side == 'A' ? forA : forB) = true;
            }
        }
    }
}

} // namespace

std::optional<Label> claimedWinner(std::string_view rationale) {
    rationale = rationale.substr(0, LongestRationale);
    bool forA = false;
    bool forB = false;
    claimsInEnglish(rationale, forA, forB);
    if (std::any_of(rationale.begin(), rationale.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        claimsInChinese(rationale, forA, forB);
    if (forA == forB)
        return std::nullopt;
    return forA ? Label::A : Label::B;
}

} // namespace assize
