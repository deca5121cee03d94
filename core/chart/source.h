// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/phrase.h"
#include "core/metrics/figures.h"
#include "core/metrics/pair_sample.h"
#include "core/metrics/score_columns.h"
#include "core/metrics/tables.h"
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace assize {

/// One run as charts know it.
struct ChartRun {
    const ItemTable* items = nullptr; ///< the session's, or its copy with the results that the run brought
    const RunTable* table = nullptr;  ///< with every order it has
    const RunTable* ruled = nullptr;  ///< with the orders that the verdict rule looks at; else as table
    int versionNumber = 0;
    int number = 0;         ///< of the run
    std::string parentHash; ///< of the judge version it was made from; empty if none
    double tokens = 0;      ///< mean of a verdict, in and out
};

/// Which verdict of a run charts are about.
enum class VerdictRule : std::uint8_t { BothOrders, Forward, Backward };

/// The run with only the orders that the rule looks at, so that its single verdict is that order's.
[[nodiscard]] RunTable ruledBy(VerdictRule rule, const RunTable& run);

/// Everything charts are made from, in memory; nothing is copied. Any thread; builders end early with an empty chart
/// when stop is requested.
struct ChartSource {
    const ItemTable& items;
    const RaterTable& raters;
    std::span<const ChartRun> runs; ///< by number
    std::size_t shown = 0;          ///< the run that the page is about
    std::span<const Rating> reference;
    Phrase referenceName;
    bool isGold = true; ///< false: a rater among others
    /// What the filter language calls the reference's label: "human", "gold", "run(…).label"; empty if it has no name.
    std::string referenceFilter = {};
    std::span<const std::uint32_t> rows;
    const MetricSettings& settings;
    VerdictRule rule = VerdictRule::BothOrders;
    const ScoreColumns* scores = nullptr;   ///< criterion scores of the run shown
    bool isTried = false;                   ///< the run shown holds what other weights make of it
    const ChartRun* compared = nullptr;     ///< the run the page compares with, if it is one
    std::span<const ProbedRun> probed = {}; ///< the shown run's judge under probes; none while weights are tried
    std::span<const Rating> people = {};    ///< what people say, whatever the reference is
    std::string nameA = {};                 ///< the model behind A where all items share it, else empty
    std::string nameB = {};
    std::stop_token stop = {};

    [[nodiscard]] const ChartRun& run() const { return runs[shown]; }
};

} // namespace assize
