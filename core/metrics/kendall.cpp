// SPDX-License-Identifier: Apache-2.0
// Kendall's tau-b of two scales (Kendall 1945): pairs of items ordered alike less those ordered differently, by the
// geometric mean of the pairs that each scale tells apart.
#include "core/metrics/cross_table.h"
#include "core/metrics/grade_metrics.h"

#include <cmath>

namespace assize {
namespace {

/// Running sums over the judge's classes, in logarithmic time (a Fenwick tree).
class SumsBelow {
public:
    explicit SumsBelow(std::size_t size)
        : m_sums(size + 1, 0) {}

    void add(std::size_t place, double count) {
        m_all += count;
        for (std::size_t at = place + 1; at < m_sums.size(); at += at & (~at + 1))
            m_sums[at] += count;
    }
    /// Of the places below this one.
    [[nodiscard]] double below(std::size_t place) const {
        double sum = 0;
        for (std::size_t at = place; at > 0; at -= at & (~at + 1))
            sum += m_sums[at];
        return sum;
    }
    [[nodiscard]] double above(std::size_t place) const { return m_all - below(place + 1); }

private:
    std::vector<double> m_sums;
    double m_all = 0;
};

double pairsWithin(std::span<const double> counts) {
    double pairs = 0;
    for (const double count : counts)
        pairs += count * (count - 1) / 2;
    return pairs;
}

/// Concordant less discordant pairs. Cases ascend by gold.
double surplusOfPairs(const GradeSample& sample) {
    SumsBelow lower(sample.values.size());
    double surplus = 0;
    for (std::size_t at = 0; at < sample.cases.size();) {
        std::size_t end = at;
        for (; end < sample.cases.size() && sample.cases[end].goldClass == sample.cases[at].goldClass; ++end) {
            const auto judge = static_cast<std::size_t>(sample.cases[end].judgeClass);
            surplus += sample.weight(sample.cases[end]) * (lower.below(judge) - lower.above(judge));
        }
        for (; at < end; ++at)
            lower.add(static_cast<std::size_t>(sample.cases[at].judgeClass), sample.weight(sample.cases[at]));
    }
    return surplus;
}

} // namespace

Estimate kendallTauB(const GradeSample& sample) {
    const CrossTable table = crossTable(sample);
    if (table.total <= 0)
        return undefined("no-items");
    const double pairs = table.total * (table.total - 1) / 2;
    const double toldApart = (pairs - pairsWithin(table.gold)) * (pairs - pairsWithin(table.judge));
    return toldApart > 0 ? valueOf(surplusOfPairs(sample) / std::sqrt(toldApart)) : undefined("constant-scores");
}

} // namespace assize
