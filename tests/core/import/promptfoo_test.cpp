// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

/// A result in the shape of the current version.
json result(const std::string& output, bool pass, json components) {
    return {{"id", "r-" + output}, {"promptIdx", 0}, {"testIdx", 0}, {"prompt", {{"raw", "Say " + output}}},
        {"vars", {{"word", output}}}, {"provider", {{"id", "openai:gpt-x"}, {"label", ""}}},
        {"response", {{"output", output}, {"tokenUsage", {{"total", 9}}}}}, {"success", pass},
        {"score", pass ? 1 : 0.25}, {"failureReason", pass ? 0 : 1},
        {"testCase", {{"assert", json::array({{{"type", "equals"}, {"value", "yes"}}})}}},
        {"gradingResult", {{"pass", pass}, {"score", pass ? 1 : 0.25}, {"reason", "because"},
                              {"componentResults", std::move(components)}}}};
}

json component(const std::string& type, bool pass, double score, const std::string& metric = {}) {
    json made = {{"pass", pass}, {"score", score}, {"reason", type + " says so"},
        {"assertion", {{"type", type}, {"value", "v"}}}};
    if (!metric.empty())
        made["assertion"]["metric"] = metric;
    return made;
}

std::string file(const json& results) {
    return json({{"evalId", "e"},
                    {"results", {{"version", 3}, {"timestamp", "t"}, {"results", results}, {"prompts", json::array()},
                                    {"stats", {{"successes", 1}}}}},
                    {"config", {{"providers", json::array()}}}})
        .dump();
}

TEST(Promptfoo, EveryOutputIsAnItemAndItsAssertionsAVerdict) {
    json first = result("yes", true, {component("equals", true, 1), component("llm-rubric", true, 1, "tone")});
    json second = result("no", false, {component("equals", false, 0), component("equals", true, 0.5)});
    second["testCase"]["assert"][0]["weight"] = 3;
    second["gradingResult"]["componentResults"][0]["assertion"]["weight"] = 3;
    const ReadText read(file(json::array({first, second})));
    ASSERT_EQ(read.format, "promptfoo") << read.failure;
    EXPECT_TRUE(read.sink.problems.empty());
    ASSERT_EQ(read.sink.records.size(), 2U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->sourceId, "r-yes");
    EXPECT_EQ(record.item->turns, (std::vector<Turn>{{"user", "Say yes"}}));
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"yes", "openai:gpt-x"}}));
    EXPECT_EQ(record.item->reference, "yes");
    EXPECT_EQ(json::parse(record.item->metadata)["vars"]["word"], "yes");
    EXPECT_TRUE(record.labels.empty()) << "what a program found is no label of a person";
    const ImportedVerdict& imported = record.verdicts.at(0);
    EXPECT_EQ(imported.run.task, Task::PassFail);
    EXPECT_EQ(imported.verdict.presentation, "A");
    EXPECT_EQ(imported.verdict.judgement.outcome, Outcome::Verdict);
    EXPECT_EQ(imported.verdict.judgement.result, "PASS");
    EXPECT_EQ(imported.verdict.judgement.overallJustification, "because");
    ASSERT_EQ(imported.verdict.judgement.criteria.size(), 2U);
    EXPECT_EQ(imported.verdict.judgement.criteria[1].criterion.name, "tone");
    EXPECT_EQ(imported.verdict.judgement.criteria[1].justificationA, "llm-rubric says so");
    const Judgement& failed = read.sink.records[1].verdicts.at(0).verdict.judgement;
    EXPECT_EQ(failed.result, "FAIL");
    EXPECT_EQ(failed.weightedScoreA, 0.125) << "3 parts of 0 and one of 0.5";
    EXPECT_EQ(failed.criteria[0].criterion.weight, 0.75);
    EXPECT_EQ(failed.criteria[1].criterion.name, "equals 2");
    EXPECT_EQ(failed.criteria[1].normalisedA, 0.5);
}

