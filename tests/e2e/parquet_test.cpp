// SPDX-License-Identifier: Apache-2.0
// Parquet comes and goes through DuckDB's library where there is one, and with a clear message where there is none.
#include "core/base/files.h"
#include "core/base/parquet.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using Json = nlohmann::json;

#define ASSIZE_NEEDS_DUCKDB()                                                                                          \
    if (!wantDuckDb())                                                                                                 \
    GTEST_SKIP() << "DuckDB's library is not at hand; set ASSIZE_DUCKDB"

/// A Parquet file of these rows.
void makeParquet(const TempFolder& home, const std::string& name, const std::string& rows, const char* columns) {
    const auto lines = home.write("rows.jsonl", rows);
    std::ofstream file(home.path() / name, std::ios::binary);
    const auto written = writeParquet(lines, columns,
        [&](std::string_view bytes) {
            file << bytes;
            return Result<void>();
        },
        {});
    ASSERT_TRUE(written) << written.error().detail;
}

TEST(Parquet, WithoutTheLibraryTheMessageSaysWhatToDo) {
    const TempFolder home;
    home.write("a.parquet", std::string("PAR1\x15\x04\x15\x10PAR1", 12));
    home.write("pairs.jsonl", R"({"prompt":"Q","response_A":"x","response_B":"y"})");
    ProcessOptions options;
    options.environment["ASSIZE_DUCKDB"] = "/nowhere/libduckdb.so";
    const Finished imported = runCli({"import", "s.assize", "a.parquet"}, home.path(), options);
    EXPECT_EQ(imported.status, 3);
    EXPECT_NE(imported.err.find("it is a Parquet file, and the library that reads and writes it, DuckDB "
                                "(libduckdb.so), is not installed; install it"),
        std::string::npos)
        << imported.err;
    EXPECT_FALSE(std::filesystem::exists(home.path() / "s.assize"));
    ASSERT_EQ(runCli({"import", "s.assize", "pairs.jsonl"}, home.path()).status, 0);
    const Finished exported =
        runCli({"export", "s.assize", "--format", "parquet", "-o", "out.parquet"}, home.path(), options);
    EXPECT_EQ(exported.status, 2);
    EXPECT_NE(exported.err.find("is not installed"), std::string::npos) << exported.err;
    EXPECT_FALSE(std::filesystem::exists(home.path() / "out.parquet"));
}

TEST(Parquet, AFileIsGuessedAndReadAsItsRowsWouldBe) {
    ASSIZE_NEEDS_DUCKDB();
    const TempFolder home;
    std::filesystem::create_directory(home.path() / "it's=[1]*");
    makeParquet(home, "it's=[1]*/train.parquet",
        "{\"prompt\":\"Q \xE4\xB8\xAD\",\"chosen\":[\"x\"],\"rejected\":[\"y\",\"z\"],\"num_correct\":1,\"id\":\"7\"}\n"
        "{\"prompt\":null,\"chosen\":[\"x\"],\"rejected\":[\"y\"],\"num_correct\":1,\"id\":\"8\"}\n",
        "{prompt: 'VARCHAR', chosen: 'VARCHAR[]', rejected: 'VARCHAR[]', num_correct: 'BIGINT', id: 'VARCHAR'}");
    const Finished finished =
        runCli({"import", "s.assize", "it's=[1]*/train.parquet", "--format", "parquet", "--json"}, home.path());
    EXPECT_EQ(finished.status, 1) << finished.err;
    const Json summary = Json::parse(finished.out);
    EXPECT_EQ(summary["format"], "rewardbench");
    EXPECT_EQ(summary["items_new"], 1);
    ASSERT_EQ(summary["skipped"].size(), 1U);
    EXPECT_EQ(summary["skipped"][0]["reason"], "prompt is missing");
    EXPECT_EQ(summary["skipped"][0]["file"], "it's=[1]*/train.parquet");
}

TEST(Parquet, ADamagedFileIsUnreadable) {
    ASSIZE_NEEDS_DUCKDB();
    const TempFolder home;
    home.write("a.parquet", "PAR1 and no more than that, which is no Parquet at all PAR1");
    const Finished finished = runCli({"import", "s.assize", "a.parquet"}, home.path());
    EXPECT_EQ(finished.status, 3);
    EXPECT_EQ(finished.err.find("assize-cli: a.parquet: cannot read: "), 0U) << finished.err;
    EXPECT_EQ(finished.err.find("/assize-"), std::string::npos) << "nobody knows the folder on the way";
}

TEST(Parquet, ATableComesBackWithItsTexts) {
    ASSIZE_NEEDS_DUCKDB();
    const TempFolder home;
    home.write("pairs.jsonl", "{\"id\":\"1\",\"prompt\":\"=Q\\n\\\"\",\"response_A\":\"x\",\"response_B\":\"\"}\n"
                              "{\"id\":\"2\",\"prompt\":\"R\",\"response_A\":\"v\",\"response_B\":\"w\"}\n");
    ASSERT_EQ(runCli({"import", "s.assize", "pairs.jsonl"}, home.path()).status, 0);
    const Finished exported =
        runCli({"export", "s.assize", "--format", "parquet", "-o", "out.parquet", "--json"}, home.path());
    EXPECT_EQ(exported.status, 0) << exported.err;
    EXPECT_EQ(Json::parse(exported.out)["items"], 2);
    EXPECT_EQ(readFile(home.path() / "out.parquet").value().substr(0, 4), "PAR1");
    const Finished again = runCli({"import", "t.assize", "out.parquet", "--json", "--format", "pairs", "--map",
                                      "id=source_id", "--map", "label=gold"},
        home.path());
    EXPECT_EQ(Json::parse(again.out)["items_new"], 1) << again.out;
    EXPECT_EQ(Json::parse(again.out)["skipped"][0]["reason"], "response_B is missing") << "an empty text is no text";
    const Finished written = runCli({"export", "t.assize", "-o", "-"}, home.path());
    EXPECT_NE(written.out.find(R"("R")"), std::string::npos) << written.out;
}

} // namespace
} // namespace assize::test
