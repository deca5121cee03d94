// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_format.h"
#include "core/reply/reply_node.h"

namespace assize {

/// True if a tree holds criteria or a preference, so that it can be a rubric reply at all.
[[nodiscard]] bool looksLikeRubric(const ReplyNode& root);

/// How a tree is to be taken.
struct RubricRules {
    bool needsBrackets = false; ///< a bare label counts as repaired
    bool ownScales = false;     ///< criteria bring their bounds and their categories' values, as our YAML export does
};

/// Takes criteria, overall justification, preference and stated totals out of a tree, under all the names they go by
/// (interfaces.md, rubric-yaml), and fills in what a fixed rubric knows.
void readRubric(const ReplyNode& root, const ReplyContext& context, RubricRules rules, ReplyReading& reading);

} // namespace assize
