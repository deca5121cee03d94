// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace assize {

/// What a choice among many earns: of "A,C" chosen where "A" is right, a half; where "A,C" are both right, all of it.
/// Chosen and right are letters, apart by commas; nothing chosen earns nothing.
[[nodiscard]] double creditOfLetters(std::string_view chosen, std::string_view right);

} // namespace assize
