// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assize {

/// The body of POST {base}/chat/completions (protocols.md, 8.1), without streaming. Keys in the order in which people
/// read them; model is left out if it is empty. A schema goes out as response_format, which vLLM, SGLang, llama.cpp
/// and Ollama understand as well.
[[nodiscard]] nlohmann::ordered_json chatBody(const std::vector<Message>& messages, const ModelParameters& parameters,
    const std::string& model, const std::optional<nlohmann::ordered_json>& schema);

/// The last user message becomes parts: its text, then the images as data URLs. Does nothing if there are none.
void addImages(nlohmann::ordered_json& body, std::span<const Image> images);

} // namespace assize
