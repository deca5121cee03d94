// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_format.h"
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// What is known of a reply that is still being written, in item order. Only what is complete is here: a criterion
/// comes when its successor or its end is written. The verdict may still be contradicted by what follows, so nobody
/// counts it.
struct PartialVerdict {
    std::vector<CriterionScore> criteria; ///< with normalised scores, where they are in bounds
    std::optional<Label> label;
    std::string result;
    std::vector<double> scores;
    std::string justification;  ///< overall, as far as it is written
    bool isThinking = false;    ///< a think block is open
    std::size_t blankBytes = 0; ///< white space at the end: some grammars let a model write it for ever
};

/// Reads what has come so far of a reply in the judge's format. Never fails; linear in the text, so call it when the
/// screen is to change and not for every token. truncated, refused and strict of the context mean nothing here.
[[nodiscard]] PartialVerdict readPartialReply(std::string_view replySoFar, const ReplyContext& context);

/// A JSON text that breaks off, closed behind its last complete element; with keepOpenText inside a text value at the
/// top level that is being written. Empty if no object has begun.
[[nodiscard]] std::string closedJson(std::string_view textSoFar, bool keepOpenText);

} // namespace assize
