// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/model_family.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace assize {
namespace {

/// First words of names and the family they belong to: models of one maker that share their training.
constexpr auto Families = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"gpt", "gpt"},
    {"chatgpt", "gpt"},
    {"davinci", "gpt"},
    {"claude", "claude"},
    {"gemini", "gemini"},
    {"gemma", "gemini"},
    {"palm", "gemini"},
    {"bard", "gemini"},
    {"llama", "llama"},
    {"codellama", "llama"},
    {"mistral", "mistral"},
    {"mixtral", "mistral"},
    {"ministral", "mistral"},
    {"qwen", "qwen"},
    {"qwq", "qwen"},
    {"deepseek", "deepseek"},
    {"phi", "phi"},
    {"command", "command"},
    {"nova", "nova"},
    {"glm", "glm"},
    {"chatglm", "glm"},
    {"grok", "grok"},
    {"vicuna", "vicuna"},
    {"selene", "selene"},
    {"olmo", "olmo"},
    {"tulu", "olmo"},
});

char lowered(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

bool isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80;
}

/// Runs of letters, in lower case: "Qwen2.5-7B" gives "qwen" and "b".
std::vector<std::string> wordsOf(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char raw : name) {
        const char letter = lowered(raw);
        if (isLetter(letter))
            words.back() += letter;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

} // namespace

std::string modelFamily(std::string_view model) {
    const std::string_view name = model.substr(model.rfind('/') + 1);
    const std::vector<std::string> words = wordsOf(name);
    for (const std::string& word : words) {
        const auto* known =
            std::find_if(Families.begin(), Families.end(), [&](const auto& family) { return family.first == word; });
        if (known != Families.end())
            return std::string(known->second);
    }
    return words.empty() ? std::string() : words.front();
}

} // namespace assize
