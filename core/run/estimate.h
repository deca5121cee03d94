// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/run/run_request.h"
#include <cstdint>
#include <stop_token>

namespace assize {

class SessionReader;

/// A number that is not known yet: what we expect, and between which bounds it should lie.
struct EstimatedRange {
    double low = 0;
    double expected = 0;
    double high = 0;
};

/// What a run will take. Input is counted in rendered prompts, without the model's own tokenizer. Where the judge has
/// verdicts of this model already, both input and output are what those took; else output is what replies of its
/// format usually take, at most the judge's max_tokens.
struct RunEstimate {
    std::int64_t planned = 0;  ///< calls that the request asks for
    std::int64_t owed = 0;     ///< of them, not answered yet: what is estimated
    std::int64_t rendered = 0; ///< prompts that were looked at; the rest is thought to be like them
    std::int64_t measured = 0; ///< verdicts that were looked at
    EstimatedRange inputTokens;
    EstimatedRange outputTokens;
    EstimatedRange cost; ///< in the currency of the endpoint's price; without its hourly part
};

/// Estimates what executeRun() with this request would take. Writes nothing, sends nothing. Errors as executeRun() has
/// them while it plans.
[[nodiscard]] Result<RunEstimate> estimateRun(
    SessionReader& reader, const RunRequest& request, const std::stop_token& stop);

} // namespace assize
