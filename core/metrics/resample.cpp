// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/resample.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

namespace assize {
namespace {

constexpr std::uint64_t Golden = 0x9E3779B97F4A7C15ULL;

std::uint64_t finalised(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
    return bits ^ (bits >> 31);
}

std::uint64_t streamOf(std::uint64_t seed, std::uint64_t resample) {
    return finalised(finalised(seed + Golden) + Golden * (resample + 1));
}

std::uint64_t bitsOf(std::uint64_t stream, std::uint64_t draw) {
    return finalised(stream + Golden * (draw + 1));
}

/// An even index below size from 64 random bits: the high half of a 128-bit product.
std::size_t indexBelow(std::uint64_t bits, std::uint64_t size) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::size_t>((static_cast<Wide>(bits) * size) >> 64);
}

bool hasSharedCluster(std::span<const std::uint32_t> clusterOf) {
    std::vector<std::uint32_t> sorted(clusterOf.begin(), clusterOf.end());
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
}

} // namespace

std::uint64_t randomBits(std::uint64_t seed, std::uint64_t resample, std::uint64_t draw) {
    return bitsOf(streamOf(seed, resample), draw);
}

Resampler::Resampler(
    std::span<const std::uint32_t> patternOf, std::uint32_t patternCount, std::span<const std::uint32_t> clusterOf)
    : m_patternOf(patternOf.begin(), patternOf.end())
    , m_patternCount(patternCount) {
    if (!hasSharedCluster(clusterOf))
        return;
    std::vector<std::uint32_t> order(clusterOf.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return clusterOf[a] < clusterOf[b]; });
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (at == 0 || clusterOf[order[at]] != clusterOf[order[at - 1]])
            m_offsets.push_back(static_cast<std::uint32_t>(at));
        m_patternOf[at] = patternOf[order[at]];
    }
    m_offsets.push_back(static_cast<std::uint32_t>(order.size()));
}

std::vector<std::uint32_t> Resampler::observed() const {
    std::vector<std::uint32_t> counts(m_patternCount, 0);
    for (const std::uint32_t pattern : m_patternOf)
        ++counts[pattern];
    return counts;
}

void Resampler::draw(std::uint64_t seed, int resample, std::span<std::uint32_t> counts) const {
    std::fill(counts.begin(), counts.end(), 0U);
    const std::uint64_t stream = streamOf(seed, static_cast<std::uint64_t>(resample));
    const std::size_t units = unitCount();
    if (!isClustered()) {
        for (std::size_t at = 0; at < units; ++at)
            ++counts[m_patternOf[indexBelow(bitsOf(stream, at), units)]];
        return;
    }
    for (std::size_t at = 0; at < units; ++at) {
        const std::size_t cluster = indexBelow(bitsOf(stream, at), units);
        for (std::uint32_t item = m_offsets[cluster]; item < m_offsets[cluster + 1]; ++item)
            ++counts[m_patternOf[item]];
    }
}

void Resampler::forEachResample(
    int resamples, std::uint64_t seed, unsigned threads, const Visitor& visit, const std::stop_token& stop) const {
    constexpr std::size_t DrawsWorthAThread = 1'000'000;
    const auto work = static_cast<std::size_t>(std::max(resamples, 0)) * m_patternOf.size();
    if (threads == 0)
        threads = work < DrawsWorthAThread ? 1 : std::min(std::max(1U, std::thread::hardware_concurrency()), 16U);
    std::atomic<int> next = 0;
    const auto takeResamples = [&] {
        std::vector<std::uint32_t> counts(m_patternCount);
        for (int resample = next++; resample < resamples && !stop.stop_requested(); resample = next++) {
            draw(seed, resample, counts);
            visit(resample, counts);
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned helper = 1; helper < threads; ++helper)
        helpers.emplace_back(takeResamples);
    takeResamples();
}

} // namespace assize
