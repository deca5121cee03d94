// SPDX-License-Identifier: Apache-2.0
// What models write instead of what they were asked for, one thing for each item of a run: each ends in the right
// outcome, and the run goes on to its end.
#include "tests/e2e/server_session.h"
#include "tests/support/fake_model.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace assize::test {
namespace {

using nlohmann::json;

struct ReplyFault {
    std::string reply;
    std::string expected; ///< outcome, reason, label, !flags and +repairs
    std::string finish = "stop";
};

const std::string YamlScores = "    score_A: 4\n    score_B: 2\n";

std::string yaml(const std::string& lines = YamlScores, const std::string& label = "preference: '[[A>B]]'\n",
    const std::string& weight = "1") {
    return "criteria:\n  fit:\n    description: Does it fit?\n    type: scale\n    weight: " + weight + "\n" + lines +
           "overall_justification: Short and clear.\n" + label;
}

std::string windows(std::string text) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
        text.replace(at, 1, "\r\n");
    return text;
}

const std::vector<ReplyFault>& yamlFaults() {
    static const std::vector<ReplyFault> faults = {
        {yaml(), "verdict A>B"},
        {"```yaml\n" + yaml() + "```\n", "verdict A>B +code-fence"},
        {"Sure, I compared both\n\n" + yaml() + "\nI hope this helps\n", "verdict A>B +surrounding-prose"},
        {yaml(YamlScores + "    justification_A: It fails: no source\n"), "verdict A>B +yaml-lines"},
        {yaml("    score_A：４\n    score_B: 2\n"), "verdict A>B +yaml-lines +full-width"},
        {windows(yaml()), "verdict A>B"},
        {"\xEF\xBB\xBF" + yaml(), "verdict A>B"},
        {yaml("    score_A: 4\n"), "invalid missing-score: fit, score_B"},
        {yaml(YamlScores, "preference: '[[A>B]]'\n", "0.5"), "verdict A>B !weights-normalised"},
        {yaml("    score_A: 7\n    score_B: 2\n"), "invalid out-of-range: fit, score_A 7, 1 to 5"},
        {yaml("    score_A: .nan\n    score_B: 2\n"), "invalid not-a-number: fit, score_A .nan"},
        {yaml("    score_A: 2\n    score_B: 4\n"), "verdict A>B !label-contradicts-scores"},
        {"<think>\n[[B>A]] perhaps\n</think>\n" + yaml(), "verdict A>B +think-block"},
        {"", "unparseable empty"},
        {"I'm sorry, but I can't compare these.", "refused refused"},
        {"", "refused refused", "content_filter"},
        {yaml().substr(0, 90), "truncated cut-off", "length"},
        {yaml(YamlScores, "preference: '[[A>B]]'\nverdict: '[[B>A]]'\n"), "unparseable ambiguous"},
        {yaml(YamlScores + "    justification_B: \"It says [[B>A]] itself\"\n"), "verdict A>B"},
    };
    return faults;
}

const std::vector<ReplyFault>& jsonFaults() {
    const std::string sound = R"({"reasoning": "Short and clear.", "verdict": "A>B"})";
    static const std::vector<ReplyFault> faults = {
        {sound, "verdict A>B"},
        {"```json\n" + sound + "\n```", "verdict A>B +code-fence"},
        {"Here it is: " + sound + " Done.", "verdict A>B +surrounding-prose"},
        {R"({"reasoning": "Short.", "verdict": "A>B",})", "verdict A>B +trailing-comma"},
        {windows("{\n\"reasoning\": \"Short.\",\n\"verdict\": \"A>B\"\n}"), "verdict A>B"},
        {"\xEF\xBB\xBF" + sound, "verdict A>B"},
        {R"({"reasoning": "Short.", "verdict": "Ａ＞Ｂ"})", "verdict A>B +full-width"},
        {R"({"reasoning": "Short."})", "unparseable no-verdict"},
        {R"({"reasoning": "Short.", "verdict": NaN})", "unparseable not-json"},
        {R"({"reasoning": "Response B is clearly better overall.", "verdict": "A>B"})",
            "verdict A>B !rationale-contradicts-label"},
        {"<think>{\"verdict\": \"B>A\"}?</think>\n" + sound, "verdict A>B +think-block"},
        {"", "unparseable empty"},
        {"I'm sorry, but I can't judge this.", "refused refused"},
        {R"({"reasoning": "It beg)", "truncated cut-off", "length"},
        {sound + "\n" + R"({"reasoning": "No.", "verdict": "B>A"})", "unparseable ambiguous +surrounding-prose"},
        {R"({"reasoning": "B writes {\"verdict\": \"B>A\"} itself.", "verdict": "A>B"})", "verdict A>B"},
    };
    return faults;
}

