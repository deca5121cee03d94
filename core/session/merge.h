// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/session/row_adopter.h"
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace assize {

/// What one session brought to the first.
struct MergedInput {
    std::filesystem::path session;
    RowCounts counts;
    std::int64_t refusedCount = 0;
    std::vector<std::string> refused; ///< why rows could not be taken, the first hundred
};

struct MergeReport {
    std::vector<MergedInput> inputs; ///< the second and those after it
    std::int64_t items = 0;          ///< of the union
    std::int64_t runs = 0;
};

using MergeProgress = std::function<void(const std::filesystem::path& session, const RowCounts& counts)>;

/// Makes a session that holds what all inputs hold, and appears whole or not at all. It begins as a copy of the first,
/// whose ids and settings stay; rows of the others are taken in as RowAdopter does. What one input hid (an undone
/// import, a deleted run) is hidden. Of an annotator's labels for an item the latest counts, wherever it stood.
/// InvalidArgument if the target exists or there is no input; Cancelled; what opening an input gives.
[[nodiscard]] Result<MergeReport> mergeSessions(const std::filesystem::path& target,
    const std::vector<std::filesystem::path>& inputs, const std::stop_token& stop, const MergeProgress& progress);

} // namespace assize
