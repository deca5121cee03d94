// SPDX-License-Identifier: Apache-2.0
#include "core/net/local_server.h"

#include "core/base/files.h"
#include "core/net/http_client.h"
#include "tests/support/fake_program.h"
#include "tests/support/fake_server.h"

#include <condition_variable>
#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <mutex>

namespace assize::test {
namespace {

using namespace std::chrono_literals;
using Phase = LocalServerStatus::Phase;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Hears of a server and waits for what it becomes.
class Phases {
public:
    std::function<void(const LocalServerStatus&)> observer() {
        return [this](const LocalServerStatus& status) {
            const std::lock_guard lock(m_mutex);
            m_statuses.push_back(status);
            m_changed.notify_all();
        };
    }
    std::optional<LocalServerStatus> waitFor(Phase phase) {
        std::unique_lock lock(m_mutex);
        std::optional<LocalServerStatus> found;
        m_changed.wait_for(lock, 60s, [&] {
            for (const LocalServerStatus& status : m_statuses) {
                if (status.phase == phase)
                    found = status;
            }
            return found.has_value();
        });
        return found;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<LocalServerStatus> m_statuses;
};

class LocalServerTest : public ::testing::Test {
protected:
    LlamaServerOptions options() const {
        LlamaServerOptions options;
        options.model = m_home.write("My judge.gguf", "GGUF and so on");
        options.port = unusedPort();
        options.logFolder = m_home.path() / "servers";
        return options;
    }

