// SPDX-License-Identifier: Apache-2.0
#include "core/chart/phrase.h"

#include "core/base/sentence.h"

namespace assize {

std::string worded(const Phrase& phrase, const ChartWords& words) {
    if (phrase.key.empty())
        return phrase.text;
    std::vector<std::string> arguments;
    arguments.reserve(phrase.arguments.size());
    for (const Phrase& argument : phrase.arguments)
        arguments.push_back(worded(argument, words));
    return filled(words.text(phrase.key), arguments);
}

} // namespace assize
