// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace assize {

/// Base 64 with padding, in one line (RFC 4648, section 4; OpenSSL).
[[nodiscard]] std::string toBase64(std::string_view bytes);

/// Reads it back, padded or not; nothing if a character is none of the alphabet's.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace assize
