// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/endpoint/capabilities.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/model/run.h"

namespace assize {

/// How a judge's replies are held to their form: by the server, or by the prompt alone.
enum class ReplyMode : std::uint8_t { Free, Schema };

/// A schema where the judge allows it, its format is JSON, and the model is not known to ignore schemas.
[[nodiscard]] ReplyMode replyModeFor(const Judge& judge, const Capabilities& capabilities);

/// A judge's request for one item as a server gets it: messages with a boundary of its own around untrusted text,
/// images, parameters. Samples after the first get the seeds that follow the judge's. Points into judge and item.
/// InvalidArgument as renderRequest() has it.
[[nodiscard]] Result<JudgeRequest> serverRequest(
    const Judge& judge, const Item& item, const PlannedCall& call, ReplyMode mode);

/// What the messages take, without the model's own tokenizer.
[[nodiscard]] std::int64_t estimatedInput(const JudgeRequest& request);

/// What a reply took whose server did not say.
[[nodiscard]] Usage estimatedUsage(std::string_view text, std::string_view reasoning, std::int64_t inputTokens);

} // namespace assize
