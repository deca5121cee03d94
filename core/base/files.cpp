// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"

#include "core/base/atomic_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace assize {
namespace {

std::filesystem::path placeFrom(const char* variable, const char* underHome) {
    if (const char* value = std::getenv(variable); value != nullptr && *value == '/')
        return std::filesystem::path(value) / "assize";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr && *home != '\0' ? home : "/tmp") / underHome / "assize";
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
    auto file = AtomicFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    return file->write(bytes).and_then([&] { return file->commit(); });
}

} // namespace assize
