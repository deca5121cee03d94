// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_model.h"

#include "tests/support/fake_judgement.h"
#include "tests/support/fake_wire.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;
using Kind = FakeStep::Kind;

std::string_view pathOf(const FakeRequest& request) {
    return std::string_view(request.path).substr(0, request.path.find('?'));
}

std::optional<Wire> wireOf(std::string_view path) {
    if (path.ends_with("/chat/completions"))
        return Wire::OpenAiChat;
    if (path.ends_with("/completions"))
        return Wire::OpenAiCompletion;
    if (path.ends_with("/messages"))
        return Wire::Anthropic;
    if (path.ends_with("/api/chat"))
        return Wire::OllamaChat;
    if (path.ends_with("/api/generate"))
        return Wire::OllamaGenerate;
    if (path.ends_with("/converse"))
        return Wire::Bedrock;
    return std::nullopt;
}

FakeReply whole(std::string text) {
    return {sendStep(std::move(text))};
}

FakeReply errorReply(int status, std::string_view type, std::string_view message, std::string_view headers = {}) {
    const json body = {{"error", {{"message", message}, {"type", type}, {"code", status}}}};
    return whole(httpText(status, body.dump(), "application/json", headers));
}

/// All texts of a request, whatever its protocol: what the judge was asked.
void addTexts(std::string& out, const json& value) {
    if (value.is_string())
        out += value.get<std::string>() + "\n";
    if (value.is_array()) {
        for (const json& part : value)
            addTexts(out, part);
    }
    if (value.is_object()) {
        for (const char* key : {"system", "content", "text", "prompt", "messages"}) {
            if (value.contains(key))
                addTexts(out, value[key]);
        }
    }
}

std::string schemaOf(const json& body) {
    if (body.contains("format") && body["format"].is_object())
        return body["format"].dump();
    for (const char* pointer :
        {"/response_format/json_schema/schema", "/response_format/schema", "/output_config/format/schema"}) {
        const json::json_pointer at(pointer);
        if (body.contains(at))
            return body[at].dump();
    }
    return {};
}

bool hasKey(const FakeRequest& request, const std::string& key) {
    return key.empty() || request.header("authorization") == "Bearer " + key || request.header("x-api-key") == key ||
           request.header("api-key") == key;
}

FakeReply modelList(std::string_view path, const FakeModelOptions& options) {
    const bool isOllama = path.ends_with("/api/tags");
    json list = json::array();
    for (const std::string& model : options.models)
        list.push_back(
            isOllama ? json{{"name", model}} : json{{"id", model}, {"object", "model"}, {"meta", {{"n_ctx", 4096}}}});
    const json body = isOllama ? json{{"models", list}} : json{{"object", "list"}, {"data", list}};
    return whole(httpText(200, body.dump()));
}

/// Faults that need no look at the request.
std::optional<FakeReply> plainFault(Fault fault, const FakeModelOptions& options) {
    switch (fault) {
    case Fault::StallBefore:
        return FakeReply{step(Kind::Stall)};
    case Fault::ResetBefore:
        return FakeReply{step(Kind::Reset)};
    case Fault::RateLimited:
        return errorReply(429, "rate_limit_exceeded", "too many requests", "Retry-After: 1\r\n");
    case Fault::RateLimitedSilent:
        return errorReply(429, "rate_limit_exceeded", "too many requests");
    case Fault::Quota:
        return errorReply(429, "insufficient_quota", "You exceeded your current quota");
    case Fault::Error500:
        return errorReply(500, "server_error", "it broke");
    case Fault::Error502:
        return whole(httpText(502, "<html>Bad Gateway</html>", "text/html"));
    case Fault::Error503:
        return errorReply(503, "unavailable_error", "Loading model");
    case Fault::Unauthorized:
        return errorReply(401, "authentication_error", "Invalid API Key");
    case Fault::Forbidden:
        return errorReply(403, "permission_error", "not for you");
    case Fault::NoModel:
        return errorReply(404, "model_not_found", "the model does not exist");
    case Fault::TooLong:
        return errorReply(400, "exceed_context_size_error", "the request exceeds the available context size");
    case Fault::Html:
        return whole(httpText(200, "<!DOCTYPE html><html><body>Please sign in</body></html>", "text/html"));
    case Fault::Huge:
        return FakeReply{
            sendStep("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 209715200\r\n\r\n{"),
            sendStep(std::string(1U << 20U, ' '), 200), step(Kind::Close)};
    case Fault::Redirect:
        return whole(httpText(307, "", "text/plain", "Location: " + options.redirectTo + "\r\n"));
    default:
        return std::nullopt;
    }
}

