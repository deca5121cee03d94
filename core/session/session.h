// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace assize {

class SessionReader;
class SessionWriter;

/// The open document: one .assize file, its lock, its one writer thread and any number of read connections. Made and
/// destroyed on one thread; writer() may be called from any. Destroying it commits what was submitted, folds the WAL
/// back so that one file is left, and gives the lock up.
class Session {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Makes a new session, complete under a temporary name before it gets its own. NotWritable; InvalidArgument if the
    /// file exists.
    [[nodiscard]] static Result<std::unique_ptr<Session>> create(const std::filesystem::path& path);

    /// Opens a session as hostile input. UnreadableInput, NotASession, NewerSession (a newer minor version opens
    /// read-only), CorruptSession; SessionLocked names the holder when another process writes it.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const std::filesystem::path& path, Access access);

    /// open(), or create() where there is no file.
    [[nodiscard]] static Result<std::unique_ptr<Session>> openOrCreate(const std::filesystem::path& path);

    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] Access access() const;

    /// The one writer; InvalidArgument in a read-only session.
    [[nodiscard]] Result<SessionWriter*> writer();

    /// A new read connection, for one thread at a time. It sees every commit made before each of its calls.
    [[nodiscard]] Result<std::unique_ptr<SessionReader>> reader() const;

    /// Writes a complete copy to another path (Save As, snapshot), atomically. Cancels nothing that is under way. A
    /// session open for writing can also be copied when its file was moved, removed or replaced.
    [[nodiscard]] Result<void> saveCopy(const std::filesystem::path& target) const;

private:
    struct Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace assize
