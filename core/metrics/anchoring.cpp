// SPDX-License-Identifier: Apache-2.0
// Do people change what they said blind once they have seen the judge, and do they move to it?
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

bool isSameAnswer(const Rating& a, const Rating& b) {
    const bool isSameScore = (std::isnan(a.score) && std::isnan(b.score)) || std::abs(a.score - b.score) <= 1e-9;
    return a.labelOfFour == b.labelOfFour && a.result == b.result && isSameScore;
}

/// The judge's answer is the one that the label was changed to. Both-bad is a tie to judges that do not know it.
bool isJudgesAnswer(const Rating& now, const Rating& judge, const RunTable& run, bool four) {
    if (run.isPairwise())
        return isLabel(now.label) && (four ? now.labelOfFour == judge.labelOfFour : now.label == judge.label);
    if (run.task == Task::Direct)
        return std::abs(now.score - judge.score) <= 1e-9;
    return now.result != NoResult && now.result == judge.result;
}

struct RevisionCounts {
    double blind = 0;
    double changed = 0;
    double towardJudge = 0;
};

/// Labels made blind on items that the run judged; a label changed in front of another run's verdict is not its doing.
RevisionCounts revisionsOf(const FigureRequest& request, const Policy& policy) {
    RevisionCounts result;
    const std::vector<Rating> judge = ratingsOf(request.run, policy);
    std::vector<bool> isAsked(request.items.size(), false);
    for (const std::uint32_t row : request.rows)
        isAsked[row] = true;
    for (const Revision& revision : request.revisions) {
        const Rating& verdict = judge[revision.row];
        if (!isAsked[revision.row] || (verdict.isAbsent() && verdict.label != Cell::Flip))
            continue;
        if (revision.shownRun != 0 && revision.shownRun != request.run.key)
            continue;
        ++result.blind;
        if (isSameAnswer(revision.blind, revision.now))
            continue;
        ++result.changed;
        result.towardJudge += isJudgesAnswer(revision.now, verdict, request.run, policy.four()) ? 1 : 0;
    }
    return result;
}

Figure shareFigure(double part, double whole, const Policy& policy, std::string_view reasonIfNone) {
    const auto count = static_cast<std::int64_t>(whole);
    const Estimate estimate = whole > 0 ? share(part, whole) : undefined(reasonIfNone);
    Figure figure = makeFigure(estimate, {count, count, count, {}, reasonIfNone}, false);
    figure.ties = tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class);
    return figure;
}

} // namespace

std::optional<Figure> anchoringChanged(
    const FigureRequest& request, const Policy& policy, const MetricSettings& /*settings*/) {
    const RevisionCounts counts = revisionsOf(request, policy);
    return shareFigure(counts.changed, counts.blind, policy, "no-blind-labels");
}

std::optional<Figure> anchoringTowardJudge(
    const FigureRequest& request, const Policy& policy, const MetricSettings& /*settings*/) {
    const RevisionCounts counts = revisionsOf(request, policy);
    return shareFigure(
        counts.towardJudge, counts.changed, policy, counts.blind > 0 ? "no-label-changed" : "no-blind-labels");
}

} // namespace assize
