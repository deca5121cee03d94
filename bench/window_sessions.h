// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

namespace assize {

/// 100,000 items with gold labels, and 200,000 verdicts on them, both orders of one run with a rubric of three
/// criteria. Takes a minute. Ends the program where it cannot be written.
void makeLargeSession(const std::filesystem::path& path);

/// Twenty items of two answers of 20 KB in Markdown that differ in every tenth word, each with a verdict that quotes
/// both answers ("long-0" …), and one of two answers of 1 MB ("huge").
void makeLongSession(const std::filesystem::path& path);

} // namespace assize
