// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/server_protocol.h"
#include "core/net/http_client.h"
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stop_token>

namespace assize {

/// How one call ended: a reply or a failure, and what the wire said.
struct CallEnd {
    std::optional<JudgeReply> reply;
    std::optional<CallFailure> failure; ///< set if reply is not
    RateState rate;
    HttpResponse response; ///< for the inspector; its body is empty for streamed replies
};

/// Both are called on the network thread, one after the other, onDone exactly once. Keep them short.
struct CallHandlers {
    std::function<void(const ReplyDelta& delta)> onDelta; ///< streamed requests only; may be empty
    std::function<void(CallEnd end)> onDone;
};

/// One endpoint with its key, ready to be asked. Any thread; calls that are under way may outlive it, the HttpClient
/// must not go before it.
class EndpointClient {
public:
    /// InvalidArgument for a kind without a server or an unusable URL. credentials as readCredentials() gives them.
    [[nodiscard]] static Result<EndpointClient> create(
        HttpClient& http, Endpoint endpoint, Credentials credentials, Capabilities capabilities = {});

    /// What send() would send, without the key: for previews, hashes and the inspector.
    [[nodiscard]] Result<HttpRequest> request(const JudgeRequest& request) const;

    /// Sends a request that request() made of `streamed`-ness isStreamed. A stop ends it as Cancelled within 100 ms.
    void send(HttpRequest request, bool isStreamed, CallHandlers handlers, std::stop_token stop = {}) const;

    /// send() for many calls at once: hands the whole response over unread, so that the network thread need not parse
    /// it. A streamed one is handed over at its end.
    void post(HttpRequest request, std::function<void(HttpResponse response)> onDone, std::stop_token stop = {}) const;

    /// What a response that post() handed over says. Reads on the caller's thread.
    [[nodiscard]] CallEnd read(HttpResponse response, bool isStreamed = false) const;

    /// request() and send() at once, waiting for the end. Not on the network thread.
    [[nodiscard]] Result<CallEnd> ask(const JudgeRequest& request, std::stop_token stop = {}) const;

    /// The models that the server lists. EndpointUnreachable, also if it answers in another way than its
    /// kind does; KeyRefused, NotFound, Cancelled; empty where the service has no such list. Waits.
    [[nodiscard]] Result<std::vector<std::string>> models(std::stop_token stop = {}) const;

    /// The same list as the server gives it, for what else is in it; null where the service has none.
    [[nodiscard]] Result<nlohmann::json> modelList(std::stop_token stop = {}) const;
    [[nodiscard]] std::vector<std::string> modelNames(const nlohmann::json& list) const;

    [[nodiscard]] const Endpoint& endpoint() const { return m_endpoint; }
    [[nodiscard]] const Capabilities& capabilities() const { return m_capabilities; }

private:
    EndpointClient(HttpClient& http, const ServerProtocol& protocol, Endpoint endpoint, Credentials credentials,
        Capabilities capabilities);

    HttpClient* m_http;
    const ServerProtocol* m_protocol;
    Endpoint m_endpoint;
    Credentials m_credentials;
    Capabilities m_capabilities;
};

} // namespace assize
