// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/item.h"
#include <filesystem>
#include <string>
#include <string_view>

namespace assize {

/// What one image may have: servers take no more.
constexpr std::size_t LargestImage = 20U << 20U;

/// An image out of "data:image/png;base64,…", or out of a file whose path is relative to the folder and stays in it,
/// links followed. Its media type is told from its bytes: PNG, JPEG, GIF or WebP. unusable() says what is wrong with
/// it; fallbackName is for images that have none of their own. An empty folder has no files.
[[nodiscard]] Result<Image> imageFrom(
    std::string_view text, std::string fallbackName, const std::filesystem::path& folder);

} // namespace assize
