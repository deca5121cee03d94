// SPDX-License-Identifier: Apache-2.0
#include "core/base/sentence.h"

#include <ostream>

namespace assize {

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool isPlace = pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1' &&
                             pattern[at + 1] <= '9' &&
                             static_cast<std::size_t>(pattern[at + 1] - '1') < arguments.size();
        if (!isPlace) {
            result += pattern[at];
            continue;
        }
        ++at;
        result += arguments[static_cast<std::size_t>(pattern[at] - '1')];
    }
    return result;
}

std::string Sentence::worded(const std::function<std::string(const char* pattern)>& translate) const {
    if (m_pattern == nullptr)
        return m_words;
    std::vector<std::string> arguments;
    arguments.reserve(m_arguments.size());
    for (const Sentence& argument : m_arguments)
        arguments.push_back(argument.worded(translate));
    return filled(translate(m_pattern), arguments);
}

std::string Sentence::english() const {
    return worded([](const char* pattern) { return std::string(pattern); });
}

Sentence quoted(std::string words) {
    Sentence sentence;
    sentence.m_words = std::move(words);
    return sentence;
}

Sentence both(const Sentence& first, const Sentence& second) {
    if (first.isEmpty() || second.isEmpty())
        return first.isEmpty() ? second : first;
    return said("%1; %2", first, second);
}

std::ostream& operator<<(std::ostream& out, const Sentence& sentence) {
    return out << sentence.english();
}

} // namespace assize
