// SPDX-License-Identifier: Apache-2.0
// The program as a whole: wrong usage, where output goes, and what happens when nobody reads it.
#include "core/base/files.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using testing::HasSubstr;

TEST(Usage, SaysWhatIsWrongInOneForm) {
    const struct {
        std::vector<std::string> arguments;
        const char* says;
    } cases[] = {
        {{}, "assize-cli: cannot do that: a command is missing; there are check, compare, endpoints, export, "},
        {{"--json"}, "assize-cli: cannot do that: a command is missing"},
        {{"exprt", "s.assize"}, "assize-cli: exprt: cannot do that: no command has this name; did you mean export?"},
        {{"--log-level", "off", "zzz"}, "assize-cli: zzz: cannot do that: no command has this name; there are check, "},
        {{"judges"}, "assize-cli: judges: cannot do that: say which: diff, export, import, lint, list, show"},
        {{"judges", "lst"}, "assize-cli: judges lst: cannot do that: no command has this name; did you mean list?"},
        {{"metrics", "--tise", "class"},
            "assize-cli: metrics --tise: cannot do that: no option has this name; did you mean --ties?"},
        {{"metrics", "s.assize", "--tise=class"},
            "assize-cli: metrics --tise: cannot do that: no option has this name"},
        {{"metrics"}, "assize-cli: metrics: cannot do that: SESSION is required"},
        {{"compare", "s.assize", "a"}, "assize-cli: compare: cannot do that: RUN_B is required"},
        {{"check", "s.assize", "t.assize"}, "assize-cli: check: cannot do that: "},
        {{"judges", "list", "--log-level", "silly"}, "assize-cli: judges list: cannot do that: --log-level: "},
        {{"import", "s.assize", "a", "--format"}, "assize-cli: import: cannot do that: --format"},
    };
    const TempFolder home;
    for (const auto& [arguments, says] : cases) {
        const Finished finished = runCli(arguments, home.path());
        EXPECT_EQ(finished.status, 2) << says;
        EXPECT_THAT(finished.err, testing::StartsWith(says));
        EXPECT_THAT(finished.err, testing::EndsWith(": see --help\n"));
        EXPECT_EQ(finished.out, "");
    }
}

TEST(Usage, HelpAndVersionGoToStandardOutput) {
    const TempFolder home;
    const Finished version = runCli({"--version"}, home.path());
    EXPECT_EQ(version.status, 0);
    EXPECT_THAT(version.out, testing::StartsWith("assize-cli "));
    const Finished help = runCli({"--help"}, home.path());
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, HasSubstr("import "));
    EXPECT_THAT(help.out, HasSubstr("list: Judges of the session"));
    EXPECT_EQ(help.err, "");
    EXPECT_THAT(runCli({"import", "--help"}, home.path()).out, HasSubstr("--rejects"));
}

/// A session whose export is larger than any pipe holds.
class Output : public testing::Test {
protected:
    void SetUp() override {
        std::string pairs;
        for (int row = 0; row < 300; ++row)
            pairs += R"({"prompt":"question )" + std::to_string(row) + R"(","response_A":")" + std::string(2000, 'x') +
                     R"(","response_B":"y"})" + "\n";
        m_home.write("pairs.jsonl", pairs);
        ASSERT_EQ(runCli({"import", "s.assize", "pairs.jsonl"}, m_home.path()).status, 0);
    }

    /// A line of the shell, in which $0 is the program.
    Finished shell(const std::string& line) {
        ProcessOptions options;
        options.folder = m_home.path();
        return runProgram({"sh", "-c", line, programPath("assize-cli")}, options);
    }

    TempFolder m_home;
};

