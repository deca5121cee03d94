// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// The body of POST {base}/chat/completions (protocols.md, 8.1), without streaming. Keys in the order in which people
/// read them; model is left out if it is empty. A schema goes out as response_format, which vLLM, SGLang, llama.cpp
/// and Ollama understand as well.
[[nodiscard]] nlohmann::ordered_json chatBody(const std::vector<Message>& messages, const ModelParameters& parameters,
    const std::string& model, const std::optional<nlohmann::ordered_json>& schema);

} // namespace assize
