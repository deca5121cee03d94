// SPDX-License-Identifier: Apache-2.0
// Looking after a session file: check and index.
#include "core/base/files.h"
#include "core/session/session.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Upkeep : public testing::Test {
protected:
    void SetUp() override {
        m_home.write("pairs.jsonl", R"({"prompt":"Name a town","response_A":"Bern","response_B":"x"}
{"prompt":"说出一条河","response_A":"长江","response_B":"y"}
)");
        ASSERT_EQ(cli({"import", "s.assize", "pairs.jsonl"}).status, 0);
        ASSERT_EQ(cli({"judge", "s.assize", "--judge", "builtin"}).status, 0);
    }

    Finished cli(std::vector<std::string> arguments) { return runCli(std::move(arguments), m_home.path()); }
    void damage(const char* sql) { SQLite::Database(path(), SQLite::OPEN_READWRITE).exec(sql); }
    [[nodiscard]] std::filesystem::path path() const { return m_home.path() / "s.assize"; }

    TempFolder m_home;
};

TEST_F(Upkeep, AWholeSessionHasNoProblems) {
    EXPECT_EQ(cli({"check", "s.assize"}).out, "s.assize: no problems\n");
    const Finished finished = cli({"check", "s.assize", "--json"});
    EXPECT_EQ(finished.status, 0);
    EXPECT_EQ(json::parse(finished.out), json({{"ok", true}, {"problems", json::array()}}));
}

TEST_F(Upkeep, ABrokenReferenceIsFoundAndNotMended) {
    damage("PRAGMA foreign_keys=OFF; DELETE FROM items WHERE key = 1;");
    const std::string before = readFile(path()).value();
    const Finished finished = cli({"check", "s.assize", "--json"});
    EXPECT_EQ(finished.status, 1);
    const json document = json::parse(finished.out);
    EXPECT_EQ(document["ok"], false);
    EXPECT_THAT(document["problems"], testing::Not(testing::IsEmpty()));
    EXPECT_EQ(cli({"check", "s.assize"}).status, 1);
    EXPECT_TRUE(readFile(path()).value() == before);
}

TEST_F(Upkeep, TheIndexIsFilledOnce) {
    const Finished first = cli({"index", "s.assize", "--json"});
    EXPECT_EQ(first.status, 0) << first.err;
    EXPECT_EQ(json::parse(first.out), json({{"indexed", 2}, {"left", 0}}));
    EXPECT_EQ(cli({"index", "s.assize"}).out, "0 items indexed; the search index is complete\n");
    EXPECT_EQ(cli({"check", "s.assize"}).status, 0);
    const Finished found = cli({"export", "s.assize", "--items", "response ~ \"长江\"", "-o", "f.jsonl", "--json"});
    EXPECT_EQ(json::parse(found.out)["items"], 1);
}

TEST_F(Upkeep, AnUnfinishedIndexIsNoProblemAndSearchFindsTheRest) {
    const Finished found = cli({"export", "s.assize", "--items", "response ~ \"长江\"", "-o", "f.jsonl", "--json"});
    EXPECT_EQ(json::parse(found.out)["items"], 1);
    EXPECT_EQ(cli({"check", "s.assize"}).status, 0);
}

TEST_F(Upkeep, BothSayWhatTheyCannotRead) {
    for (const char* command : {"check", "index"}) {
        EXPECT_EQ(cli({command}).status, 2);
        EXPECT_EQ(cli({command, "gone.assize"}).status, 3);
        const Finished foreign = cli({command, "pairs.jsonl"});
        EXPECT_EQ(foreign.status, 3);
        EXPECT_THAT(foreign.err, HasSubstr("pairs.jsonl: not an Assize session"));
        EXPECT_EQ(cli({command, "."}).status, 3);
    }
}

TEST_F(Upkeep, ALockedSessionCanBeCheckedButNotIndexed) {
    const auto held = Session::open(path(), Session::Access::ReadWrite);
    ASSERT_TRUE(held.has_value());
    EXPECT_EQ(cli({"index", "s.assize"}).status, 5);
    EXPECT_EQ(cli({"check", "s.assize"}).status, 0);
    EXPECT_EQ(cli({"metrics", "s.assize"}).status, 0);
}

} // namespace
} // namespace assize::test
