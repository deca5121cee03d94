// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/detect.h"

#include "core/endpoint/protocol_parts.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <future>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

constexpr HttpTimeouts Quick{300ms, 1000ms, 1000ms, 1000ms};

struct Owner {
    std::string_view ownedBy; ///< as lists of models have it
    std::string_view product;
};
constexpr std::array Owners = {
    Owner{"llamacpp", "llama.cpp"}, Owner{"vllm", "vLLM"}, Owner{"sglang", "SGLang"}, Owner{"library", "Ollama"}};

std::string productOf(const json& list, const std::string& expected) {
    const std::string owner = textAt(firstOf(at(list, "data")), "owned_by");
    const auto found =
        std::find_if(Owners.begin(), Owners.end(), [&](const Owner& entry) { return entry.ownedBy == owner; });
    return found == Owners.end() ? expected : std::string(found->product);
}

/// "llama.cpp" as a name of an endpoint: "llama.cpp"; "LM Studio": "lm-studio".
std::string nameFrom(std::string product) {
    for (char& c : product)
        c = c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return product;
}

std::optional<DetectedServer> serverFrom(const DetectCandidate& candidate, const HttpResponse& response) {
    const json list = json::parse(response.body, nullptr, false);
    if (response.failure != HttpFailure::None || response.status != 200 || !at(list, "data").is_array())
        return std::nullopt;
    DetectedServer server;
    server.product = productOf(list, candidate.product);
    server.models = namesIn(at(list, "data"), "id");
    const bool isOllama = server.product == "Ollama"; // whose own chat can be told the length of the context
    server.endpoint.name = nameFrom(server.product);
    server.endpoint.kind = isOllama ? "ollama" : "openai-chat";
    server.endpoint.url = fmt::format("http://127.0.0.1:{}{}", candidate.port, isOllama ? "" : "/v1");
    if (server.models.size() == 1)
        server.endpoint.model = server.models.front();
    return server;
}

/// What the answers of one look have shown so far. Answers come on the network thread, one at a time.
struct Look {
    std::vector<DetectedServer> servers;
    std::size_t open = 0;
    std::function<void(std::vector<DetectedServer>)> onDone;
};

} // namespace

const std::vector<DetectCandidate>& detectCandidates() {
    static const std::vector<DetectCandidate> candidates = {
        {"llama.cpp", 8080}, {"Ollama", 11434}, {"vLLM", 8000}, {"SGLang", 30000}, {"LM Studio", 1234}};
    return candidates;
}

void detectServers(HttpClient& http, const std::vector<DetectCandidate>& candidates,
    std::function<void(std::vector<DetectedServer> servers)> onDone, const std::stop_token& stop) {
    const auto look = std::make_shared<Look>(); // owned by the handlers of all its requests
    look->open = candidates.size();
    look->onDone = std::move(onDone);
    for (const DetectCandidate& candidate : candidates) {
        HttpRequest request;
        request.method = "GET";
        request.url = fmt::format("http://127.0.0.1:{}/v1/models", candidate.port);
        request.timeouts = Quick;
        http.send(std::move(request),
            {{},
                [look, candidate](const HttpResponse& response) {
                    if (auto server = serverFrom(candidate, response))
                        look->servers.push_back(std::move(*server));
                    if (--look->open == 0)
                        look->onDone(std::move(look->servers));
                }},
            stop);
    }
}

std::vector<DetectedServer> detectServers(
    HttpClient& http, const std::vector<DetectCandidate>& candidates, std::stop_token stop) {
    if (candidates.empty())
        return {};
    std::promise<std::vector<DetectedServer>> promise;
    auto servers = promise.get_future();
    detectServers(
        http, candidates, [&promise](std::vector<DetectedServer> found) { promise.set_value(std::move(found)); }, stop);
    auto found = servers.get();
    std::sort(found.begin(), found.end(),
        [](const DetectedServer& a, const DetectedServer& b) { return a.endpoint.url < b.endpoint.url; });
    return found;
}

} // namespace assize
