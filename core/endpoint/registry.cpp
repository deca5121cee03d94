// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical.h"
#include "core/endpoint/endpoint_kind.h"
#include "core/endpoint/protocols.h"

#include <algorithm>

namespace assize {
namespace {

/// A model can be asked anything, but the baseline's own judges would be taken for the baseline.
Result<void> acceptsAll(const Judge& judge) {
    if (judge.name.starts_with("builtin"))
        return fail(ErrorCode::InvalidArgument, judge.name,
            said("the built-in judges are a baseline without a model: they run on builtin:lexical"));
    return {};
}

} // namespace

const std::vector<EndpointKind>& endpointKinds() {
    static const std::vector<EndpointKind> kinds = {
        {"builtin", "the lexical baseline: no model, no network", acceptsLexically, answerLexically, nullptr},
        {"openai-chat", "chat of OpenAI, llama.cpp, vLLM, SGLang, Ollama, LM Studio, Azure, OpenRouter and others",
            acceptsAll, nullptr, &openAiChatProtocol()},
        {"openai-completions", "raw prompts to the same servers, for models trained without chat roles", acceptsAll,
            nullptr, &openAiCompletionsProtocol()},
        {"anthropic", "Anthropic's Messages", acceptsAll, nullptr, &anthropicProtocol()},
        {"ollama", "Ollama's own chat, which can be told the length of the context", acceptsAll, nullptr,
            &ollamaProtocol()},
        {"ollama-raw", "raw prompts to Ollama, for models trained without chat roles", acceptsAll, nullptr,
            &ollamaRawProtocol()},
        {"bedrock", "Amazon Bedrock's Converse", acceptsAll, nullptr, &bedrockProtocol()},
    };
    return kinds;
}

const EndpointKind* findEndpointKind(std::string_view name) {
    const auto& kinds = endpointKinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const EndpointKind& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace assize
