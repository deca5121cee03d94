// SPDX-License-Identifier: Apache-2.0
// The programs against a real llama.cpp server with a model that judges at random: what no fake shows. Skipped where
// ASSIZE_REAL_SERVER does not name a script that brings one up.
#include "core/judge/library.h"
#include "core/net/http_client.h"
#include "core/net/local_server.h"
#include "core/run/run_control.h"
#include "core/run/run_engine.h"
#include "core/session/session.h"
#include "tests/e2e/server_session.h"
#include "tests/support/fake_server.h"
#include "tests/support/real_server.h"
#include "tests/support/temp_session.h"

#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr int Items = 40;
constexpr int Calls = 2 * Items;

std::vector<std::string> on(const RealServer& server, const std::string& judge = "pairwise-json") {
    return {"--judge", judge, "--endpoint", server.url(), "--concurrency", "16"};
}

TEST(RealServer, IsTestedForWhatItCanDo) {
    ASSIZE_NEEDS_REAL_SERVER(server);
    const TempFolder home;
    const Finished tested = runCli({"endpoints", "test", server.url(), "--json"}, home.path());
    ASSERT_EQ(tested.status, 0) << tested.err;
    const json found = json::parse(tested.out);
    EXPECT_EQ(found["model"], "tiny-judge");
    EXPECT_EQ(found["schema_enforced"], true);
    EXPECT_EQ(found["grammar"], true);
    EXPECT_EQ(found["grammar_dialect"], "gbnf");
    EXPECT_EQ(found["logprobs"], true);
    EXPECT_EQ(found["streams"], true);
    EXPECT_EQ(found["seed_honoured"], true);
    EXPECT_EQ(found["context_tokens"], 4096);
}

TEST(RealServer, RefusesAWrongKey) {
    ASSIZE_NEEDS_REAL_SERVER(server, "the-right-key");
    const TempFolder home;
    ProcessOptions options;
    options.environment = {{"RIGHT", "the-right-key"}, {"WRONG", "another"}};
    const auto test = [&](const char* key) {
        return runCli({"endpoints", "test", server.url(), "--model", "tiny-judge", "--key", key}, home.path(), options);
    };
    EXPECT_EQ(test("env:RIGHT").status, 0);
    const Finished refused = test("env:WRONG");
    EXPECT_EQ(refused.status, 4);
    EXPECT_THAT(refused.err, HasSubstr("refused the key"));
}

TEST(RealServer, JudgesFortyItemsInBothOrdersAndThenNothing) {
    ASSIZE_NEEDS_REAL_SERVER(server);
    const ServerSession session(Items);
    const json first = session.judged(on(server));
    EXPECT_EQ(first["sent"], Calls);
    EXPECT_EQ(first["outcomes"], json({{"verdict", Calls}}));
    EXPECT_TRUE(addsUp(first));
    const json second = session.judged(on(server));
    EXPECT_EQ(second["already"], Calls);
    EXPECT_EQ(second["sent"], 0);
    EXPECT_TRUE(session.isSound());
}

// With this model the server stumbles over some of its own replies: a 500 of its own, tried again.
TEST(RealServer, OutcomesAddUpWhereTheServerStumbles) {
    ASSIZE_NEEDS_REAL_SERVER(server, {}, "--stray-bytes");
    const ServerSession session(Items);
    const json report = session.judged(on(server));
    EXPECT_EQ(report["sent"], Calls);
    EXPECT_TRUE(addsUp(report));
    int outcomes = 0;
    for (const auto& [name, count] : report["outcomes"].items())
        outcomes += count.get<int>();
    EXPECT_EQ(outcomes, Calls);
    EXPECT_GE(report["outcomes"]["verdict"], Calls * 8 / 10);
    EXPECT_TRUE(session.isSound());
}

