// SPDX-License-Identifier: Apache-2.0
// The metrics command on public data, against the figures that its authors and we computed apart from this program.
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

constexpr double FourDigits = 5e-5;

json jsonOf(const Finished& finished) {
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_EQ(finished.err, "");
    return json::parse(finished.out);
}

double valueOf(const json& figures, const char* key) {
    return figures.at(key).at("value").get<double>();
}

/// One judge of LLMBar: the figures of both orders, as in the published table and recomputed.
struct LlmbarJudge {
    const char* file;
    int nullForward, nullBackward;
    double forward, backward, reconciled, consistency; ///< agreement with gold, failures counted wrong
    double kappaForward, kappaBackward;
};

constexpr LlmbarJudge LlmbarJudges[] = {
    {"Natural/evaluators/GPT-4/Vanilla", 0, 0, .9500, .9600, .9300, .9500, .8977, .9179},
    {"Natural/evaluators/ChatGPT/CoT", 1, 0, .7000, .7800, .5600, .6400, .4341, .5267},
    {"Natural/evaluators/GPT-4/Rating", 0, 0, .9200, .9200, .8700, .9000, .8325, .8379},
    {"Natural/evaluators/PaLM2/Vanilla", 2, 2, .7800, .8800, .7300, .8000, .5858, .7866},
    {"Adversarial/Manual/evaluators/GPT-4/Vanilla", 0, 0, .7609, .8478, .7174, .8261, .5217, .6933},
    {"Adversarial/Manual/evaluators/LLaMA2/CoT", 1, 0, .3913, .3913, .1304, .4783, -.1605, -.2432},
};

TEST(MetricsOnData, LlmbarHasItsPublishedFigures) {
    ASSIZE_NEEDS_DATA(data, "llmbar/Dataset/LLMBar");
    for (const LlmbarJudge& judge : LlmbarJudges) {
        SCOPED_TRACE(judge.file);
        const TempFolder home;
        const std::string file = (data / judge.file / "result.json").string();
        ASSERT_EQ(runCli({"import", "n.assize", file, "--run", "judge"}, home.path()).status, 0);
        const json run =
            jsonOf(runCli({"metrics", "n.assize", "--json", "--resamples", "0"}, home.path())).at("runs").at(0);
        EXPECT_EQ(run["run"], "judge");
        EXPECT_EQ(run["ties"], "exclude");
        const json& figures = run["figures"];
        EXPECT_NEAR(valueOf(figures, "agreement.forward.all"), judge.forward, FourDigits);
        EXPECT_NEAR(valueOf(figures, "agreement.backward.all"), judge.backward, FourDigits);
        EXPECT_NEAR(valueOf(figures, "agreement.reconciled.all"), judge.reconciled, FourDigits);
        EXPECT_NEAR(valueOf(figures, "kappa.forward"), judge.kappaForward, FourDigits);
        EXPECT_NEAR(valueOf(figures, "kappa.backward"), judge.kappaBackward, FourDigits);
        EXPECT_EQ(figures["agreement.forward"]["left_out"].value("unparseable", 0), judge.nullForward);
        EXPECT_EQ(figures["agreement.backward"]["left_out"].value("unparseable", 0), judge.nullBackward);
        if (judge.nullForward + judge.nullBackward <= 1) { // the authors' `equal` counts null = null as agreement
            EXPECT_NEAR(valueOf(figures, "position.consistency.all"), judge.consistency, FourDigits);
        }
    }
}

