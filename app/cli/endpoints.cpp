// SPDX-License-Identifier: Apache-2.0
// endpoints list | add | remove | detect; test is in endpoints_test.cpp.
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "core/endpoint/detect.h"
#include "core/endpoint/endpoint_file.h"
#include "core/net/http_client.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

using nlohmann::json;

json endpointEntry(const Endpoint& endpoint) {
    return {{"name", endpoint.name}, {"kind", endpoint.kind}, {"url", endpoint.url}, {"model", endpoint.model},
        {"key", endpoint.key}, {"concurrency", endpoint.concurrency}};
}

int list(const Arguments&, Terminal& terminal) {
    const auto endpoints = loadEndpoints(terminal.places.config);
    if (!endpoints)
        return terminal.report(endpoints.error());
    if (terminal.json) {
        json entries = json::array();
        for (const Endpoint& endpoint : *endpoints)
            entries.push_back(endpointEntry(endpoint));
        terminal.printJson({{"endpoints", entries}});
        return 0;
    }
    if (endpoints->empty())
        terminal.out << "No endpoints yet. assize-cli endpoints detect looks for servers on this machine;\n"
                        "assize-cli endpoints add NAME --url URL adds one.\n";
    TextTable table({false, false, false, false, false});
    for (const Endpoint& endpoint : *endpoints)
        table.add({endpoint.name, endpoint.kind, endpoint.url, endpoint.model, endpoint.key});
    table.print(terminal.out);
    return 0;
}

Result<Endpoint> endpointToAdd(const Arguments& arguments) {
    Endpoint endpoint;
    endpoint.name = arguments.valueOr("NAME", "");
    endpoint.kind = arguments.valueOr("--kind", endpoint.kind);
    endpoint.url = arguments.valueOr("--url", "");
    endpoint.model = arguments.valueOr("--model", "");
    endpoint.key = arguments.valueOr("--key", endpoint.key);
    const auto concurrency = arguments.number("--concurrency", endpoint.concurrency, 1, 1024);
    if (!concurrency)
        return tl::unexpected(concurrency.error());
    endpoint.concurrency = static_cast<int>(*concurrency);
    if (const auto valid = validateEndpoint(endpoint); !valid)
        return tl::unexpected(valid.error());
    return endpoint;
}

bool isNamed(const std::vector<Endpoint>& endpoints, const std::string& name) {
    return std::any_of(
        endpoints.begin(), endpoints.end(), [&](const Endpoint& endpoint) { return endpoint.name == name; });
}

Result<void> addOne(const Arguments& arguments, const Terminal& terminal) {
    auto endpoint = endpointToAdd(arguments);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    auto endpoints = loadEndpoints(terminal.places.config);
    if (!endpoints)
        return tl::unexpected(endpoints.error());
    if (isNamed(*endpoints, endpoint->name))
        return fail(ErrorCode::InvalidArgument, endpoint->name,
            said("there is an endpoint of that name; remove it first, or take another name"));
    const std::string name = endpoint->name;
    endpoints->push_back(std::move(*endpoint));
    if (const auto saved = saveEndpoints(terminal.places.config, *endpoints); !saved)
        return saved;
    if (terminal.json)
        terminal.printJson({{"added", name}, {"endpoints", endpoints->size()}});
    else
        terminal.out << fmt::format("{0} added; assize-cli endpoints test {0} asks what it can do\n", name);
    return {};
}

Result<void> removeOne(const Arguments& arguments, const Terminal& terminal) {
    const std::string name = arguments.valueOr("NAME", "");
    auto endpoints = loadEndpoints(terminal.places.config);
    if (!endpoints)
        return tl::unexpected(endpoints.error());
    if (!isNamed(*endpoints, name))
        return fail(ErrorCode::NotFound, name, said("no endpoint has that name; assize-cli endpoints list shows them"));
    std::erase_if(*endpoints, [&](const Endpoint& endpoint) { return endpoint.name == name; });
    if (const auto saved = saveEndpoints(terminal.places.config, *endpoints); !saved)
        return saved;
    if (terminal.json)
        terminal.printJson({{"removed", name}, {"endpoints", endpoints->size()}});
    else
        terminal.out << fmt::format("{} removed\n", name);
    return {};
}

