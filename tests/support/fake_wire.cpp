// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_wire.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::ordered_json;

std::string dumped(const ordered_json& value) {
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string event(const ordered_json& value) {
    return "data: " + dumped(value) + "\n\n";
}

std::string namedEvent(const ordered_json& value) {
    return "event: " + value["type"].get<std::string>() + "\n" + event(value);
}

std::string anthropicReason(const std::string& reason) {
    return reason == "length" ? "max_tokens" : reason == "content_filter" ? "refusal" : "end_turn";
}

std::string bedrockReason(const std::string& reason) {
    return reason == "length" ? "max_tokens" : reason == "content_filter" ? "content_filtered" : "end_turn";
}

/// Tokens as the fake counts them.
int tokens(const FakeAnswer& answer) {
    return static_cast<int>(answer.text.size() / 4 + answer.reasoning.size() / 4 + 1);
}

ordered_json openAiUsage(const FakeAnswer& answer) {
    return {{"prompt_tokens", 100}, {"completion_tokens", tokens(answer)}, {"total_tokens", 100 + tokens(answer)},
        {"prompt_tokens_details", {{"cached_tokens", 20}}}};
}

std::vector<std::string> thirds(const std::string& text) {
    const std::size_t size = text.size() / 3 + 1;
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < text.size(); at += size)
        pieces.push_back(text.substr(at, size));
    return pieces;
}

ordered_json openAiHead(const char* object, const FakeAnswer& answer) {
    return {{"id", "fake"}, {"object", object}, {"created", 0}, {"model", answer.model}};
}

ordered_json ollamaEnd(Wire wire, const FakeAnswer& answer, const std::string& text) {
    ordered_json line = {{"model", answer.model}, {"created_at", "2026-01-01T00:00:00Z"}};
    if (wire == Wire::OllamaChat) {
        line["message"] = {{"role", "assistant"}, {"content", text}};
        if (!answer.reasoning.empty())
            line["message"]["thinking"] = answer.reasoning;
    } else {
        line["response"] = text;
    }
    line.update({{"done", true}, {"done_reason", answer.finishReason}, {"prompt_eval_count", 100},
        {"eval_count", tokens(answer)}, {"total_duration", 1'000'000}});
    return line;
}

std::vector<std::string> openAiStream(Wire wire, const FakeAnswer& answer) {
    const bool isChat = wire == Wire::OpenAiChat;
    std::vector<std::string> events;
    const auto add = [&](ordered_json choice) {
        ordered_json body = openAiHead(isChat ? "chat.completion.chunk" : "text_completion", answer);
        choice["index"] = 0;
        body["choices"] = ordered_json::array({std::move(choice)});
        events.push_back(event(body));
    };
    if (isChat)
        add({{"delta", {{"role", "assistant"}, {"content", nullptr}}}, {"finish_reason", nullptr}});
    if (isChat && !answer.reasoning.empty())
        add({{"delta", {{"reasoning_content", answer.reasoning}}}, {"finish_reason", nullptr}});
    for (const std::string& piece : thirds(answer.text))
        add(isChat ? ordered_json{{"delta", {{"content", piece}}}, {"finish_reason", nullptr}}
                   : ordered_json{{"text", piece}, {"finish_reason", nullptr}});
    add(isChat ? ordered_json{{"delta", ordered_json::object()}, {"finish_reason", answer.finishReason}}
               : ordered_json{{"text", ""}, {"finish_reason", answer.finishReason}});
    ordered_json last = openAiHead("chat.completion.chunk", answer);
    last["choices"] = ordered_json::array();
    last["usage"] = openAiUsage(answer);
    events.push_back(event(last));
    events.emplace_back("data: [DONE]\n\n");
    return events;
}

std::vector<std::string> anthropicStream(const FakeAnswer& answer) {
    std::vector<std::string> events;
    events.push_back(namedEvent({{"type", "message_start"},
        {"message", {{"model", answer.model},
                        {"usage", {{"input_tokens", 80}, {"cache_read_input_tokens", 20}, {"output_tokens", 1}}}}}}));
    events.push_back(namedEvent({{"type", "ping"}}));
    if (!answer.reasoning.empty())
        events.push_back(namedEvent({{"type", "content_block_delta"}, {"index", 0},
            {"delta", {{"type", "thinking_delta"}, {"thinking", answer.reasoning}}}}));
    for (const std::string& piece : thirds(answer.text))
        events.push_back(namedEvent(
            {{"type", "content_block_delta"}, {"index", 1}, {"delta", {{"type", "text_delta"}, {"text", piece}}}}));
    events.push_back(
        namedEvent({{"type", "message_delta"}, {"delta", {{"stop_reason", anthropicReason(answer.finishReason)}}},
            {"usage", {{"output_tokens", tokens(answer)}}}}));
    events.push_back(namedEvent({{"type", "message_stop"}}));
    return events;
}

