// SPDX-License-Identifier: Apache-2.0
// Completions, Anthropic, Ollama and Bedrock: what is sent, and what literal bodies read as.
#include "tests/core/endpoint/protocol_case.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

json bodyOf(const ServerProtocol& protocol, const Endpoint& endpoint, const JudgeRequest& request) {
    const auto http = protocol.request(endpoint, request, {});
    return http ? json::parse(http->body) : json(http.error().detail.english());
}

TEST(OpenAiCompletions, SendsOneTextAndSaysHowLong) {
    EXPECT_EQ(sent(openAiCompletionsProtocol(), endpointOf("openai-completions"), plainRequest()),
        "POST http://h/v1/completions\n"
        R"({"model":"m","prompt":"be fair\nhi","max_tokens":64,"temperature":0.0,"seed":7})");
}

TEST(OpenAiCompletions, ReadsRepliesAndStreams) {
    const JudgeReply reply = replyOf(openAiCompletionsProtocol(), R"({"object":"text_completion","model":"j","choices":[
        {"text":"7 8\nbecause","index":0,"logprobs":{"tokens":["7"," 8"],"token_logprobs":[-0.1,null],
        "top_logprobs":[{"7":-0.1,"6":-2.5},null],"text_offset":[0,1]},"finish_reason":"length"}],
        "usage":{"prompt_tokens":3,"completion_tokens":4}})");
    EXPECT_EQ(reply.text, "7 8\nbecause");
    EXPECT_TRUE(reply.truncated);
    EXPECT_EQ(reply.usage.outputTokens, 4);
    ASSERT_EQ(reply.tokens.size(), 1U);
    EXPECT_EQ(reply.tokens[0].alternatives.size(), 2U);
    EXPECT_EQ(replyOf(openAiCompletionsProtocol(),
                  "data: {\"choices\":[{\"text\":\"7\"}]}\n\ndata: {\"choices\":[{\"text\":\" "
                  "8\",\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n",
                  true)
                  .text,
        "7 8");
}

TEST(Anthropic, KeepsTheSystemApartAndNamesItsVersion) {
    const auto http =
        anthropicProtocol().request(endpointOf("anthropic", "https://api.anthropic.com"), plainRequest(), {});
    ASSERT_TRUE(http);
    EXPECT_EQ(http->url, "https://api.anthropic.com/v1/messages");
    EXPECT_EQ(http->body,
        R"({"model":"m","max_tokens":64,"system":"be fair","messages":[{"role":"user","content":"hi"}],"temperature":0.0})");
    EXPECT_EQ(http->headers.back().name + ": " + http->headers.back().value, "anthropic-version: 2023-06-01");
    EXPECT_EQ(anthropicProtocol().request(endpointOf("anthropic", "http://h/v1/"), plainRequest(), {})->url,
        "http://h/v1/messages");
}

TEST(Anthropic, SendsSchemaImagesAndKey) {
    JudgeRequest request = plainRequest();
    const std::vector<Image> images = {{"a.png", "image/png", "", "abc"}};
    request.images = images;
    request.schema = R"({"type":"object"})";
    const json body = bodyOf(anthropicProtocol(), endpointOf("anthropic"), request);
    EXPECT_EQ(body["output_config"]["format"]["type"], "json_schema");
    EXPECT_EQ(body["messages"][0]["content"][0]["source"]["data"], "YWJj");
    EXPECT_EQ(body["messages"][0]["content"][1]["text"], "hi");
    HttpRequest http;
    anthropicProtocol().authorise(http, {"k", {}, {}, {}}, 0);
    EXPECT_EQ(http.headers.at(0).name + ": " + http.headers.at(0).value, "x-api-key: k");
}

TEST(Anthropic, NeedsAModel) {
    Endpoint endpoint = endpointOf("anthropic");
    endpoint.model.clear();
    EXPECT_EQ(sent(anthropicProtocol(), endpoint, plainRequest()), "this kind of endpoint needs the name of a model");
}

TEST(Anthropic, ReadsAWholeReply) {
    const JudgeReply reply = replyOf(anthropicProtocol(), R"({"id":"x","type":"message","role":"assistant","model":"c",
        "content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"go"},{"type":"tool_use","text":"no"},
        {"type":"text","text":"od"}],"stop_reason":"end_turn","usage":{"input_tokens":10,"output_tokens":3,
        "cache_creation_input_tokens":2,"cache_read_input_tokens":5}})");
    EXPECT_EQ(reply.text, "good");
    EXPECT_EQ(reply.reasoning, "hm");
    EXPECT_EQ(reply.usage.inputTokens, 17);
    EXPECT_EQ(reply.usage.cachedTokens, 5);
}

