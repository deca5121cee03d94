// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include <optional>
#include <string_view>

namespace assize {

class SessionReader;

/// True if a run takes stored verdicts for equal requests. One that was started beside another (run_identity.h) does
/// not: it is there to ask again.
[[nodiscard]] bool mayReuse(const Run& run);

/// A verdict that the session holds for an equal request, as a verdict of no row, run or item yet, at no cost. Only
/// outcome verdict is taken: a failure is worth another try.
[[nodiscard]] Result<std::optional<Verdict>> storedReply(SessionReader& reader, std::string_view requestHash);

} // namespace assize
