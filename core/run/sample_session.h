// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <stop_token>

namespace assize {

/// Makes the sample session: the items of resources/sample through the importer, the two illustrated judges' replies
/// through their readers, and the built-in judge run over all of it in both orders. Made beside the target and renamed,
/// so that there is a whole session or none; a session that is there already is replaced. Blocks for about a second.
[[nodiscard]] Result<void> makeSampleSession(const std::filesystem::path& target, std::stop_token stop = {});

} // namespace assize
