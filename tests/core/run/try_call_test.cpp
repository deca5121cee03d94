// SPDX-License-Identifier: Apache-2.0
#include "core/run/try_call.h"

#include "core/endpoint/builtin_lexical.h"
#include "core/judge/library.h"
#include "core/net/http_client.h"
#include "tests/support/fake_model.h"
#include "tests/support/temp_session.h"

#include <future>
#include <gtest/gtest.h>

namespace assize {
namespace {

using test::FakeModelOptions;
using test::FakeServer;

/// Keeps what a try tells, and lets the test wait for its end.
class Watcher final : public TryObserver {
public:
    void onProgress(const TryProgress& progress) override {
        seen.push_back(progress.text);
        if (!m_hasBegun.exchange(true))
            m_begun.set_value();
        if (!progress.judgement.criteria.empty() && !std::exchange(m_hasCriteria, true))
            m_criteria.set_value(progress.judgement);
    }
    void onEnd(const TryEnd& end) override { m_end.set_value(end); }

    TryEnd end() { return m_end.get_future().get(); }
    void waitForBegin() { m_begun.get_future().wait(); }
    /// What was read when the first criterion was.
    Judgement criteria() { return m_criteria.get_future().get(); }

    std::vector<std::string> seen; ///< read it after the end

private:
    std::atomic<bool> m_hasBegun = false;
    std::promise<void> m_begun;
    bool m_hasCriteria = false;
    std::promise<Judgement> m_criteria;
    std::promise<TryEnd> m_end;
};

TryRequest requestFor(const std::string& judge, Endpoint endpoint) {
    TryRequest request;
    request.judge = test::valueOf(findJudge(judge, {})).judge;
    request.item.turns = {{"user", "Name a town"}};
    request.item.responses = {{"The town is Bern.", {}}, {"No.", {}}};
    request.endpoint = std::move(endpoint);
    return request;
}

Endpoint endpointOf(const FakeServer& server) {
    Endpoint endpoint;
    endpoint.name = "fake";
    endpoint.url = server.url("/v1");
    endpoint.model = "fake-judge";
    endpoint.price.output = 1'000'000; // one a token
    return endpoint;
}

TEST(TryCall, StreamsAReplyAndReadsIt) {
    const FakeServer server(test::fakeModel());
    HttpClient http;
    Watcher watcher;
    const TryCall call(&http, requestFor("rubric-generated", endpointOf(server)), watcher);
    const TryEnd end = watcher.end();
    EXPECT_FALSE(end.failure.has_value());
    EXPECT_FALSE(end.error.has_value());
    EXPECT_EQ(end.last.judgement.outcome, Outcome::Verdict);
    EXPECT_FALSE(end.last.judgement.criteria.empty());
    EXPECT_GT(end.usage.outputTokens, 0);
    EXPECT_DOUBLE_EQ(end.cost, static_cast<double>(end.usage.outputTokens));
    EXPECT_NE(end.request.body.find("\"stream\":true"), std::string::npos);
    for (const std::string& text : watcher.seen)
        EXPECT_TRUE(end.last.text.starts_with(text));
}

// The server falls silent in the middle: what has come by then is read.
TEST(TryCall, CriteriaAreReadWhileTheReplyComes) {
    FakeModelOptions options;
    options.fault = [](const test::FakeRequest&) { return test::Fault::StallWithin; };
    options.answer = [](std::string_view) {
        std::string reply = "criteria:\n";
        for (const char* name : {"One", "Two", "Three", "Four"})
            reply += std::string("  ") + name +
                     ":\n    description: \"x\"\n    type: scale\n    weight: 0.25\n    score_A: 4\n    score_B: 2\n"
                     "    justification_A: \"It says so.\"\n    justification_B: \"It does not.\"\n";
        return reply + "overall_justification: \"A.\"\npreference: '[[A>B]]'\n";
    };
    const FakeServer server(test::fakeModel(options));
    HttpClient http;
    Watcher watcher;
    TryCall call(&http, requestFor("rubric-generated", endpointOf(server)), watcher);
    const Judgement early = watcher.criteria();
    EXPECT_EQ(early.criteria.front().criterion.name, "One");
    EXPECT_LT(early.criteria.size(), 4U);
    EXPECT_FALSE(early.label.has_value());
    call.cancel();
    EXPECT_EQ(watcher.end().failure->kind, FailureClass::Cancelled);
}

TEST(TryCall, IsCancelledAtOnce) {
    FakeModelOptions options;
    options.fault = [](const test::FakeRequest&) { return test::Fault::StallWithin; };
    const FakeServer server(test::fakeModel(options));
    HttpClient http;
    Watcher watcher;
    TryCall call(&http, requestFor("rubric-generated", endpointOf(server)), watcher);
    watcher.waitForBegin();
    const auto begin = std::chrono::steady_clock::now();
    call.cancel();
    const TryEnd end = watcher.end();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
    ASSERT_TRUE(end.failure.has_value());
    EXPECT_EQ(end.failure->kind, FailureClass::Cancelled);
}

TEST(TryCall, AsksTheBaselineWithoutANetwork) {
    Watcher watcher;
    const TryCall call(nullptr, requestFor("builtin", builtinEndpoint()), watcher);
    EXPECT_EQ(watcher.end().last.judgement.label, Label::A);
}

TEST(TryCall, SaysWhatCannotBeTried) {
    Watcher watcher;
    Endpoint endpoint;
    endpoint.kind = "telepathy";
    const TryCall call(nullptr, requestFor("rubric-generated", endpoint), watcher);
    const TryEnd end = watcher.end();
    ASSERT_TRUE(end.error.has_value());
    EXPECT_EQ(end.error->code, ErrorCode::InvalidArgument);
}

} // namespace
} // namespace assize
