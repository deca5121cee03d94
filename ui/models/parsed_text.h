// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include <string>

namespace assize::ui {

/// What was read in a reply, line by line. Names are those of exports, so they stand in English.
[[nodiscard]] std::string parsedText(const Judgement& judgement);

} // namespace assize::ui
