// SPDX-License-Identifier: Apache-2.0
// Every fault of the fake model server, met by the real client: each ends in the class and the outcome it should.
#include "tests/support/fake_model.h"

#include "core/endpoint/endpoint_client.h"
#include "tests/core/endpoint/protocol_case.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

Endpoint quickEndpoint(const std::string& kind, const FakeServer& server) {
    Endpoint endpoint = endpointOf(kind, server.url(kind.starts_with("ollama") || kind == "bedrock" ? "" : "/v1"));
    endpoint.timeouts = {2, 0.3, 0.3, 30};
    return endpoint;
}

std::string askWith(Fault fault, bool isStreamed, const std::string& kind = "openai-chat") {
    FakeModelOptions options;
    options.fault = [fault](const FakeRequest&) { return fault; };
    options.answer = [](std::string_view) { return std::string("seven words stand here for the judge"); };
    options.redirectTo = "http://127.0.0.2:1/v1";
    const FakeServer server(fakeModel(std::move(options)));
    HttpClient http;
    const auto client = EndpointClient::create(http, quickEndpoint(kind, server), {"k", {}, {}, {}});
    JudgeRequest request = plainRequest();
    request.stream = isStreamed;
    const auto end = client->ask(request);
    if (!end)
        return "error: " + end.error().detail.english();
    if (end->reply)
        return "reply: " + end->reply->text;
    return std::string(failureClassName(end->failure->kind)) + (end->failure->mayRetry ? " again" : " final") +
           (end->failure->concernsAll ? " all" : "");
}

TEST(FakeModel, FaultsOfWholeReplies) {
    const std::string fine = "reply: seven words stand here for the judge";
    const std::vector<std::pair<Fault, std::string>> cases = {{Fault::None, fine},
        {Fault::StallWithin, "timeout again"}, {Fault::ResetBefore, "network again"},
        {Fault::ResetWithin, "network again"}, {Fault::RateLimited, "429 again"},
        {Fault::RateLimitedSilent, "429 again"}, {Fault::Quota, "quota final all"}, {Fault::Error500, "5xx again"},
        {Fault::Error502, "5xx again"}, {Fault::Error503, "5xx again"}, {Fault::Unauthorized, "key final all"},
        {Fault::Forbidden, "key final all"}, {Fault::NoModel, "model final all"}, {Fault::TooLong, "too long final"},
        {Fault::Html, "garbled again"}, {Fault::TruncatedJson, "garbled again"}, {Fault::ShortLength, "network again"},
        {Fault::LongLength, "garbled again"}, {Fault::Huge, "too long final"}, {Fault::Endless, "too long final"},
        {Fault::Redirect, "rejected final all"}, {Fault::CloseAfter, fine}, {Fault::ErrorWithin, "5xx again"}};
    for (const auto& [fault, expected] : cases)
        EXPECT_EQ(askWith(fault, false), expected) << static_cast<int>(fault);
}

TEST(FakeModel, FaultsOfStreams) {
    const std::string fine = "reply: seven words stand here for the judge";
    const std::vector<std::pair<Fault, std::string>> cases = {{Fault::None, fine},
        {Fault::StallBefore, "timeout again"}, {Fault::StallWithin, "timeout again"},
        {Fault::ResetWithin, "network again"}, {Fault::TruncatedJson, "garbled again"},
        {Fault::Endless, "too long final"}, {Fault::RepeatedEvents, fine}, {Fault::NoDone, fine},
        {Fault::Comments, fine}, {Fault::ErrorWithin, "5xx again"}, {Fault::CloseAfter, fine},
        {Fault::Html, "garbled again"}, {Fault::Unauthorized, "key final all"}};
    for (const auto& [fault, expected] : cases)
        EXPECT_EQ(askWith(fault, true), expected) << static_cast<int>(fault);
}

TEST(FakeModel, SpeaksEveryProtocol) {
    const std::string fine = "reply: seven words stand here for the judge";
    for (const char* kind : {"openai-chat", "openai-completions", "anthropic", "ollama", "ollama-raw", "bedrock"}) {
        EXPECT_EQ(askWith(Fault::None, false, kind), fine) << kind;
        EXPECT_EQ(askWith(Fault::None, true, kind), fine) << kind;
    }
}

TEST(FakeModel, WantsItsKey) {
    FakeModelOptions options;
    options.key = "canary";
    const FakeServer server(fakeModel(options));
    HttpClient http;
    const auto ask = [&](const char* key) {
        return EndpointClient::create(http, quickEndpoint("openai-chat", server), {key, {}, {}, {}})
            ->ask(plainRequest());
    };
    EXPECT_TRUE(ask("canary")->reply);
    EXPECT_EQ(ask("wrong")->failure->kind, FailureClass::KeyRefused);
}

TEST(FakeModel, ListsModelsInEveryProtocol) {
    const FakeServer server(fakeModel());
    HttpClient http;
    for (const char* kind : {"openai-chat", "openai-completions", "anthropic", "ollama"})
        EXPECT_EQ(*EndpointClient::create(http, quickEndpoint(kind, server), {})->models(),
            std::vector<std::string>{"fake-judge"})
            << kind;
    EXPECT_TRUE(EndpointClient::create(http, quickEndpoint("bedrock", server), {})->models()->empty());
}

} // namespace
} // namespace assize::test
