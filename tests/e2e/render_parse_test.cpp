// SPDX-License-Identifier: Apache-2.0
// What goes to a model and what its reply means, without a model: render and parse.
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* Item = R"({"id":"q1","prompt":"Q? {{response_a}}","response_A":"one","response_B":"two"})";

constexpr const char* Reply = R"(criteria:
  Correct:
    description: 'Is right.'
    type: scale
    weight: 0.5
    score_A: 2
    score_B: 5
    justification_A: 'Wrong.'
    justification_B: 'Right.'
  Short:
    description: 'Is short.'
    type: binary
    weight: 0.3
    score_A: true
    score_B: true
    justification_A: 'Yes.'
    justification_B: 'Yes.'
  Kind:
    description: 'Is kind.'
    type: scale
    weight: 0.2
    score_A: 1
    score_B: 5
    justification_A: 'No.'
    justification_B: 'Yes.'
overall_justification: 'B is right.'
preference: '[[B>A]]'
)";

class RenderAndParse : public testing::Test {
protected:
    void SetUp() override {
        m_home.write("item.json", Item);
        m_home.write("reply.yaml", Reply);
    }

    Finished cli(std::vector<std::string> arguments, const std::string& input = {}) {
        ProcessOptions options;
        options.input = input;
        return runCli(std::move(arguments), m_home.path(), options);
    }

    json jsonOf(const Finished& finished) {
        EXPECT_EQ(finished.status, 0) << finished.err;
        return json::parse(finished.out);
    }

    TempFolder m_home;
};

TEST_F(RenderAndParse, RendersTheExactRequest) {
    const json request = jsonOf(cli({"render", "--judge", "pairwise-json", "--item-json", "item.json", "--order", "ba",
        "--nonce", "BOUND", "--model", "m-1", "--json"}));
    ASSERT_EQ(request["messages"].size(), 2U);
    EXPECT_EQ(request["messages"][0]["role"], "system");
    const std::string user = request["messages"][1]["content"];
    EXPECT_THAT(user, HasSubstr("Prompt:\n<data-BOUND>\nQ? {{response_a}}\n</data-BOUND>")); // never rendered twice
    EXPECT_THAT(user, HasSubstr("Response A:\n<data-BOUND>\ntwo\n</data-BOUND>"));
    EXPECT_THAT(user, HasSubstr("Response B:\n<data-BOUND>\none\n</data-BOUND>"));
    EXPECT_EQ(request["body"]["messages"], request["messages"]);
    EXPECT_EQ(request["body"]["model"], "m-1");
    EXPECT_EQ(request["body"]["temperature"], 0.0);
    EXPECT_EQ(request["body"]["max_tokens"], 2048);
    EXPECT_EQ(request["path"], "/chat/completions");
    EXPECT_EQ(request["warnings"], json::array());
}

TEST_F(RenderAndParse, RendersAnItemOfASession) {
    ASSERT_EQ(cli({"import", "s.assize", "item.json"}).status, 0);
    const Finished text = cli({"render", "--judge", "rubric-generated", "--session", "s.assize", "--item", "q1"});
    EXPECT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, testing::StartsWith("[system]\n"));
    EXPECT_THAT(text.out, HasSubstr("\n[user]\n"));
    EXPECT_THAT(text.out, HasSubstr("\none\n"));
    const Finished missing = cli({"render", "--judge", "rubric-generated", "--session", "s.assize", "--item", "q2"});
    EXPECT_EQ(missing.status, 2);
    EXPECT_THAT(missing.err, HasSubstr("q2: not found: no item has this id"));
}

