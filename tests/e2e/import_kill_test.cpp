// SPDX-License-Identifier: Apache-2.0
// kill -9 at random moments of an import, an export and a merge: what was stored stays, and doing it again completes it
// exactly.
#include "core/base/files.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <random>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace assize::test {
namespace {

constexpr int Rows = 3000;
constexpr std::size_t LongText = 4000; ///< 13 MB of such rows: several commits of a new session

std::string manyPairs(std::size_t responseSize = 200) {
    std::string text;
    for (int row = 0; row < Rows; ++row)
        text += R"({"prompt":"question )" + std::to_string(row % (Rows - 100)) + R"(","response_A":"first )" +
                std::string(responseSize, 'x') + R"(","response_B":"second","label":"A"})" + "\n";
    return text;
}

std::int64_t itemsIn(const std::filesystem::path& path) {
    const auto session = Session::open(path, Session::Access::ReadOnly);
    if (!session)
        return -1;
    return (*(*session)->reader())->itemCount().value_or(-1);
}

/// Kills after a random part of the time a whole run takes: the moment is what the test is about, nothing waits for it.
Finished killSomewhere(
    const std::vector<std::string>& command, const TempFolder& home, double wholeSeconds, std::mt19937& random) {
    ProcessOptions options;
    options.folder = home.path();
    Process process(command, options);
    std::this_thread::sleep_for(
        std::chrono::duration<double>(std::uniform_real_distribution(0.0, wholeSeconds)(random)));
    process.send(SIGKILL);
    return process.wait();
}

TEST(Kill, AnImportLosesNothingStoredAndCompletesExactly) {
    const TempFolder home;
    home.write("pairs.jsonl", manyPairs(LongText));
    const std::vector<std::string> command = {programPath("assize-cli"), "import", "s.assize", "pairs.jsonl"};
    const Finished whole = runCli({"import", "whole.assize", "pairs.jsonl"}, home.path());
    ASSERT_EQ(whole.status, 0) << whole.err;
    std::mt19937 random(7);
    std::int64_t stored = 0;
    for (int loop = 0; loop < killLoops(); ++loop) {
        if (stored == Rows) {
            std::filesystem::remove(home.path() / "s.assize");
            stored = 0;
        }
        (void)killSomewhere(command, home, whole.wallSeconds, random);
        if (!std::filesystem::exists(home.path() / "s.assize"))
            continue;
        const std::int64_t now = itemsIn(home.path() / "s.assize");
        EXPECT_GE(now, stored) << "loop " << loop;
        EXPECT_EQ(runCli({"check", "s.assize"}, home.path()).status, 0) << "loop " << loop;
        stored = now;
    }
    const Finished rest = runCli({"import", "s.assize", "pairs.jsonl", "--json"}, home.path());
    ASSERT_EQ(rest.status, 0) << rest.err;
    EXPECT_EQ(nlohmann::json::parse(rest.out)["items"], Rows);
    EXPECT_EQ(nlohmann::json::parse(rest.out)["items_new"], Rows - stored);
    EXPECT_EQ(itemsIn(home.path() / "s.assize"), Rows);
}

TEST(Kill, AnExportLeavesNothingTheOldFileOrTheNew) {
    const TempFolder home;
    home.write("pairs.jsonl", manyPairs());
    ASSERT_EQ(runCli({"import", "s.assize", "pairs.jsonl"}, home.path()).status, 0);
    const Finished whole = runCli({"export", "s.assize", "-o", "new.jsonl"}, home.path());
    ASSERT_EQ(whole.status, 0) << whole.err;
    const std::string expected = readFile(home.path() / "new.jsonl").value();
    const std::string session = readFile(home.path() / "s.assize").value();
    std::mt19937 random(7);
    for (int loop = 0; loop < killLoops(); ++loop) {
        const bool isNew = loop % 2 == 0;
        std::filesystem::remove(home.path() / "out.jsonl");
        if (!isNew)
            home.write("out.jsonl", "old");
        (void)killSomewhere(
            {programPath("assize-cli"), "export", "s.assize", "-o", "out.jsonl"}, home, whole.wallSeconds, random);
        const std::string left = readFile(home.path() / "out.jsonl").value_or("");
        EXPECT_TRUE(left == (isNew ? "" : "old") || left == expected) << "loop " << loop;
        EXPECT_EQ(std::filesystem::exists(home.path() / "out.jsonl"), !isNew || left == expected) << "loop " << loop;
        EXPECT_TRUE(readFile(home.path() / "s.assize").value() == session) << "loop " << loop;
    }
    EXPECT_EQ(runCli({"check", "s.assize"}, home.path()).status, 0);
    EXPECT_EQ(runCli({"export", "s.assize", "-o", "out.jsonl"}, home.path()).status, 0);
    EXPECT_TRUE(readFile(home.path() / "out.jsonl").value() == expected);
}

