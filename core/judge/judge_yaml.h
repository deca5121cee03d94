// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include "core/model/judge_json.h"
#include <string>
#include <string_view>

namespace assize {

/// Reads a judge definition (interfaces.md, "Judge definition"). InvalidArgument with "name:line" as the subject for
/// anything unknown, missing or of the wrong type.
[[nodiscard]] Result<Judge> judgeFromYaml(std::string_view yaml, std::string_view sourceName);

/// Writes it so that judgeFromYaml() gives an equal judge.
[[nodiscard]] std::string judgeToYaml(const Judge& judge);

} // namespace assize
