// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/endpoint/reply_reader.h"
#include "core/net/http_message.h"
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

/// What several protocols share. Readers take JSON of any shape and give nothing where it is not what they look for.
namespace assize {

struct Capabilities;
struct Credentials;

/// The member if value is an object that has it, else null.
[[nodiscard]] const nlohmann::json& at(const nlohmann::json& value, const char* key);
/// The first element of an array, else null.
[[nodiscard]] const nlohmann::json& firstOf(const nlohmann::json& value);
[[nodiscard]] std::string textAt(const nlohmann::json& value, const char* key);
/// A number that fits, rounded; nothing otherwise.
[[nodiscard]] std::optional<std::int64_t> countAt(const nlohmann::json& value, const char* key);
/// The texts of a list of parts {type, text} of the type "text" (or of none); a plain text as it is.
[[nodiscard]] std::string partsText(const nlohmann::json& content);
/// Texts under `key` of the objects in a list.
[[nodiscard]] std::vector<std::string> namesIn(const nlohmann::json& list, const char* key);

/// Adds a list of {token, logprob, top_logprobs: [{token, logprob}]}.
void takeTokens(ReplyDraft& draft, const nlohmann::json& list);

/// Sets the draft's failure from an object {type, message, code} or a text, whichever it is.
void takeError(ReplyDraft& draft, const nlohmann::json& error);

/// A POST of JSON to a path below the endpoint's URL, with its time limits. InvalidArgument for an unusable URL.
[[nodiscard]] Result<HttpRequest> jsonRequest(
    const Endpoint& endpoint, std::string_view path, const nlohmann::ordered_json& body, bool isStreamed);
/// A GET of such a path, for lists and facts, with short time limits.
[[nodiscard]] Result<HttpRequest> getRequest(const Endpoint& endpoint, std::string_view path);
/// "Authorization: Bearer …", or Azure's own header for its hosts; nothing without a key.
void addBearer(HttpRequest& request, const Credentials& credentials, std::int64_t nowMilliseconds);

/// The JSON schema of a request; InvalidArgument if it is no JSON object.
[[nodiscard]] Result<nlohmann::ordered_json> schemaOf(const JudgeRequest& request);
/// Adds the request's grammar, if it has one and the server is not known to ignore grammars. For OpenAI's two calls.
void addGrammar(nlohmann::ordered_json& body, const JudgeRequest& request, const Capabilities& capabilities);
/// The system messages as one text, and the others: for protocols that keep them apart.
struct SplitMessages {
    std::string system;
    std::vector<Message> others;
};
[[nodiscard]] SplitMessages splitSystem(const std::vector<Message>& messages);
/// All messages as one text, joined by line feeds: what a model gets without chat roles.
[[nodiscard]] std::string rawPrompt(const std::vector<Message>& messages);
/// InvalidArgument unless a model is named.
[[nodiscard]] Result<void> needsModel(const Endpoint& endpoint);

} // namespace assize
