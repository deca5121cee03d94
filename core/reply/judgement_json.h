// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include <nlohmann/json_fwd.hpp>

namespace assize {

/// A judgement as `parse` prints it (interfaces.md, JSON documents): in item order, null for what it does not hold.
[[nodiscard]] nlohmann::json judgementToJson(const Judgement& judgement);

/// Every quotation in its justifications: where it stands in the justification and where in the item, in bytes; match
/// is "exact", "normalised", "near" or "none".
[[nodiscard]] nlohmann::json quotationsToJson(const Judgement& judgement, const Item& item);

} // namespace assize
