// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/endpoint_kind.h"

namespace assize {

/// The built-in baseline, "builtin:lexical": no model, no network, the same answer every time. It scores measurable
/// things with a fixed rubric and understands nothing; it is the control that a real judge must beat. Its result
/// depends on the texts and not on the order they are shown in, so it is position-consistent by construction.
/// Pairwise judges are answered in rubric-yaml, direct and pass/fail ones in verdict-json (interfaces.md).
[[nodiscard]] Result<JudgeReply> answerLexically(
    const Endpoint& endpoint, const JudgeRequest& request, std::stop_token stop);

/// InvalidArgument for a judge that the baseline cannot be: not named builtin…, another task or reply format, or
/// criteria other than its own from 1 to 5.
[[nodiscard]] Result<void> acceptsLexically(const Judge& judge);

/// The endpoint that stands for the baseline in runs: kind "builtin", URL "builtin:lexical".
[[nodiscard]] Endpoint builtinEndpoint();

} // namespace assize
