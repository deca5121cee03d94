// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/probe.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/endpoint/protocol_parts.h"
#include "core/endpoint/server_error.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr int WordBudget = 512; ///< room to think before one word
constexpr int JudgeBudget = 2048;
constexpr std::string_view Schema =
    R"({"type":"object","properties":{"colour":{"type":"string","enum":["red","green"]},)"
    R"("wheels":{"type":"integer","enum":[3]}},"required":["colour","wheels"],"additionalProperties":false})";
constexpr std::string_view Grammar = "root ::= \"violet\" | \"orange\"";

JudgeRequest asking(std::string text, int maxTokens) {
    JudgeRequest request;
    request.messages = {{"user", std::move(text)}};
    request.parameters.maxTokens = maxTokens;
    return request;
}

/// What the schema allows and nothing else: servers that ignore it answer with a verse.
bool obeysSchema(const std::string& text) {
    const json value = json::parse(trimmed(text), nullptr, false);
    const std::string colour = textAt(value, "colour");
    return value.is_object() && value.size() == 2 && (colour == "red" || colour == "green") &&
           countAt(value, "wheels") == 3;
}

int contextIn(const json& entry) {
    for (const json* source : std::array<const json*, 2>{&at(entry, "meta"), &entry}) {
        for (const char* key :
            {"n_ctx", "max_model_len", "context_length", "max_context_length", "n_ctx_train", "context_window"}) {
            const auto value = countAt(*source, key);
            if (value && *value > 0 && *value < 1'000'000'000)
                return static_cast<int>(*value);
        }
    }
    return 0;
}

/// One probe: the client is made anew when something is learnt about how to ask.
class Probe {
public:
    Probe(HttpClient& http, const Credentials& credentials, const ProbeObserver& onStep, std::stop_token stop)
        : m_http(http)
        , m_credentials(credentials)
        , m_onStep(onStep)
        , m_stop(std::move(stop)) {}

    Result<ProbeReport> run(Endpoint endpoint) {
        m_report.endpoint = std::move(endpoint);
        if (const auto done = listModels(); !done)
            return tl::unexpected(done.error());
        if (const auto done = askForAWord(); !done)
            return tl::unexpected(done.error());
        for (const auto question :
            {&Probe::askForSchema, &Probe::askForGrammar, &Probe::askForLogprobs, &Probe::askForSeed}) {
            if (const auto done = (this->*question)(); !done)
                return tl::unexpected(done.error());
        }
        m_report.maxTokens = JudgeBudget + roomToThink(m_report.capabilities, JudgeBudget);
        if (m_report.capabilities.contextTokens)
            m_report.maxTokens = std::min(m_report.maxTokens, *m_report.capabilities.contextTokens / 2);
        return std::move(m_report);
    }

private:
    void step(ProbeStep step) const {
        if (m_onStep)
            m_onStep(step, m_report);
    }

    Result<CallEnd> ask(const JudgeRequest& request) {
        const auto client = EndpointClient::create(m_http, m_report.endpoint, m_credentials, m_report.capabilities);
        if (!client)
            return tl::unexpected(client.error());
        auto end = client->ask(request, m_stop);
        if (end && end->failure && (end->failure->kind == FailureClass::Cancelled || end->failure->concernsAll))
            return tl::unexpected(end->failure->error(m_report.endpoint.url));
        return end;
    }

    /// Whether a question that a server may refuse was answered in the way that `isGood` wants.
    template <typename Good>
    Result<std::optional<bool>> tryTo(const JudgeRequest& request, Good isGood) {
        const auto end = ask(request);
        if (!end)
            return tl::unexpected(end.error());
        if (end->reply)
            return std::optional<bool>(isGood(*end->reply));
        const FailureClass kind = end->failure->kind;
        const bool isRefused = kind == FailureClass::Rejected || kind == FailureClass::ServerError;
        return isRefused ? std::optional<bool>(false) : std::nullopt;
    }

    Result<void> listModels() {
        step(ProbeStep::Models);
        const auto client = EndpointClient::create(m_http, m_report.endpoint, m_credentials);
        if (!client)
            return tl::unexpected(client.error());
        const auto models = client->modelList(m_stop);
        const bool hasNoList = !models && models.error().code == ErrorCode::NotFound;
        if (!models && !(hasNoList && !m_report.endpoint.model.empty()))
            return tl::unexpected(models.error());
        if (models && !models->is_null())
            m_report.models = client->modelNames(*models);
        if (m_report.endpoint.model.empty() && m_report.models.empty())
            return fail(ErrorCode::InvalidArgument, m_report.endpoint.url,
                said("the server lists no model; name one with --model"));
        if (m_report.endpoint.model.empty())
            m_report.endpoint.model = m_report.models.front();
        if (models)
            m_report.capabilities.contextTokens = statedContext(*models, m_report.endpoint.model);
        return m_report.endpoint.kind.starts_with("ollama") ? describeOllamaModel() : Result<void>();
    }

    Result<void> describeOllamaModel() {
        Endpoint base = m_report.endpoint;
        while (base.url.ends_with('/') || base.url.ends_with("/v1"))
            base.url.resize(base.url.size() - (base.url.ends_with('/') ? 1 : 3));
        auto request = jsonRequest(base, "api/show", {{"model", base.model}}, false);
        if (!request)
            return tl::unexpected(request.error());
        addBearer(*request, m_credentials, currentMilliseconds());
        const HttpResponse response = m_http.exchange(std::move(*request), m_stop);
        const json shown = json::parse(response.body, nullptr, false);
        const json& facts = at(shown, "model_info");
        for (auto fact = facts.begin(); facts.is_object() && fact != facts.end(); ++fact) {
            if (fact.key().ends_with(".context_length") && fact.value().is_number_integer())
                m_report.capabilities.contextTokens = fact.value().get<int>();
        }
        return {};
    }

    /// Models that reason refuse max_tokens or a temperature, and say which: that is learnt here.
    bool adapt(const CallFailure& failure) {
        Capabilities& known = m_report.capabilities;
        if (failure.kind != FailureClass::Rejected)
            return false;
        if (!known.wantsCompletionTokens && failure.detail.english().find("max_completion_tokens") != std::string::npos)
            return known.wantsCompletionTokens = true;
        if (!known.takesTemperature && failure.detail.english().find("temperature") != std::string::npos) {
            known.takesTemperature = false;
            return true;
        }
        return false;
    }

    Result<void> askForAWord() {
        step(ProbeStep::Word);
        JudgeRequest request = asking("Count from one to twenty in words, and write nothing else.", WordBudget);
        request.stream = true;
        auto end = ask(request);
        while (end && end->failure && adapt(*end->failure))
            end = ask(request);
        if (!end)
            return tl::unexpected(end.error());
        if (end->failure)
            return tl::unexpected(end->failure->error(m_report.endpoint.url));
        const JudgeReply& reply = *end->reply;
        Capabilities& known = m_report.capabilities;
        known.streams = reply.firstTokenSeconds > 0;
        known.reasons = !reply.reasoning.empty() || reply.text.find("<think>") != std::string::npos;
        if (*known.reasons)
            known.reasoningTokens = static_cast<int>(reply.usage.outputTokens);
        if (!known.takesTemperature)
            known.takesTemperature = true;
        m_report.firstTokenSeconds = reply.firstTokenSeconds;
        const double seconds = reply.latencySeconds - reply.firstTokenSeconds;
        if (seconds > 0 && reply.usage.outputTokens > 1)
            m_report.tokensPerSecond = static_cast<double>(reply.usage.outputTokens) / seconds;
        return {};
    }

    Result<void> askForSchema() {
        step(ProbeStep::Schema);
        if (m_report.endpoint.kind == "bedrock" || m_report.endpoint.kind == "openai-completions") {
            m_report.capabilities.schemaEnforced = false; // their protocols have none
            m_report.capabilities.schemaDialect = SchemaDialect::None;
            return {};
        }
        JudgeRequest request = asking("Write one line of verse about the sea. Plain words, no JSON.", WordBudget);
        request.schema = Schema;
        std::vector<SchemaDialect> dialects = {SchemaDialect::OpenAi};
        if (m_report.endpoint.kind == "openai-chat")
            dialects.insert(dialects.end(), {SchemaDialect::StructuredOutput, SchemaDialect::GuidedJson,
                                                SchemaDialect::JsonSchemaText, SchemaDialect::FlatSchema});
        for (const SchemaDialect dialect : dialects) {
            m_report.capabilities.schemaDialect = dialect;
            const auto obeyed = tryTo(request, [this](const JudgeReply& reply) {
                m_report.schemaDetail = shortened(reply.text);
                return obeysSchema(reply.text);
            });
            if (!obeyed)
                return tl::unexpected(obeyed.error());
            if (*obeyed)
                m_report.capabilities.schemaEnforced = **obeyed;
            if (*obeyed == true) {
                m_report.schemaDetail.clear();
                return {};
            }
            m_report.capabilities.schemaEnforced.reset(); // else the next dialect would not be sent
        }
        m_report.capabilities.schemaEnforced = false;
        m_report.capabilities.schemaDialect = SchemaDialect::None;
        return {};
    }

    Result<void> askForGrammar() {
        step(ProbeStep::Grammar);
        if (!m_report.endpoint.kind.starts_with("openai-"))
            return {};
        JudgeRequest request = asking("Write one line of verse about the sea.", WordBudget);
        request.grammar = Grammar;
        std::optional<bool> any;
        for (const auto dialect : {GrammarDialect::Gbnf, GrammarDialect::StructuredOutput,
                 GrammarDialect::GuidedGrammar, GrammarDialect::Ebnf}) {
            m_report.capabilities.grammarDialect = dialect;
            const auto obeyed = tryTo(request, [](const JudgeReply& reply) {
                const std::string_view word = trimmed(reply.text);
                return word == "violet" || word == "orange";
            });
            if (!obeyed)
                return tl::unexpected(obeyed.error());
            any = *obeyed ? *obeyed : any;
            if (any == true)
                break;
        }
        if (any != true)
            m_report.capabilities.grammarDialect = GrammarDialect::Gbnf;
        m_report.capabilities.grammar = any;
        return {};
    }

    Result<void> askForLogprobs() {
        step(ProbeStep::Logprobs);
        if (m_report.endpoint.kind == "anthropic" || m_report.endpoint.kind == "bedrock") {
            m_report.capabilities.logprobs = false; // their protocols have none
            return {};
        }
        JudgeRequest request = asking("Answer with one word: is the sky blue?", WordBudget / 8);
        request.topLogprobs = 3;
        const auto given = tryTo(request, [](const JudgeReply& reply) {
            return !reply.tokens.empty() && !reply.tokens.front().alternatives.empty();
        });
        if (!given)
            return tl::unexpected(given.error());
        m_report.capabilities.logprobs = *given;
        return {};
    }

    /// Equal replies to equal seeds prove something only where another seed gives another reply.
    Result<void> askForSeed() {
        step(ProbeStep::Seed);
        if (m_report.endpoint.kind == "anthropic" || m_report.endpoint.kind == "bedrock") {
            m_report.capabilities.seedHonoured = false;
            return {};
        }
        JudgeRequest request = asking("Write twelve unrelated words.", WordBudget / 8);
        request.parameters.temperature = 1;
        std::array<std::string, 3> texts;
        for (std::size_t index = 0; index < texts.size(); ++index) {
            request.parameters.seed = index < 2 ? 11 : 12;
            const auto end = ask(request);
            if (!end)
                return tl::unexpected(end.error());
            if (!end->reply)
                return {};
            texts[index] = end->reply->reasoning + end->reply->text;
        }
        if (texts[0] != texts[1])
            m_report.capabilities.seedHonoured = false;
        else if (texts[0] != texts[2])
            m_report.capabilities.seedHonoured = true;
        return {};
    }

    HttpClient& m_http;
    const Credentials& m_credentials;
    const ProbeObserver& m_onStep;
    std::stop_token m_stop;
    ProbeReport m_report;
};

} // namespace

std::string_view probeStepName(ProbeStep step) {
    switch (step) {
    case ProbeStep::Models:
        return "models";
    case ProbeStep::Word:
        return "a word";
    case ProbeStep::Schema:
        return "a schema";
    case ProbeStep::Grammar:
        return "a grammar";
    case ProbeStep::Logprobs:
        return "log-probabilities";
    case ProbeStep::Seed:
        break;
    }
    return "a seed";
}

std::optional<int> statedContext(const json& document, const std::string& model) {
    for (const char* list : {"data", "models"}) {
        const json& entries = at(document, list);
        if (!entries.is_array())
            continue;
        for (const json& entry : entries) {
            const bool isIt = textAt(entry, "id") == model || textAt(entry, "name") == model;
            if (const int context = contextIn(entry); context > 0 && (isIt || entries.size() == 1))
                return context;
        }
    }
    return std::nullopt;
}

Result<ProbeReport> probeEndpoint(HttpClient& http, Endpoint endpoint, const Credentials& credentials,
    const ProbeObserver& onStep, std::stop_token stop) {
    return Probe(http, credentials, onStep, std::move(stop)).run(std::move(endpoint));
}

} // namespace assize
