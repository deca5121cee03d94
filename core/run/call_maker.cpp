// SPDX-License-Identifier: Apache-2.0
#include "core/run/call_maker.h"

#include "core/base/clock.h"
#include "core/base/error_text.h"
#include "core/base/hash.h"
#include "core/reply/reply_format.h"
#include "core/run/cost.h"
#include "core/run/judge_request.h"
#include "core/run/reply_cache.h"
#include "core/run/run_identity.h"

#include <chrono>
#include <fmt/format.h>

namespace assize {
namespace {

Judgement failedJudgement(Outcome outcome, std::string reason) {
    Judgement judgement;
    judgement.outcome = outcome;
    judgement.reason = std::move(reason);
    return judgement;
}

} // namespace

CallMaker::CallMaker(const RunRequest& request, const Run& run, const EndpointKind& kind, const EndpointClient* client)
    : m_request(request)
    , m_run(run)
    , m_kind(kind)
    , m_client(client) {}

std::string CallMaker::hash(const JudgeCall& call) const {
    const std::string hash = requestHash(m_run.identity, *call.item, call.owed.call);
    // With another limit it is another request.
    return m_request.replyTokens > 0 ? sha256Hex(fmt::format("{}\n{}", hash, m_request.replyTokens)) : hash;
}

VerdictSink::Entry CallMaker::entryFor(const JudgeCall& call) const {
    VerdictSink::Entry entry;
    entry.isRetry = call.owed.isRetry;
    entry.verdict.requestHash = call.requestHash;
    entry.verdict.runKey = m_run.key;
    entry.verdict.itemKey = call.owed.call.itemKey;
    entry.verdict.presentation = call.owed.call.presentation;
    entry.verdict.sample = call.owed.call.sample;
    entry.verdict.createdAt = currentMilliseconds();
    return entry;
}

Result<std::optional<VerdictSink::Entry>> CallMaker::stored(ReplyStores stores, const JudgeCall& call) const {
    if (call.owed.isRetry || !mayReuse(m_run))
        return std::nullopt;
    for (SessionReader* reader : {stores.session, stores.other}) {
        if (reader == nullptr)
            continue;
        auto found = storedReply(*reader, call.requestHash);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            continue;
        VerdictSink::Entry entry = entryFor(call);
        entry.isCached = true;
        entry.verdict.judgement = std::move((*found)->judgement);
        entry.verdict.rawReply = std::move((*found)->rawReply);
        return entry;
    }
    return std::nullopt;
}

Result<VerdictSink::Entry> CallMaker::answer(const JudgeCall& call, std::stop_token stop) const {
    JudgeRequest request;
    request.judge = &m_request.judge;
    request.item = call.item.get();
    request.presentation = call.owed.call.presentation;
    request.parameters = m_request.judge.parameters;
    const auto begin = std::chrono::steady_clock::now();
    auto reply = m_kind.answer(m_request.endpoint, request, std::move(stop));
    if (!reply && reply.error().code == ErrorCode::Cancelled)
        return tl::unexpected(reply.error());
    if (!reply)
        return skipped(call, reply.error());
    reply->latencySeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return verdict(call, std::move(*reply));
}

Result<ReadyCall> CallMaker::request(JudgeCall call, bool maySendSchema, bool wantsMost) const {
    const ReplyMode wanted = replyModeFor(m_request.judge, m_client->capabilities());
    auto asked = serverRequest(m_request.judge, *call.item, call.owed.call, maySendSchema ? wanted : ReplyMode::Free);
    if (!asked)
        return tl::unexpected(asked.error());
    asked->stream = m_client->endpoint().stream;
    asked->parameters.maxTokens = replyTokensFor(m_request.judge, m_client->capabilities(), m_request.replyTokens);
    auto request = m_client->request(*asked);
    if (!request)
        return tl::unexpected(request.error());
    call.hasSchema = !asked->schema.empty() || !asked->grammar.empty();
    if (wantsMost) {
        const Usage most{estimatedInput(*asked), asked->parameters.maxTokens, 0, true};
        call.most = {costOf(most, m_request.endpoint.price), most.inputTokens + most.outputTokens};
    }
    return ReadyCall{std::move(call), std::move(*request)};
}

VerdictSink::Entry CallMaker::verdict(const JudgeCall& call, JudgeReply reply) const {
    ReplyContext context;
    context.judge = &m_request.judge;
    context.presentation = call.owed.call.presentation;
    context.item = call.item.get();
    context.truncated = reply.truncated;
    context.refused = reply.refused;
    context.tokens = &reply.tokens;
    VerdictSink::Entry entry = entryFor(call);
    entry.verdict.judgement = readReply(reply.text, context);
    entry.verdict.usage = m_client != nullptr ? usage(call, reply) : reply.usage;
    entry.verdict.latencySeconds = reply.latencySeconds;
    entry.verdict.rawReply = replyAsStored(std::move(reply.text), reply.reasoning);
    return entry;
}

/// As the server counted it; where it did not, the prompt is written once more to be counted here.
Usage CallMaker::usage(const JudgeCall& call, const JudgeReply& reply) const {
    if (reply.usage.inputTokens > 0 || reply.usage.outputTokens > 0)
        return reply.usage;
    const auto asked = serverRequest(m_request.judge, *call.item, call.owed.call, ReplyMode::Free);
    return estimatedUsage(reply.text, reply.reasoning, asked ? estimatedInput(*asked) : 0);
}

VerdictSink::Entry CallMaker::failure(const JudgeCall& call, const CallFailure& failure, double seconds) const {
    VerdictSink::Entry entry = entryFor(call);
    entry.verdict.judgement = failedJudgement(failure.outcome(), failure.reason());
    entry.verdict.latencySeconds = seconds;
    return entry;
}

VerdictSink::Entry CallMaker::skipped(const JudgeCall& call, const Error& error) const {
    VerdictSink::Entry entry = entryFor(call);
    entry.verdict.judgement = failedJudgement(Outcome::Skipped, errorText(error));
    return entry;
}

} // namespace assize
