// SPDX-License-Identifier: Apache-2.0
#include "tests/support/process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

#include "core/base/files.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using Json = nlohmann::json;

const std::string Pair = R"({"prompt":"Q","response_A":"x","response_B":"y","label":"A"})";

Json jsonOf(const Finished& finished) {
    EXPECT_EQ(finished.err, "");
    return Json::parse(finished.out);
}

TEST(Import, GivesTheFiguresOfLlmbar) {
    ASSIZE_NEEDS_DATA(natural, "llmbar/Dataset/LLMBar/Natural");
    const TempFolder home;
    const Json items =
        jsonOf(runCli({"import", "n.assize", (natural / "dataset.json").string(), "--json"}, home.path()));
    EXPECT_EQ(items["format"], "llmbar");
    EXPECT_EQ(items["guessed"], true);
    EXPECT_EQ(items["items"], 100);
    EXPECT_EQ(items["items_new"], 100);
    EXPECT_EQ(items["labels_new"], 100);
    const Json verdicts = jsonOf(runCli(
        {"import", "n.assize", (natural / "evaluators/ChatGPT/CoT/result.json").string(), "--run", "chatgpt", "--json"},
        home.path()));
    EXPECT_EQ(verdicts["items"], 100);
    EXPECT_EQ(verdicts["items_new"], 0);
    EXPECT_EQ(verdicts["labels_new"], 0);
    EXPECT_EQ(verdicts["verdicts_new"], 200);
    EXPECT_EQ(verdicts["unusable"], 1);
    EXPECT_EQ(verdicts["run"], "chatgpt");
}

TEST(Import, JoinsThePandaLmVerdictsOnTheirItems) {
    ASSIZE_NEEDS_DATA(data, "pandalm/data");
    const TempFolder home;
    const std::vector<std::string> command = {"import", "p.assize", (data / "testset-v1.json").string(),
        (data / "gpt-3.5-turbo-testset-v1.json").string(), "--json"};
    const Json first = jsonOf(runCli(command, home.path()));
    EXPECT_EQ(first["items_new"], 999);
    EXPECT_EQ(first["labels_new"], 2997);
    EXPECT_EQ(first["verdicts_new"], 999);
    EXPECT_EQ(first["unusable"], 25);
    EXPECT_EQ(first["run"], "gpt-3.5-turbo-testset-v1");
    const Json second = jsonOf(runCli(command, home.path()));
    EXPECT_EQ(second["items"], 999);
    EXPECT_EQ(second["items_new"], 0);
    EXPECT_EQ(second["labels_new"], 0);
    EXPECT_EQ(second["verdicts_new"], 0);
}

TEST(Import, TakesAVerdictFileThatIsNamedBeforeItsItems) {
    const TempFolder home;
    home.write("verdicts.json", R"([{"idx":3,"gpt_result":"1","gpt_reason":"r","gpt_reference":"f"}])");
    home.write("items.json", R"([{"idx":3,"instruction":"Q","input":"","response1":"x","response2":"y",)"
                             R"("annotator1":1,"annotator2":1,"annotator3":1}])");
    const Json summary = jsonOf(runCli({"import", "p.assize", "verdicts.json", "items.json", "--json"}, home.path()));
    EXPECT_EQ(summary["items_new"], 1);
    EXPECT_EQ(summary["verdicts_new"], 1);
    EXPECT_EQ(summary["skipped_count"], 0);
    EXPECT_EQ(summary["run"], "verdicts");
}

TEST(Import, GivesTheFiguresOfWildbench) {
    ASSIZE_NEEDS_DATA(scores, "wildbench/eval_results/v2.0522/score.v2/eval=gpt-4-turbo-2024-04-09/"
                              "gpt-3.5-turbo-0125.head100.json");
    const TempFolder home;
    const std::vector<std::string> command = {"import", "w.assize", scores.string(), "--json"};
    const Json first = jsonOf(runCli(command, home.path()));
    EXPECT_EQ(first["format"], "wildbench");
    EXPECT_EQ(first["items_new"], 100);
    EXPECT_EQ(first["verdicts_new"], 100);
    EXPECT_EQ(first["unusable"], 0);
    const Json second = jsonOf(runCli(command, home.path()));
    EXPECT_EQ(second["items"], 100);
    EXPECT_EQ(second["items_new"], 0);
    EXPECT_EQ(second["verdicts_new"], 0);
    EXPECT_EQ(runCli({"check", "w.assize"}, home.path()).status, 0);
}

