// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/builtin_lexical_text.h"
#include <vector>

namespace assize {

/// What can be wrong with the form of an answer without knowing what it says.
enum class FormDefect { Empty, Refusal, UnclosedFence, BrokenList };

struct FoundDefect {
    FormDefect defect = FormDefect::Empty;
    TextSpan span; ///< what shows it; empty for an empty answer
};

/// At most one of each, in the order of the enumeration. An empty answer has no other.
/// Refusal: a refusing phrase, English or Chinese, among the first words. UnclosedFence: a code fence without its end.
/// BrokenList: a list numbered from 1 that skips a number, or ends with a bare marker.
[[nodiscard]] std::vector<FoundDefect> formDefects(const LexicalText& text);

} // namespace assize