FakeReply wholeReply(Fault fault, const std::string& body) {
    const std::string text = httpText(200, body);
    const std::string head = text.substr(0, text.size() - body.size());
    const std::string half = body.substr(0, body.size() / 2);
    switch (fault) {
    case Fault::StallWithin:
        return {sendStep(head + half), step(Kind::Stall)};
    case Fault::ResetWithin:
        return {sendStep(head + half), waitStep(std::chrono::milliseconds(5)), step(Kind::Reset)};
    case Fault::ErrorWithin:
        return whole(httpText(200, R"({"error":{"message":"out of memory","type":"server_error","code":500}})"));
    case Fault::TruncatedJson:
        return whole(httpText(200, half));
    case Fault::ShortLength:
        return {sendStep(head + half), step(Kind::Close)};
    case Fault::LongLength: {
        const std::string shortHead = httpText(200, half);
        return {sendStep(shortHead.substr(0, shortHead.size() - half.size()) + body), step(Kind::Close)};
    }
    case Fault::InvalidUtf8:
        return whole(httpText(200, half + "\xC3\x28\xFF" + body.substr(half.size())));
    case Fault::Endless:
        return {sendStep("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":\""),
            sendStep(std::string(65536, 'x'), ~0ULL)};
    case Fault::CloseAfter:
        return {sendStep(text), step(Kind::Close)};
    default:
        return whole(text);
    }
}

/// The events of a stream in chunks, with what the fault does to them.
FakeReply streamedReply(Fault fault, Wire wire, std::vector<std::string> events) {
    const std::size_t middle = events.size() / 2;
    FakeReply reply = {sendStep(chunkedHead(200, streamType(wire)))};
    if (fault == Fault::NoDone && events.back().find("[DONE]") != std::string::npos)
        events.pop_back();
    for (std::size_t index = 0; index < events.size(); ++index) {
        std::string& text = events[index];
        if (index == middle) {
            if (fault == Fault::StallWithin)
                return reply.push_back(step(Kind::Stall)), reply;
            if (fault == Fault::ResetWithin || fault == Fault::ShortLength)
                return reply.push_back(waitStep(std::chrono::milliseconds(5))), reply.push_back(step(Kind::Reset)),
                       reply;
            if (fault == Fault::TruncatedJson)
                return reply.push_back(sendStep(chunk(text.substr(0, text.size() / 2)) + chunk(""))), reply;
            if (fault == Fault::ErrorWithin)
                return reply.push_back(sendStep(
                           chunk("data: {\"error\":{\"message\":\"out of memory\",\"code\":500}}\n\n") + chunk(""))),
                       reply;
            if (fault == Fault::Endless)
                return reply.push_back(sendStep(chunk(text), ~0ULL)), reply;
            if (fault == Fault::InvalidUtf8)
                text.insert(text.size() / 2, "\xFF");
        }
        if (fault == Fault::Comments)
            text = ": keep-alive\n\n" + text;
        if (fault == Fault::RepeatedEvents) {
            text = fmt::format("id: {}\n{}", index, text);
            text += text;
        }
        reply.push_back(sendStep(chunk(text)));
    }
    reply.push_back(sendStep(chunk("")));
    if (fault == Fault::CloseAfter)
        reply.push_back(step(Kind::Close));
    return reply;
}

FakeAnswer answerTo(const json& body, const FakeModelOptions& options) {
    std::string prompt;
    addTexts(prompt, body);
    const std::string schema = schemaOf(body);
    FakeAnswer answer;
    answer.model = body.value("model", options.models.front());
    answer.reasoning = options.reasoning;
    answer.finishReason = options.finishReason;
    if (options.answer)
        answer.text = options.answer(prompt);
    else
        answer.text = options.obeysSchema && !schema.empty() ? schemaInstance(schema, prompt) : fakeJudgement(prompt);
    return answer;
}

