// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/chat_body.h"

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

} // namespace assize
