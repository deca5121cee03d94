// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figure.h"
#include "core/metrics/policy.h"
#include "core/metrics/tables.h"
#include "core/model/probe.h"
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assize {

/// The same judge on the same items, as it is shown them under a probe.
struct ProbedRun {
    Probe probe = Probe::Whitespace;
    RunTable run;
};

/// What figures are asked about: one run, against gold or another rater, over some items.
struct FigureRequest {
    const ItemTable& items;
    const RunTable& run;
    std::span<const Rating> reference;           ///< one rating per row of items: items.gold, or another rater's
    bool isGold = true;                          ///< false: two raters, so ties are always a class
    std::span<const std::uint32_t> rows;         ///< the items that count; allRows() for all
    const RunTable* baseline = nullptr;          ///< the built-in judge's run on the same items
    const RaterTable* raters = nullptr;          ///< the people behind the gold labels, for figures about them
    std::span<const Revision> revisions = {};    ///< labels made blind, with what became of them
    const RunTable* referenceTwin = nullptr;     ///< the same model without (or with) the reference answer
    const RunTable* formatTwin = nullptr;        ///< the same model with another reply format
    std::span<const ProbedRun> probed = {};      ///< one per probe that the run's judge was put under
    std::optional<Scale> referenceScale = {};    ///< of the reference's scores; absent: told from the scores
    std::span<const std::string_view> only = {}; ///< keys wanted; empty: every figure of the run's task
};

/// The policy that the settings mean for this request, with nothing left open.
[[nodiscard]] Policy policyFor(const FigureRequest& request, const MetricSettings& settings);

/// Every figure of metrics.md for the run's task, in the registry's order, with intervals. Any thread; uses more of
/// them where it pays, and gives the same digits for any number.
[[nodiscard]] Figures runFigures(const FigureRequest& request, const MetricSettings& settings);

/// Agreement and kappa of one run, without a bootstrap: quick enough for a list of runs. Of a pairwise run the keys are
/// agreement.single and kappa.single, of others accuracy and kappa.
struct Headline {
    Figure agreement;
    Figure kappa;
};
[[nodiscard]] Headline headlineFigures(const FigureRequest& request, const MetricSettings& settings);

[[nodiscard]] std::vector<std::uint32_t> allRows(const ItemTable& items);

/// The run's own verdict on every item as a rating, to measure another run against it.
[[nodiscard]] std::vector<Rating> ratingsOf(const RunTable& run, const Policy& policy);

/// True if the run owes any order of the item.
[[nodiscard]] bool isPlanned(const RunTable& run, std::uint32_t row);

} // namespace assize
