// SPDX-License-Identifier: Apache-2.0
// Looking after a session file: check and index.
#include "core/base/files.h"
#include "core/session/session.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <SQLiteCpp/Database.h>
#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

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

// The program is killed while it brings a file of an older version up to date: the next start makes up for it, and the
// copy of the old version beside it is whole.
TEST_F(Upkeep, AnUpgradeThatIsKilledIsMadeUpFor) {
    std::string pairs;
    for (int number = 0; number < 300; ++number)
        pairs += R"({"prompt":"Name town )" + std::to_string(number) + R"(","response_A":")" + std::string(4000, 'a') +
                 R"(","response_B":"x"})" + "\n";
    m_home.write("many.jsonl", pairs);
    ASSERT_EQ(cli({"import", "s.assize", "many.jsonl"}).status, 0);
    const int current = SQLite::Database(path()).execAndGet("PRAGMA user_version").getInt();
    damage("DROP INDEX verdicts_by_request; PRAGMA user_version=1000");
    const std::filesystem::path old = m_home.path() / "old.assize";
    std::mt19937 random(31);
    std::uniform_real_distribution<double> moment(0.0, 0.25);
    for (int loop = 0; loop < killLoops(); ++loop) {
        std::filesystem::remove(old.string() + ".v1000.bak");
        std::filesystem::copy_file(path(), old, std::filesystem::copy_options::overwrite_existing);
        ProcessOptions options;
        options.folder = m_home.path();
        Process upgrading({programPath("assize-cli"), "index", "old.assize"}, options);
        std::this_thread::sleep_for(std::chrono::duration<double>(moment(random))); // the random moment, not a wait
        upgrading.send(SIGKILL);
        static_cast<void>(upgrading.wait());
        EXPECT_EQ(cli({"index", "old.assize"}).status, 0) << loop;
        EXPECT_EQ(cli({"check", "old.assize"}).status, 0) << loop;
        EXPECT_EQ(SQLite::Database(old).execAndGet("PRAGMA user_version").getInt(), current) << loop;
        SQLite::Database backup(old.string() + ".v1000.bak");
        EXPECT_EQ(backup.execAndGet("SELECT count(*) FROM items").getInt(), 302) << loop;
    }
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