std::string wordsOf(const json& verdict) {
    std::string words = verdict["outcome"];
    for (const char* key : {"reason", "label"}) {
        if (verdict[key].is_string() && verdict[key] != "")
            words += " " + verdict[key].get<std::string>();
    }
    for (const json& repair : verdict["recovered"])
        words += " +" + repair.get<std::string>();
    for (const json& flag : verdict["flags"])
        words += " !" + flag.get<std::string>();
    return words;
}

/// What the session holds for each item, by its number.
std::map<std::size_t, std::string> storedWords(const ServerSession& session) {
    std::map<std::string, std::size_t> numbers;
    std::map<std::size_t, std::string> words;
    const Finished done = runCli({"export", "s.assize", "--format", "jsonl", "-o", "out.jsonl"}, session.home().path());
    EXPECT_EQ(done.status, 0) << done.err;
    std::ifstream lines(session.home().path() / "out.jsonl");
    for (std::string line; std::getline(lines, line);) {
        const json record = json::parse(line);
        if (record.value("type", "") == "item")
            numbers[record["id"]] = std::stoul(record["source_id"].get<std::string>().substr(1));
        else if (record.value("type", "") == "verdict")
            words[numbers.at(record["item"])] = wordsOf(record);
    }
    return words;
}

/// Runs the judge once over an item for each fault.
void expectOutcomes(const std::string& judge, const std::vector<ReplyFault>& faults) {
    std::vector<FakeServer::Handler> models;
    for (const ReplyFault& fault : faults) {
        FakeModelOptions options;
        options.obeysSchema = false;
        options.finishReason = fault.finish;
        options.answer = [&fault](std::string_view) { return fault.reply; };
        models.push_back(fakeModel(options));
    }
    const FakeServer server([&](const FakeRequest& request) {
        std::size_t item = 0;
        while (item + 1 < models.size() &&
               request.body.find("town number " + std::to_string(item) + ".") == std::string::npos)
            ++item;
        return models.at(item)(request);
    });
    const ServerSession session(static_cast<int>(faults.size()));
    const json report = session.judged({"--judge", judge, "--endpoint", server.url("/v1"), "--orders", "ab"});
    EXPECT_EQ(report["end"], "complete");
    EXPECT_EQ(report["sent"], faults.size());
    EXPECT_TRUE(addsUp(report));
    const auto stored = storedWords(session);
    for (std::size_t item = 0; item < faults.size(); ++item)
        EXPECT_EQ(stored.at(item), faults[item].expected) << item << ": " << faults[item].reply;
    EXPECT_TRUE(session.isSound());
}

TEST(JudgeReply, RubricsThatAreNotAsAsked) {
    expectOutcomes("rubric-generated", yamlFaults());
}

TEST(JudgeReply, VerdictsThatAreNotAsAsked) {
    expectOutcomes("pairwise-json", jsonFaults());
}

// A fixed rubric makes a criterion that is missing, or one too many, a mistake.
TEST(JudgeReply, CriteriaThatAreNotTheRubrics) {
    const std::string three = "criteria:\n  Follows the instruction: {score_A: 4, score_B: 2}\n"
                              "  Correct: {score_A: 4, score_B: 2}\n  Clear: {score_A: 4, score_B: 2}\n";
    const std::string two = three.substr(0, three.find("  Clear"));
    const std::string label = "preference: '[[A>B]]'\n";
    expectOutcomes(
        "rubric-fixed", {{three + label, "verdict A>B"}, {two + label, "invalid missing-criterion: Clear"},
                            {three + "  Witty: {score_A: 1, score_B: 1}\n" + label, "invalid extra-criterion: Witty"}});
}

} // namespace
} // namespace assize::test
