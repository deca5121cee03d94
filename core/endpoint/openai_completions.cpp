// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/openai_reply.h"
#include "core/endpoint/protocol_parts.h"
#include "core/endpoint/protocols.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr int MostLogprobs = 5; // of this call

Result<HttpRequest> completionRequest(
    const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& capabilities) {
    if (!request.images.empty())
        return fail(ErrorCode::InvalidArgument, endpoint.name, said("openai-completions takes text only, no images"));
    ordered_json body;
    if (!endpoint.model.empty())
        body["model"] = endpoint.model;
    body["prompt"] = rawPrompt(request.messages);
    body["max_tokens"] = request.parameters.maxTokens; // 16 if not said
    if (capabilities.takesTemperature != false)
        body["temperature"] = request.parameters.temperature;
    if (request.parameters.seed)
        body["seed"] = *request.parameters.seed;
    if (!request.parameters.stop.empty())
        body["stop"] = request.parameters.stop;
    addGrammar(body, request, capabilities);
    if (request.topLogprobs > 0 && capabilities.logprobs != false)
        body["logprobs"] = std::min(request.topLogprobs, MostLogprobs);
    if (request.stream) {
        body["stream"] = true;
        body["stream_options"] = {{"include_usage", true}};
    }
    return jsonRequest(endpoint, "completions", body, request.stream);
}

/// Three lists of one length: tokens, their log-probabilities, and a map of alternatives for each.
void takeTokenLists(ReplyDraft& draft, const json& logprobs) {
    const json& tokens = at(logprobs, "tokens");
    const json& values = at(logprobs, "token_logprobs");
    const json& tops = at(logprobs, "top_logprobs");
    if (!tokens.is_array() || !values.is_array())
        return;
    for (std::size_t index = 0; index < std::min(tokens.size(), values.size()); ++index) {
        if (!tokens[index].is_string() || !values[index].is_number())
            continue;
        TokenProbability token{tokens[index].get<std::string>(), values[index].get<double>(), {}};
        if (tops.is_array() && index < tops.size() && tops[index].is_object()) {
            for (const auto& [text, logprob] : tops[index].items()) {
                if (logprob.is_number())
                    token.alternatives.emplace_back(text, logprob.get<double>());
            }
        }
        draft.reply.tokens.push_back(std::move(token));
    }
}

void takeCompletion(ReplyDraft& draft, const json& body) {
    if (!takeOpenAiFacts(draft, body))
        return;
    const json& choice = firstOf(at(body, "choices"));
    if (!draft.isFinished && at(choice, "text").is_string()) {
        draft.hasChoice = true;
        draft.reply.text += textAt(choice, "text");
        takeTokenLists(draft, at(choice, "logprobs"));
    }
    takeOpenAiFinish(draft, choice);
}

Result<HttpRequest> modelsRequest(const Endpoint& endpoint) {
    return getRequest(endpoint, "models");
}

} // namespace

const ServerProtocol& openAiCompletionsProtocol() {
    static const ServerProtocol protocol{{ReplyShape::Framing::Events, takeCompletion, takeCompletion}, true,
        completionRequest, addBearer, modelsRequest, openAiModelNames};
    return protocol;
}

} // namespace assize
