// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace assize {

/// The JSON schema of the replies that a judge reads, for servers that can enforce one; nothing for formats that are no
/// JSON. Reasoning stands before the verdict, so that it is written first (protocols.md, 11.1).
[[nodiscard]] std::optional<nlohmann::ordered_json> replySchema(const Judge& judge, std::size_t responseCount);

} // namespace assize
