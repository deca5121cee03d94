// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

struct GuessCase {
    std::string text;
    std::string format;
    std::string reason;
};

TEST(Guess, GoesByTheContent) {
    const std::vector<GuessCase> cases = {
        {R"({"prompt":"Q","response_A":"x","response_B":"y"})", "pairs",
            "its records have prompt, response_A and response_B"},
        {R"([{"prompt":"Q","response":"x"}])", "single", "its records have prompt and response"},
        {R"([{"input":"Q","output_1":"x","output_2":"y","label":1}])", "llmbar",
            "its records have input, output_1, output_2 and label"},
        {R"([{"idx":1,"gpt_result":"1"}])", "pandalm", "its records have idx and gpt_result"},
        {"{\"type\":\"header\",\"assize\":\"session/1\"}\n", "assize",
            "its first line is the header of a session's export"},
        {"garbage {\n{\"prompt\":\"Q\",\"response_A\":\"x\",\"response_B\":\"y\"}", "", ""},
    };
    for (const GuessCase& expected : cases) {
        auto source = ByteSource::fromText(expected.text, "text");
        const auto guess = guessFormat(*source, {});
        ASSERT_EQ(guess.has_value(), !expected.format.empty()) << expected.text;
        if (guess) {
            EXPECT_EQ(guess->importer->name, expected.format);
            EXPECT_EQ(guess->reason, expected.reason);
        }
    }
}

TEST(Guess, SeesFieldsBehindADamagedFirstLine) {
    auto source =
        ByteSource::fromText("{\"prompt\": \n{\"prompt\":\"Q\",\"response_A\":\"x\",\"response_B\":\"y\"}", "");
    EXPECT_EQ(guessFormat(*source, {}).value().importer->name, "pairs");
}

TEST(Guess, LooksPastALongFirstRecord) {
    auto source = ByteSource::fromText(
        R"({"prompt":")" + std::string(1 << 20, 'x') + R"(","response_A":"x","response_B":"y"})", "");
    EXPECT_EQ(guessFormat(*source, {}).value().importer->name, "pairs");
}

TEST(Guess, SaysWhatItSawWhenNothingFits) {
    auto source = ByteSource::fromText(R"({"question":"Q","answer":"x"})", "f.jsonl");
    const auto guess = guessFormat(*source, {});
    ASSERT_FALSE(guess);
    EXPECT_EQ(guess.error().code, ErrorCode::UnreadableInput);
    EXPECT_EQ(guess.error().subject, "f.jsonl");
    EXPECT_NE(guess.error().detail.english().find("its fields are answer, question"), std::string::npos);
}

TEST(Guess, NamesTheNearestFormat) {
    const auto named = importerNamed("pair");
    ASSERT_FALSE(named);
    EXPECT_EQ(named.error().detail,
        "did you mean pairs? the formats are pairs, single, multi, llmbar, pandalm, rewardbench, judgebench, "
        "alpacaeval, "
        "autoj, mtbench, halubench, rmbench, wildbench, judgelm, biggen, prometheus, mtbench-questions, "
        "llm-comparator, chat, nova, arena, ultrafeedback, hh, promptfoo, openai-batch, assize, root-calibration, "
        "parquet");
}

} // namespace
} // namespace assize::test
