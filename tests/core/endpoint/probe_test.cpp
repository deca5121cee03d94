// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/probe.h"

#include "core/endpoint/capability_store.h"
#include "core/endpoint/detect.h"
#include "tests/core/endpoint/protocol_case.h"
#include "tests/support/fake_model.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

Result<ProbeReport> probeOf(const FakeServer& server, const std::string& kind = "openai-chat", const char* key = "") {
    HttpClient http;
    Endpoint endpoint = endpointOf(kind, server.url("/v1"));
    endpoint.model.clear();
    return probeEndpoint(http, endpoint, {key, {}, {}, {}});
}

TEST(Probe, BelievesRepliesOnly) {
    const FakeServer obeying(fakeModel());
    const auto found = probeOf(obeying);
    ASSERT_TRUE(found) << found.error().detail;
    EXPECT_EQ(found->endpoint.model, "fake-judge");
    EXPECT_EQ(found->capabilities.contextTokens, 4096);
    EXPECT_EQ(found->capabilities.schemaEnforced, true);
    EXPECT_EQ(found->capabilities.schemaDialect, SchemaDialect::OpenAi);
    EXPECT_EQ(found->capabilities.grammar, false);
    EXPECT_EQ(found->capabilities.logprobs, false);
    EXPECT_EQ(found->capabilities.streams, true);
    EXPECT_EQ(found->capabilities.reasons, false);
    EXPECT_FALSE(found->capabilities.seedHonoured) << "it always says the same: nothing is proven";
    EXPECT_EQ(found->maxTokens, 2048);
}

TEST(Probe, SeesThatASchemaIsIgnored) {
    FakeModelOptions options;
    options.obeysSchema = false;
    options.answer = [](std::string_view) { return std::string("The sea is wide"); };
    const FakeServer server(fakeModel(options));
    const auto found = probeOf(server);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->capabilities.schemaEnforced, false);
    EXPECT_EQ(found->capabilities.schemaDialect, SchemaDialect::None);
    EXPECT_EQ(found->schemaDetail, "The sea is wide");
}

// A server that understands one of the older ways to say a schema is asked in that way from then on.
TEST(Probe, FindsTheDialect) {
    FakeModelOptions options;
    options.obeysSchema = false;
    const FakeServer server([model = fakeModel(options)](const FakeRequest& request) {
        const json body = json::parse(request.body, nullptr, false);
        if (!body.is_object() || !body.contains("guided_json"))
            return model(request);
        return FakeReply{sendStep(httpText(200,
            R"({"choices":[{"message":{"content":"{\"colour\":\"red\",\"wheels\":3}"},"finish_reason":"stop"}]})"))};
    });
    const auto found = probeOf(server);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->capabilities.schemaDialect, SchemaDialect::GuidedJson);
    EXPECT_EQ(found->capabilities.schemaEnforced, true);
    EXPECT_EQ(found->schemaDetail, "");
}

// vLLM takes grammars in a field of its own, and ignores that of llama.cpp without a word.
TEST(Probe, FindsHowAGrammarIsSaid) {
    const FakeServer server([model = fakeModel()](const FakeRequest& request) {
        const json body = json::parse(request.body, nullptr, false);
        if (!body.is_object() || !body.contains("guided_grammar"))
            return model(request);
        return FakeReply{
            sendStep(httpText(200, R"({"choices":[{"message":{"content":"violet"},"finish_reason":"stop"}]})"))};
    });
    const auto found = probeOf(server);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->capabilities.grammar, true);
    EXPECT_EQ(found->capabilities.grammarDialect, GrammarDialect::GuidedGrammar);
    EXPECT_EQ(capabilitiesFrom(capabilitiesJson(found->capabilities)), found->capabilities);
}