TEST(Anthropic, ReadsAStreamAndPassesOverUnknownEvents) {
    const JudgeReply reply = replyOf(anthropicProtocol(),
        "event: message_start\ndata: "
        "{\"type\":\"message_start\",\"message\":{\"model\":\"c\",\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}}"
        "\n\n"
        "event: ping\ndata: {\"type\":\"ping\"}\n\n"
        "event: brand_new\ndata: {\"type\":\"brand_new\"}\n\n"
        "event: content_block_delta\ndata: "
        "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}}\n\n"
        "event: content_block_delta\ndata: "
        "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"A\"}}\n\n"
        "event: content_block_delta\ndata: "
        "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"signature_delta\",\"signature\":\"x\"}}\n\n"
        "event: message_delta\ndata: "
        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"max_tokens\"},\"usage\":{\"output_tokens\":42}}\n\n"
        "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n",
        true);
    EXPECT_EQ(reply.text, "A");
    EXPECT_EQ(reply.reasoning, "hm");
    EXPECT_TRUE(reply.truncated);
    EXPECT_EQ(reply.usage.inputTokens, 9);
    EXPECT_EQ(reply.usage.outputTokens, 42);
}

TEST(Anthropic, TypesFailures) {
    EXPECT_EQ(
        failureIn(anthropicProtocol(), R"({"type":"error","error":{"type":"overloaded_error","message":"busy"}})"),
        "5xx: within the reply: busy");
    EXPECT_EQ(failureIn(anthropicProtocol(),
                  "data: {\"type\":\"message_start\"}\n\ndata: "
                  "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow\"}}\n\n",
                  true),
        "429: within the reply: slow");
    EXPECT_EQ(failureIn(anthropicProtocol(), "data: {\"type\":\"message_start\"}\n\n", true),
        "network: the stream ended before the reply did");
    EXPECT_TRUE(replyOf(anthropicProtocol(), R"({"content":[],"stop_reason":"refusal"})").refused);
}

TEST(Ollama, SaysTheContextAndTheSchema) {
    JudgeRequest request = plainRequest();
    request.schema = R"({"type":"object"})";
    EXPECT_EQ(sent(ollamaProtocol(), endpointOf("ollama", "http://h:11434/v1"), request),
        "POST http://h:11434/api/chat\n"
        R"({"model":"m","stream":false,"format":{"type":"object"},"options":{"temperature":0.0,"num_predict":64,"num_ctx":4096,"seed":7},)"
        R"("messages":[{"role":"system","content":"be fair"},{"role":"user","content":"hi"}]})");
    request.messages[1].content.assign(40'000, 'x'); // 10,000 tokens
    EXPECT_EQ(bodyOf(ollamaProtocol(), endpointOf("ollama"), request)["options"]["num_ctx"], 16384);
}

TEST(Ollama, SendsRawPrompts) {
    const json body = bodyOf(ollamaRawProtocol(), endpointOf("ollama-raw"), plainRequest());
    EXPECT_EQ(body["prompt"], "be fair\nhi");
    EXPECT_EQ(body["raw"], true);
}

/// protocols.md, section 9, case 6: a server may say tool_calls of a reply that is whole, and of one that is not.
TEST(FinishReason, IsNotBelievedOfWhatTheReplyHolds) {
    const JudgeReply reply =
        replyOf(openAiChatProtocol(), R"({"object":"chat.completion","model":"j","choices":[{"index":0,
        "message":{"role":"assistant","content":"{\"verdict\":\"A>B\"}"},"finish_reason":"tool_calls"}]})");
    EXPECT_EQ(reply.text, R"({"verdict":"A>B"})");
    EXPECT_FALSE(reply.truncated);
    EXPECT_FALSE(reply.refused);
}

TEST(Images, GoOutAsEachKindTakesThem) {
    JudgeRequest request = plainRequest();
    const std::vector<Image> images = {{"a.jpg", "image/jpeg", "", "abc"}};
    request.images = images;
    const json chat = bodyOf(ollamaProtocol(), endpointOf("ollama"), request);
    EXPECT_EQ(chat["messages"][1]["images"], json({"YWJj"}));
    EXPECT_FALSE(chat["messages"][0].contains("images"));
    EXPECT_EQ(bodyOf(ollamaRawProtocol(), endpointOf("ollama-raw"), request)["images"], json({"YWJj"}));
    const json converse = bodyOf(bedrockProtocol(), endpointOf("bedrock", "https://h"), request);
    EXPECT_EQ(
        converse["messages"][0]["content"][1], json::parse(R"({"image":{"format":"jpeg","source":{"bytes":"YWJj"}}})"));
    EXPECT_EQ(bodyOf(openAiCompletionsProtocol(), endpointOf("openai-completions"), request),
        "openai-completions takes text only, no images");
}