TEST(MetricsOnData, AFigureCarriesWhatItRestsOn) {
    ASSIZE_NEEDS_DATA(natural, "llmbar/Dataset/LLMBar/Natural");
    const TempFolder home;
    const std::string file = (natural / "evaluators/GPT-4/Vanilla/result.json").string();
    ASSERT_EQ(runCli({"import", "n.assize", file, "--run", "gpt4-vanilla"}, home.path()).status, 0);
    const json document = jsonOf(runCli({"metrics", "n.assize", "--json"}, home.path()));
    EXPECT_EQ(document["session"], "n.assize");
    EXPECT_EQ(document["items"], 100);
    const json& run = document["runs"][0];
    EXPECT_EQ(run["run_id"].get<std::string>().size(), 26U);
    EXPECT_EQ(run["version"].get<std::string>().size(), 64U);
    EXPECT_EQ(run["outcomes"], json({{"verdict", 200}}));
    json forward = run["figures"]["agreement.forward"];
    EXPECT_NEAR(forward["low"].get<double>(), 0.8882, FourDigits);
    EXPECT_NEAR(forward["high"].get<double>(), 0.9785, FourDigits);
    forward.erase("low");
    forward.erase("high");
    EXPECT_EQ(forward, json({{"value", 0.95}, {"numerator", 95}, {"denominator", 100}, {"judged", 100}, {"total", 100},
                           {"left_out", {{"gold-tie", 0}}}, {"ties", "exclude"}, {"method", "wilson"},
                           {"seed", nullptr}, {"reason", nullptr}}));
    const json& kappa = run["figures"]["kappa.forward"];
    EXPECT_EQ(kappa["method"], "bootstrap");
    EXPECT_EQ(kappa["seed"], 1);
    EXPECT_EQ(run["figures"]["position.matrix"]["value"], nullptr);
    EXPECT_EQ(
        run["figures"]["position.matrix"]["table"], json({{"rows", {"A", "B", "tie"}}, {"columns", {"A", "B", "tie"}},
                                                        {"cells", {{40, 3, 0}, {2, 55, 0}, {0, 0, 0}}}}));
    EXPECT_EQ(run["figures"]["baseline.agreement"]["value"], nullptr);
    EXPECT_EQ(run["figures"]["baseline.agreement"]["reason"], "no-builtin-run");
    EXPECT_EQ(document["annotators"]["pairs"], json::array());
}

/// PandaLM's items with three annotators, and the verdicts of gpt-3.5.
class MetricsOnPandaLm : public testing::Test {
protected:
    void SetUp() override {
        ASSIZE_NEEDS_DATA(data, "pandalm/data");
        const Finished imported = runCli({"import", "p.assize", (data / "testset-v1.json").string(),
                                             (data / "gpt-3.5-turbo-testset-v1.json").string()},
            m_home.path());
        ASSERT_EQ(imported.status, 0) << imported.err;
        EXPECT_THAT(imported.out, HasSubstr("999 items (999 new), 2997 labels (2997 new), 999 verdicts (999 new, 25 "
                                            "unusable)"));
    }

