// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/call_failure.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using std::chrono::milliseconds;

constexpr std::int64_t Now = 784'111'777'000; // Sun, 06 Nov 1994 08:49:37 GMT

HttpResponse withStatus(int status, std::string body = {}, std::vector<HttpHeader> headers = {}) {
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.headers = std::move(headers);
    return response;
}

struct Case {
    int status;
    const char* body;
    FailureClass kind;
    bool mayRetry;
    bool concernsAll;
    const char* detail;
};

TEST(CallFailure, ReadsStatusAndBody) {
    const std::vector<Case> cases = {
        {401, R"({"error":{"message":"Invalid API Key","type":"authentication_error","code":401}})",
            FailureClass::KeyRefused, false, true, "HTTP 401: Invalid API Key"},
        {403, R"({"message":"not authorized"})", FailureClass::KeyRefused, false, true, "HTTP 403: not authorized"},
        {404, R"({"error":"model 'x' not found"})", FailureClass::NoModel, false, true,
            "HTTP 404: model 'x' not found"},
        {404, "Not Found", FailureClass::NoModel, false, true,
            "HTTP 404, nothing is at that path; URLs of OpenAI-like servers mostly end in /v1"},
        {400, R"({"error":{"message":"The model `x` does not exist","code":"model_not_found"}})", FailureClass::NoModel,
            false, true, "HTTP 400: The model `x` does not exist"},
        {400, R"({"error":{"code":400,"type":"exceed_context_size_error","message":"too big","n_ctx":4096}})",
            FailureClass::TooLong, false, false, "HTTP 400: too big"},
        {400,
            R"({"object":"error","message":"This model's maximum context length is 4096 tokens","type":"BadRequest"})",
            FailureClass::TooLong, false, false, "HTTP 400: This model's maximum context length is 4096 tokens"},
        {400, R"({"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 2 > 1"}})",
            FailureClass::TooLong, false, false, "HTTP 400: prompt is too long: 2 > 1"},
        {413, "", FailureClass::TooLong, false, false, "HTTP 413"},
        {400, R"({"error":{"message":"bad schema","type":"invalid_request_error"}})", FailureClass::Rejected, false,
            false, "HTTP 400: bad schema"},
        {422, R"({"detail":[{"loc":["body"],"msg":"field required"}]})", FailureClass::Rejected, false, false,
            "HTTP 422: field required"},
        {429, R"({"error":{"message":"Rate limit","type":"requests","code":"rate_limit_exceeded"}})",
            FailureClass::RateLimited, true, false, "HTTP 429: Rate limit"},
        {429, R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota"}})",
            FailureClass::Quota, false, true, "HTTP 429: You exceeded your current quota"},
        {400, R"({"error":{"type":"invalid_request_error","message":"Your credit balance is too low"}})",
            FailureClass::Quota, false, true, "HTTP 400: Your credit balance is too low"},
        {402, "", FailureClass::Quota, false, true, "HTTP 402"},
        {408, "", FailureClass::Timeout, true, false, "HTTP 408"},
        {409, "", FailureClass::ServerError, true, false, "HTTP 409"},
        {500, R"({"error":{"code":500,"message":"peg","type":"server_error"}})", FailureClass::ServerError, true, false,
            "HTTP 500: peg"},
        {501, "", FailureClass::Rejected, false, false, "HTTP 501"},
        {502, "<html>Bad Gateway</html>", FailureClass::ServerError, true, false, "HTTP 502"},
        {503, R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})",
            FailureClass::ServerError, true, false, "HTTP 503: Loading model"},
        {529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
            FailureClass::ServerError, true, false, "HTTP 529: Overloaded"},
        {204, "", FailureClass::Garbled, true, false, "the reply is HTTP 204 instead of 200"},
    };
    for (const Case& example : cases) {
        const auto failure = failureOf(withStatus(example.status, example.body), Now);
        ASSERT_TRUE(failure);
        EXPECT_EQ(failureClassName(failure->kind), failureClassName(example.kind)) << example.status << example.body;
        EXPECT_EQ(failure->mayRetry, example.mayRetry) << example.status << example.body;
        EXPECT_EQ(failure->concernsAll, example.concernsAll) << example.status << example.body;
        EXPECT_EQ(failure->detail, example.detail);
        EXPECT_EQ(failure->status, example.status);
    }
    EXPECT_FALSE(failureOf(withStatus(200), Now));
}

TEST(CallFailure, NamesWhereARedirectLeads) {
    HttpResponse response = withStatus(307);
    response.location = "https://elsewhere.example/v1";
    const auto failure = failureOf(response, Now);
    EXPECT_EQ(failure->kind, FailureClass::Rejected);
    EXPECT_TRUE(failure->concernsAll);
    EXPECT_NE(failure->detail.english().find("https://elsewhere.example/v1"), std::string::npos);
}

