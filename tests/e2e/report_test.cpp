// SPDX-License-Identifier: Apache-2.0
// The report command, as a person at a shell uses it.
#include "core/base/files.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* Pairs =
    R"({"id":"p-1","prompt":"Name a prime.","response_A":"Seven.","response_B":"Nine.","label":"A>B"}
{"id":"p-2","prompt":"Name an even number.","response_A":"Three <b>bold</b>.","response_B":"Four.","label":"B>A"}
)";

class ReportCommand : public testing::Test {
protected:
    void SetUp() override {
        m_home.write("pairs.jsonl", Pairs);
        ASSERT_EQ(run({"import", "s.assize", "pairs.jsonl"}).status, 0);
        ASSERT_EQ(run({"judge", "s.assize", "--judge", "builtin"}).status, 0);
    }

    Finished run(std::vector<std::string> arguments, ProcessOptions options = {}) {
        return runCli(std::move(arguments), m_home.path(), std::move(options));
    }
    [[nodiscard]] std::string text(const char* name) const {
        return readFile(m_home.path() / name).value_or("no such file");
    }

    TempFolder m_home;
};

TEST_F(ReportCommand, WritesOneHtmlFile) {
    const Finished finished = run({"report", "s.assize", "-o", "r.html", "--json"});
    ASSERT_EQ(finished.status, 0) << finished.err;
    const json document = json::parse(finished.out);
    EXPECT_EQ(document["file"], "r.html");
    EXPECT_EQ(document["format"], "html");
    EXPECT_EQ(document["language"], "en");
    const std::string html = text("r.html");
    EXPECT_EQ(document["bytes"], html.size());
    EXPECT_THAT(html, HasSubstr("<h1>s</h1>"));
    EXPECT_THAT(html, HasSubstr("<h2>What was judged</h2>"));
    EXPECT_THAT(html, HasSubstr("assize-cli judge s.assize --judge builtin@"));
}

TEST_F(ReportCommand, SpeaksChineseAndGivesTheSameBytesTwice) {
    ASSERT_EQ(run({"report", "s.assize", "-o", "a.html", "--language", "zh_CN"}).status, 0);
    ASSERT_EQ(run({"report", "s.assize", "-o", "b.html", "--language", "zh_CN"}).status, 0);
    EXPECT_THAT(text("a.html"), HasSubstr("<h2>评判了什么</h2>"));
    std::string second = text("b.html");
    EXPECT_EQ(text("a.html"), second);
}

TEST_F(ReportCommand, PrintsToStandardOutput) {
    const Finished finished = run({"report", "s.assize", "-o", "-", "--sections", "cost", "--title", "A <title>"});
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_TRUE(finished.out.starts_with("<!DOCTYPE html>"));
    EXPECT_THAT(finished.out, HasSubstr("<h1>A &lt;title&gt;</h1>"));
}

TEST_F(ReportCommand, RefusesToReplaceASession) {
    std::filesystem::copy(m_home.path() / "s.assize", m_home.path() / "other.html");
    const Finished finished = run({"report", "s.assize", "-o", "other.html"});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("-o"));
    EXPECT_TRUE(text("other.html").starts_with("SQLite format 3"));
    EXPECT_EQ(run({"check", "s.assize"}).status, 0);
}

TEST_F(ReportCommand, SaysWhatIsWrongWithTheCommand) {
    EXPECT_THAT(run({"report", "s.assize"}).err, HasSubstr("-o FILE is missing"));
    const Finished ending = run({"report", "s.assize", "-o", "r.docx"});
    EXPECT_EQ(ending.status, 2);
    EXPECT_THAT(ending.err, HasSubstr("ends neither in .html nor in .pdf"));
    const Finished language = run({"report", "s.assize", "-o", "r.html", "--language", "fr"});
    EXPECT_EQ(language.status, 2);
    EXPECT_THAT(language.err, HasSubstr("--language"));
    EXPECT_THAT(language.err, HasSubstr("en or zh_CN"));
    EXPECT_EQ(run({"report", "s.assize", "-o", "r.html", "--run", "nobody"}).status, 2);
    EXPECT_EQ(run({"report", "missing.assize", "-o", "r.html"}).status, 3);
    EXPECT_FALSE(std::filesystem::exists(m_home.path() / "r.html"));
}

TEST_F(ReportCommand, SaysThatItCannotWrite) {
    const Finished finished = run({"report", "s.assize", "-o", "no/such/folder/r.html"});
    EXPECT_EQ(finished.status, 5);
    EXPECT_THAT(finished.err, HasSubstr("no/such/folder"));
}

/// The command line alone is installed on a server; a PDF needs the window's program.
TEST_F(ReportCommand, SaysThatAPdfNeedsTheWindow) {
    const std::filesystem::path lonely = m_home.path() / "bin";
    std::filesystem::create_directory(lonely);
    std::filesystem::copy(programPath("assize-cli"), lonely / "assize-cli");
    ProcessOptions options;
    options.folder = m_home.path();
    options.environment["PATH"] = lonely.string();
    const Finished finished =
        runProgram({(lonely / "assize-cli").string(), "report", "s.assize", "-o", "r.pdf"}, options);
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("not installed"));
    EXPECT_THAT(finished.err, HasSubstr(".html"));
}

TEST_F(ReportCommand, HasThePdfPrinted) {
    if (access(programPath("assize").c_str(), X_OK) != 0)
        GTEST_SKIP() << "the window's program is not built beside the command line";
    const Finished finished = run({"report", "s.assize", "-o", "r.pdf", "--language", "zh_CN"});
    ASSERT_EQ(finished.status, 0) << finished.err;
    EXPECT_TRUE(text("r.pdf").starts_with("%PDF-"));
}

} // namespace
} // namespace assize::test
