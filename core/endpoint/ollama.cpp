// SPDX-License-Identifier: Apache-2.0
#include "core/base/base64.h"
#include "core/base/text.h"
#include "core/endpoint/openai_reply.h"
#include "core/endpoint/protocol_parts.h"
#include "core/endpoint/protocols.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr int SmallestContext = 4096;
constexpr int LargestContext = 262'144;

/// The native routes lie beside /v1, not below it.
Endpoint withoutV1(Endpoint endpoint) {
    while (endpoint.url.ends_with('/'))
        endpoint.url.pop_back();
    if (endpoint.url.ends_with("/v1"))
        endpoint.url.resize(endpoint.url.size() - 3);
    return endpoint;
}

/// Ollama cuts prompts that exceed its context without a word, and the default is small: so the context is always
/// said. Powers of two, because each change makes it load the model again.
int contextFor(const JudgeRequest& request, const Capabilities& capabilities) {
    std::size_t tokens = static_cast<std::size_t>(std::max(request.parameters.maxTokens, 0));
    for (const Message& message : request.messages)
        tokens += estimatedTokens(message.content) * 5 / 4 + 16;
    int context = SmallestContext;
    while (context < LargestContext && static_cast<std::size_t>(context) < tokens)
        context *= 2;
    return capabilities.contextTokens ? std::min(context, *capabilities.contextTokens) : context;
}

Result<ordered_json> commonBody(
    const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& capabilities) {
    if (const auto named = needsModel(endpoint); !named)
        return tl::unexpected(named.error());
    ordered_json body;
    body["model"] = endpoint.model;
    body["stream"] = request.stream;
    if (!request.schema.empty() && capabilities.schemaEnforced != false) {
        auto schema = schemaOf(request);
        if (!schema)
            return tl::unexpected(schema.error());
        body["format"] = std::move(*schema);
    }
    if (request.topLogprobs > 0 && capabilities.logprobs != false) {
        body["logprobs"] = true;
        body["top_logprobs"] = request.topLogprobs;
    }
    ordered_json& options = body["options"];
    options["temperature"] = request.parameters.temperature;
    options["num_predict"] = request.parameters.maxTokens;
    options["num_ctx"] = contextFor(request, capabilities);
    if (request.parameters.seed)
        options["seed"] = *request.parameters.seed;
    if (!request.parameters.stop.empty())
        options["stop"] = request.parameters.stop;
    return body;
}

ordered_json imagesOf(const JudgeRequest& request) {
    ordered_json list = ordered_json::array();
    for (const Image& image : request.images)
        list.push_back(toBase64(image.bytes));
    return list;
}

Result<HttpRequest> chatRequest(
    const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& capabilities) {
    auto body = commonBody(endpoint, request, capabilities);
    if (!body)
        return tl::unexpected(body.error());
    ordered_json messages = ordered_json::array();
    ordered_json* lastUser = nullptr;
    for (const Message& message : request.messages)
        messages.push_back({{"role", message.role}, {"content", message.content}});
    for (ordered_json& message : messages) {
        if (message["role"] == "user")
            lastUser = &message;
    }
    if (lastUser != nullptr && !request.images.empty())
        (*lastUser)["images"] = imagesOf(request);
    (*body)["messages"] = std::move(messages);
    return jsonRequest(withoutV1(endpoint), "api/chat", *body, request.stream);
}

Result<HttpRequest> rawRequest(
    const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& capabilities) {
    auto body = commonBody(endpoint, request, capabilities);
    if (!body)
        return tl::unexpected(body.error());
    (*body)["prompt"] = rawPrompt(request.messages);
    (*body)["raw"] = true;
    if (!request.images.empty())
        (*body)["images"] = imagesOf(request);
    return jsonRequest(withoutV1(endpoint), "api/generate", *body, request.stream);
}

/// One line of a stream, or the whole reply: the same shape, of which the last has done: true.
void takeLine(ReplyDraft& draft, const json& line) {
    if (const json& error = at(line, "error"); !error.is_null())
        return takeError(draft, error);
    if (draft.isFinished)
        return;
    const json& message = at(line, "message");
    if (message.is_object() || at(line, "response").is_string())
        draft.hasChoice = true;
    draft.reply.text += textAt(message, "content") + textAt(line, "response");
    draft.reply.reasoning += textAt(message, "thinking") + textAt(line, "thinking");
    takeTokens(draft, at(line, "logprobs"));
    if (std::string model = textAt(line, "model"); !model.empty())
        draft.reply.model = std::move(model);
    if (at(line, "done") != true)
        return;
    draft.isFinished = true;
    draft.reply.finishReason = textAt(line, "done_reason");
    draft.reply.truncated = draft.reply.finishReason == "length";
    draft.reply.usage.inputTokens = countAt(line, "prompt_eval_count").value_or(0);
    draft.reply.usage.outputTokens = countAt(line, "eval_count").value_or(0);
}

Result<HttpRequest> modelsRequest(const Endpoint& endpoint) {
    return getRequest(withoutV1(endpoint), "api/tags");
}

} // namespace

const ServerProtocol& ollamaProtocol() {
    static const ServerProtocol protocol{{ReplyShape::Framing::Lines, takeLine, takeLine}, false, chatRequest,
        addBearer, modelsRequest, openAiModelNames};
    return protocol;
}

const ServerProtocol& ollamaRawProtocol() {
    static const ServerProtocol protocol{
        {ReplyShape::Framing::Lines, takeLine, takeLine}, true, rawRequest, addBearer, modelsRequest, openAiModelNames};
    return protocol;
}

} // namespace assize
