// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/endpoint.h"
#include "core/model/judge.h"
#include "core/model/token.h"
#include "core/model/verdict.h"
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

struct ServerProtocol;

/// One call as an endpoint gets it. The built-in kind reads judge, item and presentation; servers read the rest. A
/// schema or a grammar is a wish: what the server is known not to enforce is left out (capabilities.h).
struct JudgeRequest {
    std::vector<Message> messages;
    const Judge* judge = nullptr;
    const Item* item = nullptr;
    std::string presentation = "AB";
    ModelParameters parameters;
    std::span<const Image> images; ///< shown after the last user message; they outlive the call to request()
    std::string schema;            ///< JSON schema of the reply as text; empty: none
    std::string grammar;           ///< GBNF of the reply; empty: none
    int topLogprobs = 0;           ///< alternatives per token to ask for; 0: no log-probabilities
    bool stream = false;
};

/// What came back, before anybody reads it.
struct JudgeReply {
    std::string text;
    std::string reasoning; ///< what the server gave apart from the answer
    bool truncated = false;
    bool refused = false;
    Usage usage;
    double latencySeconds = 0;
    double firstTokenSeconds = 0; ///< streamed replies only
    std::string finishReason;     ///< in the server's words; empty if it gave none
    std::string model;            ///< as the server names it
    std::vector<TokenProbability> tokens;
};

/// A way to have requests answered. Kinds that need no network have `answer`, which works on the caller's thread; the
/// others have `server`, with which EndpointClient speaks to one (endpoint_client.h).
struct EndpointKind {
    std::string_view name; ///< "builtin"
    std::string_view description;
    Result<void> (*accepts)(const Judge& judge); ///< InvalidArgument if it can never answer this judge
    Result<JudgeReply> (*answer)(const Endpoint& endpoint, const JudgeRequest& request, std::stop_token stop);
    const ServerProtocol* server = nullptr;
};

[[nodiscard]] const EndpointKind* findEndpointKind(std::string_view name);
[[nodiscard]] const std::vector<EndpointKind>& endpointKinds();

} // namespace assize