// What is shown is the first of the two; a run would not send it, and both say so.
TEST_F(RenderAndParse, RenderSaysWhatARunLeavesOut) {
    m_home.write("pair.json", R"({"id":"q1","prompt":"Q?","response_A":"one","response_B":"two","reference":"1"})");
    const json request = jsonOf(cli({"render", "--judge", "judgelm-single", "--item-json", "pair.json", "--json"}));
    const std::string why = "a run leaves this item out: the item has 2 response(s), this judge looks at one by itself";
    EXPECT_EQ(request["warnings"], json::array({why}));
    EXPECT_THAT(request["messages"][0]["content"], HasSubstr("one"));
    const Finished text = cli({"render", "--judge", "judgelm-single", "--item-json", "pair.json"});
    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.err, HasSubstr("assize-cli: warning: " + why));
    ASSERT_EQ(cli({"import", "s.assize", "pair.json"}).status, 0);
    const Finished judged =
        cli({"judge", "s.assize", "--judge", "judgelm-single", "--endpoint", "http://127.0.0.1:9/v1", "--model", "m"});
    EXPECT_EQ(judged.status, 1);
    EXPECT_THAT(judged.err, HasSubstr("1 of the selected items left out: they do not have exactly one response"));
}

TEST_F(RenderAndParse, RenderSaysWhatItCannotDo) {
    const struct {
        std::vector<std::string> options;
        int status;
        const char* says;
    } cases[] = {
        {{"--judge", "nope", "--item-json", "item.json"}, 2, "nope: not found: no judge has this name"},
        {{"--item-json", "item.json"}, 2, "--judge: cannot do that: name the judge"},
        {{"--judge", "pairwise-json"}, 2, "--session S --item ID or --item-json FILE"},
        {{"--judge", "pairwise-json", "--item-json", "item.json", "--order", "x"}, 2,
            "\"x\" is neither ab, ba nor an order of the responses"},
        {{"--judge", "pairwise-json", "--item-json", "gone.json"}, 3, "gone.json: cannot read"},
        {{"--judge", "pairwise-json", "--item-json", "reply.yaml"}, 3, "reply.yaml: cannot read"},
    };
    for (const auto& [options, status, says] : cases) {
        std::vector<std::string> arguments = {"render"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Finished finished = cli(arguments);
        EXPECT_EQ(finished.status, status) << says;
        EXPECT_THAT(finished.err, HasSubstr(says));
    }
}

TEST_F(RenderAndParse, ReadsARubricIntoScores) {
    const json verdict = jsonOf(cli({"parse", "--judge", "rubric-generated", "reply.yaml", "--json"}));
    EXPECT_EQ(verdict["outcome"], "verdict");
    EXPECT_EQ(verdict["label"], "B>A");
    EXPECT_EQ(verdict["scores"], json::array());
    EXPECT_EQ(verdict["result"], nullptr);
    EXPECT_NEAR(verdict["weighted_score_A"].get<double>(), 0.425, 1e-12);
    EXPECT_NEAR(verdict["weighted_score_B"].get<double>(), 1.0, 1e-12);
    EXPECT_NEAR(verdict["score_margin"].get<double>(), -0.575, 1e-12);
    ASSERT_EQ(verdict["criteria"].size(), 3U);
    EXPECT_EQ(verdict["criteria"][0],
        json({{"name", "Correct"}, {"description", "Is right."}, {"type", "scale"}, {"weight", 0.5}, {"score_A", 2.0},
            {"score_B", 5.0}, {"normalised_A", 0.25}, {"normalised_B", 1.0}, {"justification_A", "Wrong."},
            {"justification_B", "Right."}}));
    EXPECT_EQ(verdict["criteria"][1]["score_A"], true);
    EXPECT_EQ(verdict["overall_justification"], "B is right.");
    EXPECT_EQ(verdict["flags"], json::array());
    EXPECT_EQ(verdict["recovered"], json::array());
    EXPECT_EQ(verdict["reason"], nullptr);
}

TEST_F(RenderAndParse, MapsTheOtherOrderBack) {
    const json verdict = jsonOf(cli({"parse", "--format", "rubric-yaml", "--order", "ba", "reply.yaml", "--json"}));
    EXPECT_EQ(verdict["label"], "A>B");
    EXPECT_NEAR(verdict["score_margin"].get<double>(), 0.575, 1e-12);
    EXPECT_EQ(verdict["criteria"][0]["justification_A"], "Right.");
}

TEST_F(RenderAndParse, FlagsALabelThatContradictsItsScores) {
    std::string reply = Reply;
    reply.replace(reply.find("B>A]]"), 5, "A>B]]");
    const Finished text = cli({"parse", "--format", "rubric-yaml", "-"}, reply);
    EXPECT_EQ(text.status, 0);
    EXPECT_EQ(text.out, "verdict A>B\n"
                        "  Correct: weight 0.5, A 2, B 5\n"
                        "  Short: weight 0.3, A 1, B 1\n"
                        "  Kind: weight 0.2, A 1, B 5\n"
                        "  weighted A 0.425, B 1, margin -0.575\n"
                        "  flags: label-contradicts-scores\n");
}

TEST_F(RenderAndParse, ReadsEveryFormatByItsName) {
    const struct {
        std::vector<std::string> options;
        const char* reply;
        const char* outcome;
        json label;
        json result;
    } cases[] = {
        {{"score-pair"}, "7 8.5\nB says more.", "verdict", "B>A", nullptr},
        {{"label"}, "I prefer the first. [[A]]", "verdict", "A>B", nullptr},
        {{"label"}, "[[A]] or [[B]]", "unparseable", nullptr, nullptr},
        {{"verdict-json"}, R"({"reasoning":"r","verdict":"A=B"})", "verdict", "A=B", nullptr},
        {{"verdict-json"}, R"({"reasoning":"r","verdict":"PASS"})", "verdict", nullptr, "PASS"},
        {{"reasoning-result", "--task", "direct"}, "**Reasoning:** good\n\n**Result:** 4", "verdict", nullptr, "4"},
        {{"score-json"}, R"({"reasoning":"r","score":9})", "invalid", nullptr, nullptr},
        {{"rubric-yaml"}, "Sorry, I cannot help with that.", "refused", nullptr, nullptr},
    };
    for (const auto& [options, reply, outcome, label, result] : cases) {
        SCOPED_TRACE(reply);
        std::vector<std::string> arguments = {"parse", "--json", "--format"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Finished finished = cli(arguments, reply);
        const json verdict = json::parse(finished.out);
        EXPECT_EQ(verdict["outcome"], outcome) << finished.out;
        EXPECT_EQ(verdict["label"], label);
        EXPECT_EQ(verdict["result"], result);
        EXPECT_EQ(finished.status, verdict["outcome"] == "verdict" ? 0 : 1);
        EXPECT_EQ(verdict["reason"].is_null(), verdict["outcome"] == "verdict");
    }
}

TEST_F(RenderAndParse, LooksQuotationsUpInTheItem) {
    std::string reply = Reply;
    reply.replace(reply.find("'Wrong.'"), 8, "'It says \"a thing that nobody wrote\".'");
    m_home.write("quoting.yaml", reply);
    const json verdict =
        jsonOf(cli({"parse", "--format", "rubric-yaml", "--item-json", "item.json", "quoting.yaml", "--json"}));
    EXPECT_EQ(verdict["flags"], json({"invented-quotation"}));
}

TEST_F(RenderAndParse, ParseSaysWhatItCannotDo) {
    const struct {
        std::vector<std::string> options;
        int status;
        const char* says;
    } cases[] = {
        {{"reply.yaml"}, 2, "name either a judge or, with --format, a reply format"},
        {{"--format", "label", "--judge", "pairwise-json"}, 2, "name either a judge or"},
        {{"--format", "nope", "reply.yaml"}, 2, "\"nope\" is not one of: rubric-yaml, rubric-json"},
        {{"--format", "label", "--task", "guess", "reply.yaml"}, 2, "\"guess\" is not pairwise, direct"},
        {{"--format", "label", "gone.txt"}, 3, "gone.txt: cannot read: No such file or directory"},
        {{"--format", "label", "."}, 3, ".: cannot read"},
    };
    for (const auto& [options, status, says] : cases) {
        std::vector<std::string> arguments = {"parse"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Finished finished = cli(arguments);
        EXPECT_EQ(finished.status, status) << says;
        EXPECT_THAT(finished.err, HasSubstr(says));
    }
}

} // namespace
} // namespace assize::test
