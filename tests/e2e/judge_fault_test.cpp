// SPDX-License-Identifier: Apache-2.0
// What servers do wrong, one fault at a time: the right outcome, a message that says what to do, and the run goes on.
#include "tests/e2e/server_session.h"
#include "tests/support/fake_model.h"

#include <algorithm>
#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr int Items = 10;
constexpr int Calls = 2 * Items;

std::vector<std::string> on(const FakeServer& server, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"--judge", "pairwise-json", "--endpoint", server.url("/v1"), "--model",
        "fake-judge", "--concurrency", "4", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

bool isAboutItem(const FakeRequest& request, int item) {
    return request.body.find("town number " + std::to_string(item) + ".") != std::string::npos;
}

std::string titleOf(Fault fault) {
    for (const FaultName& entry : faultNames()) {
        if (entry.fault == fault)
            return std::string(entry.name);
    }
    return {};
}

std::string nameOf(Fault fault) {
    std::string name = titleOf(fault);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::string passingName(const testing::TestParamInfo<Fault>& info) {
    return nameOf(info.param);
}

template <typename Case>
std::string caseName(const testing::TestParamInfo<Case>& info) {
    return nameOf(info.param.fault);
}

class PassingFault : public testing::TestWithParam<Fault> {};

TEST_P(PassingFault, IsTriedAgainAndLeavesNoTrace) {
    std::atomic<bool> isOver = false;
    FakeModelOptions options;
    options.fault = [&](const FakeRequest&) { return isOver.exchange(true) ? Fault::None : GetParam(); };
    const FakeServer server(fakeModel(options));
    const ServerSession session(Items);
    const Finished finished = session.judge(on(server));
    EXPECT_EQ(finished.status, 0) << finished.err;
    const json report = json::parse(finished.out);
    EXPECT_EQ(report["outcomes"], json({{"verdict", Calls}}));
    EXPECT_EQ(session.stored().rows, Calls);
    EXPECT_GE(server.requestCount(), Calls + (GetParam() == Fault::CloseAfter ? 0 : 1));
}

INSTANTIATE_TEST_SUITE_P(JudgeFault, PassingFault,
    testing::Values(Fault::ResetBefore, Fault::ResetWithin, Fault::RateLimited, Fault::RateLimitedSilent,
        Fault::Error500, Fault::Error502, Fault::Error503, Fault::Html, Fault::TruncatedJson, Fault::ShortLength,
        Fault::CloseAfter),
    passingName);

/// A fault that one item meets each time, and what becomes of its two calls.
struct LastingCase {
    Fault fault;
    const char* outcome;
    const char* failure; ///< as the run shows it
};

class LastingFault : public testing::TestWithParam<LastingCase> {};

TEST_P(LastingFault, IsAnOutcomeOfThatItemAlone) {
    FakeModelOptions options;
    options.fault = [&](const FakeRequest& request) {
        return isAboutItem(request, 7) ? GetParam().fault : Fault::None;
    };
    const FakeServer server(fakeModel(options));
    const ServerSession session(Items);
    const Finished finished = session.judge(on(server));
    EXPECT_EQ(finished.status, 1) << finished.err;
    const json report = json::parse(finished.out);
    EXPECT_EQ(report["outcomes"], json({{"verdict", Calls - 2}, {GetParam().outcome, 2}}));
    EXPECT_EQ(report["failures"], json({{GetParam().failure, 2}}));
    EXPECT_TRUE(addsUp(report));
    EXPECT_EQ(report["end"], "complete");
    EXPECT_TRUE(session.isSound());
}

INSTANTIATE_TEST_SUITE_P(JudgeFault, LastingFault,
    testing::Values(LastingCase{Fault::Error500, "transport-error", "5xx"},
        LastingCase{Fault::ResetWithin, "transport-error", "network"},
        LastingCase{Fault::Html, "transport-error", "garbled"},
        LastingCase{Fault::TruncatedJson, "transport-error", "garbled"},
        LastingCase{Fault::LongLength, "transport-error", "garbled"},
        LastingCase{Fault::Forbidden, "transport-error", "key"},
        LastingCase{Fault::NoModel, "transport-error", "model"}, LastingCase{Fault::TooLong, "truncated", "too long"},
        LastingCase{Fault::Huge, "truncated", "too long"}),
    caseName<LastingCase>);

TEST(JudgeFault, BytesThatAreNoTextDoNoHarm) {
    FakeModelOptions options;
    options.fault = [](const FakeRequest& request) {
        return isAboutItem(request, 7) ? Fault::InvalidUtf8 : Fault::None;
    };
    const FakeServer server(fakeModel(options));
    const ServerSession session(Items);
    const json report = session.judged(on(server));
    EXPECT_EQ(report["sent"], Calls);
    EXPECT_GE(report["outcomes"]["verdict"], Calls - 2);
    EXPECT_TRUE(session.isSound());
}

/// A fault that every call meets: the run ends itself and says what to do.
struct HopelessCase {
    Fault fault;
    int status;
    const char* end;
    const char* says;
};

class HopelessFault : public testing::TestWithParam<HopelessCase> {};

TEST_P(HopelessFault, EndsTheRunWithWhatToDo) {
    FakeModelOptions options;
    options.fault = [&](const FakeRequest&) { return GetParam().fault; };
    options.redirectTo = "http://localhost:9/v1/chat/completions";
    const FakeServer server(fakeModel(options));
    const ServerSession session(Items);
    const Finished finished = session.judge(on(server));
    EXPECT_EQ(finished.status, GetParam().status) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr(GetParam().says));
    const json report = json::parse(finished.out);
    EXPECT_EQ(report["end"], GetParam().end);
    EXPECT_TRUE(addsUp(report));
    EXPECT_LT(server.requestCount(), Calls);
    EXPECT_TRUE(session.isSound());
}

INSTANTIATE_TEST_SUITE_P(JudgeFault, HopelessFault,
    testing::Values(HopelessCase{Fault::Unauthorized, 4, "key-refused", "check the key"},
        HopelessCase{Fault::Forbidden, 4, "key-refused", "check the key"},
        HopelessCase{Fault::NoModel, 2, "no-model", "check the name"},
        HopelessCase{Fault::Quota, 1, "quota", "add credit"},
        HopelessCase{Fault::Redirect, 4, "unreachable", "redirects"}),
    caseName<HopelessCase>);

/// A server that falls silent, with time limits that a test can wait for.
class SilentServer : public testing::TestWithParam<std::pair<Fault, bool>> {};

TEST_P(SilentServer, IsLeftAfterItsTimeLimits) {
    const auto [fault, isStreamed] = GetParam();
    FakeModelOptions options;
    options.fault = [fault = fault](
                        const FakeRequest& request) { return isAboutItem(request, 7) ? fault : Fault::None; };
    const FakeServer server(fakeModel(options));
    const ServerSession session(Items);
    session.home().write(
        "endpoints.yaml", "endpoints:\n  - name: slow\n    kind: openai-chat\n    url: " + server.url("/v1") +
                              "\n    model: fake-judge\n    concurrency: 4\n    timeout_s: {first_token: "
                              "0.4, idle: 0.4, total: 1}\n    stream: " +
                              (isStreamed ? "true" : "false") + "\n");
    const Finished finished = session.judge(
        {"--judge", "pairwise-json", "--endpoint", "slow", "--config-dir", session.home().path().string(), "--json"});
    EXPECT_EQ(finished.status, 1) << finished.err;
    const json report = json::parse(finished.out);
    EXPECT_EQ(report["endpoint"], "slow");
    EXPECT_EQ(report["outcomes"], json({{"verdict", Calls - 2}, {"transport-error", 2}}));
    EXPECT_EQ(report["failures"], json({{"timeout", 2}}));
}

std::string silentName(const testing::TestParamInfo<std::pair<Fault, bool>>& info) {
    return nameOf(info.param.first) + (info.param.second ? "_streamed" : "_whole");
}

INSTANTIATE_TEST_SUITE_P(JudgeFault, SilentServer,
    testing::Values(std::pair(Fault::StallBefore, false), std::pair(Fault::StallBefore, true),
        std::pair(Fault::StallWithin, false), std::pair(Fault::StallWithin, true)),
    silentName);

class StreamFault : public testing::TestWithParam<Fault> {};

TEST_P(StreamFault, DoesNotChangeTheVerdict) {
    FakeModelOptions options;
    options.fault = [&](const FakeRequest&) { return GetParam(); };
    const FakeServer server(fakeModel(options));
    const ServerSession session(Items);
    const Finished finished = session.judge(on(server, {"--stream"}));
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_EQ(json::parse(finished.out)["outcomes"], json({{"verdict", Calls}}));
}

INSTANTIATE_TEST_SUITE_P(JudgeFault, StreamFault,
    testing::Values(Fault::None, Fault::RepeatedEvents, Fault::NoDone, Fault::Comments), passingName);

class BrokenStream : public testing::TestWithParam<Fault> {};

TEST_P(BrokenStream, IsAFailureAndNotHalfAVerdict) {
    FakeModelOptions options;
    options.fault = [&](const FakeRequest& request) { return isAboutItem(request, 7) ? GetParam() : Fault::None; };
    const FakeServer server(fakeModel(options));
    const ServerSession session(Items);
    const json report = session.judged(on(server, {"--stream"}));
    EXPECT_EQ(report["outcomes"]["verdict"], Calls - 2);
    EXPECT_EQ(report["sent"], Calls);
    EXPECT_TRUE(addsUp(report));
}

INSTANTIATE_TEST_SUITE_P(
    JudgeFault, BrokenStream, testing::Values(Fault::ErrorWithin, Fault::ResetWithin, Fault::Endless), passingName);

} // namespace
} // namespace assize::test
