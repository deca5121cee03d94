// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_format.h"
#include <string_view>

namespace assize {

/// Reads a verdict of any task from the text that stands where the format has it: a label, PASS or FAIL, a class, a
/// letter, a number. Anchored: the text is the verdict and nothing else. Gives false and leaves the judgement alone if
/// it is none of the task's verdicts.
[[nodiscard]] bool takeVerdict(std::string_view text, const ReplyContext& context, Judgement& judgement);

/// True if two judgements of one reply say the same.
[[nodiscard]] bool sameVerdict(const Judgement& a, const Judgement& b);

} // namespace assize
