// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string_view>

namespace assize {

enum class LogLevel { Debug, Info, Warning, Error, Off };

/// Starts the log: a rotating file (3 × 2 MiB) in the given folder, or standard error if the folder is empty. A folder
/// that cannot be written leaves the log off. Never log keys, prompts or responses.
void startLog(const std::filesystem::path& folder, LogLevel level);

/// One line. Any thread; does nothing before startLog().
void logLine(LogLevel level, std::string_view text);

/// "debug", "info", "warning", "error", "off"; Info for anything else.
[[nodiscard]] LogLevel logLevelFrom(std::string_view name);

} // namespace assize
