// SPDX-License-Identifier: Apache-2.0
#include "core/session/save_copy.h"

#include "core/base/ulid.h"
#include "core/session/file_lock.h"
#include "core/session/query_statement.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace assize {

Result<void> syncToDisk(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
    const bool isSynced = ::fsync(descriptor) == 0 || errno == EINVAL;
    const int problem = errno;
    ::close(descriptor);
    return isSynced ? Result<void>() : fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(problem)));
}

namespace {

/// What a program that was killed left beside a file that is gone would be taken for the log of the new one.
Result<void> removeLogsOf(const std::filesystem::path& path) {
    for (const char* ending : {"-wal", "-shm", "-journal"}) {
        if (::unlink((path.string() + ending).c_str()) != 0 && errno != ENOENT)
            return fail(ErrorCode::NotWritable, path.string() + ending, quoted(std::strerror(errno)));
    }
    return {};
}

constexpr std::string_view UnfinishedEnding = ".copy-";

/// Copies whose makers were killed. Nobody else makes one now, since each holds the lock.
void removeUnfinishedCopies(const std::filesystem::path& target, const std::filesystem::path& folder) {
    const std::string beginning = target.filename().string() + std::string(UnfinishedEnding);
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        std::string name = entry->path().filename().string();
        if (name.ends_with("-journal"))
            name.erase(name.rfind('-'));
        if (name.starts_with(beginning) && isUlid(std::string_view(name).substr(beginning.size())))
            ::unlink(entry->path().c_str());
    }
}

} // namespace

Result<void> nameNewFile(const std::filesystem::path& temporary, const std::filesystem::path& path) {
    const auto lock = FileLock::take(path); // else the logs could be another program's by now
    if (!lock)
        return tl::unexpected(lock.error());
    if (::access(path.c_str(), F_OK) != 0) {
        if (auto removed = removeLogsOf(path); !removed)
            return removed;
    }
    // rename() would replace a file that came meanwhile; link() does not.
    if (::link(temporary.c_str(), path.c_str()) == 0) {
        ::unlink(temporary.c_str());
        return {};
    }
    if (errno == EEXIST)
        return fail(ErrorCode::InvalidArgument, path.string(), said("the file exists already"));
    if (::rename(temporary.c_str(), path.c_str()) == 0) // file systems without hard links
        return {};
    return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
}

Result<void> replaceFile(const std::filesystem::path& temporary, const std::filesystem::path& target) {
    if (auto removed = removeLogsOf(target); !removed)
        return removed;
    if (::rename(temporary.c_str(), target.c_str()) != 0)
        return fail(ErrorCode::NotWritable, target.string(), quoted(std::strerror(errno)));
    return {};
}

Result<void> saveCopyOf(Connection& connection, const std::filesystem::path& target) {
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    removeUnfinishedCopies(target, folder);
    const std::filesystem::path temporary = target.string() + std::string(UnfinishedEnding) + newUlid();
    // SQLite fills an empty file, and would only say that it is unable to open one that it cannot make.
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return fail(ErrorCode::NotWritable, target.string(), quoted(std::strerror(errno)));
    ::close(descriptor);
    Result<void> result = guarded(connection, [&]() -> Result<void> {
        Query(connection, "VACUUM INTO ?").with(temporary.string()).run();
        return {};
    });
    if (result)
        result = syncToDisk(temporary);
    if (!result && result.error().code == ErrorCode::NotWritable)
        result.error().subject = target.string();
    if (result)
        result = replaceFile(temporary, target);
    if (!result) {
        ::unlink(temporary.c_str());
        return result;
    }
    return syncToDisk(folder);
}

} // namespace assize
