// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/endpoint.h"
#include "core/model/judge.h"
#include "core/model/verdict.h"
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// One call as an endpoint gets it. The built-in kind reads item and presentation; servers read the messages.
struct JudgeRequest {
    std::vector<Message> messages;
    const Judge* judge = nullptr;
    const Item* item = nullptr;
    std::string presentation = "AB";
    ModelParameters parameters;
};

/// What came back, before anybody reads it.
struct JudgeReply {
    std::string text;
    std::string reasoning;
    bool truncated = false;
    bool refused = false;
    Usage usage;
    double latencySeconds = 0;
};

/// A way to have requests answered. Kinds that need no network answer at once, on the caller's thread.
struct EndpointKind {
    std::string_view name; ///< "builtin"
    std::string_view description;
    Result<void> (*accepts)(const Judge& judge); ///< InvalidArgument if it can never answer this judge
    Result<JudgeReply> (*answer)(const Endpoint& endpoint, const JudgeRequest& request, std::stop_token stop);
};

[[nodiscard]] const EndpointKind* findEndpointKind(std::string_view name);
[[nodiscard]] const std::vector<EndpointKind>& endpointKinds();

} // namespace assize
