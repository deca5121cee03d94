// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/chat_body.h"

#include "core/base/base64.h"

#include <nlohmann/json.hpp>

namespace assize {

nlohmann::ordered_json chatBody(const std::vector<Message>& messages, const ModelParameters& parameters,
    const std::string& model, const std::optional<nlohmann::ordered_json>& schema) {
    nlohmann::ordered_json body;
    if (!model.empty())
        body["model"] = model;
    body["messages"] = nlohmann::ordered_json::array();
    for (const Message& message : messages) {
        nlohmann::ordered_json entry;
        entry["role"] = message.role;
        entry["content"] = message.content;
        body["messages"].push_back(std::move(entry));
    }
    body["temperature"] = parameters.temperature;
    body["max_tokens"] = parameters.maxTokens;
    if (parameters.seed)
        body["seed"] = *parameters.seed;
    if (!parameters.stop.empty())
        body["stop"] = parameters.stop;
    if (schema) {
        body["response_format"]["type"] = "json_schema";
        nlohmann::ordered_json& format = body["response_format"]["json_schema"];
        format["name"] = "verdict";
        format["strict"] = true;
        format["schema"] = *schema;
    }
    return body;
}

void addImages(nlohmann::ordered_json& body, std::span<const Image> images) {
    nlohmann::ordered_json& messages = body["messages"];
    for (auto message = messages.rbegin(); message != messages.rend() && !images.empty(); ++message) {
        if ((*message)["role"] != "user")
            continue;
        nlohmann::ordered_json parts = nlohmann::ordered_json::array();
        parts.push_back({{"type", "text"}, {"text", (*message)["content"]}});
        for (const Image& image : images) {
            const std::string url = "data:" + image.mediaType + ";base64," + toBase64(image.bytes);
            parts.push_back({{"type", "image_url"}, {"image_url", {{"url", url}}}});
        }
        (*message)["content"] = std::move(parts);
        return;
    }
}

} // namespace assize
