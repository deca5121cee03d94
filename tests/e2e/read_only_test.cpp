// SPDX-License-Identifier: Apache-2.0
// A session that may be read and not written, alone or with its folder: what reads works, what writes says so, and
// nothing changes.
#include "core/base/files.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

#include <SQLiteCpp/Database.h>
#include <array>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace assize::test {
namespace {

using std::filesystem::path;
using testing::HasSubstr;

constexpr const char* Pairs = R"({"prompt":"Name a town","response_A":"Bern","response_B":"x","label":"A"}
{"prompt":"Name a river","response_A":"Aare","response_B":"y","label":"B"}
)";

enum class Closed { File, Folder, Both };

class ReadOnly : public testing::TestWithParam<Closed> {
protected:
    void SetUp() override {
        if (!m_user.isOne() || ::access(programPath("assize-cli").c_str(), X_OK) != 0)
            GTEST_SKIP() << "root cannot become a user who may start the program";
        m_home.write("pairs.jsonl", Pairs);
        std::filesystem::create_directory(folder());
        ASSERT_EQ(cli({"import", "shared/s.assize", "pairs.jsonl"}).status, 0);
        ASSERT_EQ(cli({"judge", "shared/s.assize", "--judge", "builtin"}).status, 0);
    }
    void TearDown() override { setMode(folder(), 0755); }

    void close() const {
        if (GetParam() != Closed::Folder)
            setMode(session(), 0444);
        if (GetParam() != Closed::File)
            setMode(folder(), 0555);
    }
    static void setMode(const path& what, int mode) {
        std::error_code ignored; // the test was skipped
        std::filesystem::permissions(what, static_cast<std::filesystem::perms>(mode), ignored);
    }
    Finished cli(std::vector<std::string> arguments) const { return runCli(std::move(arguments), m_home.path()); }
    [[nodiscard]] path folder() const { return m_home.path() / "shared"; }
    [[nodiscard]] path session() const { return folder() / "s.assize"; }
    [[nodiscard]] std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder()))
            names.insert(entry.path().filename().string());
        return names;
    }

    Unprivileged m_user;
    TempFolder m_home;
};

TEST_P(ReadOnly, WhatReadsWorksAndWhatWritesSaysWhyNot) {
    close();
    const std::string before = readFile(session()).value();
    const std::string name = "shared/s.assize";
    for (const std::vector<std::string>& reading : std::vector<std::vector<std::string>>{{"metrics", name},
             {"check", name}, {"export", name, "--format", "jsonl", "-o", "-"}, {"report", name, "-o", "-"},
             {"export", name, "--items", "prompt ~ \"river\"", "-o", "river.jsonl"}}) {
        const Finished finished = cli(reading);
        EXPECT_EQ(finished.status, 0) << reading.front() << ": " << finished.err;
    }
    for (const std::vector<std::string>& writing :
        std::vector<std::vector<std::string>>{{"import", name, "pairs.jsonl", "--run", "again"},
            {"judge", name, "--judge", "builtin", "--new-run", "again"}, {"index", name}}) {
        const Finished finished = cli(writing);
        EXPECT_EQ(finished.status, 5) << writing.front() << ": " << finished.err;
        EXPECT_THAT(finished.err, HasSubstr("cannot write: Permission denied: check the permissions"));
    }
    EXPECT_TRUE(readFile(session()).value() == before);
    EXPECT_EQ(files(), std::set<std::string>{"s.assize"});
}

// Assize was updated since, and cannot bring the file up to date where it lies.
TEST_P(ReadOnly, ASessionOfAnOlderVersionIsReadAsItIs) {
    SQLite::Database(session().string(), SQLite::OPEN_READWRITE)
        .exec("DROP INDEX verdicts_by_request; PRAGMA user_version=1000");
    close();
    const std::string before = readFile(session()).value();
    EXPECT_EQ(cli({"metrics", "shared/s.assize"}).status, 0);
    EXPECT_EQ(cli({"check", "shared/s.assize"}).status, 0);
    EXPECT_EQ(cli({"judge", "shared/s.assize", "--judge", "builtin", "--new-run", "again"}).status, 5);
    EXPECT_TRUE(readFile(session()).value() == before);
    EXPECT_EQ(files(), std::set<std::string>{"s.assize"});
}

TEST_P(ReadOnly, NothingNewIsMadeInAClosedFolder) {
    close();
    if (GetParam() == Closed::File)
        GTEST_SKIP() << "the folder is open";
    for (const std::vector<std::string>& making :
        std::vector<std::vector<std::string>>{{"import", "shared/new.assize", "pairs.jsonl"},
            {"merge", "shared/new.assize", "shared/s.assize", "shared/s.assize"},
            {"export", "shared/s.assize", "-o", "shared/new.jsonl"},
            {"report", "shared/s.assize", "-o", "shared/new.html"}}) {
        const Finished finished = cli(making);
        EXPECT_EQ(finished.status, 5) << making.front() << ": " << finished.err;
        EXPECT_THAT(finished.err, HasSubstr("shared/new."));
        EXPECT_THAT(finished.err, HasSubstr("Permission denied"));
        EXPECT_THAT(finished.err, testing::Not(HasSubstr(".part-"))) << "nobody knows the name on the way";
    }
    EXPECT_EQ(files(), std::set<std::string>{"s.assize"});
}

std::string nameOf(const testing::TestParamInfo<Closed>& info) {
    constexpr std::array Names = {"File", "Folder", "Both"};
    return Names.at(static_cast<std::size_t>(info.param));
}

INSTANTIATE_TEST_SUITE_P(Session, ReadOnly, testing::Values(Closed::File, Closed::Folder, Closed::Both), nameOf);

} // namespace
} // namespace assize::test
