// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/run/plan.h"
#include "core/run/run_start.h"
#include <stop_token>
#include <vector>

namespace assize {

/// What is known before the first call is made.
struct PreparedRun {
    StartedRun started;
    RunProgress progress;
    std::int64_t unsuitable = 0;
    std::int64_t untouched = 0; ///< by the probe
    std::vector<OwedCall> owed;
    Usage spent; ///< by the run's earlier calls
};

/// Finds or starts the run and puts the calls that the request asks for into its plan. Where nothing is asked for, it
/// writes nothing. Names in the request's filter mean the run that it continues. InvalidArgument if the first prompt
/// of a judge that runs on a server cannot be written.
[[nodiscard]] Result<PreparedRun> prepareRun(
    SessionReader& reader, SessionWriter& writer, const RunRequest& request, const std::stop_token& stop);

/// The same as it would be, without writing.
[[nodiscard]] Result<PreparedRun> foreseeRun(
    SessionReader& reader, const RunRequest& request, const std::stop_token& stop);

} // namespace assize
