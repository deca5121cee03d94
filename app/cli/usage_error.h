// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace assize::cli {

/// What is wrong with a command line that the parser refused. An unknown command or option is named, with the nearest
/// one, before anything that is missing; else it is what the parser says.
[[nodiscard]] Error usageError(const std::vector<std::string>& words, std::string_view parserSays);

} // namespace assize::cli
