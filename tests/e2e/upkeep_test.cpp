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

TEST_F(Upkeep, AMergeIsAUnion) {
    m_home.write("more.jsonl", R"({"prompt":"Name a town","response_A":"Bern","response_B":"x"}
{"prompt":"Name a lake","response_A":"Thun","response_B":"z","label":"A"}
)");
    ASSERT_EQ(cli({"import", "t.assize", "more.jsonl"}).status, 0);
    const Finished finished = cli({"merge", "u.assize", "s.assize", "t.assize", "--json"});
    ASSERT_EQ(finished.status, 0) << finished.err;
    const json report = json::parse(finished.out);
    EXPECT_EQ(report["session"], "u.assize");
    EXPECT_EQ(report["first"], "s.assize");
    EXPECT_EQ(report["items"], 3);
    EXPECT_EQ(report["runs"], 1);
    EXPECT_EQ(report["added"][0]["session"], "t.assize");
    EXPECT_EQ(report["added"][0]["items"], 2);
    EXPECT_EQ(report["added"][0]["items_new"], 1);
    EXPECT_EQ(report["added"][0]["labels_new"], 1);
    EXPECT_EQ(report["added"][0]["refused_count"], 0);
    EXPECT_EQ(cli({"check", "u.assize"}).status, 0);
    EXPECT_THAT(
        cli({"merge", "v.assize", "s.assize", "t.assize"}).out, testing::EndsWith("v.assize: 3 items, 1 runs\n"));
    const std::string whole = readFile(m_home.path() / "u.assize").value();
    const Finished again = cli({"merge", "u.assize", "s.assize"});
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.err, HasSubstr("u.assize: cannot do that: the file exists already"));
    EXPECT_TRUE(readFile(m_home.path() / "u.assize").value() == whole);
    EXPECT_EQ(cli({"merge", "w.assize", "s.assize", "more.jsonl"}).status, 3);
    EXPECT_EQ(cli({"merge", "w.assize"}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(m_home.path() / "w.assize"));
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
