// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace assize {

/// All fields under the names of the YAML form, defaults filled in. The form in which sessions keep versions and
/// exports carry them.
[[nodiscard]] nlohmann::json judgeToJson(const Judge& judge);

/// Reads what judgeToJson() wrote; absent keys take their defaults. InvalidArgument, with the key's path as subject,
/// for unknown keys and wrong types.
[[nodiscard]] Result<Judge> judgeFromJson(const nlohmann::json& json);

/// SHA-256 of the canonical JSON without name, title and notes (interfaces.md, Judge definition).
[[nodiscard]] std::string versionHash(const Judge& judge);

} // namespace assize
