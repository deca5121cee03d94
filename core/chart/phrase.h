// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// Words of a chart before they are in any language: a key of the front end's text table ("winrate.title") with what
/// stands for %1, %2, … in it; or, without a key, text that is the same in all languages (names, numbers).
struct Phrase {
    std::string key;
    std::string text;
    std::vector<Phrase> arguments;

    [[nodiscard]] bool isEmpty() const { return key.empty() && text.empty(); }

    bool operator==(const Phrase&) const = default;
};

[[nodiscard]] inline Phrase literal(std::string_view text) {
    return {{}, std::string(text), {}};
}

[[nodiscard]] inline Phrase phrase(std::string_view key, std::vector<Phrase> arguments = {}) {
    return {std::string(key), {}, std::move(arguments)};
}

/// The front end's texts by key. The window answers in its language, a report from its text table.
class ChartWords {
public:
    virtual ~ChartWords() = default;
    /// The text of a key, with %1, %2, … for arguments. The key itself for one it does not know.
    [[nodiscard]] virtual std::string text(std::string_view key) const = 0;
};

/// The phrase in words.
[[nodiscard]] std::string worded(const Phrase& phrase, const ChartWords& words);

} // namespace assize
