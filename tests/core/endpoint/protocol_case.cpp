// SPDX-License-Identifier: Apache-2.0
#include "tests/core/endpoint/protocol_case.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

tl::expected<JudgeReply, CallFailure> readInPieces(
    const ServerProtocol& protocol, std::string_view body, bool isStreamed, std::size_t size) {
    ReplyReader reader(protocol.shape, isStreamed);
    std::string deltas;
    for (std::size_t at = 0; at < body.size(); at += size)
        deltas += reader.take(body.substr(at, size)).text;
    auto reply = reader.finish();
    if (reply && !deltas.empty()) {
        EXPECT_TRUE(reply->text.starts_with(deltas));
    }
    return reply;
}

} // namespace

tl::expected<JudgeReply, CallFailure> readBody(const ServerProtocol& protocol, std::string_view body, bool isStreamed) {
    auto whole = readInPieces(protocol, body, isStreamed, body.size() + 1);
    const auto bytewise = readInPieces(protocol, body, isStreamed, 1);
    EXPECT_EQ(whole.has_value(), bytewise.has_value());
    if (whole && bytewise) {
        EXPECT_EQ(whole->text, bytewise->text);
        EXPECT_EQ(whole->reasoning, bytewise->reasoning);
        EXPECT_EQ(whole->finishReason, bytewise->finishReason);
        EXPECT_TRUE(whole->usage == bytewise->usage);
    }
    return whole;
}

JudgeReply replyOf(const ServerProtocol& protocol, std::string_view body, bool isStreamed) {
    auto reply = readBody(protocol, body, isStreamed);
    if (!reply) {
        ADD_FAILURE() << reply.error().reason();
        return {};
    }
    return std::move(*reply);
}

std::string failureIn(const ServerProtocol& protocol, std::string_view body, bool isStreamed) {
    const auto reply = readBody(protocol, body, isStreamed);
    return reply ? "no failure: " + reply->text : reply.error().reason();
}

Endpoint endpointOf(std::string kind, std::string url) {
    Endpoint endpoint;
    endpoint.name = "e";
    endpoint.kind = std::move(kind);
    endpoint.url = std::move(url);
    endpoint.model = "m";
    return endpoint;
}

JudgeRequest plainRequest() {
    JudgeRequest request;
    request.messages = {{"system", "be fair"}, {"user", "hi"}};
    request.parameters.maxTokens = 64;
    return request;
}

std::string sent(const ServerProtocol& protocol, const Endpoint& endpoint, const JudgeRequest& request,
    const Capabilities& capabilities) {
    const auto http = protocol.request(endpoint, request, capabilities);
    return http ? http->method + " " + http->url + "\n" + http->body : http.error().detail.english();
}

} // namespace assize::test
