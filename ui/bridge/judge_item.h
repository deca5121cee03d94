// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <string>

namespace assize {
class Session;
}

namespace assize::ui {

/// Judges one item with the built-in baseline, in both orders, in the run that the session has for it or a new one.
/// Takes milliseconds and no network. Any thread but the GUI's.
[[nodiscard]] Result<> judgeWithBaseline(Session& session, const std::string& itemId);

} // namespace assize::ui
