// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace assize::test {

enum class Wire { OpenAiChat, OpenAiCompletion, Anthropic, OllamaChat, OllamaGenerate, Bedrock };

/// What a model says, before it is put into a protocol.
struct FakeAnswer {
    std::string model;
    std::string text;
    std::string reasoning;
    std::string finishReason = "stop"; ///< stop, length or content_filter
};

/// The body of a reply that comes whole.
[[nodiscard]] std::string wholeBody(Wire wire, const FakeAnswer& answer);
/// The pieces of a reply that is streamed, each an event with its empty line, or a line. The text is cut into three.
[[nodiscard]] std::vector<std::string> streamedBody(Wire wire, const FakeAnswer& answer);
/// The Content-Type of a stream.
[[nodiscard]] std::string_view streamType(Wire wire);

} // namespace assize::test