TEST(Promptfoo, OlderFilesLinesAndListsAreReadAlike) {
    const json one = result("yes", true, json::array({component("equals", true, 1)}));
    const std::vector<std::string> texts = {
        json({{"version", 2}, {"results", json::array({one})}, {"table", json::object()}}).dump(2),
        one.dump() + "\n" + one.dump() + "\n",
        json::array({one}).dump(),
    };
    for (const std::string& text : texts) {
        const ReadText read(text);
        EXPECT_EQ(read.format, "promptfoo") << text;
        ASSERT_GE(read.sink.records.size(), 1U) << text;
        EXPECT_TRUE(read.sink.problems.empty());
        EXPECT_EQ(read.sink.records[0].verdicts.at(0).verdict.judgement.result, "PASS");
    }
}

TEST(Promptfoo, WhatAPersonDecidedIsALabel) {
    json rated = result("no", true, {component("equals", false, 0), component("human", true, 1)});
    rated["gradingResult"]["reason"] = "Manual result (overrides all other grading results)";
    const ReadText read(file(json::array({rated})));
    ASSERT_EQ(read.sink.records.size(), 1U);
    ASSERT_EQ(read.sink.records[0].labels.size(), 1U);
    EXPECT_EQ(read.sink.records[0].labels[0].result, "PASS");
    const Judgement& judgement = read.sink.records[0].verdicts.at(0).verdict.judgement;
    EXPECT_EQ(judgement.result, "FAIL") << "the assertions, without the person";
    EXPECT_EQ(judgement.criteria.size(), 1U);
    EXPECT_EQ(judgement.weightedScoreA, 0);
}

TEST(Promptfoo, ScoresAndWeightsAreCheckedAsThoseOfAnyJudge) {
    json missing = component("javascript", true, 1);
    missing.erase("score");
    json negative = component("javascript", true, 1);
    negative["assertion"]["weight"] = -1;
    json heavy = component("javascript", true, 1);
    heavy["assertion"]["weight"] = "heavy";
    const std::vector<std::pair<json, std::string>> cases = {
        {json::array({heavy}), "not-a-number: weight"},
        {json::array({component("javascript", true, 5)}), "out-of-range: javascript, score_A 5, 0 to 1"},
        {json::array({missing}), "missing-score: javascript, score_A"},
        {json::array({negative, component("equals", true, 1)}), "negative-weight: javascript"},
        {json::array({component("equals", true, 1), 5}), "missing-score: assertion, score_A"},
    };
    for (const auto& [components, reason] : cases) {
        const ReadText read(file(json::array({result("yes", true, components)})));
        ASSERT_EQ(read.sink.records.size(), 1U);
        const Judgement& judgement = read.sink.records[0].verdicts.at(0).verdict.judgement;
        EXPECT_EQ(judgement.outcome, Outcome::Invalid) << components;
        EXPECT_EQ(judgement.reason, reason);
        EXPECT_EQ(judgement.result, "");
    }
}

TEST(Promptfoo, NamesThatRubricsTakeForOneAreToldApart) {
    const ReadText read(file(json::array({result("yes", true,
        json::array({component("equals", true, 1, "Tone"), component("equals", true, 1, "tone"),
            component("equals", true, 1, " ")}))})));
    const auto& criteria = read.sink.records.at(0).verdicts.at(0).verdict.judgement.criteria;
    ASSERT_EQ(criteria.size(), 3U);
    EXPECT_EQ(criteria[0].criterion.name, "Tone");
    EXPECT_EQ(criteria[1].criterion.name, "tone 2");
    EXPECT_EQ(criteria[2].criterion.name, "equals");
}

TEST(Promptfoo, AnAssertionThatWasNotLookedAtIsNoCriterion) {
    const ReadText read(file(json::array({result("yes", true, json::array({nullptr, component("equals", true, 1)}))})));
    const Judgement& judgement = read.sink.records.at(0).verdicts.at(0).verdict.judgement;
    EXPECT_EQ(judgement.result, "PASS");
    EXPECT_EQ(judgement.criteria.size(), 1U);
    EXPECT_EQ(judgement.weightedScoreA, 1);
}

