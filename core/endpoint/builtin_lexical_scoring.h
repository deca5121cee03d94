// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/builtin_lexical_text.h"
#include "core/model/item.h"
#include "core/model/judge.h"
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// What answers are compared with.
struct LexicalSources {
    LexicalText prompt;
    std::optional<LexicalText> reference;
    std::optional<LexicalText> context;
    bool inChinese = false; ///< write justifications in Chinese
};
[[nodiscard]] LexicalSources readSources(const Item& item, ReferencePolicy reference);

/// A criterion's score for one answer: tenths of a point, 10 … 50, so that sums are exact and mirror-symmetric.
struct LexicalScore {
    int tenths = 30;
    std::string justification;
};

/// The fixed rubric of builtin:lexical: five criteria from 1 to 5, weights summing to 1. The presets repeat it.
[[nodiscard]] const std::vector<Criterion>& builtinCriteria();

/// The criterion of the fixed rubric with this name, or nothing.
[[nodiscard]] std::optional<std::size_t> builtinCriterion(std::string_view name);

/// Scores one answer on a criterion of builtinCriteria(), by index. Length needs the other answer; without one it is
/// the middle score. Depends on the texts alone, never on which stands first.
[[nodiscard]] LexicalScore scoreCriterion(
    std::size_t criterion, const LexicalSources& sources, const LexicalText& answer, const LexicalText* other);

/// The numbers, names and titles of an answer that stand neither in reference nor context nor prompt, neighbours
/// joined, each wording once, in text order.
[[nodiscard]] std::vector<TextSpan> unsupportedFacts(const LexicalSources& sources, const LexicalText& answer);

} // namespace assize
