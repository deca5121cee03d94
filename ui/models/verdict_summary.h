// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/reconcile.h"
#include "core/model/verdict.h"
#include "ui/bridge/review_item.h"
#include "ui/bridge/what_if.h"
#include <optional>
#include <vector>

namespace assize::ui {

/// Weighted scores and margin of one verdict, from 0 to 1. A criterion without both scores is left out with its weight.
struct WeightedScores {
    std::optional<double> a;
    std::optional<double> b;
    std::optional<double> margin;
    int leftOut = 0; ///< criteria that lack a score
};

/// With the judge's weights, or with those a person tries (metrics.md, Per item). Nothing where no weight is left.
[[nodiscard]] WeightedScores weightedScores(const std::vector<CriterionScore>& criteria, const WhatIf& whatIf = {});

/// The weight each criterion has after switches and tried weights, normalised to 1; 0 for those switched off.
[[nodiscard]] std::vector<double> shownWeights(const std::vector<CriterionScore>& criteria, const WhatIf& whatIf);

/// What one run says of one item, put together for reading.
struct VerdictSummary {
    std::vector<const Verdict*> orders; ///< the first sample of every presentation that shows the reference, AB first
    Reconciled reconciled;              ///< Incomplete for a single-order run
    std::optional<Label> label;         ///< after both orders; of a single-order run the one there is
    std::optional<double> margin;       ///< mean over the orders
    bool isFailed = false;              ///< some order gave no verdict
};

/// Points into the review item, which must outlive it.
[[nodiscard]] VerdictSummary summarise(const ReviewItem& review, RowKey runKey);

/// The label that a person's weights give after both orders; nothing where they disagree on the winner, or there is
/// no rubric. tieBand as metrics.md has it.
[[nodiscard]] std::optional<Label> whatIfLabel(
    const VerdictSummary& summary, const WhatIf& whatIf, double tieBand = 0.02);

/// The label that people gave: the annotator's own, else the gold label, else what most raters said.
[[nodiscard]] std::optional<Label> humanLabelOf(const ReviewItem& review, const std::string& annotator);

} // namespace assize::ui
