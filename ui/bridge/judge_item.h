// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/item.h"
#include <string>

namespace assize {
class Session;
}

namespace assize::ui {

/// The baseline for an item with so many responses: of a single one it says PASS or FAIL, or gives a score where that
/// is what people give it. Empty for other numbers, which no baseline judges.
[[nodiscard]] std::string baselineFor(std::size_t responses, bool isScored);

/// Judges one item with this baseline, in both orders of a pair, in the run that the session has for it or a new one.
/// Returns the run. Takes milliseconds and no network. Any thread but the GUI's.
[[nodiscard]] Result<RowKey> judgeWithBaseline(
    Session& session, const std::string& itemId, const std::string& baseline);

} // namespace assize::ui
