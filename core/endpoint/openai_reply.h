// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/reply_reader.h"
#include <nlohmann/json_fwd.hpp>

/// What chat and completions of the OpenAI family share (protocols.md, 8.1 to 8.5).
namespace assize {

/// Model, usage, finish reason and errors of a chunk or a whole reply; false if it reports a failure.
[[nodiscard]] bool takeOpenAiFacts(ReplyDraft& draft, const nlohmann::json& body);
/// "stop", "length", "content_filter", …: what they mean for the draft. Null is no finish.
void takeOpenAiFinish(ReplyDraft& draft, const nlohmann::json& choice);
/// The models of GET /models, or of Ollama's list.
[[nodiscard]] std::vector<std::string> openAiModelNames(const nlohmann::json& reply);

} // namespace assize
