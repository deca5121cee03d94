// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_format.h"

namespace assize {

/// The bounds of the scores in a judge's replies: of the scale, or 1 to 10 where a pairwise judge reads score pairs.
struct ScoreBounds {
    double min = 1;
    double max = 5;
};
[[nodiscard]] ScoreBounds scoreBounds(const Judge& judge);

/// (score − min)/(max − min) of a criterion's scale, 1 and 0 for true and false; nothing if the score is absent or out
/// of bounds.
[[nodiscard]] std::optional<double> normalisedScore(const Criterion& criterion, std::optional<double> score);

/// Checks bounds and weights, computes normalised and weighted scores and the margin (metrics.md, Per item). What
/// breaks its own rubric becomes Invalid; nothing is clamped. Does nothing unless the outcome is Verdict.
void computeScores(Judgement& judgement, const Judge& judge);

/// Audits a computed reading, still in presentation order, and adds flags (interfaces.md).
void auditReading(ReplyReading& reading, const ReplyContext& context);

/// From presentation order to item order: label, step, scores, chosen letter, sides of the criteria.
void mapToItemOrder(Judgement& judgement, std::string_view presentation, Task task);

/// All three in their order. Importers of verdicts that others computed call it too.
void normaliseReading(ReplyReading& reading, const ReplyContext& context);

} // namespace assize
