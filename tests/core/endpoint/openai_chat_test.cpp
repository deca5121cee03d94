// SPDX-License-Identifier: Apache-2.0
#include "tests/core/endpoint/protocol_case.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

const ServerProtocol& chat() {
    return openAiChatProtocol();
}

TEST(OpenAiChat, AsksAsPeopleRead) {
    EXPECT_EQ(sent(chat(), endpointOf("openai-chat"), plainRequest()),
        "POST http://h/v1/chat/completions\n"
        R"({"model":"m","messages":[{"role":"system","content":"be fair"},{"role":"user","content":"hi"}],)"
        R"("temperature":0.0,"max_tokens":64,"seed":7})");
}

TEST(OpenAiChat, AsksForStreamsLogprobsAndSchemas) {
    JudgeRequest request = plainRequest();
    request.stream = true;
    request.topLogprobs = 5;
    request.schema = R"({"type":"object","properties":{"b":{},"a":{}}})";
    const auto http = chat().request(endpointOf("openai-chat"), request, {});
    ASSERT_TRUE(http);
    const json body = json::parse(http->body);
    EXPECT_EQ(body["stream"], true);
    EXPECT_EQ(body["stream_options"]["include_usage"], true);
    EXPECT_EQ(body["logprobs"], true);
    EXPECT_EQ(body["top_logprobs"], 5);
    EXPECT_EQ(body["response_format"]["type"], "json_schema");
    EXPECT_EQ(body["response_format"]["json_schema"]["strict"], true);
    EXPECT_EQ(body["response_format"]["json_schema"]["schema"]["type"], "object");
    EXPECT_LT(http->body.find("\"b\""), http->body.find("\"a\"")) << "keys keep their order: reasoning comes first";
    EXPECT_EQ(http->timeouts.firstByte, std::chrono::seconds(120));
}

TEST(OpenAiChat, WaitsForAWholeReplyAsLongAsTheTotal) {
    EXPECT_EQ(chat().request(endpointOf("openai-chat"), plainRequest(), {})->timeouts.firstByte.count(), 0);
}

TEST(OpenAiChat, SpeaksTheDialectThatTheProbeFound) {
    JudgeRequest request = plainRequest();
    request.schema = R"({"x":1})";
    Capabilities capabilities;
    const auto body = [&](SchemaDialect dialect) {
        capabilities.schemaDialect = dialect;
        return json::parse(chat().request(endpointOf("openai-chat"), request, capabilities)->body);
    };
    EXPECT_EQ(body(SchemaDialect::StructuredOutput)["structured_outputs"]["json"], json::parse(R"({"x":1})"));
    EXPECT_EQ(body(SchemaDialect::GuidedJson)["guided_json"]["x"], 1);
    EXPECT_EQ(body(SchemaDialect::JsonSchemaText)["json_schema"], R"({"x":1})");
    EXPECT_EQ(body(SchemaDialect::FlatSchema)["response_format"]["type"], "json_object");
    capabilities.schemaEnforced = false;
    EXPECT_FALSE(body(SchemaDialect::OpenAi).contains("response_format"));
}

TEST(OpenAiChat, SaysAGrammarInTheServersWay) {
    JudgeRequest request = plainRequest();
    request.grammar = "root ::= \"a\"";
    Capabilities capabilities;
    const auto body = [&](const ServerProtocol& protocol, GrammarDialect dialect) {
        capabilities.grammarDialect = dialect;
        return json::parse(protocol.request(endpointOf("openai-chat"), request, capabilities)->body);
    };
    for (const ServerProtocol* protocol : {&chat(), &openAiCompletionsProtocol()}) {
        EXPECT_EQ(body(*protocol, GrammarDialect::Gbnf)["grammar"], request.grammar);
        EXPECT_EQ(body(*protocol, GrammarDialect::StructuredOutput)["structured_outputs"]["grammar"], request.grammar);
        EXPECT_EQ(body(*protocol, GrammarDialect::GuidedGrammar)["guided_grammar"], request.grammar);
        EXPECT_EQ(body(*protocol, GrammarDialect::Ebnf)["ebnf"], request.grammar);
    }
    capabilities.grammar = false;
    EXPECT_FALSE(body(chat(), GrammarDialect::Gbnf).contains("grammar"));
}

TEST(OpenAiChat, LeavesOutWhatTheModelRejects) {
    Capabilities capabilities;
    capabilities.wantsCompletionTokens = true;
    capabilities.takesTemperature = false;
    const json body = json::parse(chat().request(endpointOf("openai-chat"), plainRequest(), capabilities)->body);
    EXPECT_EQ(body["max_completion_tokens"], 64);
    EXPECT_FALSE(body.contains("max_tokens"));
    EXPECT_FALSE(body.contains("temperature"));
}