    json metrics(const std::vector<std::string>& more) {
        std::vector<std::string> arguments = {"metrics", "p.assize", "--json", "--resamples", "0"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return jsonOf(runCli(arguments, m_home.path()));
    }

    TempFolder m_home;
};

TEST_F(MetricsOnPandaLm, AnnotatorsAgreeAsPublished) {
    const json people = metrics({})["annotators"];
    const struct {
        const char *a, *b;
        double kappa, agreement;
    } pairs[] = {{"annotator1", "annotator2", .8520, .9129}, {"annotator1", "annotator3", .8789, .9289},
        {"annotator2", "annotator3", .8617, .9179}};
    ASSERT_EQ(people["pairs"].size(), 3U);
    for (std::size_t at = 0; at < 3; ++at) {
        const json& pair = people["pairs"][at];
        EXPECT_EQ(pair["a"], pairs[at].a);
        EXPECT_EQ(pair["b"], pairs[at].b);
        EXPECT_NEAR(valueOf(pair, "kappa"), pairs[at].kappa, FourDigits);
        EXPECT_NEAR(valueOf(pair, "agreement"), pairs[at].agreement, FourDigits);
    }
    EXPECT_NEAR(valueOf(people, "fleiss_kappa"), .8642, FourDigits);
    EXPECT_NEAR(valueOf(people, "alpha"), .8642, FourDigits);
}

TEST_F(MetricsOnPandaLm, TheJudgeIsCountedWithAndWithoutItsFailures) {
    const json run = metrics({"--ties", "class"})["runs"][0];
    EXPECT_EQ(run["ties"], "class");
    EXPECT_EQ(run["outcomes"], json({{"verdict", 974}, {"unparseable", 25}}));
    const json& figures = run["figures"];
    EXPECT_NEAR(valueOf(figures, "agreement.forward"), .7156, FourDigits);
    EXPECT_EQ(figures["agreement.forward"]["judged"], 974);
    EXPECT_EQ(figures["agreement.forward"]["total"], 999);
    EXPECT_EQ(figures["agreement.forward"]["left_out"]["unparseable"], 25);
    EXPECT_EQ(figures["agreement.forward.valid"], figures["agreement.forward"]);
    EXPECT_NEAR(valueOf(figures, "agreement.forward.all"), .6977, FourDigits);
    EXPECT_NEAR(valueOf(figures, "kappa.forward"), .4929, FourDigits);
    EXPECT_NEAR(valueOf(figures, "agreement.forward.original"), .7107, FourDigits); // "garbage" counted as a tie
    EXPECT_NEAR(valueOf(figures, "precision.forward.original"), .5879, FourDigits);
    EXPECT_NEAR(valueOf(figures, "recall.forward.original"), .5736, FourDigits);
    EXPECT_NEAR(valueOf(figures, "f1.forward.original"), .5755, FourDigits);
    EXPECT_NEAR(valueOf(figures, "kappa.forward.original"), .4958, FourDigits);
    EXPECT_EQ(figures["agreement.reconciled"]["value"], nullptr);
    EXPECT_EQ(figures["agreement.reconciled"]["reason"], "one-order");
}

TEST_F(MetricsOnPandaLm, GoldTiesLeaveWhenTheyAreExcluded) {
    const json figures = metrics({"--ties", "exclude"})["runs"][0]["figures"];
    EXPECT_EQ(figures["agreement.forward"]["denominator"], 882);          // judged, and gold is no tie: 416 + 466
    EXPECT_EQ(figures["agreement.forward"]["left_out"]["gold-tie"], 105); // of 999
}

TEST_F(MetricsOnPandaLm, OnePersonCanStandForGold) {
    const json run = metrics({"--against", "annotator2", "--run", "1"})["runs"][0];
    EXPECT_EQ(run["against"], "annotator2");
    EXPECT_EQ(run["figures"]["agreement.forward"]["judged"], 974);
}

TEST(MetricsOnSample, TwoPeopleAgreeOnAllButSix) {
    const TempFolder home;
    const std::string items = std::string(ASSIZE_SAMPLE_DIR) + "/items.jsonl";
    const json imported = jsonOf(runCli({"import", "s.assize", items, "--json"}, home.path()));
    EXPECT_EQ(imported["items"], 38);
    EXPECT_EQ(imported["labels"], 112); // 36 gold labels and 38 of each person
    const json people = jsonOf(runCli({"metrics", "s.assize", "--json"}, home.path()))["annotators"];
    ASSERT_EQ(people["pairs"].size(), 1U);
    EXPECT_EQ(people["pairs"][0]["a"], "Ivo");
    EXPECT_EQ(people["pairs"][0]["b"], "Maya");
    EXPECT_EQ(people["pairs"][0]["agreement"]["numerator"], 32);
    EXPECT_NEAR(valueOf(people["pairs"][0], "kappa"), .7486, FourDigits); // (32/38 − 537/38²) / (1 − 537/38²)
    const Finished text = runCli({"metrics", "s.assize"}, home.path());
    EXPECT_THAT(text.out, HasSubstr("Annotators\n"));
    EXPECT_THAT(text.out, testing::ContainsRegex("Ivo / Maya kappa +0.7486 "));
}

/// Two categories and two judges that anybody can count through.
class Metrics : public testing::Test {
protected:
    void SetUp() override {
        m_home.write("pairs.jsonl", R"({"prompt":"one","response_A":"a","response_B":"b","label":"A","category":"chat"}
{"prompt":"two","response_A":"a","response_B":"b","label":"B","category":"chat"}
{"prompt":"three","response_A":"a","response_B":"b","label":"A","category":"maths"}
)");
        ASSERT_EQ(cli({"import", "s.assize", "pairs.jsonl"}).status, 0);
        ASSERT_EQ(cli({"judge", "s.assize", "--judge", "builtin"}).status, 0);
    }

