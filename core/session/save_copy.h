// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <filesystem>

namespace assize {

class Connection;

/// Writes all that is committed into one new file, compacted: first under a temporary name in the same folder, synced,
/// then put in the target's place. What killed makers of such copies left there goes. The caller holds the lock of the
/// target. NotWritable.
[[nodiscard]] Result<void> saveCopyOf(Connection& connection, const std::filesystem::path& target);

/// fsync of a file or folder.
[[nodiscard]] Result<void> syncToDisk(const std::filesystem::path& path);

/// Puts a complete session in the place of what is there, whose logs go. The caller holds the lock. NotWritable.
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& temporary, const std::filesystem::path& target);

/// Gives a complete file its name; logs that were left there go. InvalidArgument if a file of that name came meanwhile,
/// SessionLocked if another program is about to make it, NotWritable.
[[nodiscard]] Result<void> nameNewFile(const std::filesystem::path& temporary, const std::filesystem::path& path);

} // namespace assize
