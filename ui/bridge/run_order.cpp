// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_order.h"

#include "core/endpoint/builtin_lexical.h"
#include "core/endpoint/capability_store.h"
#include "core/endpoint/endpoint_client.h"
#include "core/filter/filter.h"
#include "core/run/probed.h"
#include "core/run/run_start.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <algorithm>

namespace assize::ui {
namespace {

Result<RunSummary> summaryOf(SessionReader& reader, RowKey runKey) {
    auto runs = reader.listedRuns();
    if (!runs)
        return tl::unexpected(runs.error());
    const auto found =
        std::find_if(runs->begin(), runs->end(), [&](const RunSummary& summary) { return summary.run.key == runKey; });
    if (found == runs->end())
        return fail(ErrorCode::NotFound, "run " + std::to_string(runKey), said("it is not in the session"));
    return std::move(*found);
}

Result<void> takeJudge(SessionReader& reader, RunRequest& request) {
    const auto summary = summaryOf(reader, request.continuation->runKey);
    if (!summary)
        return tl::unexpected(summary.error());
    auto version = reader.judgeVersion(summary->run.judgeVersionKey);
    if (!version)
        return tl::unexpected(version.error());
    request.judge = std::move(version->definition);
    request.judgeSource = std::move(version->source);
    return {};
}

Result<void> addCondition(SessionReader& reader, RunRequest& request, const RunOrder& order) {
    const auto started = identifyRun(reader, request);
    if (!started)
        return tl::unexpected(started.error());
    FilterScope scope;
    scope.runKey = order.filterRun != 0 ? order.filterRun : started->run.key;
    scope.annotator = request.items.annotator;
    scope.reader = &reader;
    scope.isTried = order.tried != nullptr;
    auto condition = compileFilter(order.filter, scope);
    if (!condition)
        return tl::unexpected(condition.error());
    request.items.condition = std::move(*condition);
    request.items.runKey = scope.runKey;
    request.items.tried = order.tried;
    return {};
}

} // namespace

std::optional<RunOrder> underProbe(RunOrder order, Probe probe) {
    auto request = assize::underProbe(std::move(order.request), probe);
    if (!request)
        return std::nullopt;
    order.request = std::move(*request);
    if (!order.request.name.empty())
        order.request.name += "-" + std::string(probeName(probe));
    return order;
}

Endpoint endpointOf(const Run& run, const std::vector<Endpoint>& known) {
    if (run.endpointKind == builtinEndpoint().kind)
        return builtinEndpoint();
    Endpoint endpoint;
    endpoint.name = run.endpointUrl;
    // Of several entries for one address, the one with the run's model.
    for (const Endpoint& entry : known) {
        const bool isThere = entry.kind == run.endpointKind && entry.url == run.endpointUrl;
        if (isThere && (endpoint.url.empty() || entry.model == run.model))
            endpoint = entry;
    }
    endpoint.kind = run.endpointKind;
    endpoint.url = run.endpointUrl;
    endpoint.model = run.model;
    return endpoint;
}

bool needsServer(const Endpoint& endpoint) {
    const EndpointKind* kind = findEndpointKind(endpoint.kind);
    return kind != nullptr && kind->server != nullptr;
}

Result<RunRequest> completeRequest(SessionReader& reader, const RunOrder& order) {
    RunRequest request = order.request;
    if (request.continuation) {
        if (auto taken = takeJudge(reader, request); !taken)
            return tl::unexpected(taken.error());
    } else if (!order.filter.empty()) {
        if (auto added = addCondition(reader, request, order); !added)
            return tl::unexpected(added.error());
    }
    return request;
}

Result<std::string> onlyModel(
    HttpClient& http, const Endpoint& endpoint, const Credentials& credentials, const std::stop_token& stop) {
    const auto client = EndpointClient::create(http, endpoint, credentials);
    if (!client)
        return tl::unexpected(client.error());
    const auto models = client->models(stop);
    if (!models)
        return tl::unexpected(models.error());
    if (models->size() == 1)
        return models->front();
    return fail(ErrorCode::InvalidArgument, endpoint.name,
        models->empty() ? said("it lists no model: name one") : said("it has several models: name one"));
}

Result<RunReport> performRun(Session& session, const RunOrder& order, const RunMeans& means, RunObserver& observer,
    const std::stop_token& stop) {
    const auto reader = session.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    auto request = completeRequest(**reader, order);
    if (!request)
        return tl::unexpected(request.error());
    if (needsServer(request->endpoint) && request->endpoint.model.empty()) {
        auto model = onlyModel(*means.http, request->endpoint, means.credentials, stop);
        if (!model)
            return tl::unexpected(model.error());
        request->endpoint.model = std::move(*model);
    }
    std::unique_ptr<Session> other;
    if (!order.reuse.empty()) {
        auto opened = Session::open(order.reuse, Session::Access::ReadOnly);
        if (!opened)
            return tl::unexpected(opened.error());
        other = std::move(*opened);
    }
    RunTools tools;
    tools.http = means.http;
    tools.control = means.control;
    tools.credentials = means.credentials;
    tools.capabilities = knownCapabilities(means.cache, request->endpoint);
    tools.reuse = other.get();
    return executeRun(session, *request, tools, observer, stop);
}

} // namespace assize::ui
