// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "tests/support/fake_server.h"
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize::test {

/// What a model server may do wrong.
enum class Fault {
    None,
    StallBefore,       ///< no byte comes
    StallWithin,       ///< half of the body, then silence
    ResetBefore,       ///< RST in place of a reply
    ResetWithin,       ///< half of the body, then RST
    RateLimited,       ///< 429 with Retry-After: 1
    RateLimitedSilent, ///< 429 without it
    Quota,             ///< 429 insufficient_quota
    Error500,
    Error502,
    Error503,
    Unauthorized, ///< 401
    Forbidden,    ///< 403
    NoModel,      ///< 404 of the model
    TooLong,      ///< 400 of a prompt beyond the context
    Html,         ///< a page in place of JSON, with status 200
    TruncatedJson,
    ShortLength, ///< Content-Length above what comes
    LongLength,  ///< Content-Length below what comes
    InvalidUtf8,
    Huge,           ///< 200 MB
    Endless,        ///< a stream without end
    RepeatedEvents, ///< each event of a stream twice, with its id
    NoDone,         ///< a stream without [DONE]
    Comments,       ///< keep-alive comments between the events
    Redirect,       ///< to another host
    CloseAfter,     ///< a whole reply, then the connection is closed without a word
    ErrorWithin,    ///< an error object in the middle of a stream
};

struct FaultName {
    Fault fault;
    std::string_view name; ///< "reset-within"
};
[[nodiscard]] const std::vector<FaultName>& faultNames();
[[nodiscard]] std::optional<Fault> faultFrom(std::string_view name);

/// What a fake model server does. Everything has a default that works.
struct FakeModelOptions {
    std::vector<std::string> models = {"fake-judge"};
    std::string key;                      ///< wanted from who asks; empty: none
    std::chrono::milliseconds latency{0}; ///< before each reply
    std::string reasoning;                ///< said before the answer
    std::string finishReason = "stop";    ///< of OpenAI, given in each protocol's words
    bool obeysSchema = true;
    std::string fixedAnswer; ///< said whatever is asked, without a look at the request: the fast way, for measuring
    std::string redirectTo;  ///< for Fault::Redirect
    std::function<Fault(const FakeRequest& request)> fault;     ///< empty: none
    std::function<std::string(std::string_view prompt)> answer; ///< empty: fakeJudgement()
};

/// Speaks OpenAI chat and completions, Anthropic, Ollama and Bedrock by the path that is asked for, whole or streamed,
/// and lists its models; as handler of a FakeServer.
[[nodiscard]] FakeServer::Handler fakeModel(FakeModelOptions options = {});

} // namespace assize::test
