// SPDX-License-Identifier: Apache-2.0
#include "tests/support/shared_data.h"

#include <cstdlib>

namespace assize::test {

std::optional<std::filesystem::path> sharedData(std::string_view relative) {
    const char* folder = std::getenv("ASSIZE_DATA_DIR");
    const std::filesystem::path root = folder != nullptr && *folder != '\0'
                                           ? std::filesystem::path(folder)
                                           : std::filesystem::path(ASSIZE_SOURCE_DIR).parent_path() / "shared" / "data";
    const std::filesystem::path path = root / relative;
    if (std::filesystem::exists(path))
        return path;
    return std::nullopt;
}

} // namespace assize::test
