// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/endpoint_client.h"
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// What small real exchanges with a server have shown.
struct ProbeReport {
    Endpoint endpoint;               ///< with the model that was asked
    std::vector<std::string> models; ///< that the server lists; empty if it lists none
    Capabilities capabilities;
    std::string schemaDetail; ///< what came where a schema is not enforced
    double firstTokenSeconds = 0;
    double tokensPerSecond = 0; ///< 0 if the server does not count
    int maxTokens = 0;          ///< budget of a judgement that leaves room for reasoning
};

/// The questions, in the order in which they are asked.
enum class ProbeStep { Models, Word, Schema, Grammar, Logprobs, Seed };

/// "models", "a word", …: what is asked for.
[[nodiscard]] std::string_view probeStepName(ProbeStep step);

/// Hears what is asked next, and what is known so far.
using ProbeObserver = std::function<void(ProbeStep step, const ProbeReport& soFar)>;

/// Asks a server, one small exchange per question: models, a word, a schema, a grammar, log-probabilities, a seed. What
/// it refuses is a capability it has not. EndpointUnreachable, KeyRefused, NotFound (the model) or InvalidArgument (no
/// model named and none listed) end it; Cancelled. onStep is called on this thread. Waits; not on the network thread.
[[nodiscard]] Result<ProbeReport> probeEndpoint(HttpClient& http, Endpoint endpoint, const Credentials& credentials,
    const ProbeObserver& onStep = {}, std::stop_token stop = {});

/// The context length that a list of models or a description of one states; nothing if it does not.
[[nodiscard]] std::optional<int> statedContext(const nlohmann::json& document, const std::string& model);

} // namespace assize
