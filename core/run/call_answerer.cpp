// SPDX-License-Identifier: Apache-2.0
#include "core/run/call_answerer.h"

#include "core/base/clock.h"
#include "core/base/error_text.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/reply/reply_format.h"
#include "core/run/reply_cache.h"
#include "core/run/run_identity.h"

#include <chrono>

namespace assize {
namespace {

Judgement failedJudgement(const Error& error) {
    Judgement judgement;
    judgement.outcome = error.code == ErrorCode::EndpointUnreachable ? Outcome::TransportError : Outcome::Skipped;
    judgement.reason = errorText(error);
    return judgement;
}

} // namespace

CallAnswerer::CallAnswerer(const RunRequest& request, const Run& run, const EndpointKind& kind)
    : m_request(request)
    , m_run(run)
    , m_kind(kind) {}

Result<VerdictSink::Entry> CallAnswerer::answer(
    SessionReader& reader, const Item& item, const OwedCall& owed, std::stop_token stop) const {
    VerdictSink::Entry entry;
    entry.isRetry = owed.isRetry;
    const std::string hash = requestHash(m_run.identity, item, owed.call);
    if (!owed.isRetry && mayReuse(m_run)) {
        auto stored = storedReply(reader, hash);
        if (!stored)
            return tl::unexpected(stored.error());
        entry.isCached = stored->has_value();
        if (entry.isCached)
            entry.verdict = std::move(**stored);
    }
    if (!entry.isCached) {
        auto asked = ask(item, owed.call, stop);
        if (!asked)
            return tl::unexpected(asked.error());
        entry.verdict = std::move(*asked);
    }
    entry.verdict.requestHash = hash;
    entry.verdict.runKey = m_run.key;
    entry.verdict.itemKey = owed.call.itemKey;
    entry.verdict.presentation = owed.call.presentation;
    entry.verdict.sample = owed.call.sample;
    entry.verdict.createdAt = currentMilliseconds();
    return entry;
}

Result<Verdict> CallAnswerer::ask(const Item& item, const PlannedCall& call, std::stop_token stop) const {
    JudgeRequest request;
    request.judge = &m_request.judge;
    request.item = &item;
    request.presentation = call.presentation;
    request.parameters = m_request.judge.parameters;
    const auto begin = std::chrono::steady_clock::now();
    auto reply = m_kind.answer(m_request.endpoint, request, std::move(stop));
    Verdict verdict;
    verdict.latencySeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (!reply) {
        if (reply.error().code == ErrorCode::Cancelled)
            return tl::unexpected(reply.error());
        verdict.judgement = failedJudgement(reply.error());
        return verdict;
    }
    ReplyContext context;
    context.judge = &m_request.judge;
    context.presentation = call.presentation;
    context.item = &item;
    context.truncated = reply->truncated;
    context.refused = reply->refused;
    verdict.judgement = readReply(reply->text, context);
    verdict.usage = reply->usage;
    verdict.rawReply = std::move(reply->text);
    return verdict;
}

} // namespace assize
