// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/named_endpoint.h"
#include "app/cli/text_table.h"
#include "core/endpoint/capability_store.h"
#include "core/endpoint/probe.h"
#include "core/net/http_client.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

using nlohmann::json;

constexpr std::size_t ShownModels = 5;

std::string yesOrNo(const std::optional<bool>& value) {
    return !value ? "unknown" : *value ? "yes" : "no";
}

std::string modelsText(const std::vector<std::string>& models) {
    std::string text;
    for (std::size_t index = 0; index < std::min(models.size(), ShownModels); ++index)
        text += (index == 0 ? "" : ", ") + models[index];
    if (models.size() > ShownModels)
        text += fmt::format(" and {} more", models.size() - ShownModels);
    return text.empty() ? "none listed" : text;
}

std::string schemaText(const ProbeReport& report) {
    if (report.capabilities.schemaEnforced == true)
        return fmt::format("yes, as {}", schemaDialectName(report.capabilities.schemaDialect));
    const std::string answer = yesOrNo(report.capabilities.schemaEnforced);
    return report.schemaDetail.empty() ? answer : fmt::format("{}, it wrote: {}", answer, report.schemaDetail);
}

void printTable(const ProbeReport& report, bool hasKey, const Terminal& terminal) {
    const Capabilities& known = report.capabilities;
    TextTable table({false, false});
    table.add({"reachable", "yes, " + report.endpoint.url});
    table.add({"key", hasKey ? "accepted" : "none sent, none wanted"});
    table.add({"models", modelsText(report.models)});
    table.add({"asked", report.endpoint.model});
    table.add({"context", known.contextTokens ? fmt::format("{} tokens", *known.contextTokens) : "not stated"});
    table.add({"streaming", yesOrNo(known.streams)});
    table.add({"JSON schema enforced", schemaText(report)});
    table.add({"grammar", yesOrNo(known.grammar)});
    table.add({"log-probabilities", yesOrNo(known.logprobs)});
    table.add({"seed honoured", yesOrNo(known.seedHonoured)});
    table.add(
        {"reasoning", known.reasons == true ? fmt::format("yes, {} tokens for a small question", known.reasoningTokens)
                                            : yesOrNo(known.reasons)});
    table.add({"speed", report.tokensPerSecond > 0 ? fmt::format("first token after {:.2f} s, then {:.0f} tokens/s",
                                                         report.firstTokenSeconds, report.tokensPerSecond)
                                                   : "not measured"});
    table.add({"max_tokens for a judgement", std::to_string(report.maxTokens)});
    table.print(terminal.out);
}

json reportJson(const ProbeReport& report, bool hasKey) {
    json document = capabilitiesJson(report.capabilities);
    document.update({{"endpoint", report.endpoint.name}, {"kind", report.endpoint.kind}, {"url", report.endpoint.url},
        {"model", report.endpoint.model}, {"models", report.models}, {"reachable", true},
        {"key_accepted", hasKey ? json(true) : json()}, {"first_token_seconds", report.firstTokenSeconds},
        {"tokens_per_second", report.tokensPerSecond > 0 ? json(report.tokensPerSecond) : json()},
        {"max_tokens", report.maxTokens}});
    return document;
}

/// What to start where nobody listens on this machine.
Error withAdvice(Error error, const Endpoint& endpoint) {
    const auto url = parseHttpUrl(endpoint.url);
    if (error.code != ErrorCode::EndpointUnreachable || !url || !isLoopback(*url))
        return error;
    const bool isOllama = endpoint.kind.starts_with("ollama");
    error.detail = both(error.detail,
        isOllama ? said("start it with: ollama serve")
                 : said("start a server there, for example: llama-server -m MODEL.gguf --port %1", url->port));
    return error;
}

int test(const Arguments& arguments, Terminal& terminal) {
    auto endpoint = namedEndpoint(arguments.valueOr("ENDPOINT", ""), terminal.places);
    if (!endpoint)
        return terminal.report(endpoint.error());
    overrideEndpoint(*endpoint, arguments);
    const auto credentials = readCredentials(*endpoint, keychainReader());
    if (!credentials)
        return terminal.report(credentials.error());
    HttpClient http;
    const auto report = probeEndpoint(
        http, *endpoint, *credentials,
        [&](ProbeStep step, const ProbeReport&) {
            terminal.progress(fmt::format("asking for {} …", probeStepName(step)));
        },
        terminal.stop);
    terminal.progress({});
    if (!report)
        return terminal.report(withAdvice(report.error(), *endpoint));
    if (const auto kept = keepCapabilities(terminal.places.cache, report->endpoint, report->capabilities); !kept)
        terminal.err << "assize-cli: warning: what was found out could not be kept: " << kept.error().detail.english()
                     << '\n';
    const bool hasKey = endpoint->key != "none";
    if (terminal.json)
        terminal.printJson(reportJson(*report, hasKey));
    else
        printTable(*report, hasKey, terminal);
    return 0;
}

} // namespace

Command endpointsTestCommand() {
    return {"endpoints test", "Ask a model server what it can do, with a few small calls",
        {{"ENDPOINT", "A configured endpoint, or a server's URL"}},
        {{"--model", "M", "The model to ask; the first one listed if none is named"},
            {"--kind", "K", "Kind of a server given by its URL; openai-chat if not said"},
            {"--key", "SOURCE", "Where its key is: env:NAME, keychain:NAME, file:PATH or none"}},
        test};
}

} // namespace assize::cli
