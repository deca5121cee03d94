// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"
#include "core/endpoint/credentials.h"
#include "core/model/endpoint.h"

namespace assize::cli {

/// The endpoint that a name or a URL means: builtin:lexical, one of endpoints.yaml, or an unnamed one of the default
/// kind. NotFound lists what is configured; errors of endpoints.yaml.
[[nodiscard]] Result<Endpoint> namedEndpoint(const std::string& name, const Places& places);

/// Puts --kind, --key and --model in place of what the endpoint has.
void overrideEndpoint(Endpoint& endpoint, const Arguments& arguments);

/// Reads the entries of the OS keychain that the window writes, where libsecret is installed; says so where it is not.
[[nodiscard]] KeychainReader keychainReader();

} // namespace assize::cli
