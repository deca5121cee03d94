// SPDX-License-Identifier: Apache-2.0
#include "core/session/session.h"

#include "core/base/ulid.h"
#include "core/session/file_lock.h"
#include "core/session/migrations.h"
#include "core/session/query_statement.h"
#include "core/session/reader.h"
#include "core/session/save_copy.h"
#include "core/session/schema.h"
#include "core/session/session_file.h"
#include "core/session/writer.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace assize {

struct Session::Impl {
    std::filesystem::path path;
    std::optional<FileIdentity> file; ///< that was opened
    Access access = Access::ReadOnly;
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<Writer> writer; ///< ends before the lock is given up

    /// A connection that reads. Another file may have taken the place of ours, with our log beside it: opening the two
    /// together would give neither.
    [[nodiscard]] Result<std::unique_ptr<Connection>> openReading() const {
        if (identityOf(path) != file)
            return fail(ErrorCode::NotWritable, path.string(), fileWasReplacedText());
        return Connection::open(path, Connection::Mode::ReadOnly);
    }
    /// The right to write another file; none is needed for our own place, which is free if our file is gone.
    [[nodiscard]] Result<std::unique_ptr<FileLock>> lockFor(const std::filesystem::path& target) const {
        if (lock != nullptr && FileLock::pathFor(target) == FileLock::pathFor(path))
            return std::unique_ptr<FileLock>();
        auto taken = FileLock::take(target);
        if (!taken)
            taken.error().subject = target.string();
        return taken;
    }
};

namespace {

constexpr const char* WriterSettings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; "
                                       "PRAGMA wal_autocheckpoint=1024; PRAGMA journal_size_limit=67108864";

/// A complete session under a name of its own, synced; the caller gives it its name.
Result<void> makeNewFile(const std::filesystem::path& path) {
    // SQLite would only say that it is unable to open it.
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
    ::close(descriptor);
    auto connection = Connection::open(path, Connection::Mode::Create);
    if (!connection)
        return tl::unexpected(connection.error());
    return guarded(**connection, [&]() -> Result<void> {
        (*connection)->execute("PRAGMA page_size=8192; PRAGMA synchronous=FULL; BEGIN; " + schemaSql() + " COMMIT;");
        return {};
    });
}

Result<void> checkWritable(const std::filesystem::path& path) {
    if (::access(path.c_str(), W_OK) == 0)
        return {};
    return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
}

/// Exports write rows in the order of their ids, and of annotations the last one counts: new ids have to be greater
/// than those that are there, also where the clock was set back.
void continueIds(Connection& connection) {
    for (const char* table : {"items", "judge_versions", "runs", "verdicts", "annotations"}) {
        Query newest(connection, std::string("SELECT max(id) FROM ") + table);
        if (newest.next() && !newest.isNull(0))
            continueUlidsAfter(newest.text(0));
    }
}

Result<std::unique_ptr<Connection>> openWriting(const std::filesystem::path& path) {
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    if (!connection)
        return connection;
    const auto prepared = guarded(**connection, [&]() -> Result<void> {
        (*connection)->execute(WriterSettings);
        return {};
    });
    if (!prepared)
        return tl::unexpected(prepared.error());
    auto version = schemaVersion(**connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version < SchemaVersion) {
        if (auto migrated = migrate(**connection, *version); !migrated)
            return tl::unexpected(migrated.error());
    }
    if (auto same = compareSchema(**connection, SchemaVersion); !same)
        return tl::unexpected(same.error());
    const auto continued = guarded(**connection, [&]() -> Result<void> {
        continueIds(**connection);
        return {};
    });
    return continued ? std::move(connection) : tl::unexpected(continued.error());
}

Result<void> checkReadable(const std::filesystem::path& path) {
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto version = schemaVersion(**connection);
    if (!version)
        return tl::unexpected(version.error());
    return compareSchema(**connection, *version);
}

} // namespace

Session::Session(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::create(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return fail(ErrorCode::InvalidArgument, path.string(), said("the file exists already"));
    const std::filesystem::path temporary = path.string() + ".part-" + newUlid();
    Result<void> made = makeNewFile(temporary);
    if (made)
        made = nameNewFile(temporary, path);
    if (!made) {
        std::filesystem::remove(temporary, ignored);
        made.error().subject = path.string();
        return tl::unexpected(made.error());
    }
    return open(path, Access::ReadWrite);
}

Result<std::unique_ptr<Session>> Session::open(const std::filesystem::path& path, Access access) {
    const auto version = inspectSessionFile(path);
    if (!version)
        return tl::unexpected(version.error());
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->file = identityOf(path);
    impl->access = *version > SchemaVersion ? Access::ReadOnly : access;
    if (impl->access == Access::ReadOnly && *version < SchemaVersion) {
        auto upgraded = open(path, Access::ReadWrite); // brings the file up to date, then lets it go
        const bool mayStayOld = !upgraded && (upgraded.error().code == ErrorCode::NotWritable ||
                                                 upgraded.error().code == ErrorCode::SessionLocked);
        if (!upgraded && !(mayStayOld && checkReadable(path)))
            return upgraded;
    }
    if (impl->access == Access::ReadOnly) {
        if (auto readable = checkReadable(path); !readable)
            return tl::unexpected(readable.error());
        return std::unique_ptr<Session>(new Session(std::move(impl)));
    }
    if (auto writable = checkWritable(path); !writable)
        return tl::unexpected(writable.error());
    auto lock = FileLock::take(path);
    if (!lock)
        return tl::unexpected(lock.error());
    impl->lock = std::move(*lock);
    auto connection = openWriting(path);
    if (!connection)
        return tl::unexpected(connection.error());
    impl->writer = std::make_unique<Writer>(std::move(*connection));
    return std::unique_ptr<Session>(new Session(std::move(impl)));
}

Result<std::unique_ptr<Session>> Session::openOrCreate(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return open(path, Access::ReadWrite);
    auto created = create(path);
    const bool cameMeanwhile = !created && created.error().code == ErrorCode::InvalidArgument;
    return cameMeanwhile ? open(path, Access::ReadWrite) : std::move(created);
}

const std::filesystem::path& Session::path() const {
    return m_impl->path;
}

Session::Access Session::access() const {
    return m_impl->access;
}

Result<SessionWriter*> Session::writer() {
    if (m_impl->writer == nullptr)
        return fail(ErrorCode::InvalidArgument, m_impl->path.string(), said("it is open for reading only"));
    return m_impl->writer.get();
}

Result<std::unique_ptr<SessionReader>> Session::reader() const {
    auto connection = m_impl->openReading();
    if (!connection)
        return tl::unexpected(connection.error());
    return std::make_unique<Reader>(std::move(*connection));
}

Result<void> Session::saveCopy(const std::filesystem::path& target) const {
    std::error_code ignored;
    if (std::filesystem::equivalent(target, m_impl->path, ignored))
        return fail(ErrorCode::InvalidArgument, target.string(), said("it is the session itself"));
    const auto lock = m_impl->lockFor(target);
    if (!lock)
        return tl::unexpected(lock.error());
    if (m_impl->writer != nullptr && identityOf(m_impl->path) != m_impl->file)
        return m_impl->writer->saveCopy(target); // which has the file open still
    auto connection = m_impl->openReading();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto ready = guarded(**connection, [&]() -> Result<void> {
        (*connection)->execute("PRAGMA query_only=OFF"); // it counts VACUUM INTO as a change
        return {};
    });
    return ready ? saveCopyOf(**connection, target) : ready;
}

} // namespace assize
