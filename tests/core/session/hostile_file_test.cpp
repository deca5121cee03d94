// SPDX-License-Identifier: Apache-2.0
// Files that are no sessions, damaged ones, older and newer ones.
#include "core/session/check.h"
#include "core/session/schema.h"
#include "tests/support/temp_session.h"

#include <SQLiteCpp/Database.h>
#include <fstream>
#include <gtest/gtest.h>

namespace assize {
namespace {

using test::TempSession;
using test::valueOf;

ErrorCode openError(const std::filesystem::path& path, Session::Access access = Session::Access::ReadWrite) {
    const auto session = Session::open(path, access);
    return session ? ErrorCode::Internal : session.error().code;
}

/// Changes a closed session as a stranger's tool might.
void change(const std::filesystem::path& path, const std::string& sql) {
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(sql);
}

/// A closed session with some items.
class HostileFile : public ::testing::Test {
protected:
    void SetUp() override {
        for (int number = 1; number <= 50; ++number)
            m_temp.addPair(std::to_string(number), "prompt", std::string(500, 'a'), std::string(500, 'b'));
        m_temp.close();
    }
    TempSession m_temp;
};

TEST_F(HostileFile, WhatIsNoSessionIsNamed) {
    const test::TempFolder folder;
    EXPECT_EQ(openError(folder.path()), ErrorCode::UnreadableInput);
    EXPECT_EQ(openError(folder.path() / "none"), ErrorCode::UnreadableInput);
    EXPECT_EQ(openError(folder.write("empty", "")), ErrorCode::UnreadableInput);
    EXPECT_EQ(openError("/dev/null"), ErrorCode::UnreadableInput);
    EXPECT_EQ(openError(folder.write("text", "hello")), ErrorCode::NotASession);
    EXPECT_EQ(openError(folder.write("zeros", std::string(8192, '\0'))), ErrorCode::NotASession);
    const auto foreign = folder.path() / "foreign.db";
    SQLite::Database(foreign.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)");
    EXPECT_EQ(openError(foreign), ErrorCode::NotASession);
}

TEST_F(HostileFile, ANewerMajorVersionIsRefused) {
    change(m_temp.path(), "PRAGMA user_version=2000");
    EXPECT_EQ(openError(m_temp.path()), ErrorCode::NewerSession);
    EXPECT_EQ(openError(m_temp.path(), Session::Access::ReadOnly), ErrorCode::NewerSession);
    EXPECT_EQ(checkSession(m_temp.path()).error().code, ErrorCode::NewerSession);
}

TEST_F(HostileFile, ANewerMinorVersionIsOpenedForReading) {
    change(m_temp.path(), "CREATE TABLE later (x); PRAGMA user_version=1999");
    const auto session = valueOf(Session::open(m_temp.path(), Session::Access::ReadWrite));
    EXPECT_EQ(session->access(), Session::Access::ReadOnly);
    EXPECT_EQ(valueOf(valueOf(session->reader())->itemCount()), 50);
}

TEST_F(HostileFile, AStrangersSchemaIsRefused) {
    const char* const changes[] = {
        "CREATE TRIGGER t AFTER INSERT ON items BEGIN DELETE FROM items; END",
        "CREATE TABLE more (x)",
        "DROP VIEW v_items; CREATE VIEW v_items AS SELECT 1",
        "DROP INDEX labels_by_item",
        "ALTER TABLE items ADD COLUMN more TEXT",
        "DROP TABLE settings; CREATE VIEW settings AS SELECT 'a' AS name, 'b' AS value",
    };
    for (const char* sql : changes) {
        const auto copy = m_temp.path().parent_path() / "changed.assize";
        std::filesystem::copy_file(m_temp.path(), copy, std::filesystem::copy_options::overwrite_existing);
        change(copy, sql);
        EXPECT_EQ(openError(copy), ErrorCode::CorruptSession) << sql;
        EXPECT_EQ(openError(copy, Session::Access::ReadOnly), ErrorCode::CorruptSession) << sql;
    }
}

TEST_F(HostileFile, ACutFileIsCorrupt) {
    std::filesystem::resize_file(m_temp.path(), std::filesystem::file_size(m_temp.path()) / 2);
    EXPECT_EQ(openError(m_temp.path()), ErrorCode::CorruptSession);
    EXPECT_EQ(checkSession(m_temp.path()).error().code, ErrorCode::CorruptSession);
}

// A copy from a failing disk: check says so, and opening never crashes.
TEST_F(HostileFile, DamagedPagesAreReported) {
    const auto size = std::filesystem::file_size(m_temp.path());
    for (std::uintmax_t at = 4096 * 40; at + 4096 <= size; at += 4096) {
        std::fstream file(m_temp.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(at));
        file << std::string(4096, '\x5A');
    }
    const auto problems = checkSession(m_temp.path());
    EXPECT_TRUE(!problems || !problems->empty());
    const auto session = Session::open(m_temp.path(), Session::Access::ReadOnly);
    if (session) {
        const auto reader = valueOf((*session)->reader());
        const auto read = reader->forEachItem({}, [](const Item&) { return true; });
        EXPECT_TRUE(read || read.error().code == ErrorCode::CorruptSession) << read.error().detail;
    }
}

TEST_F(HostileFile, CheckFindsWhatDoesNotFit) {
    const struct {
        const char* sql;
        const char* problem;
    } cases[] = {
        {"UPDATE turns SET content = 'other' WHERE key = 1048576", "items: the texts of item 1 do not match"},
        {"UPDATE items SET gold = 'A>B' WHERE key = 2", "items: the gold label of item 2 is not what its labels say"},
        {"INSERT INTO labels (item_key, label) VALUES (999, 'A>B')", "labels: row 1 names a row of items that is not"},
        {"INSERT INTO turns (key, role, content) VALUES (999 << 20, 'user', '')", "turns: row 1047527424 names a row"},
        {"INSERT INTO raw_replies VALUES (1, 'zstd', 9, x'00')", "raw_replies: the reply of verdict 1 does not unpack"},
    };
    for (const auto& row : cases) {
        const auto copy = m_temp.path().parent_path() / "changed.assize";
        std::filesystem::copy_file(m_temp.path(), copy, std::filesystem::copy_options::overwrite_existing);
        change(copy, row.sql);
        std::string all;
        for (const std::string& problem : valueOf(checkSession(copy)))
            all += problem + "\n";
        EXPECT_NE(all.find(row.problem), std::string::npos) << row.sql << ": " << all;
    }
}

TEST_F(HostileFile, CheckRecomputesWhatIsDerived) {
    m_temp.reopen();
    const RowKey run = m_temp.addRun("run");
    m_temp.addVerdict(run, 1, "AB", Label::A, 0.5);
    m_temp.close();
    EXPECT_EQ(valueOf(checkSession(m_temp.path())), std::vector<std::string>());
    change(m_temp.path(), "UPDATE run_items SET label = 'B>A'");
    EXPECT_EQ(valueOf(checkSession(m_temp.path())),
        std::vector<std::string>{"run_items: run 1 and item 1 differ from their verdicts"});
    change(m_temp.path(), "UPDATE run_items SET label = 'A>B'; UPDATE run_plan SET attempts = 4");
    EXPECT_EQ(valueOf(checkSession(m_temp.path())),
        std::vector<std::string>{"run_plan: run 1, item 1, AB 1 does not name its current verdict"});
}

// Version 1000 had no index of request hashes.
TEST_F(HostileFile, AnEarlierVersionIsCopiedAsideAndBroughtUpToDate) {
    change(m_temp.path(), "DROP INDEX verdicts_by_request; PRAGMA user_version=1000");
    EXPECT_EQ(valueOf(checkSession(m_temp.path())), std::vector<std::string>());
    {
        const auto session = valueOf(Session::open(m_temp.path(), Session::Access::ReadOnly));
        EXPECT_EQ(session->access(), Session::Access::ReadOnly);
        EXPECT_EQ(valueOf(valueOf(session->reader())->itemCount()), 50);
    }
    const std::filesystem::path backup = m_temp.path().string() + ".v1000.bak";
    SQLite::Database old(backup.string(), SQLite::OPEN_READONLY);
    EXPECT_EQ(old.execAndGet("PRAGMA user_version").getInt(), 1000);
    EXPECT_EQ(old.execAndGet("SELECT count(*) FROM items").getInt(), 50);
    SQLite::Database current(m_temp.path().string(), SQLite::OPEN_READONLY);
    EXPECT_EQ(current.execAndGet("PRAGMA user_version").getInt(), SchemaVersion);
    EXPECT_EQ(valueOf(checkSession(m_temp.path())), std::vector<std::string>());
}

TEST_F(HostileFile, AVersionThatNeverWasIsCorrupt) {
    change(m_temp.path(), "PRAGMA user_version=7");
    EXPECT_EQ(openError(m_temp.path()), ErrorCode::CorruptSession);
}

TEST_F(HostileFile, AnyToolCanReadTheViews) {
    m_temp.reopen();
    const RowKey run = m_temp.addRun("run");
    m_temp.addVerdict(run, 1, "AB", Label::A, 0.5);
    m_temp.close();
    SQLite::Database database(m_temp.path().string(), SQLite::OPEN_READONLY);
    EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), 0x41535A45);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM v_items WHERE prompt = 'prompt'").getInt(), 50);
    EXPECT_STREQ(database.execAndGet("SELECT response_b FROM v_items WHERE source_id = '7'").getText(),
        std::string(500, 'b').c_str());
    EXPECT_STREQ(database.execAndGet("SELECT label FROM v_verdicts WHERE run = 'run' AND is_current").getText(), "A>B");
    for (const char* view : {"v_scores", "v_annotations", "v_raw"})
        EXPECT_EQ(database.execAndGet(std::string("SELECT count(*) FROM ") + view).getInt(), 0) << view;
}

} // namespace
} // namespace assize
