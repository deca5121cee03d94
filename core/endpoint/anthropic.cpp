// SPDX-License-Identifier: Apache-2.0
#include "core/base/base64.h"
#include "core/endpoint/protocol_parts.h"
#include "core/endpoint/protocols.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr const char* ApiVersion = "2023-06-01";

/// People write the URL with and without the version.
std::string pathBelow(const Endpoint& endpoint, const char* call) {
    const auto url = parseHttpUrl(endpoint.url);
    const bool hasVersion = url && (url->path.ends_with("/v1") || url->path.ends_with("/v1/"));
    return std::string(hasVersion ? "" : "v1/") + call;
}

ordered_json contentOf(const Message& message, std::span<const Image> images) {
    if (images.empty())
        return message.content;
    ordered_json parts = ordered_json::array();
    for (const Image& image : images)
        parts.push_back({{"type", "image"},
            {"source", {{"type", "base64"}, {"media_type", image.mediaType}, {"data", toBase64(image.bytes)}}}});
    parts.push_back({{"type", "text"}, {"text", message.content}});
    return parts;
}

ordered_json conversation(const std::vector<Message>& messages, std::span<const Image> images) {
    std::size_t last = messages.size();
    for (std::size_t index = 0; index < messages.size(); ++index)
        last = messages[index].role == "user" ? index : last;
    ordered_json list = ordered_json::array();
    for (std::size_t index = 0; index < messages.size(); ++index)
        list.push_back({{"role", messages[index].role},
            {"content", contentOf(messages[index], index == last ? images : std::span<const Image>())}});
    return list;
}

Result<HttpRequest> messagesRequest(
    const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& capabilities) {
    if (const auto named = needsModel(endpoint); !named)
        return tl::unexpected(named.error());
    const SplitMessages split = splitSystem(request.messages);
    ordered_json body;
    body["model"] = endpoint.model;
    body["max_tokens"] = request.parameters.maxTokens;
    if (!split.system.empty())
        body["system"] = split.system;
    body["messages"] = conversation(split.others, request.images);
    if (capabilities.takesTemperature != false)
        body["temperature"] = request.parameters.temperature;
    if (!request.parameters.stop.empty())
        body["stop_sequences"] = request.parameters.stop;
    if (!request.schema.empty() && capabilities.schemaEnforced != false) {
        auto schema = schemaOf(request);
        if (!schema)
            return tl::unexpected(schema.error());
        body["output_config"]["format"] = {{"type", "json_schema"}, {"schema", std::move(*schema)}};
    }
    if (request.stream)
        body["stream"] = true;
    auto http = jsonRequest(endpoint, pathBelow(endpoint, "messages"), body, request.stream);
    if (http)
        http->headers.push_back({"anthropic-version", ApiVersion});
    return http;
}

void addKey(HttpRequest& request, const Credentials& credentials, std::int64_t) {
    if (!credentials.key.empty())
        request.headers.push_back({"x-api-key", credentials.key});
}

Result<HttpRequest> modelsRequest(const Endpoint& endpoint) {
    auto request = getRequest(endpoint, pathBelow(endpoint, "models"));
    if (request)
        request->headers.push_back({"anthropic-version", ApiVersion});
    return request;
}

std::vector<std::string> modelNames(const json& reply) {
    return namesIn(at(reply, "data"), "id");
}

/// Counts are cumulative in a stream, so a later one takes the place of an earlier one. Cached input is apart from the
/// rest here, and part of the input with us.
void takeUsage(Usage& usage, const json& counts) {
    if (const auto input = countAt(counts, "input_tokens")) {
        usage.cachedTokens = countAt(counts, "cache_read_input_tokens").value_or(0);
        usage.inputTokens = *input + usage.cachedTokens + countAt(counts, "cache_creation_input_tokens").value_or(0);
    }
    if (const auto output = countAt(counts, "output_tokens"))
        usage.outputTokens = *output;
}

void takeStop(ReplyDraft& draft, const std::string& reason) {
    if (reason.empty())
        return;
    draft.isFinished = true;
    draft.reply.finishReason = reason;
    draft.reply.truncated = reason == "max_tokens" || reason == "model_context_window_exceeded";
    draft.reply.refused = reason == "refusal";
}

void takeDelta(ReplyDraft& draft, const json& delta) {
    const std::string type = textAt(delta, "type");
    if (draft.isFinished)
        return;
    if (type == "text_delta")
        draft.reply.text += textAt(delta, "text");
    else if (type == "thinking_delta")
        draft.reply.reasoning += textAt(delta, "thinking");
}

void takeMessageEvent(ReplyDraft& draft, const json& event) {
    const std::string type = textAt(event, "type");
    if (type == "message_start") {
        draft.hasChoice = true;
        draft.reply.model = textAt(at(event, "message"), "model");
        takeUsage(draft.reply.usage, at(at(event, "message"), "usage"));
    } else if (type == "content_block_delta") {
        takeDelta(draft, at(event, "delta"));
    } else if (type == "message_delta") {
        takeUsage(draft.reply.usage, at(event, "usage"));
        takeStop(draft, textAt(at(event, "delta"), "stop_reason"));
    } else if (type == "message_stop") {
        draft.isFinished = true;
    } else if (type == "error") {
        takeError(draft, at(event, "error"));
    }
}

void takeMessageDocument(ReplyDraft& draft, const json& document) {
    if (textAt(document, "type") == "error")
        return takeError(draft, at(document, "error"));
    const json& content = at(document, "content");
    if (!content.is_array())
        return;
    draft.hasChoice = true;
    draft.reply.model = textAt(document, "model");
    for (const json& block : content) {
        const std::string type = textAt(block, "type");
        if (type == "text")
            draft.reply.text += textAt(block, "text");
        else if (type == "thinking")
            draft.reply.reasoning += textAt(block, "thinking");
    }
    takeUsage(draft.reply.usage, at(document, "usage"));
    takeStop(draft, textAt(document, "stop_reason"));
}

} // namespace

const ServerProtocol& anthropicProtocol() {
    static const ServerProtocol protocol{{ReplyShape::Framing::Events, takeMessageEvent, takeMessageDocument}, false,
        messagesRequest, addKey, modelsRequest, modelNames};
    return protocol;
}

} // namespace assize
