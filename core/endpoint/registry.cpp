// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical.h"
#include "core/endpoint/endpoint_kind.h"

#include <algorithm>

namespace assize {

const std::vector<EndpointKind>& endpointKinds() {
    static const std::vector<EndpointKind> kinds = {
        {"builtin", "the lexical baseline: no model, no network", acceptsLexically, answerLexically, nullptr},
    };
    return kinds;
}

const EndpointKind* findEndpointKind(std::string_view name) {
    const auto& kinds = endpointKinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const EndpointKind& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace assize
