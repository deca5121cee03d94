// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figure.h"
#include "core/metrics/figures.h"
#include "core/metrics/pair_sample.h"
#include <cstdint>
#include <string>
#include <vector>

namespace assize {

/// McNemar's exact test: the two-sided binomial probability of a split as uneven as fixed : broken, at most 1; 1 where
/// there is nothing to compare.
[[nodiscard]] double mcnemarExact(std::int64_t fixed, std::int64_t broken);

struct McNemar {
    std::optional<double> p;
    std::int64_t fixed = 0;
    std::int64_t broken = 0;
    std::string reason; ///< why p is absent: "clusters", or that of the difference where nothing was compared
};

/// Two runs on the items both judged and gold names (metrics.md, Confidence). Fixed: a wrong, b right.
struct Comparison {
    std::string view;        ///< "reconciled" if both runs have both orders, else "forward" or "single"
    std::int64_t common = 0; ///< items with gold and a verdict of both
    std::int64_t fixed = 0;
    std::int64_t broken = 0;
    std::int64_t unchanged = 0;
    std::int64_t labelChanged = 0; ///< of the unchanged: another label, as right or wrong as before
    std::int64_t onlyAFailed = 0;
    std::int64_t onlyBFailed = 0;
    McNemar mcnemar;
    McNemar mcnemarAll;      ///< a failure is wrong
    Figure difference;       ///< accuracy of b − accuracy of a, over the common items
    Figure agreement;        ///< share of the items both judged, gold or not, on which b says what a says
    Figure kappa;            ///< beyond chance; null for scores
    Figure flipped;          ///< share of those on which the two name different winners; null unless pairwise
    bool conclusive = false; ///< p < .05 and the interval excludes 0; with clusters the interval alone
    std::vector<std::uint32_t> fixedRows;
    std::vector<std::uint32_t> brokenRows;
};

/// By which label two runs are compared: reconciled if both have both orders, else forward.
[[nodiscard]] View comparedView(const RunTable& a, const RunTable& b);

/// Compares run b with run a. The request's run is a.
[[nodiscard]] Comparison compareRuns(const FigureRequest& a, const RunTable& b, const MetricSettings& settings);

} // namespace assize