std::vector<std::string> ollamaStream(Wire wire, const FakeAnswer& answer) {
    std::vector<std::string> lines;
    for (const std::string& piece : thirds(answer.text)) {
        ordered_json line = {{"model", answer.model}};
        if (wire == Wire::OllamaChat)
            line["message"] = {{"role", "assistant"}, {"content", piece}};
        else
            line["response"] = piece;
        line["done"] = false;
        lines.push_back(dumped(line) + "\n");
    }
    lines.push_back(dumped(ollamaEnd(wire, answer, "")) + "\n");
    return lines;
}

std::string chatBody(const FakeAnswer& answer) {
    ordered_json body = openAiHead("chat.completion", answer);
    ordered_json message = {{"role", "assistant"}, {"content", answer.text}, {"refusal", nullptr}};
    if (!answer.reasoning.empty())
        message["reasoning_content"] = answer.reasoning;
    body["choices"] = ordered_json::array({{{"index", 0}, {"message", std::move(message)}, {"logprobs", nullptr},
        {"finish_reason", answer.finishReason}}});
    body["usage"] = openAiUsage(answer);
    return dumped(body);
}

std::string completionBody(const FakeAnswer& answer) {
    ordered_json body = openAiHead("text_completion", answer);
    body["choices"] = ordered_json::array(
        {{{"index", 0}, {"text", answer.text}, {"logprobs", nullptr}, {"finish_reason", answer.finishReason}}});
    body["usage"] = openAiUsage(answer);
    return dumped(body);
}

std::string anthropicBody(const FakeAnswer& answer) {
    ordered_json content = ordered_json::array();
    if (!answer.reasoning.empty())
        content.push_back({{"type", "thinking"}, {"thinking", answer.reasoning}});
    content.push_back({{"type", "text"}, {"text", answer.text}});
    return dumped({{"id", "fake"}, {"type", "message"}, {"role", "assistant"}, {"model", answer.model},
        {"content", std::move(content)}, {"stop_reason", anthropicReason(answer.finishReason)},
        {"usage", {{"input_tokens", 80}, {"cache_read_input_tokens", 20}, {"output_tokens", tokens(answer)}}}});
}

std::string converseBody(const FakeAnswer& answer) {
    ordered_json content = ordered_json::array({{{"text", answer.text}}});
    return dumped({{"output", {{"message", {{"role", "assistant"}, {"content", std::move(content)}}}}},
        {"stopReason", bedrockReason(answer.finishReason)},
        {"usage", {{"inputTokens", 100}, {"outputTokens", tokens(answer)}, {"totalTokens", 100 + tokens(answer)}}},
        {"metrics", {{"latencyMs", 1}}}});
}

} // namespace

std::string wholeBody(Wire wire, const FakeAnswer& answer) {
    switch (wire) {
    case Wire::OpenAiChat:
        return chatBody(answer);
    case Wire::OpenAiCompletion:
        return completionBody(answer);
    case Wire::Anthropic:
        return anthropicBody(answer);
    case Wire::OllamaChat:
    case Wire::OllamaGenerate:
        return dumped(ollamaEnd(wire, answer, answer.text));
    case Wire::Bedrock:
        break;
    }
    return converseBody(answer);
}

std::vector<std::string> streamedBody(Wire wire, const FakeAnswer& answer) {
    switch (wire) {
    case Wire::OpenAiChat:
    case Wire::OpenAiCompletion:
        return openAiStream(wire, answer);
    case Wire::Anthropic:
        return anthropicStream(answer);
    case Wire::OllamaChat:
    case Wire::OllamaGenerate:
        return ollamaStream(wire, answer);
    case Wire::Bedrock:
        break;
    }
    return {converseBody(answer)};
}

std::string_view streamType(Wire wire) {
    return wire == Wire::OllamaChat || wire == Wire::OllamaGenerate ? "application/x-ndjson" : "text/event-stream";
}

} // namespace assize::test
