// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/call_record.h"

#include "core/base/clock.h"
#include "core/endpoint/capability_store.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/endpoint/server_protocol.h"
#include "core/run/judge_request.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assize::ui {
namespace {

Result<HttpRequest> requestOf(
    const CallRecord& record, const Item& item, const Endpoint& endpoint, const std::filesystem::path& cacheFolder) {
    const ServerProtocol& protocol = *findEndpointKind(endpoint.kind)->server;
    const Capabilities capabilities = knownCapabilities(cacheFolder, endpoint);
    auto asked = serverRequest(record.judge, item, record.call, replyModeFor(record.judge, capabilities));
    if (!asked)
        return tl::unexpected(asked.error());
    asked->stream = endpoint.stream;
    asked->parameters.maxTokens = replyTokensFor(record.judge, capabilities);
    auto request = protocol.request(endpoint, *asked, capabilities);
    if (!request || endpoint.key == "none")
        return request;
    Credentials dots;
    dots.key = maskedKey();
    protocol.authorise(*request, dots, currentMilliseconds());
    return request;
}

} // namespace

std::string maskedKey() {
    return "••••";
}

Result<CallRecord> readCallRecord(SessionReader& reader, RowKey run, const PlannedCall& call, const Endpoint& endpoint,
    const std::filesystem::path& cacheFolder) {
    CallRecord record;
    record.call = call;
    const auto runs = reader.listedRuns();
    const auto item = reader.item(call.itemKey);
    auto attempts = reader.verdictHistory(call.itemKey, run);
    if (!runs || !item || !attempts)
        return tl::unexpected(!runs ? runs.error() : !item ? item.error() : attempts.error());
    record.item = item->sourceId.empty() ? item->id : item->sourceId;
    for (Verdict& attempt : *attempts) {
        if (attempt.presentation == call.presentation && attempt.sample == call.sample)
            record.verdict = std::move(attempt);
    }
    const auto summary =
        std::find_if(runs->begin(), runs->end(), [run](const RunSummary& known) { return known.run.key == run; });
    if (summary == runs->end())
        return fail(ErrorCode::NotFound, "run " + std::to_string(run), said("it is not in the session"));
    auto version = reader.judgeVersion(summary->run.judgeVersionKey);
    if (!version)
        return tl::unexpected(version.error());
    record.judge = std::move(version->definition);
    const EndpointKind* kind = findEndpointKind(endpoint.kind);
    if (kind == nullptr || kind->server == nullptr)
        return record;
    auto request = requestOf(record, *item, endpoint, cacheFolder);
    if (request)
        record.request = std::move(*request);
    else
        record.requestProblem = request.error().detail;
    return record;
}

std::string indentedJson(const std::string& text) {
    constexpr int Indent = 2;
    const auto document = nlohmann::ordered_json::parse(text, nullptr, false);
    if (document.is_discarded())
        return text;
    return document.dump(Indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace assize::ui