TEST(Import, CountsEqualRowsByTheirOccurrence) {
    const TempFolder home;
    home.write("three.jsonl", Pair + "\n" + Pair + "\n" + Pair + "\n");
    home.write("four.jsonl", Pair + "\n" + Pair + "\n" + Pair + "\n" + Pair + "\n");
    EXPECT_EQ(jsonOf(runCli({"import", "s.assize", "three.jsonl", "--json"}, home.path()))["items_new"], 3);
    EXPECT_EQ(jsonOf(runCli({"import", "s.assize", "four.jsonl", "--json"}, home.path()))["items_new"], 1);
}

TEST(Import, ReadsAnExportThatAnotherProgramHasSpaced) {
    const TempFolder home;
    home.write("a.jsonl", Pair);
    ASSERT_EQ(runCli({"import", "s.assize", "a.jsonl"}, home.path()).status, 0);
    const std::string rows = runCli({"export", "s.assize", "-o", "-"}, home.path()).out;
    home.write("spaced.jsonl", R"({ "assize": "session/1", "type": "header" })" + rows.substr(rows.find('\n')));
    const Json summary = jsonOf(runCli({"import", "t.assize", "spaced.jsonl", "--json"}, home.path()));
    EXPECT_EQ(summary["format"], "assize");
    EXPECT_EQ(summary["items_new"], 1);
    EXPECT_EQ(runCli({"export", "t.assize", "-o", "-"}, home.path()).out, rows);
}

TEST(Import, TakesBackWhatItWroteForLlmComparator) {
    const TempFolder home;
    home.write("a.jsonl",
        R"({"prompt":"Name a town","response_A":"The town is Bern.","response_B":"No."})"
        "\n"
        R"({"prompt":"Name a river","response_A":"I cannot help.","response_B":"A river is the Aare."})");
    ASSERT_EQ(runCli({"import", "s.assize", "a.jsonl"}, home.path()).status, 0);
    ASSERT_EQ(runCli({"judge", "s.assize", "--judge", "builtin"}, home.path()).status, 0);
    ASSERT_EQ(runCli({"export", "s.assize", "--format", "llm-comparator", "-o", "c.json"}, home.path()).status, 0);
    const Json summary = jsonOf(runCli({"import", "t.assize", "c.json", "--json"}, home.path()));
    EXPECT_EQ(summary["format"], "llm-comparator");
    EXPECT_EQ(summary["items_new"], 2);
    EXPECT_EQ(summary["verdicts_new"], 4);
    const auto rates = [&](const char* session) {
        const Json figures = jsonOf(runCli({"metrics", session, "--json"}, home.path()))["runs"][0]["figures"];
        return std::pair(figures["winrate.A"]["value"], figures["position.matrix"]["table"]);
    };
    EXPECT_EQ(rates("t.assize"), rates("s.assize"));
}

TEST(Import, RefusesASecondRowUnderATakenId) {
    const TempFolder home;
    home.write("a.jsonl", R"({"id":1,"prompt":"Q","response_A":"x","response_B":"y"})"
                          "\n"
                          R"({"id":1,"prompt":"Q","response_A":"x","response_B":"y"})"
                          "\n"
                          R"({"id":1,"prompt":"other","response_A":"x","response_B":"y"})"
                          "\n");
    const Finished finished =
        runCli({"import", "s.assize", "a.jsonl", "--json", "--rejects", "bad.jsonl"}, home.path());
    EXPECT_EQ(finished.status, 1);
    const Json summary = Json::parse(finished.out);
    EXPECT_EQ(summary["items"], 2);
    EXPECT_EQ(summary["items_new"], 1);
    ASSERT_EQ(summary["skipped"].size(), 1U);
    EXPECT_EQ(summary["skipped"][0]["line"], 3);
    EXPECT_EQ(summary["skipped"][0]["reason"], "the id 1 is taken by an item with other content");
    const Json reject = Json::parse(readFile(home.path() / "bad.jsonl").value());
    EXPECT_EQ(Json::parse(reject["text"].get<std::string>())["prompt"], "other");
}

