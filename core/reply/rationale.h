// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include <optional>
#include <string_view>

namespace assize {

/// The response that a rationale calls the better one overall, in plain words ("Response B is clearly better.",
/// "回答A更好"), in the order the judge saw them. Nothing if it says so of neither or of both; praise of one aspect
/// does not count.
[[nodiscard]] std::optional<Label> claimedWinner(std::string_view rationale);

} // namespace assize