TEST(Probe, LearnsHowReasoningModelsAreAsked) {
    FakeModelOptions options;
    options.reasoning = std::string(400, 'h');
    const FakeServer server([model = fakeModel(options)](const FakeRequest& request) {
        const json body = json::parse(request.body, nullptr, false);
        if (body.is_object() && body.contains("max_tokens"))
            return FakeReply{sendStep(httpText(400,
                R"({"error":{"message":"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."}})"))};
        if (body.is_object() && body.contains("temperature"))
            return FakeReply{sendStep(httpText(400, R"({"error":{"message":"'temperature' does not support 0"}})"))};
        return model(request);
    });
    const auto found = probeOf(server);
    ASSERT_TRUE(found) << found.error().detail;
    EXPECT_TRUE(found->capabilities.wantsCompletionTokens);
    EXPECT_EQ(found->capabilities.takesTemperature, false);
    EXPECT_EQ(found->capabilities.reasons, true);
    EXPECT_GT(found->capabilities.reasoningTokens, 99);
    EXPECT_EQ(found->maxTokens, 2048) << "half of the context is the most";
}

TEST(Probe, SpeaksEveryKind) {
    const FakeServer server(fakeModel());
    for (const char* kind : {"openai-completions", "anthropic", "ollama", "ollama-raw"}) {
        const auto found = probeOf(server, kind);
        ASSERT_TRUE(found) << kind << found.error().detail;
        EXPECT_EQ(found->endpoint.model, "fake-judge") << kind;
    }
}

TEST(Probe, EndsWithTheRightError) {
    FakeModelOptions options;
    options.key = "canary";
    const FakeServer server(fakeModel(options));
    EXPECT_EQ(probeOf(server, "openai-chat", "wrong").error().code, ErrorCode::KeyRefused);
    const FakeServer page([](const FakeRequest&) { return FakeReply{sendStep(httpText(200, "<html>", "text/html"))}; });
    EXPECT_EQ(probeOf(page).error().code, ErrorCode::EndpointUnreachable);
    HttpClient http;
    EXPECT_EQ(probeEndpoint(http, endpointOf("openai-chat", "http://127.0.0.1:" + std::to_string(unusedPort())), {})
                  .error()
                  .code,
        ErrorCode::EndpointUnreachable);
}

TEST(Probe, ReadsStatedContexts) {
    EXPECT_EQ(
        statedContext(json::parse(R"({"data":[{"id":"m","meta":{"n_ctx":4096,"n_ctx_train":8192}}]})"), "m"), 4096);
    EXPECT_EQ(
        statedContext(json::parse(R"({"data":[{"id":"a","max_model_len":1},{"id":"m","max_model_len":32768}]})"), "m"),
        32768);
    EXPECT_FALSE(statedContext(json::parse(R"({"data":[{"id":"a"},{"id":"m"}]})"), "m"));
    EXPECT_FALSE(statedContext(json::parse("null"), "m"));
}

TEST(Detect, FindsServersOnTheirPorts) {
    const FakeServer one(fakeModel());
    const FakeServer other([](const FakeRequest&) {
        return FakeReply{
            sendStep(httpText(200, R"({"object":"list","data":[{"id":"q:4b","owned_by":"library"},{"id":"r"}]})"))};
    });
    const FakeServer page([](const FakeRequest&) { return FakeReply{sendStep(httpText(200, "<html>", "text/html"))}; });
    const FakeServer silent([](const FakeRequest&) { return FakeReply{step(FakeStep::Kind::Stall)}; });
    HttpClient http;
    const auto servers =
        detectServers(http, {{"LM Studio", one.port()}, {"vLLM", other.port()}, {"SGLang", page.port()},
                                {"llama.cpp", silent.port()}, {"Ollama", unusedPort()}});
    ASSERT_EQ(servers.size(), 2U);
    const bool isFirst = servers[0].product == "LM Studio";
    const DetectedServer& studio = servers[isFirst ? 0 : 1];
    const DetectedServer& ollama = servers[isFirst ? 1 : 0];
    EXPECT_EQ(studio.endpoint.name, "lm-studio");
    EXPECT_EQ(studio.endpoint.model, "fake-judge");
    EXPECT_EQ(studio.endpoint.url, one.url("/v1"));
    EXPECT_EQ(ollama.product, "Ollama");
    EXPECT_EQ(ollama.endpoint.kind, "ollama");
    EXPECT_EQ(ollama.endpoint.url, other.url());
    EXPECT_EQ(ollama.endpoint.model, "") << "it has two";
}

} // namespace
} // namespace assize::test