// The command line's way to write a session under another name.
TEST(Kill, AMergeLeavesNothingOrTheWhole) {
    const TempFolder home;
    home.write("pairs.jsonl", manyPairs(LongText));
    home.write("other.jsonl", R"({"prompt":"Q","response_A":"x","response_B":"y"})"
                              "\n");
    ASSERT_EQ(runCli({"import", "s.assize", "pairs.jsonl"}, home.path()).status, 0);
    ASSERT_EQ(runCli({"import", "t.assize", "other.jsonl"}, home.path()).status, 0);
    const std::string session = readFile(home.path() / "s.assize").value();
    const Finished whole = runCli({"merge", "whole.assize", "s.assize", "t.assize"}, home.path());
    ASSERT_EQ(whole.status, 0) << whole.err;
    const std::vector<std::string> command = {programPath("assize-cli"), "merge", "out.assize", "s.assize", "t.assize"};
    std::mt19937 random(7);
    for (int loop = 0; loop < killLoops(); ++loop) {
        std::filesystem::remove(home.path() / "out.assize");
        (void)killSomewhere(command, home, whole.wallSeconds, random);
        EXPECT_TRUE(readFile(home.path() / "s.assize").value() == session) << "loop " << loop;
        if (!std::filesystem::exists(home.path() / "out.assize"))
            continue;
        EXPECT_EQ(itemsIn(home.path() / "out.assize"), Rows + 1) << "loop " << loop;
        EXPECT_EQ(runCli({"check", "out.assize"}, home.path()).status, 0) << "loop " << loop;
    }
    std::filesystem::remove(home.path() / "out.assize");
    EXPECT_EQ(runCli({"merge", "out.assize", "s.assize", "t.assize"}, home.path()).status, 0);
    EXPECT_EQ(itemsIn(home.path() / "out.assize"), Rows + 1);
}

TEST(Interrupt, StopsAnImportAndKeepsTheSessionWhole) {
    const TempFolder home;
    const std::filesystem::path pipe = home.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const int feed = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC); // both ends, so that it never ends
    ASSERT_GE(feed, 0);
    ProcessOptions options;
    options.folder = home.path();
    Process process({programPath("assize-cli"), "import", "s.assize", "pipe"}, options);
    const std::string row = R"({"prompt":"Q","response_A":"x","response_B":"y"})"
                            "\n";
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!std::filesystem::exists(home.path() / "s.assize") && std::chrono::steady_clock::now() < deadline)
        (void)!::write(feed, row.data(), row.size());
    process.send(SIGINT);
    const Finished finished = process.wait();
    ::close(feed);
    EXPECT_EQ(finished.status, 130) << finished.err;
    EXPECT_GE(itemsIn(home.path() / "s.assize"), 0);
    EXPECT_FALSE(std::filesystem::exists(home.path() / "s.assize-wal"));
}

TEST(Interrupt, StopsAnExportAndLeavesTheSessionAlone) {
    const TempFolder home;
    home.write("pairs.jsonl", manyPairs());
    ASSERT_EQ(runCli({"import", "s.assize", "pairs.jsonl"}, home.path()).status, 0);
    const std::string session = readFile(home.path() / "s.assize").value();
    const std::filesystem::path pipe = home.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const int drain = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(drain, 0);
    ProcessOptions options;
    options.folder = home.path();
    Process process({programPath("assize-cli"), "export", "s.assize", "-o", "pipe"}, options);
    std::array<char, 65536> block{};
    pollfd ready{drain, POLLIN, 0};
    ASSERT_EQ(::poll(&ready, 1, 60'000), 1) << "the export never began";
    process.send(SIGINT); // it now stands in a write that nobody takes up
    std::thread reader([&] {
        while (::poll(&ready, 1, 60'000) == 1 && (ready.revents & POLLIN) != 0 &&
               ::read(drain, block.data(), block.size()) > 0) {
        }
    });
    const Finished finished = process.wait();
    reader.join();
    ::close(drain);
    EXPECT_EQ(finished.status, 130) << finished.err;
    EXPECT_NE(finished.err.find("assize-cli: export: stopped"), std::string::npos) << finished.err;
    EXPECT_TRUE(readFile(home.path() / "s.assize").value() == session);
    EXPECT_FALSE(std::filesystem::exists(home.path() / "s.assize-wal"));
}

} // namespace
} // namespace assize::test
