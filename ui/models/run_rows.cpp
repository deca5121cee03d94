// SPDX-License-Identifier: Apache-2.0
#include "ui/models/run_rows.h"

#include "core/endpoint/builtin_lexical.h"
#include "ui/bridge/endpoint_facts.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace assize::ui {
namespace {

RunPhase phaseOfEnd(RunEnd end) {
    switch (end) {
    case RunEnd::Budget:
        return RunPhase::Budget;
    case RunEnd::Unreachable:
        return RunPhase::Unreachable;
    case RunEnd::NoModel:
        return RunPhase::NoModel;
    case RunEnd::KeyRefused:
        return RunPhase::KeyRefused;
    case RunEnd::Quota:
        return RunPhase::Quota;
    case RunEnd::AllFailing:
        return RunPhase::AllFailing;
    case RunEnd::Complete:
    case RunEnd::Stopped:
        break;
    }
    return RunPhase::Incomplete;
}

RunPhase phaseOf(const LiveRun& run) {
    switch (run.state) {
    case LiveRun::State::Queued:
        return RunPhase::Queued;
    case LiveRun::State::Starting:
        return RunPhase::Planning;
    case LiveRun::State::Stopping:
        return RunPhase::Stopping;
    case LiveRun::State::Ended:
        return run.report ? phaseOfEnd(run.report->end) : RunPhase::NotStarted;
    case LiveRun::State::Running:
        break;
    }
    if (run.isPaused)
        return RunPhase::Paused;
    if (run.notice.kind == RunNotice::Kind::ServerAway)
        return RunPhase::ServerAway;
    return run.notice.kind == RunNotice::Kind::RateLimited ? RunPhase::RateLimited : RunPhase::Running;
}

const Endpoint* entryOf(const Run& run, const std::vector<Endpoint>& endpoints) {
    const auto found = std::find_if(endpoints.begin(), endpoints.end(),
        [&](const Endpoint& endpoint) { return endpoint.kind == run.endpointKind && endpoint.url == run.endpointUrl; });
    return found == endpoints.end() ? nullptr : &*found;
}

void addCost(RunRow& row, const RunSummary& summary, const std::vector<Endpoint>& endpoints) {
    const Run& run = summary.run;
    row.isBuiltin = run.endpointKind == builtinEndpoint().kind;
    const std::optional<EndpointPlace> place = placeOf(run.endpointUrl);
    row.isLocal = place && place->isHere;
    const Endpoint* entry = entryOf(run, endpoints);
    if (entry == nullptr || !isPriced(*entry))
        return;
    row.cost = costOfTokens(entry->price, summary.inputTokens, summary.outputTokens);
    row.currency = fromUtf8(entry->price.currency);
}

RunRow storedRow(const RunSummary& summary, const std::vector<Endpoint>& endpoints) {
    RunRow row;
    row.key = summary.run.key;
    row.number = summary.run.number;
    row.name = withVisibleControls(fromUtf8(summary.run.name));
    row.judge = QStringLiteral("%1 v%2").arg(withVisibleControls(fromUtf8(summary.judgeName))).arg(summary.judgeNumber);
    row.endpoint = endpointWords(summary.run, endpoints);
    row.planned = summary.planned;
    for (const auto& [outcome, count] : summary.outcomes) {
        row.reached += count;
        row.failed += outcome == Outcome::Verdict || outcome == Outcome::Abstained ? 0 : count;
    }
    row.phase = row.left() > 0 ? RunPhase::Incomplete : RunPhase::Done;
    addCost(row, summary, endpoints);
    return row;
}

void addLive(RunRow& row, const LiveRun& run) {
    row.ticket = run.ticket;
    row.isRetry = run.isWaitingRetry();
    const RunPhase phase = phaseOf(run);
    // An end that left nothing to do says no more than the session does.
    if (run.isActive() || run.state == LiveRun::State::Queued || row.left() > 0 || run.error)
        row.phase = phase;
    row.detail = run.report ? run.report->endDetail : run.error ? run.error->detail : run.notice.detail;
    if (run.state != LiveRun::State::Running)
        return;
    if (phase != RunPhase::Running)
        return; // nothing comes now
    row.perSecond = run.progress.pace.perSecond;
    row.secondsLeft = run.progress.pace.secondsLeft;
}

/// What was asked again of a run that still goes.
qint64 callsToRetry(const LiveRun& waiting, const RunRow& row) {
    const std::vector<PlannedCall>& calls = waiting.order.request.continuation->again;
    return calls.empty() ? row.failed : static_cast<qint64>(calls.size());
}

/// A run that the session does not hold yet.
RunRow waitingRow(const LiveRun& run, const std::vector<Endpoint>& endpoints) {
    const RunRequest& request = run.order.request;
    RunRow row;
    row.name = withVisibleControls(fromUtf8(request.name.empty() ? request.judge.name : request.name));
    row.judge = withVisibleControls(fromUtf8(request.judge.name));
    Run target;
    target.endpointKind = request.endpoint.kind;
    target.endpointUrl = request.endpoint.url;
    row.endpoint = endpointWords(target, endpoints);
    addLive(row, run);
    return row;
}

int rank(const RunRow& row) {
    if (row.isActive())
        return 0;
    if (row.phase == RunPhase::Queued)
        return row.isRetry ? 1 : 2;
    return 3;
}

} // namespace

QString endpointWords(const Run& run, const std::vector<Endpoint>& endpoints) {
    if (run.endpointKind == builtinEndpoint().kind)
        return QCoreApplication::translate("RunRows", "built in", "endpoint of a run");
    if (run.endpointKind.empty())
        return {};
    const std::optional<EndpointPlace> place = placeOf(run.endpointUrl);
    const QString port = place && place->isHere ? QStringLiteral(":%1").arg(place->port) : QString();
    if (const Endpoint* entry = entryOf(run, endpoints))
        return QStringLiteral("%1 %2").arg(withVisibleControls(fromUtf8(entry->name)), port).trimmed();
    return place ? fromUtf8(place->host) + port : withVisibleControls(fromUtf8(run.endpointUrl));
}

std::vector<RunRow> runRows(
    const RunOverview& stored, const std::vector<LiveRun>& live, const std::vector<Endpoint>& endpoints) {
    std::vector<RunRow> rows;
    for (const RunSummary& summary : stored.runs) {
        RunRow& row = rows.emplace_back(storedRow(summary, endpoints));
        if (const auto failures = stored.failures.find(summary.run.key); failures != stored.failures.end())
            row.failures = failures->second;
    }
    for (const LiveRun& run : live) {
        const auto own = std::find_if(
            rows.begin(), rows.end(), [&](const RunRow& row) { return run.runKey != 0 && row.key == run.runKey; });
        if (own != rows.end() && own->isActive() && run.isWaitingRetry())
            own->toRetry = std::min(own->toRetry + callsToRetry(run, *own), own->failed);
        else if (own != rows.end())
            addLive(*own, run);
        else if (run.state != LiveRun::State::Ended || run.error)
            rows.push_back(waitingRow(run, endpoints));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RunRow& left, const RunRow& right) {
        if (rank(left) != rank(right))
            return rank(left) < rank(right);
        return left.phase == RunPhase::Queued ? left.ticket < right.ticket : left.number > right.number;
    });
    int before = 0;
    for (RunRow& row : rows) {
        if (row.phase == RunPhase::Queued)
            row.waitsFor = before;
        before = row.number != 0 ? row.number : before;
    }
    return rows;
}

} // namespace assize::ui
