// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace assize {

/// Where the first control character below U+0020 stands that is neither tab nor line end, in bytes. YAML 1.2 has none
/// of them in a file, and yaml-cpp makes other bytes of what follows one. Absent if there is none.
[[nodiscard]] std::optional<std::size_t> findControlCharacter(std::string_view text);

} // namespace assize
