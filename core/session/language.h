// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <string>

namespace assize {

/// The item's language as BCP 47: metadata's "language" or "lang" where there is one; else guessed from the script of
/// its prompt (its first response if it has none) and, for Latin letters, from common words; "und" if nothing tells.
[[nodiscard]] std::string languageOf(const Item& item);

} // namespace assize
