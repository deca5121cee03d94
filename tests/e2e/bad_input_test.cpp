// SPDX-License-Identifier: Apache-2.0
// What is no usable input ends with the status the interface promises, says why, and leaves a session as it was.
#include "core/base/files.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

const std::string Pair = R"({"prompt":"Q","response_A":"x","response_B":"y"})";

struct Case {
    std::string name;
    std::string bytes;
    int status;
    std::string message; ///< part of what is said on standard error
    int items;
};

std::string utf16(const std::string& ascii) {
    std::string wide = "\xFF\xFE";
    for (const char c : ascii) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

std::vector<Case> cases() {
    return {
        {"empty", "", 3, "it is empty", 0},
        {"binary",
            std::string("\x7F"
                        "ELF\x02\x01\0\0\0\0\0\0\0\0\0\0",
                16),
            3, "it is a binary file", 0},
        {"words", "this is no data\n", 3, "it is in no format that is known", 0},
        {"truncated array", "[" + Pair + ",\n" + Pair + ",\n{\"prompt\":\"Q", 1, "ends in the middle of a record", 2},
        {"truncated line", Pair + "\n" + Pair.substr(0, 30), 1, "input:2: not valid JSON", 1},
        {"nothing but a cut record", Pair.substr(0, 46), 3, "none of its rows can be used; line 1", 0},
        {"utf-16", utf16(Pair + "\n" + Pair + "\n"), 0, "", 2},
        {"byte order mark", "\xEF\xBB\xBF" + Pair + "\n", 0, "", 1},
        {"latin-1", Pair + "\n{\"prompt\":\"\xE9\",\"response_A\":\"x\",\"response_B\":\"y\"}\n", 1,
            "if the file is Latin-1", 1},
        {"all latin-1", "{\"prompt\":\"\xE9\",\"response_A\":\"x\",\"response_B\":\"y\"}\n", 3,
            "if the file is Latin-1", 0},
        {"nul bytes",
            Pair + "\n" + R"({"prompt":"a)" + std::string(1, '\0') + R"(b","response_A":"x","response_B":"y"})", 1,
            "a control character", 1},
        {"escaped nul", Pair + "\n{\"prompt\":\"a\\u0000b\",\"response_A\":\"x\",\"response_B\":\"y\"}\n", 1,
            "holds a NUL", 1},
        {"missing fields", Pair + "\n{\"prompt\":\"Q\",\"response_A\":\"x\"}\n", 1, "response_B is missing", 1},
        {"200,000 brackets", std::string(200000, '['), 3, "it is in no format that is known", 0},
        {"200,000 brackets in a row", Pair + "\n" + std::string(200000, '[') + "\n" + Pair + "\n", 1,
            "input:2: not valid JSON", 2},
        {"200,000 brackets in a field",
            Pair + "\n{\"prompt\":\"Q\",\"response_A\":\"x\",\"response_B\":\"y\",\"m\":" + std::string(200000, '[') +
                std::string(200000, ']') + "}\n",
            1, "nested too deeply", 1},
        {"a line of 10 MB",
            "{\"prompt\":\"" + std::string(10 << 20, 'x') + "\",\"response_A\":\"x\",\"response_B\":\"y\"}\n" + Pair, 0,
            "", 2},
        {"an unclosed quotation mark", "prompt,response_A,response_B\nQ,x,y\nQ,\"x,y\nQ,x,y\n", 1, "never closed", 1},
        {"a short table row", "prompt,response_A,response_B\nQ,x\nQ,x,y\n", 1, "2 cells under a header of 3", 1},
        {"a newer kind of line", "{\"type\":\"header\",\"assize\":\"session/1\"}\n{\"type\":\"dream\"}\n", 3,
            "is not known", 0},
    };
}

TEST(BadInput, EndsAsPromisedAndSaysWhy) {
    for (const Case& bad : cases()) {
        SCOPED_TRACE(bad.name);
        const TempFolder home;
        home.write("input", bad.bytes);
        const Finished finished = runCli({"import", "s.assize", "input"}, home.path());
        EXPECT_EQ(finished.status, bad.status) << finished.err.substr(0, 500);
        EXPECT_NE(finished.err.find(bad.message), std::string::npos) << finished.err.substr(0, 500);
        EXPECT_EQ(std::filesystem::exists(home.path() / "s.assize"), bad.items > 0);
        EXPECT_LT(finished.wallSeconds, 30.0);
        if (bad.items == 0)
            continue;
        const Finished exported = runCli({"export", "s.assize", "-o", "e.jsonl", "--json"}, home.path());
        EXPECT_EQ(exported.status, 0);
        EXPECT_EQ(nlohmann::json::parse(exported.out)["items"], bad.items);
    }
}

TEST(BadInput, LeavesAGoodSessionAlone) {
    const TempFolder home;
    home.write("good", Pair);
    ASSERT_EQ(runCli({"import", "s.assize", "good"}, home.path()).status, 0);
    const std::string before = runCli({"export", "s.assize", "-o", "-"}, home.path()).out;
    for (const Case& bad : cases()) {
        if (bad.status != 3)
            continue;
        home.write("input", bad.bytes);
        EXPECT_EQ(runCli({"import", "s.assize", "input"}, home.path()).status, 3) << bad.name;
    }
    EXPECT_EQ(runCli({"import", "s.assize", "."}, home.path()).status, 3);
    EXPECT_EQ(runCli({"import", "s.assize", "nowhere"}, home.path()).status, 3);
    EXPECT_EQ(runCli({"export", "s.assize", "-o", "-"}, home.path()).out, before);
}

TEST(BadInput, ASessionThatIsNoneIsNotTouched) {
    const TempFolder home;
    home.write("good", Pair);
    ASSERT_EQ(runCli({"import", "s.assize", "good"}, home.path()).status, 0);
    const std::string whole = readFile(home.path() / "s.assize").value();
    const std::string other = [&] {
        std::string bytes = whole;
        bytes.replace(68, 4, "\1\2\3\4"); // the application id
        return bytes;
    }();
    const std::string newer = [&] {
        std::string bytes = whole;
        bytes.replace(60, 4, std::string("\0\1\x86\xA0", 4)); // user_version 100,000
        return bytes;
    }();
    for (const auto& [name, bytes] :
        {std::pair<std::string, std::string>{"text", "no session"}, {"cut", whole.substr(0, whole.size() / 2)},
            {"cut short", whole.substr(0, 50)}, {"foreign", other}, {"newer", newer}}) {
        SCOPED_TRACE(name);
        home.write("t.assize", bytes);
        for (const std::vector<std::string>& command : {std::vector<std::string>{"import", "t.assize", "good"},
                 {"export", "t.assize", "-o", "-"}, {"import", "new.assize", "t.assize", "--format", "assize"}}) {
            const Finished finished = runCli(command, home.path());
            EXPECT_EQ(finished.status, 3) << command.front() << finished.err;
            EXPECT_NE(finished.err, "");
        }
        EXPECT_TRUE(readFile(home.path() / "t.assize").value() == bytes);
        EXPECT_FALSE(std::filesystem::exists(home.path() / "new.assize"));
    }
}

/// Somebody typed the session's name where the name of a new file belongs.
TEST(BadInput, NothingIsWrittenOverWhatIsRead) {
    const TempFolder home;
    home.write("good", Pair);
    ASSERT_EQ(runCli({"import", "s.assize", "good"}, home.path()).status, 0);
    std::filesystem::copy_file(home.path() / "s.assize", home.path() / "other.assize");
    std::filesystem::create_symlink("s.assize", home.path() / "link");
    const std::string before = readFile(home.path() / "s.assize").value();
    for (const std::vector<std::string>& command : {std::vector<std::string>{"export", "s.assize", "-o", "s.assize"},
             {"export", "s.assize", "-o", "./s.assize"}, {"export", "s.assize", "-o", "link"},
             {"export", "s.assize", "-o", "other.assize"}, {"import", "s.assize", "good", "--rejects", "s.assize"},
             {"import", "s.assize", "good", "--rejects", "good"},
             {"import", "new.assize", "good", "--rejects", "new.assize"},
             {"import", "s.assize", "good", "--rejects", "other.assize"}}) {
        const Finished finished = runCli(command, home.path());
        EXPECT_EQ(finished.status, 2) << finished.err;
        EXPECT_NE(finished.err.find("write to another"), std::string::npos) << finished.err;
    }
    EXPECT_TRUE(readFile(home.path() / "s.assize").value() == before);
    EXPECT_TRUE(readFile(home.path() / "other.assize").value() == before);
    EXPECT_EQ(readFile(home.path() / "good").value(), Pair);
    EXPECT_FALSE(std::filesystem::exists(home.path() / "new.assize"));
}

TEST(BadInput, AFolderThatIsNotThereIsNamedAsSuch) {
    const TempFolder home;
    home.write("good", Pair);
    const Finished nowhere = runCli({"import", "no/such/s.assize", "good"}, home.path());
    EXPECT_EQ(nowhere.status, 5);
    EXPECT_NE(nowhere.err.find("no/such/s.assize: cannot write: No such file or directory"), std::string::npos)
        << nowhere.err;
    EXPECT_EQ(runCli({"import", std::string(300, 'a'), "good"}, home.path()).status, 5);
    const Finished unset = runCli({"import", "", "good"}, home.path());
    EXPECT_EQ(unset.status, 2);
    EXPECT_NE(unset.err.find("import: cannot do that: SESSION is empty"), std::string::npos) << unset.err;
    EXPECT_EQ(runCli({"import", "s.assize", ""}, home.path()).status, 2);
    EXPECT_FALSE(std::filesystem::exists(home.path() / "s.assize"));
}

} // namespace
} // namespace assize::test
