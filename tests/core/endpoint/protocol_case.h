// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/protocols.h"
#include <string>
#include <string_view>

namespace assize::test {

/// A body read whole; fails the test if it reads otherwise in single bytes.
[[nodiscard]] tl::expected<JudgeReply, CallFailure> readBody(
    const ServerProtocol& protocol, std::string_view body, bool isStreamed);

/// The reply of a body that has to be readable.
[[nodiscard]] JudgeReply replyOf(const ServerProtocol& protocol, std::string_view body, bool isStreamed = false);
/// "class: detail" of a body that is a failure.
[[nodiscard]] std::string failureIn(const ServerProtocol& protocol, std::string_view body, bool isStreamed = false);

/// An endpoint of the kind at http://h with the model m, and a request of one user message "hi".
[[nodiscard]] Endpoint endpointOf(std::string kind, std::string url = "http://h/v1");
[[nodiscard]] JudgeRequest plainRequest();
/// "POST http://h/v1/x\n{body}", or the error's detail.
[[nodiscard]] std::string sent(
    const ServerProtocol& protocol, const Endpoint& endpoint, const JudgeRequest& request, const Capabilities& = {});

} // namespace assize::test
