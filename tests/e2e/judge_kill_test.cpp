// SPDX-License-Identifier: Apache-2.0
// kill -9 at random moments of a run: what was announced stays, every call is made exactly once, and the session is
// whole.
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>
#include <unistd.h>

namespace assize::test {
namespace {

constexpr int Items = 800;
constexpr std::size_t Calls = 2UL * Items;

std::string manyPairs() {
    std::string text;
    for (int row = 0; row < Items; ++row) {
        const std::string number = std::to_string(row);
        text += R"({"prompt":"Name town )" + number + R"(","response_A":"Town )" + number +
                R"( is small and quiet.","response_B":"I do not know town )" + number + R"(."})" + "\n";
    }
    return text;
}

struct Stored {
    std::size_t rows = 0; ///< every attempt
    std::set<std::tuple<RowKey, std::string, int>> calls;
};

Stored storedIn(const std::filesystem::path& path) {
    Stored stored;
    const auto session = Session::open(path, Session::Access::ReadOnly);
    EXPECT_TRUE(session.has_value());
    if (!session)
        return stored;
    const auto reader = (*session)->reader();
    SessionReader::VerdictParts parts;
    parts.allAttempts = true;
    const auto runs = (*reader)->runs().value();
    for (const RunSummary& summary : runs) {
        const auto read = (*reader)->forEachVerdict(summary.run.key, parts, [&](const Verdict& verdict) {
            ++stored.rows;
            stored.calls.emplace(verdict.itemKey, verdict.presentation, verdict.sample);
            return true;
        });
        EXPECT_TRUE(read.has_value());
    }
    return stored;
}

/// The last "sent" of the progress lines: verdicts that were announced as durable.
std::size_t announced(const std::string& lines) {
    std::size_t sent = 0;
    std::istringstream stream(lines);
    for (std::string line; std::getline(stream, line);) {
        const auto parsed = nlohmann::json::parse(line, nullptr, false);
        if (parsed.is_object() && parsed.contains("sent"))
            sent = parsed["sent"].get<std::size_t>();
    }
    return sent;
}

class JudgeKill : public testing::Test {
protected:
    void SetUp() override {
        m_home.write("pairs.jsonl", manyPairs());
        ASSERT_EQ(runCli({"import", "empty.assize", "pairs.jsonl"}, m_home.path()).status, 0);
    }

    void startAgain() const {
        std::filesystem::copy_file(m_home.path() / "empty.assize", m_home.path() / "s.assize",
            std::filesystem::copy_options::overwrite_existing);
    }

    Finished judge() const { return runCli({"judge", "s.assize", "--judge", "builtin", "--json"}, m_home.path()); }

    TempFolder m_home;
};

TEST_F(JudgeKill, EveryCallIsMadeExactlyOnce) {
    startAgain();
    const Finished whole = judge();
    ASSERT_EQ(whole.status, 0) << whole.err;
    startAgain();
    std::mt19937 random(11);
    std::uniform_real_distribution<double> moment(0, whole.wallSeconds);
    std::size_t before = 0;
    for (int loop = 0; loop < killLoops(); ++loop) {
        if (before == Calls) {
            startAgain();
            before = 0;
        }
        ProcessOptions options;
        options.folder = m_home.path();
        Process process(
            {programPath("assize-cli"), "judge", "s.assize", "--judge", "builtin", "--progress", "json"}, options);
        std::this_thread::sleep_for(std::chrono::duration<double>(moment(random)));
        process.send(SIGKILL);
        const Finished killed = process.wait();
        const Stored stored = storedIn(m_home.path() / "s.assize");
        EXPECT_EQ(runCli({"check", "s.assize"}, m_home.path()).status, 0) << "loop " << loop;
        EXPECT_EQ(stored.rows, stored.calls.size()) << "a call was made twice, loop " << loop;
        EXPECT_GE(stored.rows, before + announced(killed.err)) << "loop " << loop;
        before = stored.rows;
    }
    const Finished rest = judge();
    ASSERT_EQ(rest.status, 0) << rest.err;
    const auto report = nlohmann::json::parse(rest.out);
    EXPECT_EQ(report["already"], before);
    EXPECT_EQ(report["sent"], Calls - before);
    const Stored all = storedIn(m_home.path() / "s.assize");
    EXPECT_EQ(all.rows, Calls);
    EXPECT_EQ(all.calls.size(), Calls);
}

TEST_F(JudgeKill, AnInterruptKeepsWhatWasJudged) {
    startAgain();
    ProcessOptions options;
    options.folder = m_home.path();
    Process process(
        {programPath("assize-cli"), "judge", "s.assize", "--judge", "builtin", "--json", "--concurrency", "1"},
        options);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!std::filesystem::exists(m_home.path() / "s.assize-wal") && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    process.send(SIGINT);
    const Finished stopped = process.wait();
    EXPECT_EQ(stopped.status, 130) << stopped.err;
    EXPECT_FALSE(std::filesystem::exists(m_home.path() / "s.assize-wal"));
    const std::size_t kept = storedIn(m_home.path() / "s.assize").rows;
    EXPECT_LT(kept, Calls);
    const Finished rest = judge();
    EXPECT_EQ(nlohmann::json::parse(rest.out)["sent"], Calls - kept);
}

/// False in a bare chroot, which has no devpts.
bool hasTerminals() {
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0)
        return false;
    const char* name = ::ptsname(terminal);
    const bool isThere = name != nullptr && ::access(name, F_OK) == 0;
    ::close(terminal);
    return isThere;
}

TEST_F(JudgeKill, ATerminalShowsABarAndThenTheSummary) {
    if (!hasTerminals())
        GTEST_SKIP() << "the system gives no pseudo-terminal";
    startAgain();
    ProcessOptions options;
    options.folder = m_home.path();
    // script(1) gives the program a terminal.
    const Finished finished = runProgram(
        {"script", "-qec", programPath("assize-cli") + " judge s.assize --judge builtin", "/dev/null"}, options);
    ASSERT_EQ(finished.status, 0) << finished.out;
    EXPECT_THAT(finished.out, testing::ContainsRegex("#[-]+. [0-9]+/1600 "));
    EXPECT_THAT(finished.out, testing::HasSubstr("1600 sent, 0 not reached"));
}

} // namespace
} // namespace assize::test
