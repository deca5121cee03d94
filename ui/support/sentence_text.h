// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/sentence.h"
#include <QString>

namespace assize::ui {

/// A sentence of the core in the window's language. Plain text; what others put into it may hold anything.
[[nodiscard]] QString worded(const Sentence& sentence);

} // namespace assize::ui
