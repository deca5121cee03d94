// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/bootstrap.h"
#include "core/metrics/figures.h"
#include "core/metrics/interval.h"
#include "core/metrics/resample.h"
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assize {

/// The items that an item metric counts, and who is left out. Members get a pattern: whatever the metric needs of them,
/// told apart by the caller.
struct ItemSample {
    std::vector<std::uint32_t> rows; ///< members
    std::vector<std::uint32_t> patternOf;
    std::uint32_t patternCount = 0;
    std::int64_t judged = 0;
    std::int64_t total = 0;
    std::map<std::string, std::int64_t> leftOut;

    void leaveOut(std::string_view reason) { ++leftOut[std::string(reason)]; }
    /// Adds a member of a pattern that keys tell apart; gives true if the pattern is new, numbered by patternCount − 1.
    template <typename Key>
    bool add(std::uint32_t row, std::map<Key, std::uint32_t>& keys, const Key& key) {
        const auto [entry, isNew] = keys.try_emplace(key, patternCount);
        rows.push_back(row);
        patternOf.push_back(entry->second);
        patternCount += isNew ? 1 : 0;
        return isNew;
    }
    [[nodiscard]] Coverage coverage(std::string_view reasonIfNobody) const;
    [[nodiscard]] Resampler resampler(const ItemTable& items) const;
};

/// A figure of one number, with a percentile interval over the sample's items (or their clusters) unless it is a
/// constant. ties is the policy's name.
[[nodiscard]] Figure resampledFigure(const ItemSample& sample, const ItemTable& items, std::string_view ties,
    const MetricSettings& settings, std::string_view reasonIfNobody,
    const std::function<Estimate(std::span<const std::uint32_t> counts)>& evaluate);

/// The same with the estimate on the data given, where resamples are evaluated in a cheaper way.
[[nodiscard]] Figure resampledFigure(const ItemSample& sample, const ItemTable& items, std::string_view ties,
    const MetricSettings& settings, std::string_view reasonIfNobody, const Estimate& estimate,
    const std::function<Estimate(std::span<const std::uint32_t> counts)>& evaluateResample);

/// Why a sample has no members: what most of its items were left out for; without any, the reason given.
[[nodiscard]] std::string reasonForNobody(const ItemSample& sample, std::string_view otherwise);

/// A figure without a value, for this reason.
[[nodiscard]] Figure noFigure(const ItemSample& sample, std::string_view ties, std::string_view reason);

/// Percentile intervals of several numbers that one fit gives together.
struct JointIntervals {
    std::vector<std::optional<Interval>> intervals; ///< none where over 5 % of the resamples are undefined
    std::string_view reason;                        ///< why the first has none; empty if it has one
    int dropped = 0;
};

/// evaluate fills `out` from the pattern counts of one resample; false: undefined. Called from several threads.
using JointStatistic = std::function<bool(std::span<const std::uint32_t> counts, std::span<double> out)>;
[[nodiscard]] JointIntervals bootstrapTogether(
    const Resampler& resampler, std::size_t width, const MetricSettings& settings, const JointStatistic& evaluate);

} // namespace assize