TEST(OpenAiChat, ShowsImagesAfterTheLastUserMessage) {
    JudgeRequest request = plainRequest();
    const std::vector<Image> images = {{"a.png", "image/png", "", "abc"}};
    request.images = images;
    const json body = json::parse(chat().request(endpointOf("openai-chat"), request, {})->body);
    EXPECT_EQ(body["messages"][1]["content"][0]["text"], "hi");
    EXPECT_EQ(body["messages"][1]["content"][1]["image_url"]["url"], "data:image/png;base64,YWJj");
    EXPECT_EQ(body["messages"][0]["content"], "be fair");
}

TEST(OpenAiChat, SendsTheKeyAsEachHostWants) {
    HttpRequest request;
    request.url = "https://api.openai.com/v1/chat/completions";
    chat().authorise(request, {"k", {}, {}, {}}, 0);
    EXPECT_EQ(request.headers.back().name + ": " + request.headers.back().value, "Authorization: Bearer k");
    request.url = "https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=1";
    chat().authorise(request, {"k", {}, {}, {}}, 0);
    EXPECT_EQ(request.headers.back().name + ": " + request.headers.back().value, "api-key: k");
    request.headers.clear();
    chat().authorise(request, {}, 0);
    EXPECT_TRUE(request.headers.empty());
}

TEST(OpenAiChat, ReadsAWholeReply) {
    const JudgeReply reply =
        replyOf(chat(), R"({"id":"x","object":"chat.completion","model":"m-1","choices":[{"index":0,
        "message":{"role":"assistant","content":"good","refusal":null},"logprobs":{"content":[{"token":"good",
        "logprob":-0.5,"bytes":null,"top_logprobs":[{"token":"good","logprob":-0.5},{"token":"bad","logprob":-1.5}]}]},
        "finish_reason":"stop"}],"usage":{"prompt_tokens":11,"completion_tokens":2,"total_tokens":13,
        "prompt_tokens_details":{"cached_tokens":4}}})");
    EXPECT_EQ(reply.text, "good");
    EXPECT_EQ(reply.model, "m-1");
    EXPECT_EQ(reply.finishReason, "stop");
    EXPECT_FALSE(reply.truncated);
    EXPECT_EQ(reply.usage.inputTokens, 11);
    EXPECT_EQ(reply.usage.outputTokens, 2);
    EXPECT_EQ(reply.usage.cachedTokens, 4);
    ASSERT_EQ(reply.tokens.size(), 1U);
    EXPECT_EQ(reply.tokens[0].logprob, -0.5);
    EXPECT_EQ(reply.tokens[0].alternatives[1].first, "bad");
}

TEST(OpenAiChat, ReadsAStreamAsLlamaServerSendsIt) {
    const JudgeReply reply = replyOf(chat(),
        "data: "
        "{\"choices\":[{\"index\":0,\"finish_reason\":null,\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\n\n"
        ": keep-alive\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"go\"}}],\"usage\":null}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"od\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"finish_reason\":\"length\",\"delta\":{}}]}\n\n"
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2},\"timings\":{}}\n\n"
        "data: [DONE]\n\n",
        true);
    EXPECT_EQ(reply.text, "good");
    EXPECT_TRUE(reply.truncated);
    EXPECT_EQ(reply.usage.inputTokens, 5);
}

TEST(OpenAiChat, KeepsReasoningApart) {
    EXPECT_EQ(
        replyOf(chat(), R"({"choices":[{"message":{"content":"A","reasoning_content":"hm"},"finish_reason":"stop"}]})")
            .reasoning,
        "hm");
    const JudgeReply reply = replyOf(chat(),
        "data: {\"choices\":[{\"delta\":{\"reasoning\":\"h\"}}]}\n\ndata: "
        "{\"choices\":[{\"delta\":{\"reasoning\":\"m\"}}]}\n\n"
        "data: {\"choices\":[{\"delta\":{\"content\":\"A\"},\"finish_reason\":\"stop\"}]}\n\n",
        true);
    EXPECT_EQ(reply.reasoning, "hm");
    EXPECT_EQ(reply.text, "A");
}

TEST(OpenAiChat, ReasoningMayUseUpTheBudget) {
    const JudgeReply reply =
        replyOf(chat(), R"({"choices":[{"message":{"content":null,"reasoning":"hm"},"finish_reason":"length"}]})");
    EXPECT_EQ(reply.text, "");
    EXPECT_TRUE(reply.truncated);
}

TEST(OpenAiChat, KnowsRefusals) {
    const JudgeReply refusal =
        replyOf(chat(), R"({"choices":[{"message":{"content":null,"refusal":"I cannot"},"finish_reason":"stop"}]})");
    EXPECT_TRUE(refusal.refused);
    EXPECT_EQ(refusal.text, "I cannot");
    EXPECT_TRUE(
        replyOf(chat(), R"({"choices":[{"message":{"content":""},"finish_reason":"content_filter"}]})").refused);
}