TEST(Import, ReadsStandardInputAndLimits) {
    const TempFolder home;
    ProcessOptions options;
    options.input = Pair + "\n" + Pair + "\n" + Pair + "\n";
    const Json summary = jsonOf(runCli({"import", "s.assize", "-", "--limit", "2", "--json"}, home.path(), options));
    EXPECT_EQ(summary["items_new"], 2);
}

TEST(Import, RehearsesWithoutATrace) {
    const TempFolder home;
    home.write("a.jsonl", Pair + "\n");
    EXPECT_EQ(jsonOf(runCli({"import", "s.assize", "a.jsonl", "--dry-run", "--json"}, home.path()))["items_new"], 1);
    EXPECT_FALSE(std::filesystem::exists(home.path() / "s.assize"));
    EXPECT_EQ(runCli({"import", "s.assize", "a.jsonl"}, home.path()).status, 0);
    home.write("b.jsonl", Pair + "\n" + Pair + "\n");
    EXPECT_EQ(jsonOf(runCli({"import", "s.assize", "b.jsonl", "--dry-run", "--json"}, home.path()))["items_new"], 1);
    EXPECT_EQ(jsonOf(runCli({"import", "s.assize", "b.jsonl", "--json"}, home.path()))["items_new"], 1);
}

// The session is open in the window, or lies where nothing may be written: a rehearsal needs neither.
TEST(Import, RehearsesOnASessionItMayNotWrite) {
    const TempFolder home;
    home.write("a.jsonl", Pair + "\n");
    ASSERT_EQ(runCli({"import", "s.assize", "a.jsonl"}, home.path()).status, 0);
    home.write("b.jsonl", Pair + "\n" + Pair + "\n");
    const auto holder = Session::open(home.path() / "s.assize", Session::Access::ReadWrite);
    ASSERT_TRUE(holder);
    EXPECT_EQ(runCli({"import", "s.assize", "b.jsonl"}, home.path()).status, 5);
    const Json rehearsed = jsonOf(runCli({"import", "s.assize", "b.jsonl", "--dry-run", "--json"}, home.path()));
    EXPECT_EQ(rehearsed["items"], 2);
    EXPECT_EQ(rehearsed["items_new"], 1);
    EXPECT_EQ((*holder)->reader().value()->itemCount().value(), 1);
}

TEST(Import, NamesWhatIsWrongWithItsArguments) {
    const TempFolder home;
    home.write("a.jsonl", Pair + "\n");
    struct Case {
        std::vector<std::string> arguments;
        std::string message;
    };
    const std::vector<Case> cases = {
        {{"--format", "pair"}, "did you mean pairs?"},
        {{"--map", "prompt"}, "it should read field=path"},
        {{"--map", "propmt=q"}, "the fields of pairs are prompt, response_A"},
        {{"--limit", "0"}, "is not a whole number"},
    };
    for (const Case& wrong : cases) {
        std::vector<std::string> command = {"import", "s.assize", "a.jsonl"};
        command.insert(command.end(), wrong.arguments.begin(), wrong.arguments.end());
        const Finished finished = runCli(command, home.path());
        EXPECT_EQ(finished.status, 2) << wrong.message;
        EXPECT_NE(finished.err.find(wrong.message), std::string::npos) << finished.err;
        EXPECT_FALSE(std::filesystem::exists(home.path() / "s.assize"));
    }
}

TEST(Export, OfAnImportedExportIsTheSameBytes) {
    ASSIZE_NEEDS_DATA(natural, "llmbar/Dataset/LLMBar/Natural");
    const TempFolder home;
    for (const char* file :
        {"dataset.json", "evaluators/PaLM2/Vanilla/result.json", "evaluators/GPT-4/Rating/result.json"})
        EXPECT_EQ(runCli({"import", "one.assize", (natural / file).string()}, home.path()).status, 0);
    EXPECT_EQ(runCli({"export", "one.assize", "-o", "one.jsonl"}, home.path()).status, 0);
    EXPECT_EQ(runCli({"import", "two.assize", "one.jsonl"}, home.path()).status, 0);
    EXPECT_EQ(runCli({"import", "three.assize", "one.assize"}, home.path()).status, 0);
    const std::string expected = readFile(home.path() / "one.jsonl").value();
    EXPECT_GT(expected.size(), 100000U);
    for (const char* copy : {"two.assize", "three.assize"}) {
        const Finished again = runCli({"export", copy, "--format", "jsonl", "-o", "-"}, home.path());
        EXPECT_TRUE(again.out == expected) << copy;
    }
}