    Finished cli(std::vector<std::string> arguments) { return runCli(std::move(arguments), m_home.path()); }

    TempFolder m_home;
};

TEST_F(Metrics, BreakDownByCategory) {
    const json document = jsonOf(cli({"metrics", "s.assize", "--by", "category", "--json"}));
    EXPECT_EQ(document["meanings"]["kappa.forward"]["title"], "Cohen's kappa, A first");
    for (const auto& [key, figure] : document["runs"][0]["figures"].items())
        EXPECT_NE(document["meanings"][key].value("meaning", ""), "") << key;
    const json by = document["runs"][0]["by"]["category"];
    ASSERT_EQ(by.size(), 2U);
    EXPECT_EQ(by["chat"]["agreement.forward"]["denominator"], 2);
    EXPECT_EQ(by["maths"]["agreement.forward"]["denominator"], 1);
    const Finished text = cli({"metrics", "s.assize", "--by", "category"});
    EXPECT_THAT(text.out, HasSubstr("category  items  agreement.single"));
    EXPECT_THAT(text.out, HasSubstr("maths"));
}

/// Two items that differ in everything one may ask by; every command that tells figures breaks them down by each.
TEST_F(Metrics, EveryCommandBreaksDownByEverything) {
    m_home.write("kinds.jsonl",
        R"({"prompt":"Say hello to one","response_A":"Hello one.","response_B":"Hi.","label":"A","category":"alpacaeval-easy","language":"en","model_A":"m1","model_B":"m2"}
{"prompt":"print(1)?","response_A":"x","response_B":")" +
            std::string(700, 'y') +
            R"(","label":"B","category":"hep-python","language":"de","model_A":"m1","model_B":"m3"}
)");
    ASSERT_EQ(cli({"import", "k.assize", "kinds.jsonl"}).status, 0);
    ASSERT_EQ(cli({"judge", "k.assize", "--judge", "builtin"}).status, 0);
    ASSERT_EQ(cli({"judge", "k.assize", "--judge", "builtin", "--new-run", "again"}).status, 0);
    const struct {
        const char* by;
        std::vector<std::string> slices;
        const char* heading; ///< in the report
    } cases[] = {
        {"category", {"alpacaeval-easy", "hep-python"}, "By category"},
        {"section", {"Chat", "Reasoning"}, "By section"},
        {"judge", {"builtin"}, "By judge"},
        {"model", {"m1 / m2", "m1 / m3"}, "By models that wrote the answers"},
        {"language", {"de", "en"}, "By language"},
        {"length", {"0-199", "200-499"}, "By length of the answers"},
        {"length-bucket", {"0-199", "200-499"}, "By length of the answers"},
    };
    for (const auto& [by, slices, heading] : cases) {
        const auto names = [&by = by](const json& document) {
            std::vector<std::string> found;
            for (const auto& [name, figures] : document["by"][by].items())
                found.push_back(name);
            return found;
        };
        EXPECT_EQ(names(jsonOf(cli({"metrics", "k.assize", "--run", "builtin", "--by", by, "--resamples", "0",
                      "--json"}))["runs"][0]),
            slices);
        EXPECT_EQ(
            names(jsonOf(cli({"compare", "k.assize", "builtin", "again", "--by", by, "--resamples", "0", "--json"}))),
            slices);
        EXPECT_EQ(
            names(jsonOf(cli({"whatif", "k.assize", "--run", "again", "--by", by, "--resamples", "0", "--json"}))),
            slices);
        const Finished report =
            cli({"report", "k.assize", "-o", "-", "--by", by, "--resamples", "0", "--sections", "figures,reproduce"});
        EXPECT_EQ(report.status, 0) << report.err;
        EXPECT_THAT(report.out, HasSubstr(std::string("<h4>") + heading + "</h4>"));
        for (const std::string& slice : slices)
            EXPECT_THAT(report.out, HasSubstr("<th scope=\"row\">" + slice + "</th>")) << by;
    }
    EXPECT_THAT(cli({"report", "k.assize", "-o", "-", "--by", "length", "--sections", "reproduce"}).out,
        HasSubstr(" --by length"))
        << "how to make it again";
    for (const std::vector<std::string>& command :
        {std::vector<std::string>{"metrics", "k.assize"}, {"compare", "k.assize", "builtin", "again"},
            {"whatif", "k.assize", "--run", "again"}, {"report", "k.assize", "-o", "-"}}) {
        std::vector<std::string> arguments = command;
        arguments.insert(arguments.end(), {"--by", "colour"});
        const Finished wrong = cli(arguments);
        EXPECT_EQ(wrong.status, 2);
        EXPECT_THAT(wrong.err,
            HasSubstr("--by: cannot do that: \"colour\" is not category, section, judge, model, language or length"));
    }
}

TEST_F(Metrics, ATableIsForPeople) {
    const Finished text = cli({"metrics", "s.assize"});
    EXPECT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("s.assize · 3 items\n"));
    EXPECT_THAT(text.out, HasSubstr("Run builtin · judge builtin · against gold\n"));
    EXPECT_THAT(text.out,
        HasSubstr(
            "ties exclude, flips own, mixed tie, tie band 0.02, 2000 resamples, seed 1\n  outcomes: 6 verdict\n"));
    EXPECT_THAT(text.out, HasSubstr("  position.matrix  "));
    EXPECT_EQ(text.out.find("\x1b["), std::string::npos);
}

