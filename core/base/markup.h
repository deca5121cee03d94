// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace assize {

/// Text for HTML and XML, inside elements and quoted attributes: markup characters as entities; bytes that are not
/// UTF-8 and characters that XML cannot hold as U+FFFD; marks that turn the direction of writing as a visible arrow, as
/// the window shows them (quality.md, Security). Any thread.
[[nodiscard]] std::string escapedMarkup(std::string_view text);

} // namespace assize
