// SPDX-License-Identifier: Apache-2.0
#include "app/cli/named_endpoint.h"

#include "core/base/text.h"
#include "core/endpoint/builtin_lexical.h"
#include "core/endpoint/endpoint_file.h"
#include "core/endpoint/keychain.h"

#include <fmt/format.h>

namespace assize::cli {

Result<Endpoint> namedEndpoint(const std::string& name, const Places& places) {
    if (name == builtinEndpoint().name)
        return builtinEndpoint();
    if (name.find("://") != std::string::npos) {
        Endpoint endpoint;
        endpoint.name = name;
        endpoint.url = name;
        return endpoint;
    }
    auto endpoints = loadEndpoints(places.config);
    if (!endpoints)
        return tl::unexpected(endpoints.error());
    std::vector<std::string> known = {builtinEndpoint().name};
    std::string list = known.front();
    for (Endpoint& endpoint : *endpoints) {
        if (endpoint.name == name)
            return std::move(endpoint);
        known.push_back(endpoint.name);
        list += ", " + endpoint.name;
    }
    const std::string nearest = nearestName(name, known);
    return fail(ErrorCode::NotFound, name,
        said("no endpoint has that name%1; there are %2; a URL begins with http:// or https://",
            nearest.empty() ? "" : fmt::format(", did you mean {}?", nearest), list));
}

void overrideEndpoint(Endpoint& endpoint, const Arguments& arguments) {
    endpoint.kind = arguments.valueOr("--kind", endpoint.kind);
    endpoint.key = arguments.valueOr("--key", endpoint.key);
    endpoint.model = arguments.valueOr("--model", endpoint.model);
}

KeychainReader keychainReader() {
    return readKeychain;
}

} // namespace assize::cli
