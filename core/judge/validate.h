// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <optional>
#include <string>

namespace assize {

struct DefinitionProblem {
    std::string path;   ///< the key, as in "rubric.criteria.2.weight" (lists count from 1)
    std::string reason; ///< in English
};

/// The first thing in a definition that has the right type and makes no sense: a name that is no slug, empty bounds, a
/// fixed rubric without criteria. A draft may have such things; a definition read from a file may not.
[[nodiscard]] std::optional<DefinitionProblem> findDefinitionProblem(const Judge& judge);

} // namespace assize