TEST(RealServer, ObeysAGrammarOfOurs) {
    ASSIZE_NEEDS_REAL_SERVER(server);
    const ServerSession session(5);
    session.home().write("grammar.yaml", "assize: judge/1\nname: held\nmessages:\n  - role: user\n    content: "
                                         "\"{{prompt}} {{response_a}} {{response_b}}\"\nreply:\n"
                                         "  format: verdict-json\n  structured: grammar\n");
    EXPECT_EQ(session.judged(on(server, "grammar.yaml"))["outcomes"], json({{"verdict", 10}}));
}

TEST(RealServer, IsStartedByUsAndEndsWithUs) {
    ASSIZE_NEEDS_REAL_SERVER(server);
    const ServerSession session(3);
    LlamaServerOptions options;
    options.program = server.writeProgram(session.home().path()).string();
    options.model = server.model();
    options.port = unusedPort();
    options.contextTokens = 2048;
    options.slots = 2;
    options.logFolder = session.home().path() / "servers";
    const LocalServerPlan plan = valueOf(planLlamaServer(options));
    std::promise<void> ready;
    std::promise<std::optional<Error>> ended;
    HttpClient http;
    LocalServer started(http, plan, [&](const LocalServerStatus& status) {
        if (status.phase == LocalServerStatus::Phase::Ready)
            ready.set_value();
        else if (status.phase == LocalServerStatus::Phase::Ended)
            ended.set_value(status.problem);
    });
    ASSERT_EQ(ready.get_future().wait_for(std::chrono::minutes(1)), std::future_status::ready)
        << logTail(plan.command.log, 4000);
    const json report = session.judged({"--judge", "pairwise-json", "--endpoint", plan.endpoint.url});
    EXPECT_EQ(report["outcomes"], json({{"verdict", 6}}));
    EXPECT_EQ(report["model"], plan.endpoint.model);
    started.stop();
    EXPECT_FALSE(ended.get_future().get().has_value());
    HttpRequest request;
    request.method = "GET";
    request.url = plan.healthUrl;
    EXPECT_EQ(http.exchange(std::move(request)).failure, HttpFailure::Unconnected);
}

/// Pauses a run once, when so many verdicts are there.
class PausingObserver final : public RunObserver {
public:
    PausingObserver(RunControl& control, std::size_t after)
        : m_control(control)
        , m_after(after) {}

    void onPlanned(const Run&, const RunProgress&) override {}
    void onStored(std::span<const Verdict> verdicts, const RunProgress&) override {
        m_stored += verdicts.size();
        if (m_stored < m_after || m_person.joinable())
            return;
        m_control.pause();
        m_person = std::jthread([this] {
            std::this_thread::sleep_for(std::chrono::milliseconds(5500)); // its limit for idle connections is 5 s
            m_control.resume();
        });
    }

private:
    RunControl& m_control;
    const std::size_t m_after;
    std::size_t m_stored = 0;
    std::jthread m_person;
};

// It drops connections that are idle for five seconds without a word: a run that was paused meets them all.
TEST(RealServer, LosesNoCallOnConnectionsThatItDropped) {
    ASSIZE_NEEDS_REAL_SERVER(server);
    TempSession session;
    for (int item = 0; item < Items; ++item)
        session.addPair(std::to_string(item), "Name a town " + std::to_string(item), "Bern", "No");
    RunRequest request;
    request.judge = valueOf(findJudge("pairwise-json", {})).judge;
    request.endpoint.name = "real";
    request.endpoint.url = server.url();
    request.endpoint.model = "tiny-judge";
    request.concurrency = 8;
    RunControl control;
    RunTools tools;
    tools.control = &control;
    PausingObserver observer(control, Items);
    const RunReport report = valueOf(executeRun(session.session(), request, tools, observer, {}));
    EXPECT_EQ(report.progress.sent, Calls);
    const std::map<Outcome, std::int64_t> all{{Outcome::Verdict, Calls}};
    EXPECT_EQ(report.outcomes, all);
    EXPECT_GT(report.seconds, 5.0);
}

} // namespace
} // namespace assize::test