TEST_F(Metrics, AnEmptySessionSaysWhatToDo) {
    ASSERT_EQ(cli({"import", "new.assize", "pairs.jsonl"}).status, 0);
    EXPECT_THAT(cli({"metrics", "new.assize"}).out,
        HasSubstr("No runs yet: judge the items, or import verdicts, to see figures of judges.\n"));
    EXPECT_EQ(jsonOf(cli({"metrics", "new.assize", "--json"}))["runs"], json::array());
}

TEST_F(Metrics, SayWhatTheyCannotDo) {
    const struct {
        std::vector<std::string> options;
        int status;
        const char* says;
    } cases[] = {
        {{"--run", "nope"}, 2, "run nope: not found: the runs are: builtin"},
        {{"--ties", "foo"}, 2, "\"foo\" is not class, four, exclude, half or steps"},
        {{"--flips", "foo"}, 2, "--flips"},
        {{"--mixed", "foo"}, 2, "--mixed"},
        {{"--by", "foo"}, 2, "\"foo\" is not category, section, judge, model, language or length"},
        {{"--against", "Nobody"}, 2, "no run and no annotator has this name"},
        {{"--resamples", "-1"}, 2, "--resamples"},
        {{"--seed", "x"}, 2, "--seed"},
    };
    for (const auto& [options, status, says] : cases) {
        std::vector<std::string> arguments = {"metrics", "s.assize"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Finished finished = cli(arguments);
        EXPECT_EQ(finished.status, status) << says;
        EXPECT_THAT(finished.err, testing::StartsWith("assize-cli: "));
        EXPECT_THAT(finished.err, HasSubstr(says));
        EXPECT_EQ(finished.out, "");
    }
    EXPECT_EQ(cli({"metrics", "gone.assize"}).status, 3);
}

} // namespace
} // namespace assize::test
