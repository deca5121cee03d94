// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_format.h"
#include "core/reply/reply_node.h"

namespace assize {

/// True if a tree holds criteria or a preference, so that it can be a rubric reply at all.
[[nodiscard]] bool looksLikeRubric(const ReplyNode& root);

/// Takes criteria, overall justification, preference and stated totals out of a tree, under all the names they go by
/// (interfaces.md, rubric-yaml), and fills in what a fixed rubric knows. needsBrackets: a bare label counts as
/// repaired.
void readRubric(const ReplyNode& root, const ReplyContext& context, bool needsBrackets, ReplyReading& reading);

} // namespace assize
