// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "core/model/run.h"
#include "core/session/session_reader.h"
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace assize {

/// What makes a second call continue a run: the judge version, the endpoint's kind, URL and model, and what is sent
/// beside the messages (interfaces.md, Run identity). SHA-256 of their canonical JSON.
[[nodiscard]] std::string runIdentity(std::string_view versionHash, const Run& run);

/// True for the first run of an identity and for those that were started anew beside it.
[[nodiscard]] bool isOfFamily(std::string_view identity, std::string_view first);

/// The newest run with this identity, whether it was the first or was started anew beside it.
[[nodiscard]] std::optional<Run> runToContinue(std::span<const RunSummary> runs, std::string_view identity);

/// The identity of a run that is started although one could be continued: still recognised by runToContinue().
[[nodiscard]] std::string identityBeside(std::span<const RunSummary> runs, std::string_view identity);

/// What makes two calls the same request: the run's identity, the item's content and metadata, the presentation and
/// the sample. The boundary of the guard is left out: it differs every time and means nothing. 64 hex digits.
[[nodiscard]] std::string requestHash(std::string_view runIdentity, const Item& item, const PlannedCall& call);

} // namespace assize
