// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <cstdint>
#include <filesystem>
#include <optional>

namespace assize {

class Connection;

/// Looks at a file's first bytes, without SQLite, and gives its schema version. UnreadableInput for a folder, an empty
/// or special file; NotASession; NewerSession for a newer major version; CorruptSession if it is cut short.
[[nodiscard]] Result<int> inspectSessionFile(const std::filesystem::path& path);

/// Which file a path leads to; nothing if it leads to none.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t number = 0;

    bool operator==(const FileIdentity&) const = default;
};
[[nodiscard]] std::optional<FileIdentity> identityOf(const std::filesystem::path& path);

/// The schema version as the connection sees it, with what stands in the WAL. Same errors.
[[nodiscard]] Result<int> schemaVersion(Connection& connection);

} // namespace assize
