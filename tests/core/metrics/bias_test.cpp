// SPDX-License-Identifier: Apache-2.0
// Length, own family, reference and reply format: what may lead a judge astray.
#include "core/metrics/counterpart.h"
#include "core/metrics/model_family.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

constexpr double BiasSlack = 1e-9;

MadeTable referenceLengths(const nlohmann::json& values) {
    const std::string labels = values["labels"];
    MadeTable table = madePairs(std::string(labels.size(), '-'), labels);
    table.items.lengthA = values["a"].get<std::vector<std::int64_t>>();
    table.items.lengthB = values["b"].get<std::vector<std::int64_t>>();
    return table;
}

TEST(LengthSpearman, MatchesTheReferenceFromLabels) {
    const nlohmann::json values = referenceValues("lengths.json");
    const Figure figure = referenceLengths(values).figure("length.spearman");
    EXPECT_NEAR(*figure.value, values["from_labels"].get<double>(), BiasSlack);
    EXPECT_EQ(figure.notes, std::vector<std::string>{"from-labels"});
}

TEST(LengthSpearman, MatchesTheReferenceFromMargins) {
    const nlohmann::json values = referenceValues("lengths.json");
    MadeTable table = referenceLengths(values);
    const auto margins = values["margins"].get<std::vector<double>>();
    for (std::size_t row = 0; row < margins.size(); ++row) {
        table.run.forward.marginSum[row] = margins[row];
        table.run.forward.marginCount[row] = 1;
    }
    const Figure figure = table.figure("length.spearman");
    EXPECT_NEAR(*figure.value, values["from_margins"].get<double>(), BiasSlack);
    EXPECT_EQ(figure.notes, std::vector<std::string>{"from-margins"});
}

TEST(LengthSpearman, SaysWhyThereIsNone) {
    MadeTable table = madePairs("AB", "AB");
    EXPECT_EQ(table.figure("length.spearman").reason, "constant-scores") << "both answers are equally long";
    table.items.lengthA = {-1, -1};
    EXPECT_EQ(table.figure("length.spearman").reason, "no-lengths");
}

TEST(ModelFamily, IsReadFromTheName) {
    EXPECT_EQ(modelFamily("openai/gpt-4-turbo"), "gpt");
    EXPECT_EQ(modelFamily("ChatGPT"), "gpt");
    EXPECT_EQ(modelFamily("meta-llama/Meta-Llama-3-8B"), "llama");
    EXPECT_EQ(modelFamily("llama-7b"), "llama");
    EXPECT_EQ(modelFamily("Qwen2.5-7B-Instruct"), "qwen");
    EXPECT_EQ(modelFamily("foo/bar-7b"), "bar");
    EXPECT_EQ(modelFamily(""), "");
}

MadeTable writtenBy(
    std::string_view gold, std::string_view forward, const std::vector<std::array<const char*, 2>>& by) {
    MadeTable table = madePairs(gold, forward);
    for (std::size_t row = 0; row < by.size(); ++row)
        table.items.writers[row] = {table.items.writerNames.add(by[row][0]), table.items.writerNames.add(by[row][1])};
    return table;
}

TEST(SelfPreference, IsTheSurplusOfTheOwnFamily) {
    MadeTable table = writtenBy(
        "BATB", "AATX", {{{"gpt-3.5", "llama-7b"}, {"llama-7b", "gpt-4"}, {"gpt-4", "opt-7b"}, {"gpt-4", "opt-7b"}}});
    table.run.model = "gpt-4-turbo";
    const Figure figure = table.figure("self_preference");
    // Own wins by the judge: 1, 0, 1/2; by gold: 0, 0, 1/2.
    EXPECT_NEAR(*figure.value, 1.0 / 3, BiasSlack);
    EXPECT_EQ(figure.denominator, 3);
    EXPECT_EQ(figure.leftOut, (std::map<std::string, std::int64_t>{{"unparseable", 1}}));
}

TEST(SelfPreference, SaysWhyThereIsNone) {
    MadeTable table = writtenBy("A", "A", {{{"llama-7b", "opt-7b"}}});
    EXPECT_EQ(table.figure("self_preference").reason, "unknown-family");
    table.run.model = "gpt-4";
    EXPECT_EQ(table.figure("self_preference").reason, "no-own-family");
}

TEST(PromptEffects, AreDifferencesOverTheItemsBothJudged) {
    MadeTable table = madePairs("ABAB-", "ABAAA");
    table.run.showsReference = true;
    const RunTable without = madeRun("BBBXB");
    FigureRequest request = table.request();
    request.referenceTwin = &without;
    const std::array<std::string_view, 1> keys = {"reference.effect"};
    request.only = keys;
    const Figure figure = runFigures(request, MadeTable::noBootstrap()).front().figure;
    // Right with: items 1, 2, 3; without: item 2 of the three that both judged.
    EXPECT_NEAR(*figure.value, 2.0 / 3, BiasSlack);
    EXPECT_EQ(figure.denominator, 3);
    EXPECT_EQ(figure.leftOut, (std::map<std::string, std::int64_t>{{"not-judged-by-both", 2}}));
}

TEST(PromptEffects, SayWhenThereIsNothingToCompareWith) {
    const MadeTable table = madePairs("AB", "AB");
    EXPECT_EQ(table.figure("reference.effect").reason, "no-counterpart");
    EXPECT_EQ(table.figure("format.effect").reason, "no-counterpart");
}

TEST(Counterparts, DifferInOneThingOnly) {
    const RunTraits run{1, 1, "openai-chat", "m", Task::Pairwise, "label", true};
    std::vector<RunTraits> others = {run, run, run, run, run};
    others[1] = {2, 2, "openai-chat", "m", Task::Pairwise, "label", false};
    others[2] = {3, 3, "openai-chat", "m", Task::Pairwise, "verdict-json", true};
    others[3] = {4, 4, "openai-chat", "another", Task::Pairwise, "label", false};
    others[4] = {5, 5, "openai-chat", "m", Task::Pairwise, "verdict-json", false};
    EXPECT_EQ(referenceTwinOf(run, others), 2);
    EXPECT_EQ(formatTwinOf(run, others), 3);
    EXPECT_EQ(referenceTwinOf({9, 9, "", "m", Task::Pairwise, "label", true}, others), 0) << "imported";
}

} // namespace
} // namespace assize::test
