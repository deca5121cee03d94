// SPDX-License-Identifier: Apache-2.0
#include "core/chart/phrase.h"

namespace assize {

std::string worded(const Phrase& phrase, const ChartWords& words) {
    if (phrase.key.empty())
        return phrase.text;
    const std::string pattern = words.text(phrase.key);
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool isPlace = pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1' &&
                             pattern[at + 1] <= '9' &&
                             static_cast<std::size_t>(pattern[at + 1] - '1') < phrase.arguments.size();
        if (!isPlace) {
            result += pattern[at];
            continue;
        }
        ++at;
        result += worded(phrase.arguments[static_cast<std::size_t>(pattern[at] - '1')], words);
    }
    return result;
}

} // namespace assize
