// SPDX-License-Identifier: Apache-2.0
// Servers that go away and come back, people who interrupt, processes that are killed: nothing is lost, and nothing
// is judged twice.
#include "tests/e2e/server_session.h"
#include "tests/support/fake_model.h"

#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <thread>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr int Items = 150;
constexpr std::size_t Calls = 2UL * Items;

FakeModelOptions slow(int milliseconds) {
    FakeModelOptions options;
    options.latency = std::chrono::milliseconds(milliseconds);
    return options;
}

std::vector<std::string> on(const std::string& url, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {
        "--judge", "pairwise-json", "--endpoint", url, "--model", "fake-judge", "--concurrency", "8"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

void waitFor(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!condition() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    EXPECT_TRUE(condition());
}

TEST(JudgeOutage, WaitsForAServerThatIsRestarted) {
    const ServerSession session(Items);
    auto server = std::make_unique<FakeServer>(fakeModel(slow(20)));
    const int port = server->port();
    Process process(session.judgeCommand(on(server->url("/v1"), {"--json"})), session.options());
    waitFor([&] { return server->requestCount() > 40; });
    server.reset();
    std::this_thread::sleep_for(std::chrono::milliseconds(1500)); // the time that the person takes
    server = std::make_unique<FakeServer>(fakeModel(), FakeServer::Options{port, std::chrono::milliseconds(0)});
    const Finished finished = process.wait();
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr("waiting for the server"));
    EXPECT_EQ(json::parse(finished.out)["outcomes"], json({{"verdict", Calls}}));
    EXPECT_EQ(session.stored().rows, Calls);
}

TEST(JudgeOutage, ANetworkThatIsDownLosesNothing) {
    const ServerSession session(5);
    const int port = unusedPort();
    const std::string url = "http://127.0.0.1:" + std::to_string(port) + "/v1";
    const Finished finished = session.judge(on(url, {"--json"}));
    EXPECT_EQ(finished.status, 4);
    EXPECT_THAT(finished.err, HasSubstr("cannot reach the endpoint"));
    EXPECT_THAT(finished.err, HasSubstr("check its URL and that the server runs"));
    const json report = json::parse(finished.out);
    EXPECT_EQ(report["end"], "unreachable");
    EXPECT_EQ(report["not_reached"], 10);
    EXPECT_EQ(session.stored().rows, 0U);
    const FakeServer server(fakeModel(), {port, std::chrono::milliseconds(0)});
    EXPECT_EQ(session.judged(on(url))["sent"], 10);
}

TEST(JudgeOutage, AnInterruptEndsItAtOnceAndKeepsWhatWasJudged) {
    const ServerSession session(Items);
    const FakeServer server(fakeModel(slow(300)));
    Process process(session.judgeCommand(on(server.url("/v1"))), session.options());
    waitFor([&] { return server.requestCount() > 20; });
    const auto begin = std::chrono::steady_clock::now();
    process.send(SIGINT);
    const Finished stopped = process.wait();
    EXPECT_EQ(stopped.status, 130) << stopped.err;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
    EXPECT_THAT(stopped.err, HasSubstr("what was judged is kept"));
    const std::size_t kept = session.stored().rows;
    EXPECT_GT(kept, 0U);
    EXPECT_LT(kept, Calls);
    const json rest = session.judged(on(server.url("/v1"), {"--concurrency", "64"}));
    EXPECT_EQ(rest["already"], kept);
    EXPECT_EQ(rest["sent"], Calls - kept);
}

TEST(JudgeOutage, KilledAtAnyMomentItJudgesOnlyWhatIsMissing) {
    const ServerSession session(Items);
    const FakeServer server(fakeModel(slow(10)));
    std::mt19937 random(29);
    std::uniform_real_distribution<double> moment(0.0, 0.9);
    std::size_t before = 0;
    for (int loop = 0; loop < killLoops(); ++loop) {
        if (before == Calls) {
            std::filesystem::remove(session.path());
            session.importInto("s.assize");
            before = 0;
        }
        Process process(session.judgeCommand(on(server.url("/v1"))), session.options());
        std::this_thread::sleep_for(std::chrono::duration<double>(moment(random)));
        process.send(SIGKILL);
        static_cast<void>(process.wait());
        const ServerSession::Stored stored = session.stored();
        EXPECT_EQ(stored.rows, stored.calls) << "a call was judged twice, loop " << loop;
        EXPECT_GE(stored.rows, before) << loop;
        EXPECT_TRUE(session.isSound()) << loop;
        before = stored.rows;
    }
    const json rest = session.judged(on(server.url("/v1")));
    EXPECT_EQ(rest["already"], before);
    EXPECT_EQ(rest["sent"], Calls - before);
    const ServerSession::Stored all = session.stored();
    EXPECT_EQ(all.rows, Calls);
    EXPECT_EQ(all.calls, Calls);
}

} // namespace
} // namespace assize::test
