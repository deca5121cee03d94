// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_client.h"

#include "tests/core/endpoint/protocol_case.h"
#include "tests/support/fake_server.h"

#include <future>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

constexpr const char* Reply =
    R"({"model":"m","choices":[{"message":{"content":"good"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3}})";

EndpointClient clientOf(HttpClient& http, const FakeServer& server, Credentials credentials = {}) {
    return *EndpointClient::create(http, endpointOf("openai-chat", server.url("/v1")), std::move(credentials));
}

TEST(EndpointClient, AsksAndReads) {
    std::string key;
    const FakeServer server([&](const FakeRequest& request) {
        key = request.header("authorization");
        return FakeReply{sendStep(httpText(200, Reply, "application/json", "x-ratelimit-remaining-requests: 5\r\n"))};
    });
    HttpClient http;
    const auto end = clientOf(http, server, {"canary", {}, {}, {}}).ask(plainRequest());
    ASSERT_TRUE(end);
    ASSERT_TRUE(end->reply);
    EXPECT_EQ(end->reply->text, "good");
    EXPECT_EQ(end->reply->usage.inputTokens, 3);
    EXPECT_GT(end->reply->latencySeconds, 0);
    EXPECT_EQ(end->rate.requestsLeft, 5);
    EXPECT_EQ(end->response.body, Reply);
    EXPECT_EQ(key, "Bearer canary");
}

TEST(EndpointClient, ShowsRequestsWithoutTheKey) {
    HttpClient http;
    const auto client = EndpointClient::create(http, endpointOf("openai-chat", "http://h/v1"), {"canary", {}, {}, {}});
    const auto request = client->request(plainRequest());
    ASSERT_TRUE(request);
    for (const HttpHeader& header : request->headers)
        EXPECT_EQ(header.value.find("canary"), std::string::npos);
}

TEST(EndpointClient, StreamsDeltas) {
    const FakeServer server([](const FakeRequest&) {
        return FakeReply{sendStep(chunkedHead(200, "text/event-stream")),
            sendStep(chunk("data: {\"choices\":[{\"delta\":{\"content\":\"go\"}}]}\n\n")),
            waitStep(std::chrono::milliseconds(20)),
            sendStep(chunk("data: {\"choices\":[{\"delta\":{\"content\":\"od\"},\"finish_reason\":\"stop\"}]}\n\ndata: "
                           "[DONE]\n\n") +
                     chunk(""))};
    });
    HttpClient http;
    JudgeRequest request = plainRequest();
    request.stream = true;
    const EndpointClient client = clientOf(http, server);
    std::vector<std::string> deltas;
    std::promise<CallEnd> promise;
    client.send(*client.request(request), true,
        {[&](const ReplyDelta& delta) { deltas.emplace_back(delta.text); },
            [&](CallEnd done) { promise.set_value(std::move(done)); }});
    const CallEnd end = promise.get_future().get();
    ASSERT_TRUE(end.reply);
    EXPECT_EQ(end.reply->text, "good");
    EXPECT_EQ(deltas, (std::vector<std::string>{"go", "od"}));
    EXPECT_GT(end.reply->firstTokenSeconds, 0);
    EXPECT_LT(end.reply->firstTokenSeconds, end.reply->latencySeconds);
}

// The connection is given up as soon as the stream says that it failed.
TEST(EndpointClient, ReportsAFailureWithinAStream) {
    const FakeServer server([](const FakeRequest&) {
        return FakeReply{sendStep(chunkedHead(200, "text/event-stream") +
                                  chunk("data: {\"error\":{\"message\":\"out of memory\",\"code\":500}}\n\n")),
            step(FakeStep::Kind::Stall)};
    });
    HttpClient http;
    JudgeRequest request = plainRequest();
    request.stream = true;
    const auto end = clientOf(http, server).ask(request);
    ASSERT_TRUE(end && end->failure);
    EXPECT_EQ(end->failure->reason(), "5xx: within the reply: out of memory");
}

TEST(EndpointClient, ReadsOnTheCallersThread) {
    const FakeServer server([](const FakeRequest&) { return FakeReply{sendStep(httpText(200, Reply))}; });
    HttpClient http;
    const EndpointClient client = clientOf(http, server);
    std::promise<HttpResponse> promise;
    client.post(
        *client.request(plainRequest()), [&](HttpResponse response) { promise.set_value(std::move(response)); });
    const CallEnd end = client.read(promise.get_future().get());
    ASSERT_TRUE(end.reply);
    EXPECT_EQ(end.reply->text, "good");
    HttpResponse refused;
    refused.status = 401;
    EXPECT_EQ(client.read(refused).failure->kind, FailureClass::KeyRefused);
}

TEST(EndpointClient, ReportsFailures) {
    const FakeServer server([](const FakeRequest&) {
        return FakeReply{
            sendStep(httpText(429, R"({"error":{"message":"slow"}})", "application/json", "Retry-After: 2\r\n"))};
    });
    HttpClient http;
    const auto end = clientOf(http, server).ask(plainRequest());
    ASSERT_TRUE(end && end->failure);
    EXPECT_FALSE(end->reply);
    EXPECT_EQ(end->failure->kind, FailureClass::RateLimited);
    EXPECT_EQ(end->failure->retryAfter, std::chrono::milliseconds(2000));
}

TEST(EndpointClient, StopsAtOnce) {
    const FakeServer server([](const FakeRequest&) { return FakeReply{step(FakeStep::Kind::Stall)}; });
    HttpClient http;
    std::stop_source stop;
    stop.request_stop();
    const auto end = clientOf(http, server).ask(plainRequest(), stop.get_token());
    ASSERT_TRUE(end && end->failure);
    EXPECT_EQ(end->failure->kind, FailureClass::Cancelled);
}

TEST(EndpointClient, ListsModels) {
    const FakeServer server([](const FakeRequest& request) {
        return FakeReply{
            sendStep(request.path == "/v1/models" ? httpText(200, R"({"data":[{"id":"a"}]})") : httpText(404, "{}"))};
    });
    HttpClient http;
    EXPECT_EQ(*clientOf(http, server).models(), std::vector<std::string>{"a"});
    const auto other = EndpointClient::create(http, endpointOf("openai-chat", server.url("/other")), {});
    EXPECT_EQ(other->models().error().code, ErrorCode::NotFound);
}

TEST(EndpointClient, RefusesWhatHasNoServer) {
    HttpClient http;
    EXPECT_EQ(EndpointClient::create(http, endpointOf("builtin"), {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(EndpointClient::create(http, endpointOf("nonsense"), {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(EndpointClient::create(http, endpointOf("openai-chat", "http://u:p@h"), {}).error().code,
        ErrorCode::InvalidArgument);
}

} // namespace
} // namespace assize::test
