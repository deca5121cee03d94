// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/endpoint.h"
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// The endpoints of a text in the form of endpoints.yaml (interfaces.md). An unknown key, kind or name, a value of
/// the wrong type and a repeated name are InvalidArgument with "source:line" as subject.
[[nodiscard]] Result<std::vector<Endpoint>> readEndpointsYaml(std::string_view text, std::string_view source);

/// The same form, keys in the order of the documentation; what has its default is left out.
[[nodiscard]] std::string endpointsYaml(const std::vector<Endpoint>& endpoints);

/// endpoints.yaml of the config folder: none if the file is not there.
[[nodiscard]] Result<std::vector<Endpoint>> loadEndpoints(const std::filesystem::path& configFolder);
/// Replaces the file as a whole; comments in it are lost. Makes the folder.
[[nodiscard]] Result<void> saveEndpoints(
    const std::filesystem::path& configFolder, const std::vector<Endpoint>& endpoints);

/// InvalidArgument unless it can be written and used: name [A-Za-z0-9._-]+, a known kind, a URL, a key of the form
/// env:NAME, keychain:NAME, file:PATH or none.
[[nodiscard]] Result<void> validateEndpoint(const Endpoint& endpoint);

} // namespace assize
