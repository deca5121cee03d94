// SPDX-License-Identifier: Apache-2.0
// Every preset of the field through assize-cli, against a server whose answers rest on the texts it is shown and on
// nothing else: judging the swapped pair and mapping back must change nothing.
#include "tests/support/fake_model.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <array>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace assize::test {
namespace {

using nlohmann::json;

constexpr int Items = 20;

/// The qualities that the answers in a prompt name, in the order in which they are shown: "quality=7".
std::vector<int> qualitiesIn(std::string_view prompt) {
    constexpr std::string_view Mark = "quality=";
    std::vector<int> qualities;
    for (std::size_t at = prompt.find(Mark); at != std::string_view::npos; at = prompt.find(Mark, at + 1))
        qualities.push_back(prompt[at + Mark.size()] - '0');
    return qualities;
}

/// What a model of each family writes about a first and a second answer.
struct Field {
    std::string judge;
    std::string kind = "openai-chat";
    bool hasTies = true;
    std::string (*reply)(int first, int second) = nullptr;
};

std::string letter(int first, int second, const char* tie) {
    return first == second ? tie : first > second ? "A" : "B";
}

std::string preference(int first, int second) {
    return first == second ? "A=B" : first > second ? "A>B" : "B>A";
}

std::string rubric(int first, int second, const std::vector<std::string>& names, bool isGenerated) {
    std::string text = "criteria:\n";
    for (const std::string& name : names) {
        text += fmt::format("  {}:\n", name);
        if (isGenerated)
            text += "    type: scale\n    weight: 0.5\n";
        text += fmt::format("    score_A: {}\n    score_B: {}\n", first, second);
    }
    return text +
           fmt::format("overall_justification: \"As it is.\"\npreference: '[[{}]]'\n", preference(first, second));
}

std::string rubricJson(int first, int second) {
    return fmt::format(R"({{"criteria":[{{"name":"fit","type":"scale","weight":1,"score_A":{},"score_B":{}}}],)"
                       R"("overall_justification":"x","preference":"[[{}]]"}})",
        first, second, preference(first, second));
}

std::string scores(int first, int second) {
    return fmt::format("{} {}\nAs it is.", first, second);
}

std::string result(int first, int second) {
    return fmt::format("**Reasoning:** As it is.\n\n**Result:** {}", letter(first, second, "A"));
}

const std::vector<Field>& pairs() {
    static const std::vector<Field> all = {{"rubric-generated", "openai-chat", true,
                                               [](int a, int b) {
                                                   return rubric(a, b, {"fit", "tone"}, true);
                                               }},
        {"rubric-fixed", "anthropic", true,
            [](int a, int b) {
                return rubric(a, b, {"Follows the instruction", "Correct", "Clear"}, false);
            }},
        {"rubric-generated-json", "ollama", true, rubricJson},
        {"pairwise-json", "openai-chat", true,
            [](int a, int b) { return fmt::format(R"({{"reasoning":"x","verdict":"{}"}})", preference(a, b)); }},
        {"root-pairwise", "openai-chat", false,
            [](int a, int b) { return fmt::format(R"({{"REASONING":"x","VERDICT":"{}"}})", letter(a, b, "A")); }},
        {"judgelm-pair", "openai-completions", true, scores}, {"judgelm-pair-ref", "ollama-raw", true, scores},
        {"judgelm-turns", "openai-completions", true, scores}, {"selene-pairwise", "openai-chat", false, result},
        {"mtbench-pair", "anthropic", true, [](int a, int b) { return "So: [[" + letter(a, b, "C") + "]]"; }},
        {"prometheus-relative", "openai-chat", false,
            [](int a, int b) { return "Feedback: x [RESULT] " + letter(a, b, "A"); }},
        {"pandalm", "openai-completions", true,
            [](int a, int b) {
                return std::string(a == b ? "Tie" : a > b ? "1" : "2") + "\n\n### Reason: x\n\n### Reference: y";
            }},
        {"autoj-pair", "openai-chat", true,
            [](int a, int b) {
                return std::string("So, the final decision is ") + (a == b     ? "Tie"
                                                                       : a > b ? "Response 1"
                                                                               : "Response 2");
            }},
        {"alpaca-pair", "openai-chat", false, [](int a, int b) { return std::string(a > b ? "m" : "M"); }},
        {"seven-steps", "openai-chat", true,
            [](int a, int b) {
                const std::string said =
                    a == b ? "same"
                           : letter(a, b, "") + (std::abs(a - b) > 1 ? " is much better" : " is slightly better");
                return "<result><explanation>x</explanation><verdict>" + said + "</verdict></result>";
            }},
        {"best-of-n", "openai-chat", false,
            [](int a, int b) { return fmt::format(R"({{"reasoning":"x","verdict":"{}"}})", letter(a, b, "A")); }},
        {"judgelm-many", "openai-completions", true, scores}};
    return all;
}

/// Twenty items with a reference and a context; qualities differ in most. isSwapped exchanges the answers.
std::string items(bool isSwapped, bool hasTies) {
    std::string text;
    for (int number = 0; number < Items; ++number) {
        const int a = 1 + number % 5;
        const int b = 1 + (number / 2 + 2) % 5;
        if (!hasTies && a == b)
            continue;
        const json item = {{"id", fmt::format("i{}", number)}, {"prompt", fmt::format("Name town {}.", number)},
            {"reference", "Bern"}, {"context", "Towns."},
            {"label", a == b                 ? "tie"
                      : (a > b) != isSwapped ? "A"
                                             : "B"},
            {"response_A", fmt::format("It has quality={}.", isSwapped ? b : a)},
            {"response_B", fmt::format("It has quality={}.", isSwapped ? a : b)}};
        text += item.dump() + "\n";
    }
    return text;
}

std::string path(const std::string& kind) {
    return kind == "anthropic" || kind.starts_with("ollama") ? "" : "/v1";
}

/// "i3 AB" → verdict, of the session's only run.
std::map<std::string, json> verdictsOf(const TempFolder& home, const std::string& session) {
    const Finished exported = runCli({"export", session, "--format", "jsonl", "-o", "-"}, home.path());
    EXPECT_EQ(exported.status, 0) << exported.err;
    std::map<std::string, std::string> ids;
    std::map<std::string, json> verdicts;
    std::istringstream lines(exported.out);
    for (std::string line; std::getline(lines, line);) {
        const json row = json::parse(line);
        if (row["type"] == "item")
            ids[row["id"]] = row["source_id"];
        if (row["type"] == "verdict" && row["sample"] == 1)
            verdicts[ids[row["item"]] + " " + row["presentation"].get<std::string>()] = row;
    }
    return verdicts;
}

std::string swappedLabel(const json& label) {
    return label == "A>B" ? "B>A" : label == "B>A" ? "A>B" : label.is_null() ? "" : label.get<std::string>();
}

std::string textOf(const json& value) {
    return value.is_null() ? std::string() : value.get<std::string>();
}

class FieldOfPairs : public testing::TestWithParam<Field> {};

TEST_P(FieldOfPairs, TheSwappedPairMappedBackIsTheSame) {
    const Field& field = GetParam();
    FakeModelOptions model;
    model.obeysSchema = false;
    model.answer = [&](std::string_view prompt) {
        const std::vector<int> shown = qualitiesIn(prompt);
        return shown.size() == 2 ? field.reply(shown[0], shown[1]) : std::string("what?");
    };
    const FakeServer server(fakeModel(model));
    const TempFolder home;
    for (const bool isSwapped : {false, true}) {
        const std::string name = isSwapped ? "swapped" : "plain";
        home.write(name + ".jsonl", items(isSwapped, field.hasTies));
        ASSERT_EQ(runCli({"import", name + ".assize", name + ".jsonl"}, home.path()).status, 0);
        const Finished judged =
            runCli({"judge", name + ".assize", "--judge", field.judge, "--endpoint", server.url(path(field.kind)),
                       "--kind", field.kind, "--model", "fake-judge", "--orders", "both", "--samples", "1", "--json"},
                home.path());
        ASSERT_EQ(judged.status, 0) << judged.out << judged.err;
        const json report = json::parse(judged.out);
        EXPECT_EQ(report["outcomes"], json({{"verdict", report["planned"]}}));
        EXPECT_GE(report["planned"], 2 * 16);
    }
    const auto plain = verdictsOf(home, "plain.assize");
    const auto swapped = verdictsOf(home, "swapped.assize");
    ASSERT_EQ(plain.size(), swapped.size());
    for (const auto& [call, verdict] : plain) {
        const std::string item = call.substr(0, call.find(' '));
        const bool isForward = call.ends_with("AB");
        const json& other = swapped.at(item + (isForward ? " BA" : " AB")); // the same request
        const json& back = plain.at(item + (isForward ? " BA" : " AB"));
        EXPECT_EQ(textOf(verdict["label"]), swappedLabel(other["label"])) << field.judge << ' ' << call;
        EXPECT_EQ(verdict["label"], back["label"]) << field.judge << ' ' << call;
        EXPECT_EQ(verdict["result"], back["result"]) << field.judge << ' ' << call;
        EXPECT_EQ(verdict["scores"], back["scores"]) << field.judge << ' ' << call;
        EXPECT_EQ(verdict["score_margin"], back["score_margin"]) << field.judge << ' ' << call;
        if (verdict["scores"].size() == 2) {
            EXPECT_EQ(verdict["scores"], json({other["scores"][1], other["scores"][0]})) << field.judge << ' ' << call;
        }
        EXPECT_FALSE(verdict["label"].is_null() && textOf(verdict["result"]).empty()) << call;
    }
}

INSTANTIATE_TEST_SUITE_P(Presets, FieldOfPairs, testing::ValuesIn(pairs()), [](const auto& tested) {
    std::string name = tested.param.judge;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

/// Judges of a single answer, each in its own format.
struct SingleField {
    std::string judge;
    std::string kind;
    std::string reply;  ///< of every item
    std::string result; ///< what it means
    double normalised;
};

class FieldOfSingles : public testing::TestWithParam<SingleField> {};

TEST_P(FieldOfSingles, AreReadInTheirOwnFormat) {
    const SingleField& field = GetParam();
    FakeModelOptions model;
    model.obeysSchema = false;
    model.answer = [&](std::string_view) { return field.reply; };
    const FakeServer server(fakeModel(model));
    const TempFolder home;
    std::string rows;
    for (int number = 0; number < Items; ++number)
        rows +=
            fmt::format(R"({{"id":"i{0}","prompt":"Name town {0}.","response":"Bern","reference":"Bern","context":"T",)"
                        R"("rubric_objective":"Is it right?"}})"
                        "\n",
                number);
    home.write("s.jsonl", rows);
    ASSERT_EQ(runCli({"import", "s.assize", "s.jsonl"}, home.path()).status, 0);
    const Finished judged = runCli({"judge", "s.assize", "--judge", field.judge, "--endpoint",
                                       server.url(path(field.kind)), "--kind", field.kind, "--model", "m", "--json"},
        home.path());
    ASSERT_EQ(judged.status, 0) << judged.out << judged.err;
    EXPECT_EQ(json::parse(judged.out)["outcomes"], json({{"verdict", Items}}));
    for (const auto& [call, verdict] : verdictsOf(home, "s.assize")) {
        EXPECT_EQ(verdict["result"], field.result) << call;
        EXPECT_NEAR(verdict["weighted_score_A"], field.normalised, 1e-12) << call;
    }
}

INSTANTIATE_TEST_SUITE_P(Presets, FieldOfSingles,
    testing::Values(SingleField{"root-decompose", "openai-chat", R"({"REASONING":"x","VERDICT":"FAIL"})", "FAIL", 0},
        SingleField{"root-evaluator", "openai-chat", R"({"justification":"x","score":0.37})", "0.37", 0.37},
        SingleField{"judgelm-single", "openai-completions", " 8\nAs it is.", "8", 7.0 / 9},
        SingleField{"judgelm-vqa", "ollama-raw", " 1\nAs it is.", "1", 0},
        SingleField{"selene-absolute", "openai-chat", "**Reasoning:** x\n\n**Result:** 4", "4", 0.75},
        SingleField{"selene-absolute-ref", "anthropic", "**Reasoning:** x\n\n**Result:** 5", "5", 1},
        SingleField{"selene-classify", "openai-chat", "**Reasoning:** x\n\n**Result:** Yes", "Yes", 1},
        SingleField{"selene-classify-ref", "ollama", "**Reasoning:** x\n\n**Result:** No", "No", 0},
        SingleField{"selene-context", "openai-chat", "**Reasoning:** x\n\n**Result:** No", "No", 0},
        SingleField{"mtbench-single", "anthropic", "Rating: [[7]]", "7", 6.0 / 9},
        SingleField{"prometheus-absolute", "openai-chat", "Feedback: x [RESULT] 2", "2", 0.25},
        SingleField{"geval-score", "openai-chat", "4", "4", 0.75}),
    [](const auto& tested) {
        std::string name = tested.param.judge;
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

} // namespace
} // namespace assize::test
