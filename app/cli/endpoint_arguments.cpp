// SPDX-License-Identifier: Apache-2.0
#include "app/cli/endpoint_arguments.h"

#include "app/cli/named_endpoint.h"
#include "core/endpoint/builtin_lexical.h"
#include "core/endpoint/endpoint_client.h"
#include "core/endpoint/endpoint_file.h"
#include "core/net/http_client.h"

#include <fmt/format.h>

namespace assize::cli {
namespace {

constexpr int MostConnections = 1024;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string kindNames() {
    std::vector<std::string> names;
    for (const EndpointKind& kind : endpointKinds())
        names.emplace_back(kind.name);
    return joined(names);
}

/// Named, else the baseline for its own judges, else the only configured one.
Result<Endpoint> endpointFrom(const Arguments& arguments, const Judge& judge, const Places& places) {
    if (const auto wanted = arguments.value("--endpoint"))
        return namedEndpoint(*wanted, places);
    if (acceptsLexically(judge))
        return builtinEndpoint();
    auto endpoints = loadEndpoints(places.config);
    if (!endpoints)
        return tl::unexpected(endpoints.error());
    if (endpoints->size() == 1)
        return std::move(endpoints->front());
    if (endpoints->empty())
        return fail(ErrorCode::InvalidArgument, judge.name,
            said("it needs a model: name a server with --endpoint, for example --endpoint http://127.0.0.1:8080/v1"));
    std::vector<std::string> names;
    for (const Endpoint& endpoint : *endpoints)
        names.push_back(endpoint.name);
    return fail(ErrorCode::InvalidArgument, judge.name,
        said("it needs a model, and there are several endpoints: name one with --endpoint, of %1", joined(names)));
}

/// The one model that the server lists.
Result<std::string> onlyModel(const EndpointClient& client, const std::stop_token& stop) {
    const auto models = client.models(stop);
    if (!models)
        return tl::unexpected(models.error());
    if (models->size() == 1)
        return models->front();
    return fail(ErrorCode::InvalidArgument, "--model",
        models->empty() ? said("%1 lists no model: name one", client.endpoint().url)
                        : said("the server has several models, name one of %1", joined(*models)));
}

} // namespace

Result<ChosenEndpoint> chooseEndpoint(const Arguments& arguments, const Judge& judge, const Places& places,
    std::unique_ptr<HttpClient>& http, const std::stop_token& stop) {
    auto endpoint = endpointFrom(arguments, judge, places);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    overrideEndpoint(*endpoint, arguments);
    endpoint->stream = endpoint->stream || arguments.has("--stream");
    ChosenEndpoint chosen{std::move(*endpoint), {}};
    const EndpointKind* kind = findEndpointKind(chosen.endpoint.kind);
    if (kind == nullptr)
        return fail(ErrorCode::InvalidArgument, "--kind",
            said("\"%1\" is no kind of endpoint (%2)", chosen.endpoint.kind, kindNames()));
    if (const auto accepted = kind->accepts(judge); !accepted)
        return tl::unexpected(accepted.error());
    if (kind->server == nullptr)
        return chosen;
    auto credentials = readCredentials(chosen.endpoint, keychainReader());
    if (!credentials)
        return tl::unexpected(credentials.error());
    chosen.credentials = std::move(*credentials);
    http = std::make_unique<HttpClient>(HttpClient::Limits{MostConnections, MostConnections});
    const auto client = EndpointClient::create(*http, chosen.endpoint, chosen.credentials);
    if (!client)
        return tl::unexpected(client.error());
    if (chosen.endpoint.model.empty()) {
        auto model = onlyModel(*client, stop);
        if (!model)
            return tl::unexpected(model.error());
        chosen.endpoint.model = std::move(*model);
    }
    return chosen;
}

} // namespace assize::cli
