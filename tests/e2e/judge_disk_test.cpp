// SPDX-License-Identifier: Apache-2.0
// A run whose session's disk fills up, or whose file goes away: it ends with what to do, and nothing that was stored is
// lost or gets into another file.
#include "tests/e2e/server_session.h"
#include "tests/support/fake_model.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr int Items = 150;
constexpr std::size_t Calls = 2UL * Items;

class JudgeDisk : public testing::Test {
protected:
    JudgeDisk()
        : m_session(Items)
        , m_server(fakeModel(slow())) {}

    static FakeModelOptions slow() {
        FakeModelOptions options;
        options.latency = std::chrono::milliseconds(20);
        return options;
    }
    [[nodiscard]] std::vector<std::string> arguments() const {
        return {"--judge", "rubric-generated", "--endpoint", m_server.url("/v1"), "--model", "fake-judge",
            "--concurrency", "8"};
    }
    /// The run, once it has begun.
    [[nodiscard]] std::unique_ptr<Process> startedRun() const {
        auto process = std::make_unique<Process>(m_session.judgeCommand(arguments()), m_session.options());
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        while (m_server.requestCount() < 40 && std::chrono::steady_clock::now() < deadline)
            std::this_thread::yield();
        return process;
    }

    ServerSession m_session;
    FakeServer m_server;
};

// To SQLite, a file that may not grow lies on a full disk. The limit is in units of 512 bytes.
TEST_F(JudgeDisk, AFullDiskEndsTheRunAndLosesNothing) {
    const auto room = std::filesystem::file_size(m_session.path()) / 512 + 200;
    std::vector<std::string> command = {
        "/bin/sh", "-c", "trap '' XFSZ; ulimit -f " + std::to_string(room) + "; exec \"$@\"", "sh"};
    for (const std::string& word : m_session.judgeCommand(arguments()))
        command.push_back(word);
    const Finished full = runProgram(command, m_session.options());
    EXPECT_EQ(full.status, 5) << full.err;
    EXPECT_THAT(full.err, HasSubstr("free space"));
    EXPECT_TRUE(m_session.isSound());
    const std::size_t kept = m_session.stored().rows;
    EXPECT_LT(kept, Calls);
    const json rest = m_session.judged(arguments());
    EXPECT_EQ(rest["already"], kept);
    EXPECT_EQ(rest["sent"], Calls - kept);
    EXPECT_TRUE(m_session.isSound());
}

TEST_F(JudgeDisk, AFileThatIsRemovedEndsTheRun) {
    const auto process = startedRun();
    std::filesystem::remove(m_session.path());
    const Finished finished = process->wait();
    EXPECT_EQ(finished.status, 5) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr("moved, removed or replaced"));
    EXPECT_FALSE(std::filesystem::exists(m_session.path()));
}

TEST_F(JudgeDisk, AFileThatTakesItsPlaceIsLeftAlone) {
    const ServerSession other(3, "other.assize");
    const auto process = startedRun();
    std::filesystem::rename(other.path(), m_session.path());
    const Finished finished = process->wait();
    EXPECT_EQ(finished.status, 5) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr("moved, removed or replaced"));
    EXPECT_TRUE(m_session.isSound());
    EXPECT_EQ(m_session.stored().rows, 0U) << "the other file's runs";
}

} // namespace
} // namespace assize::test
