// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/endpoint/capabilities.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/model/run.h"

namespace assize {

/// How a judge's replies are held to their form: by the server, or by the prompt alone.
enum class ReplyMode : std::uint8_t { Free, Schema, Grammar };

/// What the judge asks for. Where it leaves the choice: a schema unless the model is known to ignore schemas, and in
/// its place a grammar if the model is known to obey grammars.
[[nodiscard]] ReplyMode replyModeFor(const Judge& judge, const Capabilities& capabilities);

/// How many tokens a reply may take: those wanted, else the judge's max_tokens; and as many again as the model is known
/// to think with, within half of its context.
[[nodiscard]] int replyTokensFor(const Judge& judge, const Capabilities& capabilities, int wanted = 0);

/// A judge's request for one item as a server gets it: messages with a boundary of its own around untrusted text,
/// images, parameters. Samples after the first get the seeds that follow the judge's. Points into judge and item.
/// InvalidArgument as renderRequest() has it.
[[nodiscard]] Result<JudgeRequest> serverRequest(
    const Judge& judge, const Item& item, const PlannedCall& call, ReplyMode mode);

/// What the messages take, without the model's own tokenizer.
[[nodiscard]] std::int64_t estimatedInput(const JudgeRequest& request);

/// The reply as one text, as models write it that think aloud in their answers.
[[nodiscard]] std::string replyAsStored(std::string text, std::string_view reasoning);

/// What a reply took whose server did not say.
[[nodiscard]] Usage estimatedUsage(std::string_view text, std::string_view reasoning, std::int64_t inputTokens);

} // namespace assize