TEST(NulCharacters, InAnyTextRefuseTheResult) {
    const json good = result("yes", true, json::array({component("equals", true, 1)}));
    json reason = good;
    reason["gradingResult"]["componentResults"][0]["reason"] = std::string("n\0ul", 5);
    json provider = good;
    provider["provider"]["id"] = std::string("m\0", 2);
    TempFolder folder;
    TempSession session;
    const ImportJobOptions options;
    SilentObserver silent;
    const std::string path = folder.write("pf.json", file(json::array({good, reason, provider}))).string();
    const ImportSummary summary =
        valueOf(importFiles(session.session(), valueOf(openImportFiles({path}, options)), options, silent));
    EXPECT_EQ(summary.counts.items, 1);
    ASSERT_EQ(summary.skippedCount, 2);
    EXPECT_EQ(summary.skipped[0].reason.english(), "a text holds a NUL character");
}

TEST(NulCharacters, InTheNameOfAnAnnotatorRefuseTheRow) {
    TempFolder folder;
    TempSession session;
    const ImportJobOptions options;
    SilentObserver silent;
    const std::string row = R"({"prompt":"Q","response_A":"x","response_B":"y","annotators":{"an\u0000na":"A>B"}})";
    const std::string path =
        folder.write("p.jsonl", row + "\n" + R"({"prompt":"R","response_A":"x","response_B":"y"})").string();
    const ImportSummary summary =
        valueOf(importFiles(session.session(), valueOf(openImportFiles({path}, options)), options, silent));
    EXPECT_EQ(summary.counts.items, 1);
    EXPECT_EQ(summary.skippedCount, 1);
}

TEST(Promptfoo, NothingAssertedIsNoVerdict) {
    json unasserted = result("yes", true, json::array());
    unasserted["gradingResult"]["reason"] = "No assertions";
    json ungraded = result("no", true, json::array());
    ungraded["gradingResult"] = nullptr;
    const ReadText read(file(json::array({unasserted, ungraded})));
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_TRUE(read.sink.records[0].verdicts.empty());
    EXPECT_TRUE(read.sink.records[1].verdicts.empty());
}

TEST(Promptfoo, ABrokenAssertionIsNoVerdictAndAMissingOutputNoItem) {
    json broken = result("yes", false, json::array({component("llm-rubric", false, 0)}));
    broken["failureReason"] = 2;
    broken["error"] = "429 from the grader";
    json missing = result("no", false, json::array());
    missing["response"] = {{"error", "timeout"}};
    const ReadText read(file(json::array({broken, missing})));
    ASSERT_EQ(read.sink.records.size(), 1U);
    const Judgement& judgement = read.sink.records[0].verdicts.at(0).verdict.judgement;
    EXPECT_EQ(judgement.outcome, Outcome::TransportError);
    EXPECT_EQ(judgement.reason, "429 from the grader");
    EXPECT_EQ(judgement.result, "");
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "response.output is missing");
}

TEST(Promptfoo, PromptsOfMessagesAreTurnsAndOutputsOfObjectsJson) {
    json chat = result("yes", true, json::array());
    chat["prompt"]["raw"] = R"([{"role":"system","content":"S"},{"role":"user","content":"Q"}])";
    chat["response"]["output"] = {{"a", 1}};
    const ReadText read(file(json::array({chat})));
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records[0].item->turns, (std::vector<Turn>{{"system", "S"}, {"user", "Q"}}));
    EXPECT_EQ(read.sink.records[0].item->responses.at(0).text, R"({"a":1})");
}

TEST(Promptfoo, WhatStandsBeforeACutIsKept) {
    const json one = result("yes", true, json::array({component("equals", true, 1)}));
    const std::string whole = file(json::array({one, one}));
    const ReadText read(whole.substr(0, whole.rfind("\"failureReason\"")));
    EXPECT_EQ(read.sink.records.size(), 1U);
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "the file ends in the middle of a record or list");
}

} // namespace
} // namespace assize::test