/// A model of the faults, the fast way and the protocols.
class FakeModel {
public:
    explicit FakeModel(FakeModelOptions options)
        : m_options(std::move(options)) {
        FakeAnswer answer;
        answer.model = m_options.models.front();
        answer.text = m_options.fixedAnswer;
        m_fixed = sendStep(httpText(200, wholeBody(Wire::OpenAiChat, answer)));
    }

    FakeReply operator()(const FakeRequest& request) const {
        FakeReply reply = answer(request);
        if (m_options.latency.count() > 0)
            reply.insert(reply.begin(), waitStep(m_options.latency));
        return reply;
    }

private:
    FakeReply answer(const FakeRequest& request) const {
        if (!m_options.fixedAnswer.empty() && request.method == "POST")
            return {m_fixed};
        const std::string_view path = pathOf(request);
        if (path == "/health")
            return whole(httpText(200, R"({"status":"ok"})"));
        const Fault fault = m_options.fault ? m_options.fault(request) : Fault::None;
        if (auto reply = plainFault(fault, m_options))
            return *reply;
        if (!hasKey(request, m_options.key))
            return errorReply(401, "authentication_error", "Invalid API Key");
        if (path.ends_with("/models") || path.ends_with("/api/tags"))
            return modelList(path, m_options);
        const auto wire = wireOf(path);
        if (!wire || request.method != "POST")
            return whole(httpText(404, "Not Found", "text/plain"));
        return answerOn(*wire, fault, request.body);
    }

    FakeReply answerOn(Wire wire, Fault fault, const std::string& text) const {
        const json body = json::parse(text, nullptr, false);
        if (!body.is_object())
            return errorReply(400, "invalid_request_error", "the body is not a JSON object");
        FakeAnswer said = answerTo(body, m_options);
        if (fault == Fault::Endless)
            said.text.append(8192, 'x');
        if (wire != Wire::Bedrock && body.value("stream", false))
            return streamedReply(fault, wire, streamedBody(wire, said));
        return wholeReply(fault, wholeBody(wire, said));
    }

    FakeModelOptions m_options;
    FakeStep m_fixed;
};

} // namespace

const std::vector<FaultName>& faultNames() {
    static const std::vector<FaultName> names = {{Fault::None, "none"}, {Fault::StallBefore, "stall-before"},
        {Fault::StallWithin, "stall-within"}, {Fault::ResetBefore, "reset-before"},
        {Fault::ResetWithin, "reset-within"}, {Fault::RateLimited, "429"}, {Fault::RateLimitedSilent, "429-silent"},
        {Fault::Quota, "quota"}, {Fault::Error500, "500"}, {Fault::Error502, "502"}, {Fault::Error503, "503"},
        {Fault::Unauthorized, "401"}, {Fault::Forbidden, "403"}, {Fault::NoModel, "404-model"},
        {Fault::TooLong, "too-long"}, {Fault::Html, "html"}, {Fault::TruncatedJson, "truncated-json"},
        {Fault::ShortLength, "short-length"}, {Fault::LongLength, "long-length"}, {Fault::InvalidUtf8, "invalid-utf8"},
        {Fault::Huge, "huge"}, {Fault::Endless, "endless"}, {Fault::RepeatedEvents, "repeated-events"},
        {Fault::NoDone, "no-done"}, {Fault::Comments, "comments"}, {Fault::Redirect, "redirect"},
        {Fault::CloseAfter, "close-after"}, {Fault::ErrorWithin, "error-within"}};
    return names;
}

std::optional<Fault> faultFrom(std::string_view name) {
    const auto& names = faultNames();
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const FaultName& entry) { return entry.name == name; });
    return found == names.end() ? std::nullopt : std::optional(found->fault);
}

FakeServer::Handler fakeModel(FakeModelOptions options) {
    return FakeModel(std::move(options));
}

} // namespace assize::test
