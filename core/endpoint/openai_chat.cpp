// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/chat_body.h"
#include "core/endpoint/openai_reply.h"
#include "core/endpoint/protocol_parts.h"
#include "core/endpoint/protocols.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

Result<void> addSchema(ordered_json& body, const JudgeRequest& request, SchemaDialect dialect) {
    auto schema = schemaOf(request);
    if (!schema)
        return tl::unexpected(schema.error());
    switch (dialect) {
    case SchemaDialect::OpenAi:
        body["response_format"] = {{"type", "json_schema"},
            {"json_schema", {{"name", "verdict"}, {"strict", true}, {"schema", std::move(*schema)}}}};
        break;
    case SchemaDialect::FlatSchema:
        body["response_format"] = {{"type", "json_object"}, {"schema", std::move(*schema)}};
        break;
    case SchemaDialect::StructuredOutput:
        body["structured_outputs"] = {{"json", std::move(*schema)}};
        break;
    case SchemaDialect::GuidedJson:
        body["guided_json"] = std::move(*schema);
        break;
    case SchemaDialect::JsonSchemaText:
        body["json_schema"] = schema->dump();
        break;
    case SchemaDialect::None:
        break;
    }
    return {};
}

void adaptToServer(ordered_json& body, const Capabilities& capabilities) {
    if (capabilities.wantsCompletionTokens) {
        body["max_completion_tokens"] = body["max_tokens"];
        body.erase("max_tokens");
    }
    if (capabilities.takesTemperature == false)
        body.erase("temperature");
}

Result<HttpRequest> chatRequest(
    const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& capabilities) {
    ordered_json body = chatBody(request.messages, request.parameters, endpoint.model, std::nullopt);
    addImages(body, request.images);
    if (!request.schema.empty() && capabilities.schemaEnforced != false) {
        if (const auto added = addSchema(body, request, capabilities.schemaDialect); !added)
            return tl::unexpected(added.error());
    } else {
        addGrammar(body, request, capabilities);
    }
    if (request.topLogprobs > 0 && capabilities.logprobs != false) {
        body["logprobs"] = true;
        body["top_logprobs"] = request.topLogprobs;
    }
    if (request.stream) {
        body["stream"] = true;
        body["stream_options"] = {{"include_usage", true}};
    }
    adaptToServer(body, capabilities);
    return jsonRequest(endpoint, "chat/completions", body, request.stream);
}

/// A message or a delta: they hold the same fields.
void takeMessage(ReplyDraft& draft, const json& choice, const char* key) {
    const json& message = at(choice, key);
    if (draft.isFinished || !message.is_object()) // what follows the finish is a repetition
        return;
    draft.hasChoice = true;
    draft.reply.text += partsText(at(message, "content"));
    const std::string reasoning = textAt(message, "reasoning_content");
    draft.reply.reasoning += reasoning.empty() ? textAt(message, "reasoning") : reasoning;
    if (const std::string refusal = textAt(message, "refusal"); !refusal.empty()) {
        draft.reply.refused = true;
        draft.reply.text += refusal;
    }
    takeTokens(draft, at(at(choice, "logprobs"), "content"));
}

void takeChatEvent(ReplyDraft& draft, const json& event) {
    if (!takeOpenAiFacts(draft, event))
        return;
    const json& choice = firstOf(at(event, "choices"));
    takeMessage(draft, choice, "delta");
    takeOpenAiFinish(draft, choice);
}

void takeChatDocument(ReplyDraft& draft, const json& document) {
    if (!takeOpenAiFacts(draft, document))
        return;
    const json& choice = firstOf(at(document, "choices"));
    takeMessage(draft, choice, "message");
    takeOpenAiFinish(draft, choice);
}

Result<HttpRequest> modelsRequest(const Endpoint& endpoint) {
    return getRequest(endpoint, "models");
}

} // namespace

const ServerProtocol& openAiChatProtocol() {
    static const ServerProtocol protocol{{ReplyShape::Framing::Events, takeChatEvent, takeChatDocument}, false,
        chatRequest, addBearer, modelsRequest, openAiModelNames};
    return protocol;
}

} // namespace assize