TEST_F(Output, AReaderThatLeavesIsNoError) {
    for (const char* format : {"jsonl", "csv"}) {
        const Finished finished =
            shell(std::string("{ \"$0\" export s.assize --format ") + format + " -o -; echo $? >&2; } | head -n 1");
        EXPECT_EQ(finished.err, "0\n");
        EXPECT_EQ(std::count(finished.out.begin(), finished.out.end(), '\n'), 1);
    }
    EXPECT_EQ(shell("{ sleep 0.1; \"$0\" metrics s.assize; echo $? >&2; } | true").err, "0\n");
    EXPECT_EQ(shell("{ sleep 0.1; \"$0\" check s.assize --json; echo $? >&2; } | true").err, "0\n");
    EXPECT_EQ(shell("{ sleep 0.1; \"$0\" metrics gone.assize 2>/dev/null; echo $? >&2; } | true").err, "3\n");
}

TEST_F(Output, AFullDiskIsAnError) {
    for (const char* command : {"export s.assize -o -", "export s.assize -o /dev/full", "metrics s.assize --json"}) {
        const Finished finished = shell(std::string("\"$0\" ") + command + " > /dev/full");
        EXPECT_EQ(finished.status, 5) << command;
        EXPECT_THAT(finished.err, HasSubstr("cannot write")) << command;
        EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1) << finished.err;
    }
}

TEST_F(Output, AFileThatOutgrowsItsLimitLeavesNothing) {
    const Finished finished = shell("ulimit -f 100; \"$0\" export s.assize -o out.jsonl");
    EXPECT_EQ(finished.status, 5) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr("out.jsonl: cannot write: File too large"));
    EXPECT_FALSE(std::filesystem::exists(m_home.path() / "out.jsonl"));
    const Finished imported = shell("ulimit -f 100; \"$0\" import t.assize pairs.jsonl");
    EXPECT_EQ(imported.status, 5) << imported.err;
    const std::string before = readFile(m_home.path() / "s.assize").value();
    EXPECT_EQ(shell("ulimit -f 100; \"$0\" judge s.assize --judge builtin").status, 5);
    EXPECT_EQ(runCli({"check", "s.assize"}, m_home.path()).status, 0);
}

TEST_F(Output, NamesOfOpenPipesCanBeWrittenTo) {
    EXPECT_EQ(
        shell("{ \"$0\" export s.assize -o /dev/fd/3 | tail -n 1; } 3>&1 | wc -l").out, "302\n"); // and the summary
    EXPECT_EQ(shell("\"$0\" export s.assize -o /dev/stdout | wc -l").out, "301\n"); // a header and the items
}

TEST_F(Output, EveryCommandGivesOneJsonDocument) {
    ASSERT_EQ(runCli({"judge", "s.assize", "--judge", "builtin", "--json"}, m_home.path()).status, 0);
    const std::vector<std::vector<std::string>> commands = {
        {"import", "s.assize", "pairs.jsonl"},
        {"judge", "s.assize", "--judge", "builtin"},
        {"metrics", "s.assize", "--resamples", "0"},
        {"compare", "s.assize", "builtin", "builtin", "--resamples", "0"},
        {"whatif", "s.assize", "--resamples", "0"},
        {"render", "--judge", "builtin", "--item-json", "pairs.jsonl"},
        {"parse", "--format", "label", "/dev/null"},
        {"judges", "list"},
        {"judges", "show", "builtin"},
        {"judges", "lint", "builtin"},
        {"export", "s.assize", "-o", "e.jsonl"},
        {"index", "s.assize"},
        {"check", "s.assize"},
    };
    for (std::vector<std::string> command : commands) {
        SCOPED_TRACE(command.front());
        command.emplace_back("--json");
        const Finished finished = runCli(command, m_home.path());
        EXPECT_LE(finished.status, 1) << finished.err;
        const auto document = nlohmann::json::parse(finished.out, nullptr, false);
        EXPECT_TRUE(document.is_object()) << finished.out.substr(0, 200);
        EXPECT_EQ(std::count(finished.out.begin(), finished.out.end(), '\n'), 1);
    }
}

} // namespace
} // namespace assize::test
