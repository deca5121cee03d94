// SPDX-License-Identifier: Apache-2.0
// The judge command with the built-in endpoint, as a person runs it.
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "tests/support/process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* Pairs = R"({"prompt":"Name a town","response_A":"The town is Bern.","response_B":"No."}
{"prompt":"Name a river","response_A":"I cannot help.","response_B":"A river is the Aare."}
{"prompt":"写一个城市","response_A":"城市是北京。","response_B":""}
)";

/// A home folder with a session of three pairs.
class JudgeCommand : public testing::Test {
protected:
    void SetUp() override {
        m_home.write("pairs.jsonl", Pairs);
        ASSERT_EQ(cli({"import", "s.assize", "pairs.jsonl"}).status, 0);
    }

    Finished cli(std::vector<std::string> arguments) { return runCli(std::move(arguments), m_home.path()); }

    json judged(std::vector<std::string> more = {}) {
        std::vector<std::string> arguments = {"judge", "s.assize", "--judge", "builtin", "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Finished finished = cli(arguments);
        EXPECT_EQ(finished.status, 0) << finished.err;
        return json::parse(finished.out);
    }

    TempFolder m_home;
};

TEST_F(JudgeCommand, ProbesStandBesideTheRunWithTheirFlipRates) {
    judged();
    const json probed = judged({"--probe", "length"});
    EXPECT_EQ(probed["run"], "builtin-length");
    EXPECT_EQ(probed["probe"], "length");
    EXPECT_EQ(probed["sent"], 6);
    const json swapped = judged({"--probe", "swap"});
    EXPECT_EQ(swapped["run"], "builtin");
    EXPECT_EQ(swapped["sent"], 0) << "both orders are there";
    const json unmarked = judged({"--probe", "markdown"});
    EXPECT_EQ(unmarked["planned"], 0);
    EXPECT_EQ(unmarked["untouched"], 3);
    const json runs = json::parse(cli({"metrics", "s.assize", "--json"}).out)["runs"];
    ASSERT_EQ(runs.size(), 2U);
    const json& figures = runs[0]["figures"];
    EXPECT_EQ(runs[0]["probe"], nullptr);
    EXPECT_EQ(runs[1]["probe"], "length");
    EXPECT_EQ(figures["probe.swap.flip_rate"]["value"], 0);
    EXPECT_EQ(figures["probe.length.flip_rate"]["denominator"], 3);
    EXPECT_EQ(figures["probe.length.flip_rate"]["method"], "wilson");
    EXPECT_EQ(figures["probe.injection.flip_rate"]["reason"], "not-probed");
    const Finished unknown = cli({"judge", "s.assize", "--judge", "builtin", "--probe", "colour"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.err, HasSubstr("swap, criteria, whitespace, length, markdown, models, injection"));
}

TEST_F(JudgeCommand, JudgesBothOrdersAndThenNothing) {
    const json first = judged();
    EXPECT_EQ(first["run"], "builtin");
    EXPECT_EQ(first["judge"], "builtin");
    EXPECT_EQ(first["endpoint"], "builtin:lexical");
    EXPECT_EQ(first["version"].get<std::string>().size(), 64U);
    EXPECT_EQ(first["planned"], 6);
    EXPECT_EQ(first["sent"], 6);
    EXPECT_EQ(first["outcomes"], json({{"verdict", 6}}));
    EXPECT_EQ(first["tokens"], json({{"input", 0}, {"output", 0}, {"cached", 0}, {"estimated", false}}));
    const json second = judged();
    EXPECT_EQ(second["run_id"], first["run_id"]);
    EXPECT_EQ(second["already"], 6);
    EXPECT_EQ(second["sent"], 0);
    EXPECT_EQ(second["outcomes"], first["outcomes"]);
}

TEST_F(JudgeCommand, OneOrderFirstAndTheOtherLater) {
    EXPECT_EQ(judged({"--orders", "ab"})["sent"], 3);
    const json both = judged({"--orders", "both"});
    EXPECT_EQ(both["already"], 3);
    EXPECT_EQ(both["sent"], 3);
}

TEST_F(JudgeCommand, OnlyTheWantedItemsAreJudged) {
    EXPECT_EQ(judged({"--items", "prompt ~ \"river\""})["planned"], 2);
    EXPECT_EQ(judged({"--items", "label == \"B>A\""})["already"], 2); // what the run itself says
    EXPECT_EQ(judged()["sent"], 4);
    const Finished finished = cli({"judge", "s.assize", "--judge", "builtin", "--items", "promt ~ \"river\""});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("prompt"));
}

TEST_F(JudgeCommand, ANewRunHasItsOwnName) {
    const json first = judged();
    const json second = judged({"--new-run", "again"});
    EXPECT_EQ(second["run"], "again");
    EXPECT_NE(second["run_id"], first["run_id"]);
    EXPECT_EQ(second["sent"], 6);
    EXPECT_EQ(judged({"--new-run"})["run"], "builtin 2");
}

TEST_F(JudgeCommand, ItemsThatDoNotFitAreNamed) {
    const Finished finished = cli({"judge", "s.assize", "--judge", "builtin-direct"});
    EXPECT_EQ(finished.status, 1);
    EXPECT_THAT(finished.err, HasSubstr("3 of the selected items left out"));
}

TEST_F(JudgeCommand, SaysWhatItCannotDo) {
    const struct {
        std::vector<std::string> arguments;
        int status;
        const char* says;
    } cases[] = {
        {{"judge", "s.assize"}, 2, "--judge"},
        {{"judge", "s.assize", "--judge", "bultin"}, 2, "builtin"},
        {{"judge", "s.assize", "--judge", "rubric-fixed"}, 2, "--endpoint"},
        {{"judge", "s.assize", "--judge", "builtin", "--endpoint", "http://127.0.0.1:8000/v1"}, 2, "builtin:lexical"},
        {{"judge", "s.assize", "--judge", "rubric-fixed", "--endpoint", "builtin:lexical"}, 2, "builtin"},
        {{"judge", "s.assize", "--judge", "rubric-fixed", "--endpoint", "nowhere"}, 2, "nowhere"},
        {{"judge", "s.assize", "--judge", "rubric-fixed", "--endpoint", "http://127.0.0.1:1/v1", "--kind", "telepathy"},
            2, "openai-chat"},
        {{"judge", "s.assize", "--judge", "rubric-fixed", "--endpoint", "http://127.0.0.1:1/v1", "--model", "m",
             "--max-cost", "1"},
            2, "price"},
        {{"judge", "s.assize", "--judge", "builtin", "--max-cost", "-3"}, 2, "above 0"},
        {{"judge", "s.assize", "--judge", "builtin", "--orders", "sideways"}, 2, "ab, ba, both, random"},
        {{"judge", "s.assize", "--judge", "builtin", "--samples", "0"}, 2, "from 1 to 1000"},
        {{"judge", "s.assize", "--judge", "builtin", "--retry-failed=verdict"}, 2, "unparseable"},
        {{"judge", "s.assize", "--judge", "builtin", "--progress", "dots"}, 2, "only json"},
        {{"judge", "nowhere.assize", "--judge", "builtin"}, 3, "nowhere.assize"},
        {{"judge", "pairs.jsonl", "--judge", "builtin"}, 3, "not an Assize session"},
    };
    for (const auto& [arguments, status, says] : cases) {
        const Finished finished = cli(arguments);
        EXPECT_EQ(finished.status, status) << arguments.back();
        EXPECT_THAT(finished.err, HasSubstr(says)) << arguments.back();
    }
    EXPECT_EQ(judged()["already"], 0); // none of them wrote anything
}

TEST_F(JudgeCommand, ProgressIsOneJsonLineAtATime) {
    const Finished finished = cli({"judge", "s.assize", "--judge", "builtin", "--progress", "json"});
    ASSERT_EQ(finished.status, 0) << finished.err;
    std::string last;
    std::istringstream lines(finished.err);
    for (std::string line; std::getline(lines, line);)
        last = line;
    EXPECT_EQ(json::parse(last)["sent"], 6);
    EXPECT_EQ(json::parse(last)["not_reached"], 0);
}

TEST_F(JudgeCommand, ALockedSessionIsNotJudged) {
    const auto held = Session::open(m_home.path() / "s.assize", Session::Access::ReadWrite);
    ASSERT_TRUE(held.has_value());
    EXPECT_EQ(cli({"judge", "s.assize", "--judge", "builtin"}).status, 5);
}

TEST(JudgeOnData, LlmbarIsJudgedConsistentlyInNoTime) {
    ASSIZE_NEEDS_DATA(data, "llmbar/Dataset/LLMBar/Natural/dataset.json");
    const TempFolder home;
    ASSERT_EQ(runCli({"import", "n.assize", data.string()}, home.path()).status, 0);
    const Finished finished =
        runCli({"judge", "n.assize", "--judge", "builtin", "--orders", "both", "--json"}, home.path());
    ASSERT_EQ(finished.status, 0) << finished.err;
    EXPECT_EQ(json::parse(finished.out)["outcomes"], json({{"verdict", 200}}));
    EXPECT_LT(finished.cpuSeconds, 5.0); // the target is 1 s for the release build; sanitizers run this too
    const Finished figures = runCli({"metrics", "n.assize", "--json"}, home.path());
    ASSERT_EQ(figures.status, 0) << figures.err;
    const json run = json::parse(figures.out)["runs"][0]["figures"];
    EXPECT_EQ(run["position.consistency"]["value"], 1.0);
    EXPECT_EQ(run["position.flipped"]["value"], 0.0);
    EXPECT_EQ(run["agreement.reconciled"]["value"], run["agreement.forward"]["value"]);
    std::printf("builtin:lexical on LLMBar Natural: agreement %s, %.2f s of CPU\n",
        run["agreement.forward"]["value"].dump().c_str(), finished.cpuSeconds);
}

} // namespace
} // namespace assize::test
