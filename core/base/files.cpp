// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace assize {
namespace {

std::filesystem::path placeFrom(const char* variable, const char* underHome) {
    if (const char* value = std::getenv(variable); value != nullptr && *value == '/')
        return std::filesystem::path(value) / "assize";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr && *home != '\0' ? home : "/tmp") / underHome / "assize";
}

Result<void> writeAll(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0 && errno != EINVAL)
        return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
    return {};
}

} // namespace

Places standardPlaces(const std::filesystem::path& configOverride) {
    return {configOverride.empty() ? placeFrom("XDG_CONFIG_HOME", ".config") : configOverride,
        placeFrom("XDG_DATA_HOME", ".local/share"), placeFrom("XDG_STATE_HOME", ".local/state"),
        placeFrom("XDG_CACHE_HOME", ".cache")};
}

std::filesystem::path temporaryFolder() {
    std::error_code none;
    std::filesystem::path folder = std::filesystem::temp_directory_path(none);
    return none ? std::filesystem::path("/tmp") : folder;
}

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
    std::error_code problem;
    if (std::filesystem::is_directory(path, problem))
        return fail(ErrorCode::UnreadableInput, path.string(), said("it is a folder"));
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::UnreadableInput, path.string(), quoted(std::strerror(errno)));
    const auto size = std::filesystem::file_size(path, problem);
    if (!problem && size > limit)
        return fail(ErrorCode::UnreadableInput, path.string(), said("it is too large to be read whole"));
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (file.bad())
        return fail(ErrorCode::UnreadableInput, path.string(), quoted(std::strerror(errno)));
    return std::move(bytes).str();
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes) {
    const std::filesystem::path temporary = path.string() + ".part-" + std::to_string(::getpid());
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
    const Result<void> written = writeAll(descriptor, bytes, path);
    ::close(descriptor);
    if (written && ::rename(temporary.c_str(), path.c_str()) == 0)
        return {};
    const int problem = errno;
    ::unlink(temporary.c_str());
    return written ? fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(problem))) : written;
}

} // namespace assize
