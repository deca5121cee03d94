// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/session_reader.h"
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace assize::ui {

/// The runs of a session by number, and what became of their calls.
struct RunOverview {
    std::vector<RunSummary> runs;
    /// Current outcomes without a verdict by class (run_statistics.h), of runs that have any.
    std::map<RowKey, std::map<std::string, std::int64_t>> failures;
};

/// A reading thread.
[[nodiscard]] Result<RunOverview> readRunOverview(SessionReader& reader);

} // namespace assize::ui
