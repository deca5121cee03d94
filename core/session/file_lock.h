// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <memory>

namespace assize {

/// The right to write a session: a lock of the operating system on FILE.lock, which dies with its process. The file
/// says who holds it and goes away with the lock.
class FileLock {
public:
    /// Behind symbolic links, so that whoever opens a session by another name meets the same lock.
    [[nodiscard]] static std::filesystem::path pathFor(const std::filesystem::path& session);
    /// SessionLocked, naming process and host of the holder; NotWritable if the lock file cannot be made.
    [[nodiscard]] static Result<std::unique_ptr<FileLock>> take(const std::filesystem::path& session);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    FileLock(std::filesystem::path path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor) {}
    std::filesystem::path m_path;
    int m_descriptor;
};

} // namespace assize
