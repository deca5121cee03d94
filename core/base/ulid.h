// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace assize {

/// A new ULID: 26 characters of Crockford base 32, a millisecond time first (github.com/ulid/spec). Ids made by one
/// process sort in the order they were made, also within a millisecond and when the clock is set back. Any thread.
[[nodiscard]] std::string newUlid();

/// True for 26 characters of the ULID alphabet.
[[nodiscard]] bool isUlid(std::string_view text);

} // namespace assize
