// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temp_folder.h"

#include "core/base/ulid.h"

#include <fstream>

namespace assize::test {

TempFolder::TempFolder()
    : m_path(std::filesystem::temp_directory_path() / ("assize-test-" + newUlid())) {
    std::filesystem::create_directories(m_path);
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TempFolder::write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path path = m_path / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

} // namespace assize::test
