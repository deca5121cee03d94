// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <string>

namespace assize {

/// One English line for a terminal: what failed: why: what to do. Never empty.
[[nodiscard]] std::string errorText(const Error& error);

/// The code's name as it stands in logs and JSON, in kebab-case: "session-locked".
[[nodiscard]] std::string errorName(ErrorCode code);

} // namespace assize
