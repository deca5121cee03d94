// SPDX-License-Identifier: Apache-2.0
#include "core/run/try_call.h"

#include "core/reply/partial_reply.h"
#include "core/run/cost.h"
#include "core/run/judge_request.h"

#include <chrono>

namespace assize {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds Pause{50};

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

} // namespace

TryCall::TryCall(HttpClient* http, TryRequest request, TryObserver& observer)
    : m_http(http)
    , m_request(std::move(request))
    , m_observer(observer)
    , m_thread([this] { run(); }) {}

TryCall::~TryCall() {
    cancel();
}

void TryCall::cancel() {
    m_stop.request_stop();
}

void TryCall::run() {
    TryEnd end;
    const EndpointKind* kind = findEndpointKind(m_request.endpoint.kind);
    Result<void> asked;
    if (kind == nullptr)
        asked = fail(ErrorCode::InvalidArgument, m_request.endpoint.name, said("there is no such kind of endpoint"));
    else if (auto accepted = kind->accepts(m_request.judge); !accepted)
        asked = std::move(accepted);
    else
        asked = kind->server != nullptr ? askServer(end) : askLocally(*kind, end);
    if (!asked)
        end.error = asked.error();
    m_observer.onEnd(end);
}

Result<void> TryCall::askLocally(const EndpointKind& kind, TryEnd& end) {
    JudgeRequest request;
    request.judge = &m_request.judge;
    request.item = &m_request.item;
    request.presentation = m_request.presentation;
    request.parameters = m_request.judge.parameters;
    const auto begin = Clock::now();
    auto reply = kind.answer(m_request.endpoint, request, m_stop.get_token());
    if (!reply)
        return tl::unexpected(reply.error());
    end.last.seconds = secondsSince(begin);
    readWhole(end, std::move(*reply));
    return {};
}

Result<void> TryCall::askServer(TryEnd& end) {
    if (m_http == nullptr)
        return fail(ErrorCode::Internal, m_request.endpoint.name, said("a try on a server needs a network client"));
    const auto client =
        EndpointClient::create(*m_http, m_request.endpoint, m_request.credentials, m_request.capabilities);
    if (!client)
        return tl::unexpected(client.error());
    PlannedCall call;
    call.presentation = m_request.presentation;
    auto asked =
        serverRequest(m_request.judge, m_request.item, call, replyModeFor(m_request.judge, m_request.capabilities));
    if (!asked)
        return tl::unexpected(asked.error());
    asked->stream = m_request.capabilities.streams.value_or(true);
    asked->parameters.maxTokens = replyTokensFor(m_request.judge, m_request.capabilities);
    auto request = client->request(*asked);
    if (!request)
        return tl::unexpected(request.error());
    end.request = *request;
    CallHandlers handlers;
    handlers.onDelta = [this](const ReplyDelta& delta) {
        const std::lock_guard lock(m_mutex);
        m_text += delta.text;
        m_reasoning += delta.reasoning;
        m_changed.notify_all();
    };
    handlers.onDone = [this](CallEnd ended) {
        const std::lock_guard lock(m_mutex);
        m_end = std::move(ended);
        m_changed.notify_all();
    };
    client->send(std::move(*request), asked->stream, std::move(handlers), m_stop.get_token());
    watch(end);
    if (!end.failure && end.usage == Usage{}) {
        end.usage = estimatedUsage(end.last.text, end.last.reasoning, estimatedInput(*asked));
        end.cost = costOf(end.usage, m_request.endpoint.price);
    }
    return {};
}

/// Tells of what has come until the call has ended.
void TryCall::watch(TryEnd& end) {
    const auto begin = Clock::now();
    std::unique_lock lock(m_mutex);
    while (!m_end) {
        const std::size_t seen = end.last.text.size() + end.last.reasoning.size();
        m_changed.wait(lock, [&] { return m_end || m_text.size() + m_reasoning.size() > seen; });
        if (m_end)
            break;
        end.last.text = m_text;
        end.last.reasoning = m_reasoning;
        lock.unlock();
        end.last.seconds = secondsSince(begin);
        end.last.judgement = readSoFar(end.last.text);
        m_observer.onProgress(end.last);
        lock.lock();
        m_changed.wait_for(lock, Pause, [this] { return m_end.has_value(); });
    }
    end.last.seconds = secondsSince(begin);
    end.response = std::move(m_end->response);
    if (m_end->reply)
        readWhole(end, std::move(*m_end->reply));
    else
        end.failure = std::move(m_end->failure);
}

/// What is complete so far; no verdict yet, since what follows may contradict it.
Judgement TryCall::readSoFar(const std::string& text) const {
    ReplyContext context;
    context.judge = &m_request.judge;
    context.presentation = m_request.presentation;
    PartialVerdict partial = readPartialReply(text, context);
    Judgement judgement;
    judgement.outcome = Outcome::Truncated;
    judgement.reason = "cut-off";
    judgement.criteria = std::move(partial.criteria);
    judgement.label = partial.label;
    judgement.result = std::move(partial.result);
    judgement.scores = std::move(partial.scores);
    judgement.overallJustification = std::move(partial.justification);
    return judgement;
}

void TryCall::readWhole(TryEnd& end, JudgeReply reply) const {
    ReplyContext context;
    context.judge = &m_request.judge;
    context.presentation = m_request.presentation;
    context.item = &m_request.item;
    context.truncated = reply.truncated;
    context.refused = reply.refused;
    context.tokens = &reply.tokens;
    end.last.judgement = readReply(reply.text, context);
    end.usage = reply.usage;
    end.cost = costOf(reply.usage, m_request.endpoint.price);
    end.last.text = std::move(reply.text);
    end.last.reasoning = std::move(reply.reasoning);
}

} // namespace assize
