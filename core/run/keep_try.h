// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/run/run_request.h"
#include "core/run/try_call.h"

namespace assize {

class Session;

/// Stores how a try ended as a verdict of the run that the request would start or continue, whose later calls then find
/// it there; the call's earlier outcomes stay as attempts. InvalidArgument for a try that brought no reply.
[[nodiscard]] Result<Run> keepTry(
    Session& session, const RunRequest& request, const PlannedCall& call, const TryEnd& end);

} // namespace assize
