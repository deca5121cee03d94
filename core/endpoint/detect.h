// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/endpoint_client.h"
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace assize {

/// A place to look at, and what mostly listens there.
struct DetectCandidate {
    std::string product; ///< "llama.cpp"
    int port = 0;
};

/// A server that answers on this machine.
struct DetectedServer {
    std::string product;
    Endpoint endpoint; ///< named after the product, with its model if it has one only
    std::vector<std::string> models;
};

/// llama.cpp 8080, Ollama 11434, vLLM 8000, SGLang 30000, LM Studio 1234.
[[nodiscard]] const std::vector<DetectCandidate>& detectCandidates();

/// Looks on 127.0.0.1 at all candidates at once, for at most a second, without any key. What answers with a list of
/// models is a server; the product is read from that list where it says so. onDone is called once, on the network
/// thread.
void detectServers(HttpClient& http, const std::vector<DetectCandidate>& candidates,
    std::function<void(std::vector<DetectedServer> servers)> onDone, const std::stop_token& stop = {});

/// The same, waiting. Not on the network thread.
[[nodiscard]] std::vector<DetectedServer> detectServers(
    HttpClient& http, const std::vector<DetectCandidate>& candidates = detectCandidates(), std::stop_token stop = {});

} // namespace assize