    TempFolder m_home;
    HttpClient m_http;
    Phases m_phases;
};

TEST_F(LocalServerTest, PlansACommandWithoutAShell) {
    const FakeProgram program("llama-server", FakeLlamaServer);
    LlamaServerOptions wanted = options();
    wanted.contextTokens = 8192;
    wanted.slots = 2;
    wanted.gpuLayers = 99;
    wanted.arguments = {"--no-webui"};
    const auto plan = planLlamaServer(wanted);
    ASSERT_TRUE(plan) << plan.error().detail;
    const std::string port = std::to_string(wanted.port);
    EXPECT_THAT(
        plan->command.arguments, ElementsAre("-m", wanted.model.string(), "--alias", "My-judge", "--host", "127.0.0.1",
                                     "--port", port, "-np", "2", "-c", "16384", "-ngl", "99", "--no-webui"));
    EXPECT_EQ(plan->endpoint.url, "http://127.0.0.1:" + port + "/v1");
    EXPECT_EQ(plan->endpoint.model, "My-judge");
    EXPECT_EQ(plan->endpoint.concurrency, 2);
    EXPECT_THAT(
        shellText(plan->command), HasSubstr("llama-server -m '" + wanted.model.string() + "' --alias My-judge"));
}

TEST_F(LocalServerTest, TakesTheNextPortWhereOneIsTaken) {
    const FakeProgram program("llama-server", FakeLlamaServer);
    const FakeServer other([](const FakeRequest&) { return FakeReply{}; });
    LlamaServerOptions wanted = options();
    wanted.port = other.port();
    const auto plan = planLlamaServer(wanted);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->endpoint.url.find(":" + std::to_string(other.port()) + "/"), std::string::npos);
    EXPECT_EQ(freePort(0).error().code, ErrorCode::InvalidArgument);
}

TEST_F(LocalServerTest, RefusesWhatCannotWork) {
    const FakeProgram program("llama-server", FakeLlamaServer);
    LlamaServerOptions wanted = options();
    wanted.program = "llama-server-of-nobody";
    EXPECT_EQ(planLlamaServer(wanted).error().code, ErrorCode::NotFound);
    EXPECT_EQ(planLlamaServer(wanted).error().subject, "llama-server-of-nobody");
    wanted = options();
    wanted.model = m_home.write("notes.gguf", "a shopping list");
    EXPECT_EQ(planLlamaServer(wanted).error().code, ErrorCode::UnreadableInput);
    wanted.model = m_home.path() / "gone.gguf";
    EXPECT_EQ(planLlamaServer(wanted).error().code, ErrorCode::NotFound);
    wanted = options();
    wanted.slots = 0;
    EXPECT_EQ(planLlamaServer(wanted).error().code, ErrorCode::InvalidArgument);
}

TEST_F(LocalServerTest, IsReadyWhenItsHealthIsGoodAndEndsWhenStopped) {
    const FakeProgram program("llama-server", FakeLlamaServer);
    auto plan = planLlamaServer(options());
    ASSERT_TRUE(plan);
    LocalServer server(m_http, *plan, m_phases.observer());
    EXPECT_TRUE(m_phases.waitFor(Phase::Starting));
    ASSERT_TRUE(m_phases.waitFor(Phase::Ready)) << logTail(plan->command.log, 10000);
    HttpRequest request;
    request.method = "GET";
    request.url = plan->endpoint.url + "/models";
    EXPECT_THAT(m_http.exchange(request).body, HasSubstr("My-judge"));
    EXPECT_THAT(logTail(plan->command.log, 10000), HasSubstr("arguments [\"-m\""));
    server.stop();
    const auto end = m_phases.waitFor(Phase::Ended);
    ASSERT_TRUE(end);
    EXPECT_FALSE(end->problem) << end->problem->detail;
    EXPECT_EQ(m_http.exchange(request).failure, HttpFailure::Unconnected);
}

TEST_F(LocalServerTest, SaysWhyItEnded) {
    const FakeProgram program(
        "llama-server", "#!/bin/sh\necho loading; echo 'error: unknown model architecture' >&2\nexit 1\n");
    auto plan = planLlamaServer(options());
    ASSERT_TRUE(plan);
    const LocalServer server(m_http, *plan, m_phases.observer());
    const auto end = m_phases.waitFor(Phase::Ended);
    ASSERT_TRUE(end && end->problem);
    EXPECT_EQ(end->problem->detail, "it ended with status 1; it said last: error: unknown model architecture");
}

TEST_F(LocalServerTest, OllamaIsToldItsPort) {
    const FakeProgram program("ollama", "#!/bin/sh\necho \"$1 at $OLLAMA_HOST\"\n");
    const int port = unusedPort();
    const auto plan = planOllama({"ollama", port, m_home.path()});
    ASSERT_TRUE(plan);
    const LocalServer server(m_http, *plan, m_phases.observer());
    ASSERT_TRUE(m_phases.waitFor(Phase::Ended));
    EXPECT_EQ(readFile(plan->command.log).value_or(""), "serve at 127.0.0.1:" + std::to_string(port) + "\n");
    EXPECT_EQ(plan->endpoint.kind, "ollama");
    EXPECT_EQ(shellText(plan->command), "OLLAMA_HOST=127.0.0.1:" + std::to_string(port) + " ollama serve");
}

TEST(LogTail, BeginsAtAWholeLine) {
    const TempFolder folder;
    const auto log = folder.write("log", "first line\nsecond line\nthird\n");
    EXPECT_EQ(logTail(log, 1000), "first line\nsecond line\nthird\n");
    EXPECT_EQ(logTail(log, 10), "third\n");
    EXPECT_EQ(logTail(folder.path() / "none", 10), "");
}

// With ASSIZE_LLAMA_SERVER (the program) and ASSIZE_LLAMA_MODEL (a GGUF file), against the real one.
TEST_F(LocalServerTest, StartsTheRealProgram) {
    const char* program = std::getenv("ASSIZE_LLAMA_SERVER");
    const char* model = std::getenv("ASSIZE_LLAMA_MODEL");
    if (program == nullptr || model == nullptr)
        GTEST_SKIP()
            << "no llama-server is at hand: set ASSIZE_LLAMA_SERVER to the program and ASSIZE_LLAMA_MODEL to a "
               "GGUF file";
    LlamaServerOptions wanted = options();
    wanted.program = program;
    wanted.model = model;
    wanted.contextTokens = 2048;
    wanted.slots = 2;
    auto plan = planLlamaServer(wanted);
    ASSERT_TRUE(plan) << plan.error().detail;
    LocalServer server(m_http, *plan, m_phases.observer());
    ASSERT_TRUE(m_phases.waitFor(Phase::Ready)) << logTail(plan->command.log, 4000);
    server.stop();
    const auto end = m_phases.waitFor(Phase::Ended);
    ASSERT_TRUE(end);
    EXPECT_FALSE(end->problem);
}

} // namespace
} // namespace assize::test
