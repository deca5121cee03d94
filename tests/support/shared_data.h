// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string_view>

namespace assize::test {

/// A file of the public data sets: under ASSIZE_DATA_DIR, else beside the project in ../shared/data. Nothing where the
/// data is absent; the test then skips and says so with ASSIZE_NEEDS_DATA.
[[nodiscard]] std::optional<std::filesystem::path> sharedData(std::string_view relative);

} // namespace assize::test

/// Defines a path variable, or skips the test with the reason.
#define ASSIZE_NEEDS_DATA(variable, relative)                                                                          \
    const auto variable##Found = assize::test::sharedData(relative);                                                   \
    if (!variable##Found)                                                                                              \
        GTEST_SKIP() << "the public data set " << (relative) << " is not at hand; set ASSIZE_DATA_DIR";                \
    const std::filesystem::path& variable = *variable##Found
