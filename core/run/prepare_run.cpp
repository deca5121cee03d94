// SPDX-License-Identifier: Apache-2.0
#include "core/run/prepare_run.h"

#include "core/endpoint/endpoint_kind.h"
#include "core/run/judge_request.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <array>
#include <span>

namespace assize {
namespace {

/// Calls that are asked for one by one are made whatever became of them.
constexpr std::array AnyOutcome = {Outcome::Verdict, Outcome::Abstained, Outcome::Refused, Outcome::Truncated,
    Outcome::Unparseable, Outcome::Invalid, Outcome::TransportError, Outcome::Skipped};

Result<Selection> plannedSelection(SessionReader& reader, const RunContinuation& continuation) {
    Selection selection{continuation.again, 0, 0};
    if (!selection.calls.empty())
        return selection;
    const auto read = reader.forEachPlannedCall(continuation.runKey, [&](const PlannedCall& call) {
        selection.calls.push_back(call);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    return selection;
}

Result<Selection> selectionFor(
    SessionReader& reader, const RunRequest& request, const Run& run, const std::stop_token& stop) {
    if (request.continuation)
        return plannedSelection(reader, *request.continuation);
    ItemQuery query = request.items;
    if (query.runKey == 0)
        query.runKey = run.key;
    return selectCalls(reader, query, request.judge, request.orders.value_or(request.judge.orders),
        request.samples.value_or(request.judge.samples), request.probe, stop);
}

/// A judge whose prompt cannot be written would fail on every item.
Result<void> tryFirstPrompt(SessionReader& reader, const RunRequest& request, const Selection& selection) {
    const EndpointKind* kind = findEndpointKind(request.endpoint.kind);
    if (kind == nullptr || kind->server == nullptr || selection.calls.empty())
        return {};
    const auto item = reader.item(selection.calls.front().itemKey);
    if (!item)
        return tl::unexpected(item.error());
    return serverRequest(request.judge, *item, selection.calls.front(), ReplyMode::Free).map([](const JudgeRequest&) {
    });
}

Result<Usage> spentBy(SessionReader& reader, const Run& run) {
    Usage usage;
    if (run.key == 0)
        return usage;
    const auto summary = reader.run(run.id);
    if (!summary)
        return tl::unexpected(summary.error());
    usage.inputTokens = summary->inputTokens;
    usage.outputTokens = summary->outputTokens;
    return usage;
}

struct Wanted {
    StartedRun started;
    Selection selection;
};

Result<Wanted> wantedBy(SessionReader& reader, const RunRequest& request, const std::stop_token& stop) {
    auto started = identifyRun(reader, request);
    if (!started)
        return tl::unexpected(started.error());
    auto selection = selectionFor(reader, request, started->run, stop);
    if (!selection)
        return tl::unexpected(selection.error());
    if (auto tried = tryFirstPrompt(reader, request, *selection); !tried)
        return tl::unexpected(tried.error());
    return Wanted{std::move(*started), std::move(*selection)};
}

Result<PreparedRun> prepared(
    SessionReader& reader, const RunRequest& request, StartedRun started, Selection selection) {
    PreparedRun prepared{std::move(started), {}, selection.unsuitable, selection.untouched, {}, {}};
    const bool isAgain = request.continuation && !request.continuation->again.empty();
    const std::span<const Outcome> retry = isAgain ? std::span<const Outcome>(AnyOutcome) : request.retry;
    auto owed = owedCalls(reader, prepared.started.run.key, selection.calls, retry);
    if (!owed)
        return tl::unexpected(owed.error());
    prepared.owed = std::move(*owed);
    prepared.progress.planned = static_cast<std::int64_t>(selection.calls.size());
    prepared.progress.already = prepared.progress.planned - static_cast<std::int64_t>(prepared.owed.size());
    const auto spent = spentBy(reader, prepared.started.run);
    if (!spent)
        return tl::unexpected(spent.error());
    prepared.spent = *spent;
    return prepared;
}

} // namespace

Result<PreparedRun> prepareRun(
    SessionReader& reader, SessionWriter& writer, const RunRequest& request, const std::stop_token& stop) {
    auto wanted = wantedBy(reader, request, stop);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (wanted->selection.calls.empty())
        return PreparedRun{
            std::move(wanted->started), {}, wanted->selection.unsuitable, wanted->selection.untouched, {}, {}};
    auto started = storeRun(writer, std::move(wanted->started));
    if (!started)
        return tl::unexpected(started.error());
    if (const auto planned = storePlan(writer, started->run.key, wanted->selection.calls); !planned)
        return tl::unexpected(planned.error());
    return prepared(reader, request, std::move(*started), std::move(wanted->selection));
}

Result<PreparedRun> foreseeRun(SessionReader& reader, const RunRequest& request, const std::stop_token& stop) {
    auto wanted = wantedBy(reader, request, stop);
    if (!wanted)
        return tl::unexpected(wanted.error());
    return prepared(reader, request, std::move(wanted->started), std::move(wanted->selection));
}

} // namespace assize
