// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/openai_reply.h"

#include "core/endpoint/protocol_parts.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

void takeUsage(Usage& usage, const json& counts) {
    if (const auto input = countAt(counts, "prompt_tokens"))
        usage.inputTokens = *input;
    if (const auto output = countAt(counts, "completion_tokens"))
        usage.outputTokens = *output;
    if (const auto cached = countAt(at(counts, "prompt_tokens_details"), "cached_tokens"))
        usage.cachedTokens = *cached;
}

} // namespace

bool takeOpenAiFacts(ReplyDraft& draft, const json& body) {
    if (const json& error = at(body, "error"); !error.is_null())
        takeError(draft, error);
    else if (textAt(body, "object") == "error") // SGLang has no wrapper
        takeError(draft, body);
    if (draft.failure)
        return false;
    if (std::string model = textAt(body, "model"); !model.empty())
        draft.reply.model = std::move(model);
    takeUsage(draft.reply.usage, at(body, "usage"));
    return true;
}

void takeOpenAiFinish(ReplyDraft& draft, const json& choice) {
    const std::string reason = textAt(choice, "finish_reason");
    if (reason.empty())
        return;
    draft.isFinished = true;
    draft.reply.finishReason = reason;
    draft.reply.truncated = reason == "length";
    draft.reply.refused = draft.reply.refused || reason == "content_filter";
    if (reason == "abort" || reason == "error") // SGLang, OpenRouter: the server gave up
        draft.failure = failureWithin({}, "the server ended the reply with finish reason \"" + reason + "\"");
}

std::vector<std::string> openAiModelNames(const json& reply) {
    auto names = namesIn(at(reply, "data"), "id");
    return names.empty() ? namesIn(at(reply, "models"), "name") : names;
}

} // namespace assize
