// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_overview.h"

#include "core/run/run_statistics.h"

#include <algorithm>

namespace assize::ui {
namespace {

bool hasFailures(const RunSummary& summary) {
    return std::any_of(summary.outcomes.begin(), summary.outcomes.end(), [](const auto& entry) {
        return entry.first != Outcome::Verdict && entry.first != Outcome::Abstained && entry.second > 0;
    });
}

} // namespace

Result<RunOverview> readRunOverview(SessionReader& reader) {
    auto runs = reader.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    RunOverview overview{std::move(*runs), {}};
    for (const RunSummary& summary : overview.runs) {
        if (!hasFailures(summary))
            continue;
        auto& counts = overview.failures[summary.run.key];
        const auto read = reader.forEachVerdict(summary.run.key, {}, [&](const Verdict& verdict) {
            const Outcome outcome = verdict.judgement.outcome;
            if (outcome != Outcome::Verdict && outcome != Outcome::Abstained)
                ++counts[failureClassOf(verdict.judgement)];
            return true;
        });
        if (!read)
            return tl::unexpected(read.error());
    }
    return overview;
}

} // namespace assize::ui
