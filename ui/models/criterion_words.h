// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/rubric.h"
#include <QString>

namespace assize::ui {

// What a criterion is called on screen. Names and descriptions of the built-in judges are ours and in the window's
// language; all others are as the judge wrote them.
[[nodiscard]] QString criterionName(const Criterion& criterion);
[[nodiscard]] QString criterionDescription(const Criterion& criterion);

/// "scale 1–5", "yes / no", "categories".
[[nodiscard]] QString criterionTypeWords(const Criterion& criterion);

} // namespace assize::ui
