// SPDX-License-Identifier: Apache-2.0
#include "core/run/plan.h"

#include "core/base/text.h"
#include "core/model/presentation.h"
#include "core/run/probed.h"
#include "core/session/session_reader.h"

#include <algorithm>

namespace assize {
namespace {

bool isPairTask(Task task) {
    return task == Task::Pairwise || task == Task::ScorePair;
}

/// Tasks on a single answer have one order.
std::vector<std::string> presentations(const Item& item, Task task, Orders orders, int sample) {
    const bool hasOrders = isPairTask(task) || task == Task::Select;
    return presentationsFor(item.responses.size(), hasOrders ? orders : Orders::AB, item.contentHash, sample);
}

/// The others are missing (interfaces.md, Run identity).
bool isFinal(Outcome outcome) {
    return outcome != Outcome::TransportError && outcome != Outcome::Skipped;
}

bool holds(const std::vector<PlannedCall>& sorted, const PlannedCall& call) {
    return std::binary_search(sorted.begin(), sorted.end(), call);
}

} // namespace

std::optional<Sentence> whyLeftOut(const Item& item, const Judge& judge) {
    const bool needsReference = judge.reference == ReferencePolicy::Require || judge.reference == ReferencePolicy::Both;
    if (needsReference && (!item.reference || trimmed(*item.reference).empty()))
        return said("the item has no reference, which this judge requires");
    const std::size_t count = item.responses.size();
    if (judge.task == Task::Select)
        return count >= 2 ? std::nullopt
                          : std::optional(said("the item has %1 response(s), this judge chooses among several", count));
    if (isPairTask(judge.task))
        return count == 2 ? std::nullopt
                          : std::optional(said("the item has %1 response(s), this judge compares two", count));
    return count == 1 ? std::nullopt
                      : std::optional(said("the item has %1 response(s), this judge looks at one by itself", count));
}

std::vector<PlannedCall> callsFor(const Item& item, const Judge& judge, Orders orders, int samples) {
    std::vector<PlannedCall> calls;
    if (whyLeftOut(item, judge))
        return calls;
    for (int sample = 1; sample <= samples; ++sample) {
        for (std::string& presentation : presentations(item, judge.task, orders, sample)) {
            if (judge.reference == ReferencePolicy::Both)
                calls.push_back({item.key, withoutReference(presentation), sample});
            calls.push_back({item.key, std::move(presentation), sample});
        }
    }
    return calls;
}

Result<Selection> selectCalls(SessionReader& reader, const ItemQuery& query, const Judge& judge, Orders orders,
    int samples, std::optional<Probe> probe, std::stop_token stop) {
    Selection selection;
    const auto plan = [&](const Item& item) {
        std::vector<PlannedCall> calls = callsFor(item, judge, orders, samples);
        if (calls.empty()) {
            ++selection.unsuitable;
        } else if (probe && !changesAnything(item, *probe)) {
            ++selection.untouched;
            calls.clear();
        }
        std::move(calls.begin(), calls.end(), std::back_inserter(selection.calls));
        return !stop.stop_requested();
    };
    const auto read = probe ? reader.forEachItem(query, plan) : reader.forEachItemShape(query, plan);
    if (!read)
        return tl::unexpected(read.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "planning the run");
    return selection;
}

Result<std::vector<OwedCall>> owedCalls(
    SessionReader& reader, RowKey runKey, std::span<const PlannedCall> calls, std::span<const Outcome> retry) {
    std::vector<PlannedCall> answered;
    std::vector<PlannedCall> again;
    const auto read = reader.forEachVerdict(runKey, {}, [&](const Verdict& verdict) {
        const Outcome outcome = verdict.judgement.outcome;
        PlannedCall call{verdict.itemKey, verdict.presentation, verdict.sample};
        if (std::find(retry.begin(), retry.end(), outcome) != retry.end())
            again.push_back(std::move(call));
        else if (isFinal(outcome))
            answered.push_back(std::move(call));
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    std::sort(answered.begin(), answered.end());
    std::sort(again.begin(), again.end());
    std::vector<OwedCall> owed;
    for (const PlannedCall& call : calls) {
        const bool isRetry = holds(again, call);
        if (isRetry || !holds(answered, call))
            owed.push_back({call, isRetry});
    }
    return owed;
}

} // namespace assize
