// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/credentials.h"
#include "core/judge/library.h"
#include "core/model/endpoint.h"
#include "core/session/session_reader.h"
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace assize {
class HttpClient;
}

namespace assize::ui {

/// What a new run may be made of beside endpoints: the session's judge versions from the newest, the library, the
/// presets.
struct RunChoices {
    std::vector<NamedJudge> judges;
    std::vector<Error> problems; ///< files that could not be read
    std::int64_t itemCount = 0;
};

/// A reading thread.
[[nodiscard]] Result<RunChoices> readRunChoices(SessionReader& reader, const std::filesystem::path& libraryFolder);

/// The models that an endpoint's server lists. Waits for it.
[[nodiscard]] Result<std::vector<std::string>> modelsOf(
    HttpClient& http, const Endpoint& endpoint, Credentials credentials, std::stop_token stop);

} // namespace assize::ui
