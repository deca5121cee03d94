// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"
#include "core/run/estimate.h"
#include "core/run/run_request.h"

namespace assize::cli {

/// The judge document of interfaces.md.
[[nodiscard]] nlohmann::json reportJson(const RunReport& report, const RunRequest& request);

/// A few lines for people: what was asked for, what came of it, and what it cost.
[[nodiscard]] std::string summaryText(const RunReport& report, const RunRequest& request);

/// Tells on standard error why the run ended early and which items were left out; gives the exit status.
[[nodiscard]] int concludeRun(const RunReport& report, const RunRequest& request, const Terminal& terminal);

/// What a run would take, for --estimate.
[[nodiscard]] nlohmann::json estimateJson(const RunEstimate& estimate, const RunRequest& request);
[[nodiscard]] std::string estimateText(const RunEstimate& estimate, const RunRequest& request);

/// The name of an end as JSON has it: "complete", "stopped", "budget", …
[[nodiscard]] std::string_view runEndName(RunEnd end);

} // namespace assize::cli
