// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace assize {

/// Reads a judge definition (interfaces.md, "Judge definition"). InvalidArgument with "name:line" as the subject for
/// anything unknown, missing or of the wrong type.
[[nodiscard]] Result<Judge> judgeFromYaml(std::string_view yaml, std::string_view sourceName);

/// Writes it so that judgeFromYaml() gives an equal judge.
[[nodiscard]] std::string judgeToYaml(const Judge& judge);

/// All fields, defaults filled in; judgeFromJson() reads it back. The form in which sessions keep versions.
[[nodiscard]] nlohmann::json judgeToJson(const Judge& judge);
[[nodiscard]] Result<Judge> judgeFromJson(const nlohmann::json& json);

/// SHA-256 of the canonical JSON without name, title and notes.
[[nodiscard]] std::string versionHash(const Judge& judge);

} // namespace assize
