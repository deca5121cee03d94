// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/tables.h"
#include "core/report/report_data.h"
#include <cstdint>
#include <vector>

namespace assize {

/// An item on which a run and gold differ.
struct Disagreement {
    std::uint32_t row = 0;
    Rating judge;    ///< the run's verdict on the item
    double size = 0; ///< how sure the judge was: |margin|, or the distance of the scores
};

/// Every disagreement of a run with gold, under the run's tie policy: other labels and flips, other classes, other
/// scores. The surest first, in the session's order where that does not tell.
[[nodiscard]] std::vector<Disagreement> disagreementsOf(const ReportData& data, const ReportRun& run);

} // namespace assize
