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

/// Makes every later id of this process greater than this one: rows of a session sort in the order of their making,
/// though the clock went back since. Ids from beyond the year 5000 are passed over.
void continueUlidsAfter(std::string_view id);

} // namespace assize
