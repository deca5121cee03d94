// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace assize {

/// Fills a page of resources/report ("page", without its ending), which may include the others as partials. Text is
/// escaped (base/markup.h), save what a page asks for in three braces: only markup of our own is given under such
/// names. Objects, arrays, strings and booleans; numbers are to be words already. An empty string is false in a
/// section.
[[nodiscard]] std::string renderPage(std::string_view page, const nlohmann::json& data);

} // namespace assize
