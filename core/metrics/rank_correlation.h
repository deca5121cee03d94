// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace assize {

/// Two numbers per pattern, ranked once, so that each resample costs no sorting. Any thread may ask.
class RankCorrelation {
public:
    explicit RankCorrelation(std::span<const std::pair<double, double>> patterns);

    /// Spearman's correlation with average ranks, each pattern as often as counts says; nothing where a side is
    /// constant.
    [[nodiscard]] std::optional<double> spearman(std::span<const std::uint32_t> counts) const;

private:
    std::vector<std::uint32_t> m_first; ///< per pattern: which of the distinct values, ascending
    std::vector<std::uint32_t> m_second;
    std::size_t m_firstValues = 0;
    std::size_t m_secondValues = 0;
};

} // namespace assize
