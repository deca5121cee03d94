// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_start.h"

#include "core/model/judge_json.h"
#include "core/run/run_identity.h"
#include "core/session/session_reader.h"
#include "core/session/session_writer.h"

#include <algorithm>
#include <memory>

namespace assize {
namespace {

/// Calls that go into one transaction of the plan.
constexpr std::size_t PlanChunk = 20'000;

/// The run that is to go on, if the request's judge and endpoint are its own. wanted is what the request would start.
Result<Run> continuedRun(
    const std::vector<RunSummary>& runs, RowKey runKey, const std::string& versionHash, Run wanted) {
    const auto found =
        std::find_if(runs.begin(), runs.end(), [&](const RunSummary& summary) { return summary.run.key == runKey; });
    if (found == runs.end())
        return fail(ErrorCode::NotFound, "run " + std::to_string(runKey), said("it is not in the session"));
    wanted.parameters = found->run.parameters; // a probe goes on as such
    if (!isOfFamily(found->run.identity, runIdentity(versionHash, wanted)))
        return fail(
            ErrorCode::InvalidArgument, found->run.name, said("it belongs to another judge version or endpoint"));
    return found->run;
}

} // namespace

Result<StartedRun> identifyRun(SessionReader& reader, const RunRequest& request) {
    StartedRun started;
    started.version.definition = request.judge;
    started.version.hash = versionHash(request.judge);
    started.version.source = request.judgeSource;
    Run& run = started.run;
    run.name = request.name.empty() ? request.judge.name : request.name;
    if (request.probe) {
        run.parameters = parametersUnder(*request.probe);
        run.name += request.name.empty() ? "-" + std::string(probeName(*request.probe)) : "";
    }
    run.endpointKind = request.endpoint.kind;
    run.endpointUrl = request.endpoint.url;
    run.model = request.endpoint.model;
    run.identity = runIdentity(started.version.hash, run);
    const auto runs = reader.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    if (request.continuation) {
        auto continued = continuedRun(*runs, request.continuation->runKey, started.version.hash, run);
        if (!continued)
            return tl::unexpected(continued.error());
        run = std::move(*continued);
        return started;
    }
    const std::optional<Run> known = runToContinue(*runs, run.identity);
    if (known && !request.startNew)
        run = *known;
    else if (known)
        run.identity = identityBeside(*runs, run.identity);
    return started;
}

Result<StartedRun> storeRun(SessionWriter& writer, StartedRun started) {
    const auto shared = std::make_shared<StartedRun>(std::move(started)); // the job and this function both hold it
    const auto done = writer.run([shared](SessionTransaction& transaction) -> Result<void> {
        auto version = transaction.addJudgeVersion(shared->version);
        if (!version)
            return tl::unexpected(version.error());
        shared->version = std::move(*version);
        shared->run.judgeVersionKey = shared->version.key;
        auto run = transaction.addRun(shared->run);
        if (!run)
            return tl::unexpected(run.error());
        shared->run = std::move(*run);
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return std::move(*shared);
}

Result<void> storePlan(SessionWriter& writer, RowKey runKey, const std::vector<PlannedCall>& calls) {
    for (std::size_t start = 0; start < calls.size(); start += PlanChunk) {
        const auto first = calls.begin() + static_cast<std::ptrdiff_t>(start);
        const auto last = calls.begin() + static_cast<std::ptrdiff_t>(std::min(start + PlanChunk, calls.size()));
        const auto stored = writer.run(
            [runKey, chunk = std::vector<PlannedCall>(first, last)](SessionTransaction& transaction) -> Result<void> {
                const auto added = transaction.addPlan(runKey, chunk);
                if (!added)
                    return tl::unexpected(added.error());
                return {};
            });
        if (!stored)
            return stored;
    }
    return {};
}

} // namespace assize
