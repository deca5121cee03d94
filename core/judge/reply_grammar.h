// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace assize {

/// The replies that a judge reads as a GBNF grammar, for servers that enforce grammars but no schemas: the JSON of its
/// schema, or the first line of a score pair and any words after it. Nothing for other formats.
[[nodiscard]] std::optional<std::string> replyGrammar(const Judge& judge, std::size_t responseCount);

/// A grammar of the JSON texts that a schema of ours allows (reply_schema.h), keys in their order.
[[nodiscard]] std::string grammarOf(const nlohmann::ordered_json& schema);

} // namespace assize
