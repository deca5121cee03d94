// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <stop_token>
#include <string>
#include <vector>

namespace assize::cli {

/// Runs the window's program `assize` without a display, from beside this one or from PATH, and waits for its end;
/// asked to stop, it ends it. Gives its exit status. InvalidArgument where it is not installed.
[[nodiscard]] Result<int> runWindowProgram(const std::vector<std::string>& arguments, const std::stop_token& stop);

} // namespace assize::cli
