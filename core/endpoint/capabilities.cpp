// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/capabilities.h"

#include <algorithm>

namespace assize {

int roomToThink(const Capabilities& capabilities, int answerTokens) {
    constexpr int Harder = 8;
    const int room = Harder * capabilities.reasoningTokens;
    if (!capabilities.contextTokens)
        return room;
    return std::min(room, std::max(0, *capabilities.contextTokens / 2 - answerTokens));
}

} // namespace assize
