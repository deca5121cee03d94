// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include <nlohmann/json_fwd.hpp>

namespace assize {

/// A judgement as `parse` prints it (interfaces.md, JSON documents): in item order, null for what it does not hold.
[[nodiscard]] nlohmann::json judgementToJson(const Judgement& judgement);

} // namespace assize
