// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/server_protocol.h"

/// One function per kind that speaks to a server, defined in the file of its name.
namespace assize {

[[nodiscard]] const ServerProtocol& openAiChatProtocol();
[[nodiscard]] const ServerProtocol& openAiCompletionsProtocol();
[[nodiscard]] const ServerProtocol& anthropicProtocol();
[[nodiscard]] const ServerProtocol& ollamaProtocol();
[[nodiscard]] const ServerProtocol& ollamaRawProtocol();
[[nodiscard]] const ServerProtocol& bedrockProtocol();

} // namespace assize
