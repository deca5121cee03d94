// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace assize {

/// Reads the whole session and says what is wrong with it, one sentence each, none if all is well: pages and indexes,
/// references, hashes, replies that do not unpack, derived rows that differ from what they are derived from. A search
/// index that is behind is no problem. Errors are those of Session::open(). Changes nothing; works beside a writer.
[[nodiscard]] Result<std::vector<std::string>> checkSession(const std::filesystem::path& path);

} // namespace assize
