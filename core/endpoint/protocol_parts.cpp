// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/protocol_parts.h"

#include "core/endpoint/capabilities.h"
#include "core/endpoint/credentials.h"
#include "core/endpoint/server_error.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds ShortLimit{15'000};

const json& nothing() {
    static const json null;
    return null;
}

std::chrono::milliseconds milliseconds(double seconds) {
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::max(seconds, 0.0) * 1000));
}

/// Without streaming, the first byte comes when the model has written all: only the total counts then.
HttpTimeouts limitsOf(const EndpointTimeouts& timeouts, bool isStreamed) {
    HttpTimeouts limits;
    limits.connect = milliseconds(timeouts.connect);
    limits.firstByte = isStreamed ? milliseconds(timeouts.firstToken) : std::chrono::milliseconds(0);
    limits.idle = milliseconds(timeouts.idle);
    limits.total = milliseconds(timeouts.total);
    return limits;
}

Result<HttpRequest> plainRequest(const Endpoint& endpoint, std::string_view path) {
    if (!parseHttpUrl(endpoint.url))
        return fail(ErrorCode::InvalidArgument, endpoint.name.empty() ? endpoint.url : endpoint.name,
            said("its URL has to begin with http:// or https:// and hold no user, password or space"));
    HttpRequest request;
    request.url = joinUrl(endpoint.url, path);
    return request;
}

} // namespace

const json& at(const json& value, const char* key) {
    if (!value.is_object())
        return nothing();
    const auto found = value.find(key);
    return found == value.end() ? nothing() : *found;
}

const json& firstOf(const json& value) {
    return value.is_array() && !value.empty() ? value.front() : nothing();
}

std::string textAt(const json& value, const char* key) {
    const json& text = at(value, key);
    return text.is_string() ? text.get<std::string>() : std::string();
}

std::optional<std::int64_t> countAt(const json& value, const char* key) {
    const json& number = at(value, key);
    if (number.is_number_integer())
        return number.get<std::int64_t>();
    if (!number.is_number_float() || !(std::abs(number.get<double>()) < 9e15))
        return std::nullopt;
    return std::llround(number.get<double>());
}

std::string partsText(const json& content) {
    if (content.is_string())
        return content.get<std::string>();
    std::string text;
    if (content.is_array()) {
        for (const json& part : content) {
            const std::string type = textAt(part, "type");
            if (type.empty() || type == "text")
                text += textAt(part, "text");
        }
    }
    return text;
}

std::vector<std::string> namesIn(const json& list, const char* key) {
    std::vector<std::string> names;
    if (list.is_array()) {
        for (const json& entry : list) {
            if (std::string name = textAt(entry, key); !name.empty())
                names.push_back(std::move(name));
        }
    }
    return names;
}

void takeTokens(ReplyDraft& draft, const json& list) {
    if (!list.is_array())
        return;
    for (const json& entry : list) {
        const json& logprob = at(entry, "logprob");
        if (!logprob.is_number())
            continue;
        TokenProbability token{textAt(entry, "token"), logprob.get<double>(), {}};
        if (const json& others = at(entry, "top_logprobs"); others.is_array()) {
            for (const json& other : others) {
                if (at(other, "logprob").is_number())
                    token.alternatives.emplace_back(textAt(other, "token"), at(other, "logprob").get<double>());
            }
        }
        draft.reply.tokens.push_back(std::move(token));
    }
}

void takeError(ReplyDraft& draft, const json& error) {
    if (error.is_string())
        draft.failure = failureWithin({}, error.get<std::string>());
    else if (error.is_object())
        draft.failure = failureWithin(textAt(error, "type") + " " + textAt(error, "code"), textAt(error, "message"));
}

Result<HttpRequest> jsonRequest(
    const Endpoint& endpoint, std::string_view path, const nlohmann::ordered_json& body, bool isStreamed) {
    auto request = plainRequest(endpoint, path);
    if (!request)
        return request;
    request->headers.push_back({"Content-Type", "application/json"});
    request->body = body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    request->timeouts = limitsOf(endpoint.timeouts, isStreamed);
    return request;
}

Result<HttpRequest> getRequest(const Endpoint& endpoint, std::string_view path) {
    auto request = plainRequest(endpoint, path);
    if (!request)
        return request;
    request->method = "GET";
    request->timeouts = {milliseconds(endpoint.timeouts.connect), ShortLimit, ShortLimit, ShortLimit};
    return request;
}

void addBearer(HttpRequest& request, const Credentials& credentials, std::int64_t) {
    if (credentials.key.empty())
        return;
    const auto url = parseHttpUrl(request.url);
    if (url && url->host.ends_with(".azure.com"))
        request.headers.push_back({"api-key", credentials.key});
    else
        request.headers.push_back({"Authorization", "Bearer " + credentials.key});
}

Result<nlohmann::ordered_json> schemaOf(const JudgeRequest& request) {
    auto schema = nlohmann::ordered_json::parse(request.schema, nullptr, false);
    if (!schema.is_object())
        return fail(ErrorCode::InvalidArgument, "schema", said("the schema of the reply is not a JSON object"));
    return schema;
}

void addGrammar(nlohmann::ordered_json& body, const JudgeRequest& request, const Capabilities& capabilities) {
    if (request.grammar.empty() || capabilities.grammar == false)
        return;
    switch (capabilities.grammarDialect) {
    case GrammarDialect::Gbnf:
        body["grammar"] = request.grammar;
        break;
    case GrammarDialect::StructuredOutput:
        body["structured_outputs"] = {{"grammar", request.grammar}};
        break;
    case GrammarDialect::GuidedGrammar:
        body["guided_grammar"] = request.grammar;
        break;
    case GrammarDialect::Ebnf:
        body["ebnf"] = request.grammar;
        break;
    }
}

SplitMessages splitSystem(const std::vector<Message>& messages) {
    SplitMessages split;
    for (const Message& message : messages) {
        if (message.role == "system" || message.role == "developer")
            split.system += (split.system.empty() ? "" : "\n\n") + message.content;
        else
            split.others.push_back(message);
    }
    return split;
}

std::string rawPrompt(const std::vector<Message>& messages) {
    std::string prompt;
    for (const Message& message : messages)
        prompt += (prompt.empty() ? "" : "\n") + message.content;
    return prompt;
}

Result<void> needsModel(const Endpoint& endpoint) {
    if (endpoint.model.empty())
        return fail(ErrorCode::InvalidArgument, endpoint.name.empty() ? endpoint.url : endpoint.name,
            said("this kind of endpoint needs the name of a model"));
    return {};
}

} // namespace assize
