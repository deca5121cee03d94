// SPDX-License-Identifier: Apache-2.0
#include "core/base/base64.h"
#include "core/endpoint/aws_sigv4.h"
#include "core/endpoint/protocol_parts.h"
#include "core/endpoint/protocols.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// "image/png" as Converse names formats.
std::string formatOf(const Image& image) {
    const std::string format = image.mediaType.substr(image.mediaType.find('/') + 1);
    return format == "jpg" ? "jpeg" : format;
}

ordered_json conversation(const std::vector<Message>& messages, std::span<const Image> images) {
    ordered_json list = ordered_json::array();
    ordered_json* lastUser = nullptr;
    for (const Message& message : messages)
        list.push_back({{"role", message.role}, {"content", ordered_json::array({{{"text", message.content}}})}});
    for (ordered_json& message : list) {
        if (message["role"] == "user")
            lastUser = &message;
    }
    for (const Image& image : images) {
        if (lastUser != nullptr)
            (*lastUser)["content"].push_back(
                {{"image", {{"format", formatOf(image)}, {"source", {{"bytes", toBase64(image.bytes)}}}}}});
    }
    return list;
}

/// Converse has no schema of a reply and streams in an encoding of its own, so both are left out.
Result<HttpRequest> converseRequest(
    const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& capabilities) {
    if (const auto named = needsModel(endpoint); !named)
        return tl::unexpected(named.error());
    const SplitMessages split = splitSystem(request.messages);
    ordered_json body;
    body["messages"] = conversation(split.others, request.images);
    if (!split.system.empty())
        body["system"] = ordered_json::array({{{"text", split.system}}});
    ordered_json& inference = body["inferenceConfig"];
    inference["maxTokens"] = request.parameters.maxTokens;
    if (capabilities.takesTemperature != false)
        inference["temperature"] = request.parameters.temperature;
    if (!request.parameters.stop.empty())
        inference["stopSequences"] = request.parameters.stop;
    return jsonRequest(endpoint, "model/" + awsUriEncoded(endpoint.model) + "/converse", body, false);
}

/// bedrock-runtime.REGION.amazonaws.com, also with -fips; else the region of the environment.
std::string regionOf(const std::string& url) {
    const auto parsed = parseHttpUrl(url);
    const std::string host = parsed ? parsed->host : std::string();
    const std::size_t start = host.find('.');
    const std::size_t end = host.find(".amazonaws.com");
    if (host.starts_with("bedrock-runtime") && end != std::string::npos && start < end)
        return host.substr(start + 1, end - start - 1);
    const char* region = std::getenv("AWS_REGION");
    return region != nullptr && *region != '\0' ? region : "us-east-1";
}

void authorise(HttpRequest& request, const Credentials& credentials, std::int64_t nowMilliseconds) {
    if (!credentials.key.empty())
        return addBearer(request, credentials, nowMilliseconds);
    if (!credentials.awsAccessKey.empty())
        signAwsRequest(request,
            {credentials.awsAccessKey, credentials.awsSecretKey, credentials.awsSessionToken, regionOf(request.url),
                "bedrock"},
            nowMilliseconds);
}

void takeConverse(ReplyDraft& draft, const json& document) {
    const json& content = at(at(at(document, "output"), "message"), "content");
    if (!content.is_array()) {
        if (const std::string message = textAt(document, "message"); !message.empty())
            draft.failure = failureWithin(textAt(document, "__type"), message);
        return;
    }
    draft.hasChoice = true;
    for (const json& block : content) {
        draft.reply.text += textAt(block, "text");
        draft.reply.reasoning += textAt(at(at(block, "reasoningContent"), "reasoningText"), "text");
    }
    const std::string reason = textAt(document, "stopReason");
    draft.isFinished = true;
    draft.reply.finishReason = reason;
    draft.reply.truncated = reason == "max_tokens" || reason == "model_context_window_exceeded";
    draft.reply.refused = reason == "guardrail_intervened" || reason == "content_filtered";
    const json& usage = at(document, "usage");
    draft.reply.usage.cachedTokens = countAt(usage, "cacheReadInputTokens").value_or(0);
    draft.reply.usage.inputTokens = countAt(usage, "inputTokens").value_or(0) + draft.reply.usage.cachedTokens +
                                    countAt(usage, "cacheWriteInputTokens").value_or(0);
    draft.reply.usage.outputTokens = countAt(usage, "outputTokens").value_or(0);
}

} // namespace

const ServerProtocol& bedrockProtocol() {
    static const ServerProtocol protocol{
        {ReplyShape::Framing::Document, nullptr, takeConverse}, false, converseRequest, authorise, nullptr, nullptr};
    return protocol;
}

} // namespace assize