int add(const Arguments& arguments, Terminal& terminal) {
    const auto done = addOne(arguments, terminal);
    return done ? 0 : terminal.report(done.error());
}

int remove(const Arguments& arguments, Terminal& terminal) {
    const auto done = removeOne(arguments, terminal);
    return done ? 0 : terminal.report(done.error());
}

/// Adds what is not configured yet, under names that are free.
Result<int> addDetected(const std::vector<DetectedServer>& servers, const Terminal& terminal) {
    auto endpoints = loadEndpoints(terminal.places.config);
    if (!endpoints)
        return tl::unexpected(endpoints.error());
    int added = 0;
    for (const DetectedServer& server : servers) {
        const bool isKnown = std::any_of(endpoints->begin(), endpoints->end(),
            [&](const Endpoint& endpoint) { return endpoint.url == server.endpoint.url; });
        if (isKnown)
            continue;
        Endpoint endpoint = server.endpoint;
        for (int number = 2; isNamed(*endpoints, endpoint.name); ++number)
            endpoint.name = fmt::format("{}-{}", server.endpoint.name, number);
        endpoints->push_back(std::move(endpoint));
        ++added;
    }
    if (added > 0) {
        if (const auto saved = saveEndpoints(terminal.places.config, *endpoints); !saved)
            return tl::unexpected(saved.error());
    }
    return added;
}

void printDetected(const std::vector<DetectedServer>& servers, const Terminal& terminal) {
    TextTable table({false, false, false, true});
    for (const DetectedServer& server : servers)
        table.add({server.product, server.endpoint.url, server.endpoint.model,
            fmt::format("{} model{}", server.models.size(), server.models.size() == 1 ? "" : "s")});
    table.print(terminal.out);
    if (servers.empty())
        terminal.out << "No server answers on this machine. Start one, for example:\n"
                        "  llama-server -m MODEL.gguf --port 8080\n"
                        "  ollama serve\n";
}

int detect(const Arguments& arguments, Terminal& terminal) {
    HttpClient http;
    const auto servers = detectServers(http, detectCandidates(), terminal.stop);
    if (terminal.stop.stop_requested())
        return terminal.report({ErrorCode::Cancelled, "endpoints detect", {}});
    Result<int> added = 0;
    if (arguments.has("--add"))
        added = addDetected(servers, terminal);
    if (!added)
        return terminal.report(added.error());
    if (terminal.json) {
        json entries = json::array();
        for (const DetectedServer& server : servers)
            entries.push_back({{"product", server.product}, {"kind", server.endpoint.kind},
                {"url", server.endpoint.url}, {"models", server.models}});
        terminal.printJson({{"servers", entries}, {"added", *added}});
        return 0;
    }
    printDetected(servers, terminal);
    if (arguments.has("--add"))
        terminal.out << fmt::format("{} added\n", *added);
    return 0;
}

} // namespace

Command endpointsListCommand() {
    return {"endpoints list", "Model servers that are configured", {}, {}, list};
}

Command endpointsAddCommand() {
    return {"endpoints add", "Configure a model server", {{"NAME", "What to call it"}},
        {{"--url", "URL", "Where it answers, for example http://127.0.0.1:8080/v1"},
            {"--kind", "K", "openai-chat, openai-completions, anthropic, ollama, ollama-raw or bedrock"},
            {"--model", "M", "The model to ask"},
            {"--key", "SOURCE", "Where its key is: env:NAME, keychain:NAME, file:PATH or none; never the key itself"},
            {"--concurrency", "N", "Calls at the same time"}},
        add};
}

Command endpointsRemoveCommand() {
    return {"endpoints remove", "Forget a model server", {{"NAME", "The endpoint"}}, {}, remove};
}

Command endpointsDetectCommand() {
    return {"endpoints detect", "Look for model servers on this machine", {},
        {{"--add", "", "Configure those that are new"}}, detect};
}

} // namespace assize::cli
