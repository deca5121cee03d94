// SPDX-License-Identifier: Apache-2.0
#include "core/model/presentation.h"

#include "core/base/hash.h"

#include <algorithm>
#include <charconv>

namespace assize {
namespace {

constexpr std::size_t MostLetters = 26;
constexpr char HiddenReference = '-';

std::string inOrder(std::size_t responses) {
    std::string letters;
    for (std::size_t index = 0; index < responses; ++index)
        letters += static_cast<char>('A' + index);
    return letters;
}

/// Each hexadecimal digit of the seed is a coin for one sample.
bool isDrawnSecondFirst(std::string_view seedText, int sample) {
    if (seedText.empty())
        return false;
    const char digit = seedText[static_cast<std::size_t>(sample - 1) % seedText.size()];
    return (static_cast<unsigned char>(digit) & 1U) != 0;
}

/// Fisher and Yates, each draw from a hash of its own: 32 bits against at most 26 places leave no bias to speak of.
std::string shuffled(std::string letters, std::string_view seedText, int sample) {
    for (std::size_t left = letters.size(); left > 1; --left) {
        const std::string hash =
            sha256Hex(std::string(seedText) + "/" + std::to_string(sample) + "/" + std::to_string(left));
        std::uint32_t draw = 0;
        std::from_chars(hash.data(), hash.data() + 8, draw, 16);
        std::swap(letters[left - 1], letters[draw % left]);
    }
    return letters;
}

} // namespace

std::vector<std::string> presentationsFor(std::size_t responses, Orders orders, std::string_view seedText, int sample) {
    if (responses == 0 || responses > MostLetters)
        return {};
    std::string letters = inOrder(responses);
    switch (orders) {
    case Orders::AB:
        break;
    case Orders::BA:
        std::reverse(letters.begin(), letters.end());
        break;
    case Orders::Random:
        if (responses > 2)
            letters = shuffled(std::move(letters), seedText, sample);
        else if (isDrawnSecondFirst(seedText, sample))
            std::reverse(letters.begin(), letters.end());
        break;
    case Orders::Both: {
        std::vector<std::string> rotations;
        for (std::size_t first = 0; first < responses; ++first) {
            rotations.push_back(letters);
            std::rotate(letters.begin(), letters.begin() + 1, letters.end());
        }
        return rotations;
    }
    }
    return {letters};
}

std::string withoutReference(std::string letters) {
    return std::move(letters) + HiddenReference;
}

bool hidesReference(std::string_view presentation) {
    return presentation.ends_with(HiddenReference);
}

std::string_view lettersOf(std::string_view presentation) {
    return presentation.substr(0, presentation.size() - (hidesReference(presentation) ? 1 : 0));
}

bool isPresentation(std::string_view letters, std::size_t responses) {
    if (letters.size() != responses || responses > MostLetters)
        return false;
    std::string sorted(letters);
    std::sort(sorted.begin(), sorted.end());
    return sorted == inOrder(responses);
}

} // namespace assize
