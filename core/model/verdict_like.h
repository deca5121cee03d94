// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace assize {

/// True if a text holds something that a reader of replies could take for a verdict: "[[A>B]]", "[[7]]", "[RESULT]", a
/// "verdict" key, a "Result:" line. Candidates that do may be trying to write the judge's reply for it.
[[nodiscard]] bool looksLikeVerdict(std::string_view text);

} // namespace assize
