// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_format.h"

namespace assize {

/// Weighs a computed reading, still in presentation order, with the probabilities of the tokens it was read from
/// (metrics.md, Per item). A direct score becomes the expected score of the numbers within bounds that could have stood
/// in its place; a pairwise label stays, and scores become the preference for the first and the second response. The
/// reason then says so with the mass that these tokens cover. Does nothing where there are no log-probabilities, where
/// the verdict is not one token, or where the mass is below a half.
void weighWithProbabilities(ReplyReading& reading, const ReplyContext& context);

} // namespace assize
