// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include "core/model/judge.h"
#include "core/model/verdict.h"
#include "core/net/http_message.h"
#include "core/session/session_reader.h"
#include <filesystem>
#include <optional>
#include <string>

namespace assize::ui {

/// One call as its inspector shows it. The request is written anew, as it would go out now: its boundary around
/// untrusted text is drawn for every call, and its key stands there as dots.
struct CallRecord {
    PlannedCall call;
    std::string item;               ///< source id, or its own
    std::optional<Verdict> verdict; ///< the newest attempt, with criteria and raw reply
    Judge judge;
    std::optional<HttpRequest> request; ///< nothing where nothing goes to a server
    Sentence requestProblem;            ///< why it cannot be written
};

/// What stands in place of a key.
[[nodiscard]] std::string maskedKey();

/// A reading thread. cacheFolder: where it is kept what tests found out about models.
[[nodiscard]] Result<CallRecord> readCallRecord(SessionReader& reader, RowKey run, const PlannedCall& call,
    const Endpoint& endpoint, const std::filesystem::path& cacheFolder);

/// A JSON text with two spaces of indentation; anything else as it is.
[[nodiscard]] std::string indentedJson(const std::string& text);

} // namespace assize::ui
