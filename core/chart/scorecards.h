// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart.h"
#include "core/chart/source.h"
#include <vector>

namespace assize {

/// One figure in large: its value, its interval, how many items it rests on, and what it means.
struct Scorecard {
    std::string key; ///< of metrics.md
    Phrase title;
    std::string value; ///< "84.9 %"; a dash without one
    Phrase detail;     ///< "[79.4, 89.1] · n 212", or why there is no value
    Phrase meaning;
    ChartLink link;
    bool wantsLabels = false; ///< what keeps the value low is that people labelled too few items
};

/// Agreement, kappa, position consistency, win rate of A (or what the run's task has in their place), and how many more
/// labels are needed for an interval of five points each way.
[[nodiscard]] std::vector<Scorecard> scorecards(const ChartSource& source);

} // namespace assize
