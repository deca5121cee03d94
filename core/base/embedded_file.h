// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

namespace assize {

/// A text file that was compiled in (cmake/AssizeEmbed.cmake).
struct EmbeddedFile {
    std::string_view name;
    std::string_view text;
};

} // namespace assize