TEST(CallFailure, ReadsTransfersThatFailed) {
    const std::vector<std::tuple<HttpFailure, FailureClass, bool, Outcome>> cases = {
        {HttpFailure::Unconnected, FailureClass::Network, true, Outcome::TransportError},
        {HttpFailure::Unresolved, FailureClass::Network, true, Outcome::TransportError},
        {HttpFailure::Untrusted, FailureClass::Network, false, Outcome::TransportError},
        {HttpFailure::Broken, FailureClass::Network, true, Outcome::TransportError},
        {HttpFailure::FirstByteTimeout, FailureClass::Timeout, true, Outcome::TransportError},
        {HttpFailure::IdleTimeout, FailureClass::Timeout, true, Outcome::TransportError},
        {HttpFailure::TooLong, FailureClass::TooLong, false, Outcome::Truncated},
        {HttpFailure::Malformed, FailureClass::Garbled, true, Outcome::TransportError},
        {HttpFailure::Cancelled, FailureClass::Cancelled, false, Outcome::TransportError},
    };
    for (const auto& [wire, kind, mayRetry, outcome] : cases) {
        HttpResponse response;
        response.failure = wire;
        const auto failure = failureOf(response, Now);
        EXPECT_EQ(failure->kind, kind) << static_cast<int>(wire);
        EXPECT_EQ(failure->mayRetry, mayRetry) << static_cast<int>(wire);
        EXPECT_EQ(failure->outcome(), outcome) << static_cast<int>(wire);
    }
}

TEST(CallFailure, ObeysTheServerOnRetries) {
    EXPECT_FALSE(failureOf(withStatus(500, {}, {{"x-should-retry", "false"}}), Now)->mayRetry);
    EXPECT_TRUE(failureOf(withStatus(400, {}, {{"x-should-retry", "true"}}), Now)->mayRetry);
    EXPECT_FALSE(failureOf(withStatus(401, {}, {{"x-should-retry", "true"}}), Now)->mayRetry);
}

TEST(CallFailure, ReadsHowLongToWait) {
    const auto wait = [](std::vector<HttpHeader> headers) {
        return retryAfter(withStatus(429, {}, std::move(headers)), Now);
    };
    EXPECT_EQ(wait({{"Retry-After", "3"}}), milliseconds(3000));
    EXPECT_EQ(wait({{"Retry-After", "0.25"}}), milliseconds(250));
    EXPECT_EQ(wait({{"retry-after-ms", "1500"}, {"Retry-After", "9"}}), milliseconds(1500));
    EXPECT_EQ(wait({{"Retry-After", "Sun, 06 Nov 1994 08:49:47 GMT"}}), milliseconds(10'000));
    EXPECT_EQ(wait({{"Retry-After", "3600"}}), milliseconds(120'000)) << "two minutes are the most";
    for (const char* text : {"0", "-5", "soon", "nan", "inf", "", "Sun, 06 Nov 1994 08:49:27 GMT"})
        EXPECT_FALSE(wait({{"Retry-After", text}})) << text;
}

TEST(CallFailure, ReadsWhatIsLeft) {
    const RateState state =
        rateState(withStatus(200, {},
                      {{"x-ratelimit-limit-requests", "60"}, {"x-ratelimit-remaining-requests", "59"},
                          {"x-ratelimit-reset-requests", "1s"}, {"x-ratelimit-limit-tokens", "150000"},
                          {"x-ratelimit-remaining-tokens", "149984"}, {"x-ratelimit-reset-tokens", "6m0s"}}),
            Now);
    EXPECT_EQ(state.requestLimit, 60);
    EXPECT_EQ(state.requestsLeft, 59);
    EXPECT_EQ(state.requestsReset, milliseconds(1000));
    EXPECT_EQ(state.tokenLimit, 150'000);
    EXPECT_EQ(state.tokensLeft, 149'984);
    EXPECT_EQ(state.tokensReset, milliseconds(360'000));
    EXPECT_FALSE(rateState(withStatus(200), Now).requestsLeft);
}

TEST(CallFailure, ReadsResetTimesInAllForms) {
    const auto reset = [](const char* text) {
        return rateState(withStatus(200, {}, {{"x-ratelimit-reset-requests", text}}), Now).requestsReset;
    };
    EXPECT_EQ(reset("20ms"), milliseconds(20));
    EXPECT_EQ(reset("1h2m3.5s"), milliseconds(3'723'500));
    EXPECT_EQ(reset("12.5"), milliseconds(12'500));
    EXPECT_EQ(reset("1994-11-06T08:49:42Z"), milliseconds(5000));
    EXPECT_FALSE(reset("soon"));
    EXPECT_FALSE(reset("5 parsecs"));
}

TEST(CallFailure, GivesTheKindOfErrorACommandEndsWith) {
    EXPECT_EQ(failureOf(withStatus(401), Now)->error("u").code, ErrorCode::KeyRefused);
    EXPECT_EQ(failureOf(withStatus(404), Now)->error("u").code, ErrorCode::NotFound);
    EXPECT_EQ(failureOf(withStatus(500), Now)->error("u").code, ErrorCode::EndpointUnreachable);
    EXPECT_EQ(failureOf(withStatus(500), Now)->reason(), "5xx: HTTP 500");
}

TEST(CallFailure, MakesForeignTextFitForAMessage) {
    const auto failure =
        failureOf(withStatus(500, "{\"error\":\"a\\u001b[31m\\nb" + std::string(1000, 'x') + "\"}"), Now);
    EXPECT_EQ(failure->detail.english().find('\x1b'), std::string::npos);
    EXPECT_EQ(failure->detail.english().find('\n'), std::string::npos);
    EXPECT_LT(failure->detail.english().size(), 350U);
}

} // namespace
} // namespace assize