TEST(OpenAiChat, ReadsContentInParts) {
    EXPECT_EQ(replyOf(chat(), R"({"choices":[{"message":{"content":[{"type":"text","text":"a"},{"type":"thinking"},
        {"type":"text","text":"b"}]},"finish_reason":"stop"}]})")
                  .text,
        "ab");
}

// vLLM before it understood `stream` for some models, and several gateways.
TEST(OpenAiChat, ReadsAWholeReplyWhereAStreamWasAsked) {
    EXPECT_EQ(replyOf(chat(), R"( {"choices":[{"message":{"content":"A"},"finish_reason":"stop"}]})", true).text, "A");
}

TEST(OpenAiChat, StreamsMayEndWithoutTheMark) {
    EXPECT_EQ(
        replyOf(chat(), "data: {\"choices\":[{\"delta\":{\"content\":\"A\"},\"finish_reason\":\"stop\"}]}\n\n", true)
            .text,
        "A");
}

TEST(OpenAiChat, RepeatedEventsCountOnce) {
    const JudgeReply reply = replyOf(chat(),
        "id: 1\ndata: {\"choices\":[{\"delta\":{\"content\":\"A\"}}]}\n\nid: 1\ndata: "
        "{\"choices\":[{\"delta\":{\"content\":\"A\"}}]}\n\n"
        "id: 2\ndata: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        "id: 3\ndata: {\"choices\":[{\"delta\":{\"content\":\"A\"},\"finish_reason\":\"stop\"}]}\n\n"
        "data: {\"choices\":[],\"usage\":{\"completion_tokens\":1}}\n\ndata: "
        "{\"choices\":[],\"usage\":{\"completion_tokens\":1}}\n\n"
        "data: [DONE]\n\ndata: [DONE]\n\n",
        true);
    EXPECT_EQ(reply.text, "A");
    EXPECT_EQ(reply.usage.outputTokens, 1);
}

TEST(OpenAiChat, TypesWhatIsNoReply) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "garbled: the reply is empty"},
        {"<html><body>Sign in</body></html>",
            "garbled: the reply is not a JSON object: <html><body>Sign in</body></html>"},
        {"{\"choices\":[{\"message\":{\"content\":\"A\"",
            "garbled: the reply is not a JSON object: {\"choices\":[{\"message\":{\"content\":\"A\""},
        {"[]", "garbled: the reply is not a JSON object: []"},
        {"{\"choices\":[]}", "garbled: the reply is without an answer: {\"choices\":[]}"},
        {"{\"choices\":[{\"message\":7}]}", "garbled: the reply is without an answer: {\"choices\":[{\"message\":7}]}"},
        {"{\"object\":\"error\",\"message\":\"busy\",\"type\":\"x\",\"code\":500}", "5xx: within the reply: busy"},
        {"{\"error\":{\"message\":\"slow down\",\"type\":\"rate_limit_exceeded\"}}",
            "429: within the reply: slow down"},
        {"{\"choices\":[{\"message\":{\"content\":\"\"},\"finish_reason\":\"abort\"}]}",
            "5xx: within the reply: the server ended the reply with finish reason \"abort\""},
    };
    for (const auto& [body, failure] : cases)
        EXPECT_EQ(failureIn(chat(), body), failure) << body;
}

TEST(OpenAiChat, TypesWhatIsNoStream) {
    const std::string piece = "data: {\"choices\":[{\"delta\":{\"content\":\"A\"}}]}\n\n";
    EXPECT_EQ(failureIn(chat(), piece, true), "network: the stream ended before the reply did");
    EXPECT_EQ(failureIn(chat(), piece + "data: {\"error\":{\"message\":\"oom\",\"code\":500}}\n\n" + piece, true),
        "5xx: within the reply: oom");
    EXPECT_EQ(failureIn(chat(), "data: {\"choices\"\n\n", true).substr(0, 8), "garbled:");
    EXPECT_EQ(failureIn(chat(), "<html></html>", true).substr(0, 8), "garbled:");
}

TEST(OpenAiChat, EndsWhiteSpaceWithoutEnd) {
    ReplyReader reader(chat().shape, true);
    const std::string blank = "data: {\"choices\":[{\"delta\":{\"content\":\"" + std::string(100, ' ') + "\"}}]}\n\n";
    int pieces = 0;
    while (!reader.isHopeless() && pieces < 1000) {
        static_cast<void>(reader.take(blank));
        ++pieces;
    }
    EXPECT_EQ(pieces, 41);
    EXPECT_EQ(reader.finish().error().outcome(), Outcome::Truncated);
}

TEST(OpenAiChat, ListsModels) {
    EXPECT_EQ(chat().modelNames(json::parse(R"({"object":"list","data":[{"id":"a"},{"id":"b"},{"x":1}]})")),
        (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(chat().modelNames(json::parse(R"({"data":7})")).empty());
}

} // namespace
} // namespace assize::test
