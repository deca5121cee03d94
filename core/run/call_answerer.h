// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/run/plan.h"
#include "core/run/run_request.h"
#include "core/run/verdict_sink.h"
#include <stop_token>

namespace assize {

struct EndpointKind;
class SessionReader;

/// Turns calls into verdicts: a stored one to the same request, else what the endpoint says, read by the judge's reply
/// format. Stateless; serves all workers of a run, each with a reader of its own. What it is made from outlives it.
class CallAnswerer {
public:
    CallAnswerer(const RunRequest& request, const Run& run, const EndpointKind& kind);

    /// A call that fails is an outcome with a reason, not an error. Cancelled when stopped; errors of the session.
    [[nodiscard]] Result<VerdictSink::Entry> answer(
        SessionReader& reader, const Item& item, const OwedCall& owed, std::stop_token stop) const;

private:
    [[nodiscard]] Result<Verdict> ask(const Item& item, const PlannedCall& call, std::stop_token stop) const;

    const RunRequest& m_request;
    const Run& m_run;
    const EndpointKind& m_kind;
};

} // namespace assize
