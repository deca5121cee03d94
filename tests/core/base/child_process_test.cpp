// SPDX-License-Identifier: Apache-2.0
#include "core/base/child_process.h"

#include "core/base/files.h"
#include "tests/support/fake_program.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <optional>
#include <sys/stat.h>
#include <thread>

namespace assize::test {
namespace {

using namespace std::chrono_literals;

ChildCommand commandOf(const TempFolder& folder, std::vector<std::string> arguments) {
    return {"/bin/sh", std::move(arguments), {{"ASSIZE_WORD", "two words"}}, folder.path() / "logs/child.log"};
}

TEST(ChildProcess, GivesStatusAndOutput) {
    const TempFolder folder;
    const auto command = commandOf(folder, {"-c", "echo \"$ASSIZE_WORD\"; echo problem >&2; exit 7"});
    auto child = ChildProcess::start(command);
    ASSERT_TRUE(child) << child.error().detail;
    const auto end = child->waitFor(30s);
    ASSERT_TRUE(end);
    EXPECT_EQ(end->status, 7);
    EXPECT_EQ(end->signal, 0);
    EXPECT_EQ(readFile(command.log).value_or("none"), "two words\nproblem\n");
    struct stat status = {};
    ASSERT_EQ(::stat(command.log.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U) << "only its owner may read the log";
}

// What a person types as an argument reaches the program as it is, whatever a shell would have made of it.
TEST(ChildProcess, NoShellReadsArguments) {
    const TempFolder folder;
    const FakeProgram echo("show-arguments", "#!/bin/sh\nfor a in \"$@\"; do echo \"[$a]\"; done\n");
    const ChildCommand command{"show-arguments", {"$(touch x)", "a b", "; ls", "*"}, {}, folder.path() / "log"};
    auto child = ChildProcess::start(command);
    ASSERT_TRUE(child) << child.error().detail;
    ASSERT_TRUE(child->waitFor(30s));
    EXPECT_EQ(readFile(command.log).value_or("none"), "[$(touch x)]\n[a b]\n[; ls]\n[*]\n");
}

TEST(ChildProcess, SaysWhichProgramIsMissing) {
    const TempFolder folder;
    const auto child = ChildProcess::start({"no-such-program-here", {}, {}, folder.path() / "log"});
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().code, ErrorCode::NotFound);
    EXPECT_EQ(child.error().subject, "no-such-program-here");
    EXPECT_EQ(
        ChildProcess::start({"/nowhere/at/all", {}, {}, folder.path() / "log"}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(
        ChildProcess::start({"/bin/sh", {}, {}, "/proc/no/such/folder/log"}).error().code, ErrorCode::NotWritable);
}

TEST(ChildProcess, EndsWithItsOwner) {
    const TempFolder folder;
    int pid = 0;
    {
        auto child = ChildProcess::start(commandOf(folder, {"-c", "exec sleep 600"}));
        ASSERT_TRUE(child);
        pid = child->pid();
        EXPECT_FALSE(child->waitFor(0ms));
    }
    EXPECT_EQ(::kill(pid, 0), -1) << "it is still there";
}

TEST(ChildProcess, IsKilledWhereItDoesNotListen) {
    const TempFolder folder;
    int pid = 0;
    {
        auto child = ChildProcess::start(commandOf(folder, {"-c", "trap '' TERM; echo up; while :; do sleep 1; done"}));
        ASSERT_TRUE(child);
        pid = child->pid();
        while (readFile(folder.path() / "logs/child.log").value_or("") != "up\n")
            EXPECT_FALSE(child->waitFor(10ms));
    }
    EXPECT_EQ(::kill(pid, 0), -1) << "it is still there";
}

TEST(ChildProcess, SaysWhatIsNoProgram) {
    const TempFolder folder;
    const auto path = folder.path() / "program";
    std::ofstream(path) << "neither a script nor a program";
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    ChildCommand command = commandOf(folder, {});
    command.program = path.string();
    const auto child = ChildProcess::start(command);
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().detail, "Exec format error");
}

// If our program dies, its threads do, and a server that it started must not stay behind.
TEST(ChildProcess, EndsWithTheThreadThatStartedIt) {
    const TempFolder folder;
    std::optional<Result<ChildProcess>> child;
    std::thread([&] { child.emplace(ChildProcess::start(commandOf(folder, {"-c", "exec sleep 600"}))); }).join();
    ASSERT_TRUE(child && *child);
    const auto end = (*child)->waitFor(30s);
    ASSERT_TRUE(end);
    EXPECT_EQ(end->signal, SIGTERM);
}

} // namespace
} // namespace assize::test
