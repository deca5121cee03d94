// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figures.h"
#include "core/metrics/item_sample.h"
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// One comparison of two models: which, and the first one's share of the win. Of an item with many answers each pair
/// counts as a part of the item.
struct Contest {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double share = 0;
    double weight = 1;

    auto operator<=>(const Contest&) const = default;
};

/// What items say of the models that wrote their answers. Items with equal contests share a pattern.
struct ContestSample {
    ItemSample sample;
    std::vector<std::string> models;            ///< those that met another one
    std::vector<std::vector<Contest>> patterns; ///< one contest of a pair; all pairs of a list of scores
    bool hasWriters = false;                    ///< some item says who wrote its answers
};

/// Contests by the run's verdicts, each item of total weight 1: two orders ½ each, a tie ½ a win each, a continuous
/// preference as it is.
[[nodiscard]] ContestSample contestsOf(const FigureRequest& request);

/// Contests by the reference's labels, over the items that have one.
[[nodiscard]] ContestSample contestsOfReference(const FigureRequest& request);

/// wins(i, j): how much of its contests with j model i won.
class WinTable {
public:
    explicit WinTable(std::size_t models)
        : m_size(models)
        , m_wins(models * models, 0) {}

    void add(const Contest& contest, double count);
    [[nodiscard]] double wins(std::size_t i, std::size_t j) const { return m_wins[i * m_size + j]; }
    [[nodiscard]] double& at(std::size_t i, std::size_t j) { return m_wins[i * m_size + j]; }
    [[nodiscard]] double met(std::size_t i, std::size_t j) const { return wins(i, j) + wins(j, i); }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    std::size_t m_size;
    std::vector<double> m_wins;
};

[[nodiscard]] WinTable winTable(const ContestSample& contests, std::span<const std::uint32_t> counts);

} // namespace assize
