// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <filesystem>

namespace assize {

class Connection;

/// Brings a session of an earlier minor version to the current one, after copying the old file beside it as
/// "NAME.v1000.bak" (the number is its version). All or nothing; an existing copy is kept. Call with the lock held.
[[nodiscard]] Result<void> migrate(Connection& connection, int fromVersion);

} // namespace assize
