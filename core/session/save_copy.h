// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <filesystem>

namespace assize {

class Connection;

/// Writes all that is committed into one new file, compacted: first under a temporary name in the same folder, synced,
/// then renamed over the target. NotWritable.
[[nodiscard]] Result<void> saveCopyOf(Connection& connection, const std::filesystem::path& target);

/// fsync of a file or folder.
[[nodiscard]] Result<void> syncToDisk(const std::filesystem::path& path);

/// Gives a complete file its name. InvalidArgument if a file of that name came meanwhile, NotWritable.
[[nodiscard]] Result<void> nameNewFile(const std::filesystem::path& temporary, const std::filesystem::path& path);

} // namespace assize