TEST(Ollama, ReadsLinesAndWholeReplies) {
    const std::string lines =
        "{\"model\":\"q\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"hm\"},\"done\":false}\n"
        "{\"model\":\"q\",\"message\":{\"content\":\"A\"},\"done\":false}\n"
        "{\"model\":\"q\",\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"length\",\"prompt_eval_"
        "count\":7,\"eval_count\":2}";
    const JudgeReply reply = replyOf(ollamaProtocol(), lines, true);
    EXPECT_EQ(reply.text, "A");
    EXPECT_EQ(reply.reasoning, "hm");
    EXPECT_TRUE(reply.truncated);
    EXPECT_EQ(reply.usage.inputTokens, 7);
    EXPECT_EQ(replyOf(ollamaRawProtocol(),
                  R"({"model":"q","response":"7 8","done":true,"done_reason":"stop","eval_count":3})")
                  .text,
        "7 8");
}

TEST(Ollama, TypesFailures) {
    EXPECT_EQ(failureIn(ollamaProtocol(),
                  "{\"message\":{\"content\":\"A\"},\"done\":false}\n{\"error\":\"an error was encountered\"}\n", true),
        "5xx: within the reply: an error was encountered");
    EXPECT_EQ(failureIn(ollamaProtocol(), "{\"message\":{\"content\":\"A\"},\"done\":false}\n", true),
        "network: the stream ended before the reply did");
    EXPECT_EQ(failureIn(ollamaProtocol(), "<html>", true).substr(0, 8), "garbled:");
}

TEST(Ollama, ListsModels) {
    EXPECT_EQ(
        ollamaProtocol().modelNames(json::parse(R"({"models":[{"name":"a:1b"}]})")), std::vector<std::string>{"a:1b"});
    EXPECT_EQ(ollamaProtocol().listModels(endpointOf("ollama", "http://h/v1/"))->url, "http://h/api/tags");
}

TEST(Bedrock, EncodesModelIds) {
    Endpoint endpoint = endpointOf("bedrock", "https://bedrock-runtime.eu-west-1.amazonaws.com");
    endpoint.model = "anthropic.claude-3-haiku-20240307-v1:0";
    EXPECT_EQ(sent(bedrockProtocol(), endpoint, plainRequest()),
        "POST https://bedrock-runtime.eu-west-1.amazonaws.com/model/anthropic.claude-3-haiku-20240307-v1%3A0/converse\n"
        R"({"messages":[{"role":"user","content":[{"text":"hi"}]}],"system":[{"text":"be fair"}],)"
        R"("inferenceConfig":{"maxTokens":64,"temperature":0.0}})");
}

TEST(Bedrock, ProvesItselfByKeyOrSignature) {
    HttpRequest request;
    request.url = "https://bedrock-runtime.eu-west-1.amazonaws.com/model/m/converse";
    bedrockProtocol().authorise(request, {"k", {}, {}, {}}, 0);
    EXPECT_EQ(request.headers.back().value, "Bearer k");
    request.headers.clear();
    bedrockProtocol().authorise(request, {{}, "AKID", "secret", "token"}, 1'440'938'160'000);
    EXPECT_EQ(request.headers[0].value, "20150830T123600Z");
    EXPECT_EQ(request.headers[1].value, "token");
    EXPECT_NE(
        request.headers[2].value.find("Credential=AKID/20150830/eu-west-1/bedrock/aws4_request"), std::string::npos);
}

TEST(Bedrock, ReadsReplies) {
    const JudgeReply reply = replyOf(bedrockProtocol(), R"({"output":{"message":{"role":"assistant","content":[
        {"reasoningContent":{"reasoningText":{"text":"hm"}}},{"text":"go"},{"text":"od"}]}},"stopReason":"max_tokens",
        "usage":{"inputTokens":4,"outputTokens":5,"totalTokens":9,"cacheReadInputTokens":3},"metrics":{"latencyMs":1}})");
    EXPECT_EQ(reply.text, "good");
    EXPECT_EQ(reply.reasoning, "hm");
    EXPECT_TRUE(reply.truncated);
    EXPECT_EQ(reply.usage.inputTokens, 7);
    EXPECT_TRUE(
        replyOf(bedrockProtocol(), R"({"output":{"message":{"content":[]}},"stopReason":"guardrail_intervened"})")
            .refused);
    EXPECT_EQ(failureIn(bedrockProtocol(), R"({"message":"Too many requests","__type":"ThrottlingException"})"),
        "5xx: within the reply: Too many requests");
}

} // namespace
} // namespace assize::test
