// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace assize {

/// Where the programs keep things (interfaces.md, Places). Folders are made when first written to, not here.
struct Places {
    std::filesystem::path config; ///< endpoints.yaml, gui.ini
    std::filesystem::path data;   ///< judges/*.yaml
    std::filesystem::path state;  ///< new sessions, logs
    std::filesystem::path cache;
};

/// From the XDG variables; configOverride (--config-dir) replaces the config folder if it is not empty.
[[nodiscard]] Places standardPlaces(const std::filesystem::path& configOverride = {});

/// Where temporary files go: TMPDIR, or /tmp where that leads to no folder.
[[nodiscard]] std::filesystem::path temporaryFolder();

/// The whole of a file; UnreadableInput if it cannot be read, is a folder, or is larger than limit bytes.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = 512U << 20U);

/// Writes a file so that it is either the old one or the new one, never a part: temporary name, fsync, rename.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

} // namespace assize
