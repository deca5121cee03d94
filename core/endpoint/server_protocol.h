// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/endpoint/capabilities.h"
#include "core/endpoint/credentials.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/endpoint/reply_reader.h"
#include "core/net/http_message.h"

namespace assize {

/// How to speak to one kind of server: pure functions and facts, no state, any thread.
struct ServerProtocol {
    ReplyShape shape;
    bool isRaw = false; ///< sends one text without chat roles; the messages are joined by line feeds

    /// The request without credentials: method, URL, headers, body; and timeouts from the endpoint. InvalidArgument if
    /// the URL or the model is missing, or the request asks for what the protocol cannot say.
    Result<HttpRequest> (*request)(
        const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& capabilities);
    /// Adds what proves who asks, as the last step before sending. nowMilliseconds since 1970 dates signatures.
    void (*authorise)(HttpRequest& request, const Credentials& credentials, std::int64_t nowMilliseconds);
    /// A GET that lists models, and what its reply names; null where the service has no such call.
    Result<HttpRequest> (*listModels)(const Endpoint& endpoint);
    std::vector<std::string> (*modelNames)(const nlohmann::json& reply);
};

} // namespace assize
