// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include "core/session/query.h"
#include <span>
#include <string>

namespace assize {

class Connection;

/// One planned call of a run on an item, and what its current attempt said.
struct CallResult {
    std::string presentation;
    std::optional<Outcome> outcome; ///< nothing: not tried yet
    std::optional<Label> label;
    std::optional<double> margin;
    std::string result;
    bool isFlagged = false;
};

/// What a run says of an item: the samples of each order vote, the orders are reconciled, margins are averaged
/// (metrics.md, Per item and Both orders). Calls stand by presentation, then sample. runKey and itemKey are left alone.
[[nodiscard]] RunItem runItemOf(std::span<const CallResult> calls, MixedPolicy mixed);

/// The calls of one run and item, in that order. Throws SQLite::Exception.
[[nodiscard]] std::vector<CallResult> callResults(Connection& connection, RowKey runKey, RowKey itemKey);

} // namespace assize