TEST(Export, WritesOnlyTheItemsAndTheRunAskedFor) {
    ASSIZE_NEEDS_DATA(natural, "llmbar/Dataset/LLMBar/Natural");
    const TempFolder home;
    for (const char* judge : {"evaluators/PaLM2/Vanilla/result.json", "evaluators/GPT-4/Rating/result.json"})
        EXPECT_EQ(runCli({"import", "s.assize", (natural / judge).string()}, home.path()).status, 0);
    const Finished part = runCli(
        {"export", "s.assize", "--run", "PaLM2/Vanilla", "--items", "gold == \"A>B\"", "-o", "part.jsonl", "--json"},
        home.path());
    EXPECT_EQ(part.status, 0) << part.err;
    EXPECT_EQ(Json::parse(part.out)["items"], 42);
    const Json again = jsonOf(runCli({"import", "t.assize", "part.jsonl", "--json"}, home.path()));
    EXPECT_EQ(again["items_new"], 42);
    EXPECT_EQ(again["verdicts_new"], 84);
    EXPECT_EQ(again["runs"], Json::array({"PaLM2/Vanilla"}));
    const Finished wrong = runCli({"export", "s.assize", "--items", "gld == 1", "-o", "-"}, home.path());
    EXPECT_EQ(wrong.status, 2);
    EXPECT_NE(wrong.err.find("gold"), std::string::npos) << wrong.err;
}

TEST(Export, NeutralisesFormulasInCsv) {
    const TempFolder home;
    home.write(
        "a.jsonl", R"({"id":"+1","prompt":"=1+1","response_A":"@x, \"y\"","response_B":"-z","reference":"\tq"})");
    EXPECT_EQ(runCli({"import", "s.assize", "a.jsonl"}, home.path()).status, 0);
    const Finished csv = runCli({"export", "s.assize", "--format", "csv", "-o", "-"}, home.path());
    EXPECT_EQ(csv.status, 0);
    const std::string row = csv.out.substr(csv.out.find("\r\n") + 2);
    EXPECT_EQ(
        row.substr(27), "'+1,pairs,,'=1+1,\"'@x, \"\"y\"\"\",'-z,,\"'\tq\",,,,,,,,,,,\r\n"); // behind the item's ULID
}

TEST(Export, LeavesTheOldFileWhereItCannotWrite) {
    const TempFolder home;
    home.write("a.jsonl", Pair);
    home.write("old.jsonl", "old");
    EXPECT_EQ(runCli({"import", "s.assize", "a.jsonl"}, home.path()).status, 0);
    EXPECT_EQ(runCli({"export", "s.assize", "--run", "none", "-o", "old.jsonl"}, home.path()).status, 2);
    EXPECT_EQ(readFile(home.path() / "old.jsonl").value(), "old");
    EXPECT_EQ(runCli({"export", "s.assize", "-o", "no/such/folder.jsonl"}, home.path()).status, 5);
    EXPECT_EQ(runCli({"export", "s.assize"}, home.path()).status, 2);
    EXPECT_EQ(runCli({"export", "gone.assize", "-o", "-"}, home.path()).status, 3);
    for (const auto& entry : std::filesystem::directory_iterator(home.path()))
        EXPECT_EQ(entry.path().string().find(".part-"), std::string::npos) << entry.path();
}

// Neither is needed, and each ended the import in the words of the library.
TEST(Import, DoesWithoutTheFoldersItDoesNotNeed) {
    const TempFolder home;
    home.write("pairs.jsonl", Pair + "\n");
    ProcessOptions options;
    options.environment = {{"TMPDIR", "/nowhere"}};
    const Finished checked = runCli({"import", "s.assize", "pairs.jsonl", "--dry-run"}, home.path(), options);
    EXPECT_EQ(checked.status, 0) << checked.err;
    options = {};
    options.folder = home.path();
    Process gone({"sh", "-c", R"(mkdir gone && cd gone && rmdir ../gone && exec "$0" import "$1" ../pairs.jsonl)",
                     programPath("assize-cli"), (home.path() / "s.assize").string()},
        options);
    const Finished imported = gone.wait();
    EXPECT_EQ(imported.status, 0) << imported.err;
}

} // namespace
} // namespace assize::test
