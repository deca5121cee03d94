// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/endpoint/endpoint_client.h"
#include "core/run/judge_call.h"
#include "core/run/run_request.h"
#include "core/run/verdict_sink.h"
#include <optional>

namespace assize {

class SessionReader;

/// Where stored verdicts are looked for: the session, and another one where the person named it.
struct ReplyStores {
    SessionReader* session = nullptr;
    SessionReader* other = nullptr;
};

/// What becomes of one call, step by step: a stored verdict to the same request, an answer on the spot, a request to
/// a server, and the reading of what came back. Stateless; serves all workers of a run. What it is made from outlives
/// it.
class CallMaker {
public:
    /// client is null for kinds without a server.
    CallMaker(const RunRequest& request, const Run& run, const EndpointKind& kind, const EndpointClient* client);

    /// What makes the call the same request as another (run_identity.h).
    [[nodiscard]] std::string hash(const JudgeCall& call) const;
    /// A stored verdict to the same request, if the run takes such.
    [[nodiscard]] Result<std::optional<VerdictSink::Entry>> stored(ReplyStores stores, const JudgeCall& call) const;
    /// The answer of a kind without a server. Cancelled when stopped; other failures are outcomes.
    [[nodiscard]] Result<VerdictSink::Entry> answer(const JudgeCall& call, std::stop_token stop) const;
    /// The request for a server; with wantsMost, what the call may take at most is worked out too.
    [[nodiscard]] Result<ReadyCall> request(JudgeCall call, bool maySendSchema, bool wantsMost) const;

    /// A reply, read by the judge's format and audited.
    [[nodiscard]] VerdictSink::Entry verdict(const JudgeCall& call, JudgeReply reply) const;
    /// A call that brought no reply.
    [[nodiscard]] VerdictSink::Entry failure(const JudgeCall& call, const CallFailure& failure, double seconds) const;
    /// A call that could not be made.
    [[nodiscard]] VerdictSink::Entry skipped(const JudgeCall& call, const Error& error) const;

private:
    [[nodiscard]] VerdictSink::Entry entryFor(const JudgeCall& call) const;
    [[nodiscard]] Usage usage(const JudgeCall& call, const JudgeReply& reply) const;

    const RunRequest& m_request;
    const Run& m_run;
    const EndpointKind& m_kind;
    const EndpointClient* m_client;
};

} // namespace assize
