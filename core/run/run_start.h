// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/run/run_request.h"
#include <vector>

namespace assize {

class SessionReader;
class SessionWriter;

/// A run and the judge version it rests on. Row keys are 0 until storeRun().
struct StartedRun {
    Run run;
    JudgeVersion version;
};

/// The run that a request continues, or the one that it would start. Writes nothing.
[[nodiscard]] Result<StartedRun> identifyRun(SessionReader& reader, const RunRequest& request);

/// Puts version and run into the session, or finds them there.
[[nodiscard]] Result<StartedRun> storeRun(SessionWriter& writer, StartedRun started);

/// Puts calls into the run's plan. Durable when it is back.
[[nodiscard]] Result<void> storePlan(SessionWriter& writer, RowKey runKey, const std::vector<PlannedCall>& calls);

} // namespace assize
