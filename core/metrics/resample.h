// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace assize {

/// The draw-th number of the resample-th stream of a seed: a counter-based 64-bit generator (two SplitMix64 finalisers
/// over the counters), so that any thread may compute any draw and every platform gets the same digits.
[[nodiscard]] std::uint64_t randomBits(std::uint64_t seed, std::uint64_t resample, std::uint64_t draw);

/// A sample of units for the bootstrap. Units that are equal to every figure share a pattern, so a resample is no more
/// than how often each pattern was drawn, and a figure costs its patterns instead of its items.
class Resampler {
public:
    /// patternOf gives the pattern of each item; clusterOf its cluster, or is empty where items are independent. A
    /// cluster is drawn whole.
    Resampler(std::span<const std::uint32_t> patternOf, std::uint32_t patternCount,
        std::span<const std::uint32_t> clusterOf = {});

    /// How many units one resample draws: items, or clusters where some cluster has more than one item.
    [[nodiscard]] std::size_t unitCount() const {
        return m_offsets.empty() ? m_patternOf.size() : m_offsets.size() - 1;
    }
    [[nodiscard]] bool isClustered() const { return !m_offsets.empty(); }

    /// How often each pattern stands in the data itself.
    [[nodiscard]] std::vector<std::uint32_t> observed() const;

    /// Draws resamples of unitCount() units with replacement and hands each out: its number, and how often each pattern
    /// was drawn. Called from several threads at once, each resample once; threads 0 means as many as are worth it.
    /// Asked to stop, it ends with resamples left out.
    using Visitor = std::function<void(int resample, std::span<const std::uint32_t> counts)>;
    void forEachResample(int resamples, std::uint64_t seed, unsigned threads, const Visitor& visit,
        const std::stop_token& stop = {}) const;

private:
    void draw(std::uint64_t seed, int resample, std::span<std::uint32_t> counts) const;

    std::vector<std::uint32_t> m_patternOf; ///< per item; grouped by cluster where there are clusters
    std::vector<std::uint32_t> m_offsets;   ///< where each cluster begins in m_patternOf; empty without clusters
    std::uint32_t m_patternCount = 0;
};

} // namespace assize
