// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"
#include "tests/support/shared_data.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

const std::string LlmbarRow = R"("input":"Q","output_1":"x","output_2":"y","label":2)";

CollectingSink readLlmbarFile(const std::filesystem::path& path) {
    CollectingSink sink;
    auto source = ByteSource::open(path);
    ImportOptions options;
    options.path = path.string();
    EXPECT_TRUE(importerNamed("llmbar").value()->read(*source, options, sink));
    return sink;
}

TEST(Llmbar, ReadsBothOrdersOfTheLastResult) {
    const ReadText read("[{" + LlmbarRow + R"x(,"results":[{"metrics":"a step"},
        {"swap = False":{"completion":["Output (b)","stop"],"winner":"2"},
         "swap = True":{"completion":["?","stop"],"winner":null}}]}])x");
    EXPECT_EQ(read.format, "llmbar");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records.front();
    EXPECT_EQ(record.labels.front().label, Label::B);
    ASSERT_EQ(record.verdicts.size(), 2U);
    EXPECT_EQ(record.verdicts[0].verdict.presentation, "AB");
    EXPECT_EQ(record.verdicts[0].verdict.judgement.label, Label::B);
    EXPECT_EQ(record.verdicts[0].verdict.rawReply, "Output (b)");
    EXPECT_EQ(record.verdicts[1].verdict.presentation, "BA");
    EXPECT_EQ(record.verdicts[1].verdict.judgement.outcome, Outcome::Unparseable);
    EXPECT_EQ(record.verdicts[1].verdict.judgement.label, std::nullopt);
}

TEST(Llmbar, KeepsTheScoresOfThePointwiseStrategy) {
    const ReadText read("[{" + LlmbarRow +
                        R"(,"results":[{"score_1":["6","stop"],"score_2":["1","stop"],)"
                        R"("swap = False":{"winner":"1"},"swap = True":{"winner":"1"}}]}])");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const Verdict& verdict = read.sink.records.front().verdicts.front().verdict;
    EXPECT_EQ(verdict.judgement.scores, (std::vector<double>{6, 1}));
    EXPECT_EQ(verdict.judgement.label, Label::A);
}

TEST(Llmbar, RefusesLabelsItDoesNotKnow) {
    const ReadText read(R"([{"input":"Q","output_1":"x","output_2":"y","label":0}])");
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems.front().second, "label is neither 1 nor 2: 0");
}

TEST(Llmbar, ReadsThePublishedNaturalSet) {
    ASSIZE_NEEDS_DATA(path, "llmbar/Dataset/LLMBar/Natural/dataset.json");
    const CollectingSink sink = readLlmbarFile(path);
    EXPECT_EQ(sink.records.size(), 100U);
    const auto isA = [](const ImportRecord& record) { return record.labels.front().label == Label::A; };
    EXPECT_EQ(std::count_if(sink.records.begin(), sink.records.end(), isA), 42);
    EXPECT_TRUE(sink.problems.empty());
}

TEST(Llmbar, ReadsThePublishedResults) {
    struct Case {
        const char* folder;
        int verdicts;
        int unusable;
        const char* run;
    };
    for (const Case& expected : {Case{"Natural/evaluators/GPT-4/Vanilla", 200, 0, "GPT-4/Vanilla"},
             Case{"Natural/evaluators/GPT-4/Rating", 200, 0, "GPT-4/Rating"},
             Case{"Natural/evaluators/ChatGPT/CoT", 200, 1, "ChatGPT/CoT"},
             Case{"Natural/evaluators/PaLM2/Vanilla", 200, 4, "PaLM2/Vanilla"},
             Case{"Adversarial/Manual/evaluators/LLaMA2/CoT", 92, 1, "LLaMA2/CoT"}}) {
        ASSIZE_NEEDS_DATA(path, std::string("llmbar/Dataset/LLMBar/") + expected.folder + "/result.json");
        int verdicts = 0;
        int unusable = 0;
        for (const ImportRecord& record : readLlmbarFile(path).records) {
            for (const ImportedVerdict& imported : record.verdicts) {
                ++verdicts;
                unusable += imported.verdict.judgement.outcome == Outcome::Verdict ? 0 : 1;
                EXPECT_EQ(imported.run.name, expected.run);
            }
        }
        EXPECT_EQ(verdicts, expected.verdicts) << expected.folder;
        EXPECT_EQ(unusable, expected.unusable) << expected.folder;
    }
}

} // namespace
} // namespace assize::test
