// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_client.h"

#include "core/base/clock.h"
#include "core/endpoint/server_error.h"

#include <fmt/format.h>
#include <future>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

/// A reader that has enough ends the transfer, which then says Cancelled: its own failure is the reason.
CallEnd endOf(HttpResponse response, ReplyReader& reader, double firstTokenSeconds) {
    CallEnd end;
    const std::int64_t now = currentMilliseconds();
    end.rate = rateState(response, now);
    end.failure = failureOf(response, now);
    const bool endedByReader = response.failure == HttpFailure::Cancelled && reader.isHopeless();
    if (!end.failure || endedByReader) {
        auto reply = reader.finish();
        if (reply) {
            reply->latencySeconds = response.totalSeconds;
            reply->firstTokenSeconds = firstTokenSeconds;
            end.reply = std::move(*reply);
        } else {
            end.failure = std::move(reply.error());
            end.failure->status = response.status;
        }
    }
    end.response = std::move(response);
    return end;
}

/// One call on its way: shared by the two handlers, of which only onDone is sure to be called.
struct Call {
    Call(const ReplyShape& shape, bool streamed, CallHandlers callHandlers)
        : reader(shape, streamed)
        , handlers(std::move(callHandlers))
        , isStreamed(streamed) {}

    ReplyReader reader;
    CallHandlers handlers;
    bool isStreamed;
    double firstTokenSeconds = 0;
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();

    bool take(std::string_view bytes) {
        const ReplyDelta delta = reader.take(bytes);
        if (delta.text.empty() && delta.reasoning.empty())
            return !reader.isHopeless();
        if (firstTokenSeconds <= 0)
            firstTokenSeconds = secondsSoFar();
        if (handlers.onDelta)
            handlers.onDelta(delta);
        return !reader.isHopeless();
    }

    [[nodiscard]] double secondsSoFar() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }

    [[nodiscard]] CallEnd end(HttpResponse response) {
        if (!isStreamed)
            static_cast<void>(reader.take(response.body));
        return endOf(std::move(response), reader, firstTokenSeconds);
    }
};

std::string nameOf(const Endpoint& endpoint) {
    return endpoint.url.empty() ? endpoint.name : endpoint.url;
}

} // namespace

EndpointClient::EndpointClient(HttpClient& http, const ServerProtocol& protocol, Endpoint endpoint,
    Credentials credentials, Capabilities capabilities)
    : m_http(&http)
    , m_protocol(&protocol)
    , m_endpoint(std::move(endpoint))
    , m_credentials(std::move(credentials))
    , m_capabilities(capabilities) {}

Result<EndpointClient> EndpointClient::create(
    HttpClient& http, Endpoint endpoint, Credentials credentials, Capabilities capabilities) {
    const EndpointKind* kind = findEndpointKind(endpoint.kind);
    if (kind == nullptr || kind->server == nullptr)
        return fail(ErrorCode::InvalidArgument, endpoint.name.empty() ? endpoint.url : endpoint.name,
            said("\"%1\" is no kind of endpoint that has a server", endpoint.kind));
    if (!parseHttpUrl(endpoint.url))
        return fail(ErrorCode::InvalidArgument, nameOf(endpoint),
            said("its URL has to begin with http:// or https:// and hold no user, password or space"));
    if (!credentials.key.empty() || !credentials.awsSecretKey.empty())
        keepOutOfCoreFiles();
    return EndpointClient(http, *kind->server, std::move(endpoint), std::move(credentials), capabilities);
}

Result<HttpRequest> EndpointClient::request(const JudgeRequest& request) const {
    return m_protocol->request(m_endpoint, request, m_capabilities);
}

void EndpointClient::send(HttpRequest request, bool isStreamed, CallHandlers handlers, std::stop_token stop) const {
    m_protocol->authorise(request, m_credentials, currentMilliseconds());
    const auto call = std::make_shared<Call>(m_protocol->shape, isStreamed, std::move(handlers)); // two handlers' own
    HttpHandlers wire;
    if (isStreamed)
        wire.onBody = [call](std::string_view bytes) { return call->take(bytes); };
    wire.onDone = [call](HttpResponse response) { call->handlers.onDone(call->end(std::move(response))); };
    m_http->send(std::move(request), std::move(wire), std::move(stop));
}

void EndpointClient::post(
    HttpRequest request, std::function<void(HttpResponse response)> onDone, std::stop_token stop) const {
    m_protocol->authorise(request, m_credentials, currentMilliseconds());
    m_http->send(std::move(request), {{}, std::move(onDone)}, std::move(stop));
}

CallEnd EndpointClient::read(HttpResponse response, bool isStreamed) const {
    ReplyReader reader(m_protocol->shape, isStreamed);
    if (response.failure == HttpFailure::None && response.status == 200)
        static_cast<void>(reader.take(response.body));
    return endOf(std::move(response), reader, 0);
}

Result<CallEnd> EndpointClient::ask(const JudgeRequest& judgeRequest, std::stop_token stop) const {
    auto prepared = request(judgeRequest);
    if (!prepared)
        return tl::unexpected(prepared.error());
    std::promise<CallEnd> promise;
    auto end = promise.get_future();
    send(std::move(*prepared), judgeRequest.stream,
        {{}, [&promise](CallEnd done) { promise.set_value(std::move(done)); }}, std::move(stop));
    return end.get();
}

Result<nlohmann::json> EndpointClient::modelList(std::stop_token stop) const {
    if (m_protocol->listModels == nullptr)
        return nlohmann::json();
    auto request = m_protocol->listModels(m_endpoint);
    if (!request)
        return tl::unexpected(request.error());
    m_protocol->authorise(*request, m_credentials, currentMilliseconds());
    const HttpResponse response = m_http->exchange(std::move(*request), std::move(stop));
    if (const auto failure = failureOf(response, currentMilliseconds()))
        return tl::unexpected(failure->error(nameOf(m_endpoint)));
    auto document = nlohmann::json::parse(response.body, nullptr, false);
    if (!document.is_object())
        return fail(ErrorCode::EndpointUnreachable, nameOf(m_endpoint),
            said("something answers there, but not as a model server: %1", shortened(response.body)));
    return document;
}

std::vector<std::string> EndpointClient::modelNames(const nlohmann::json& list) const {
    return m_protocol->modelNames == nullptr ? std::vector<std::string>() : m_protocol->modelNames(list);
}

Result<std::vector<std::string>> EndpointClient::models(std::stop_token stop) const {
    const auto list = modelList(std::move(stop));
    if (!list)
        return tl::unexpected(list.error());
    return modelNames(*list);
}

} // namespace assize
