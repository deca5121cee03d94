// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_file.h"

#include "core/session/query_statement.h"
#include "core/session/schema.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace assize {
namespace {

constexpr std::size_t HeaderSize = 100;
constexpr std::string_view Magic{"SQLite format 3\0", 16};
using Header = std::array<unsigned char, HeaderSize>;

/// The places of the SQLite database header (sqlite.org/fileformat2.html, section 1.3).
enum : std::size_t { ChangeCounter = 24, PageCount = 28, UserVersion = 60, AppId = 68, ValidFor = 92 };

std::uint32_t wordAt(const Header& header, std::size_t at) {
    return static_cast<std::uint32_t>(header.at(at)) << 24U | static_cast<std::uint32_t>(header.at(at + 1)) << 16U |
           static_cast<std::uint32_t>(header.at(at + 2)) << 8U | static_cast<std::uint32_t>(header.at(at + 3));
}

std::uint64_t pageSizeOf(const Header& header) {
    const unsigned size = header[16] * 256U + header[17];
    return size == 1 ? 65536 : size;
}

Result<std::uint64_t> readHeader(const std::filesystem::path& path, Header& header) {
    const auto refuse = [&](const Sentence& why) { return fail(ErrorCode::UnreadableInput, path.string(), why); };
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return refuse(quoted(std::strerror(errno)));
    struct stat status {};
    const bool isKnown = ::fstat(descriptor, &status) == 0;
    const ssize_t size = isKnown && S_ISREG(status.st_mode) ? ::pread(descriptor, header.data(), HeaderSize, 0) : 0;
    const int problem = errno;
    ::close(descriptor);
    if (!isKnown || size < 0)
        return refuse(quoted(std::strerror(problem)));
    if (S_ISDIR(status.st_mode))
        return refuse(said("it is a folder"));
    if (!S_ISREG(status.st_mode))
        return refuse(said("it is not a regular file"));
    if (status.st_size == 0)
        return refuse(said("it is empty"));
    if (size < static_cast<ssize_t>(HeaderSize) || std::memcmp(header.data(), Magic.data(), Magic.size()) != 0)
        return fail(ErrorCode::NotASession, path.string(), said("it is not a SQLite file"));
    return static_cast<std::uint64_t>(status.st_size);
}

Result<int> acceptedVersion(const std::string& subject, std::int64_t applicationId, int version) {
    if (applicationId != ApplicationId)
        return fail(ErrorCode::NotASession, subject, said("it is a SQLite file of another program"));
    if (version / MajorFactor > SchemaVersion / MajorFactor)
        return fail(ErrorCode::NewerSession, subject,
            said("its schema version is %1, this program knows %2", version, SchemaVersion));
    if (version < SchemaVersion / MajorFactor * MajorFactor)
        return fail(ErrorCode::CorruptSession, subject, said("no Assize wrote its schema version"));
    return version;
}

} // namespace

Result<int> inspectSessionFile(const std::filesystem::path& path) {
    Header header{};
    const auto size = readHeader(path, header);
    if (!size)
        return tl::unexpected(size.error());
    auto version = acceptedVersion(
        path.string(), wordAt(header, AppId), static_cast<int>(wordAt(header, UserVersion) & 0x7FFFFFFFU));
    if (!version)
        return version;
    std::error_code ignored;
    const bool hasLog = std::filesystem::exists(path.string() + "-wal", ignored) ||
                        std::filesystem::exists(path.string() + "-journal", ignored);
    const bool isCounted = wordAt(header, ChangeCounter) == wordAt(header, ValidFor);
    if (!hasLog && isCounted && *size < wordAt(header, PageCount) * pageSizeOf(header))
        return fail(
            ErrorCode::CorruptSession, path.string(), said("it ends before its last page: a copy was cut short"));
    return version;
}

std::optional<FileIdentity> identityOf(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

Result<int> schemaVersion(Connection& connection) {
    return guarded(connection, [&]() -> Result<int> {
        Query application(connection, "PRAGMA application_id");
        Query version(connection, "PRAGMA user_version");
        if (!application.next() || !version.next())
            return fail(ErrorCode::CorruptSession, connection.path().string(), said("it has no header"));
        return acceptedVersion(connection.path().string(), application.integer(0), version.number(0));
    });
}

} // namespace assize
