// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/run/run_request.h"
#include <span>
#include <stop_token>

namespace assize {

class Session;

/// Hears what a run does. Calls come one at a time, from threads of the engine; none comes after executeRun() is back.
/// Keep them short: the run waits.
class RunObserver {
public:
    virtual ~RunObserver() = default;
    /// The run exists and its plan is durable.
    virtual void onPlanned(const Run& run, const RunProgress& progress) = 0;
    /// These verdicts are durable; each has its row key.
    virtual void onStored(std::span<const Verdict> verdicts, const RunProgress& progress) = 0;
};

/// Makes the calls that a request asks for and the session does not hold yet, and stores their verdicts. Blocks until
/// all are durable or it is stopped; what was announced stays. InvalidArgument for a kind that is not there or does
/// not accept the judge, before anything is written; Cancelled if stopped while planning; errors of the session.
[[nodiscard]] Result<RunReport> executeRun(
    Session& session, const RunRequest& request, RunObserver& observer, std::stop_token stop);

} // namespace assize
