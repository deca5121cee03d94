// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/endpoint/capabilities.h"
#include "core/model/endpoint.h"
#include <filesystem>
#include <nlohmann/json_fwd.hpp>

namespace assize {

/// What probes have found out, kept in capabilities.json of the cache folder, by kind, URL and model. Nothing known, or
/// no readable file: the defaults, with which everything is tried.
[[nodiscard]] Capabilities knownCapabilities(const std::filesystem::path& cacheFolder, const Endpoint& endpoint);

/// Keeps them for the next run. NotWritable if the folder is not.
[[nodiscard]] Result<void> keepCapabilities(
    const std::filesystem::path& cacheFolder, const Endpoint& endpoint, const Capabilities& capabilities);

/// Keys as `endpoints test --json` has them; null where nothing is known.
[[nodiscard]] nlohmann::json capabilitiesJson(const Capabilities& capabilities);
[[nodiscard]] Capabilities capabilitiesFrom(const nlohmann::json& document);

[[nodiscard]] std::string_view schemaDialectName(SchemaDialect dialect);   ///< "openai", "structured-outputs", …
[[nodiscard]] std::string_view grammarDialectName(GrammarDialect dialect); ///< "gbnf", "structured-outputs", …

} // namespace assize
