// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(Chat, TheLastAnswerIsTheResponse) {
    const ReadText read(
        R"({"id":"c1","model":"m","lang":"de","messages":[{"role":"system","content":"Be brief."},)"
        R"({"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"},{"role":"user","content":)"
        R"([{"type":"text","text":"Why?"}]},{"role":"assistant","content":"Because."}]})");
    ASSERT_EQ(read.format, "chat") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 1U);
    const Item& item = *read.sink.records[0].item;
    EXPECT_EQ(item.turns,
        (std::vector<Turn>{{"system", "Be brief."}, {"user", "Hi"}, {"assistant", "Hello"}, {"user", "Why?"}}));
    EXPECT_EQ(item.responses, (std::vector<Response>{{"Because.", "m"}}));
    EXPECT_EQ(item.sourceId, "c1");
    EXPECT_EQ(item.metadata, R"({"lang":"de"})");
}

TEST(Chat, TwoLastAnswersAreAPairWithItsLabel) {
    const ReadText read(R"({"model_a":"m","model_b":"n","label":"B>A","annotators":{"Maya":"A>B"},"messages":)"
                        R"([{"role":"user","content":"Q"},{"role":"assistant","content":"x"},)"
                        R"({"role":"assistant","content":"y"}]})");
    ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"x", "m"}, {"y", "n"}}));
    ASSERT_EQ(record.labels.size(), 2U);
    EXPECT_EQ(record.labels[0].label, Label::B);
    EXPECT_EQ(record.labels[1].annotator, "Maya");
    EXPECT_EQ(record.item->metadata, "{}");
}

TEST(Chat, OneLastAnswerHasItsScoreOrClass) {
    const std::string start = R"({"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"x"}],)";
    const ReadText read(start + R"("label":"PASS","annotators":{"Maya":"FAIL"}})" + "\n" + start + R"("score":4})" +
                        "\n" + start + R"("score":"good"})");
    ASSERT_EQ(read.sink.records.size(), 2U) << read.failure;
    EXPECT_EQ(read.sink.records[0].labels.at(0).result, "PASS");
    EXPECT_EQ(read.sink.records[0].labels.at(1).result, "FAIL");
    EXPECT_EQ(read.sink.records[1].labels.at(0).score, 4);
    EXPECT_EQ(read.sink.records[1].item->metadata, "{}");
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0].second, "score is not a number: good");
}

// A named better answer must not always stand in one place.
TEST(Chat, ADrawPlacesThePreferredAnswer) {
    std::string lines;
    for (int index = 0; index < 40; ++index)
        lines += R"({"id":")" + std::to_string(index) + R"(","input":{"messages":[{"role":"user","content":"Q"}]},)" +
                 R"("preferred_output":[{"role":"assistant","content":"good"}],)" +
                 R"("non_preferred_output":[{"role":"assistant","content":"bad"}]})" + "\n";
    const ReadText read(lines);
    ASSERT_EQ(read.format, "chat") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 40U);
    int first = 0;
    for (const ImportRecord& record : read.sink.records) {
        ASSERT_EQ(record.labels.size(), 1U);
        const bool isFirst = record.labels[0].label == Label::A;
        first += isFirst ? 1 : 0;
        EXPECT_EQ(record.item->responses[isFirst ? 0 : 1].text, "good");
        EXPECT_EQ(record.item->metadata, R"({"position_seed":7})");
    }
    EXPECT_GT(first, 8);
    EXPECT_LT(first, 32);
    EXPECT_EQ(ReadText(lines).sink.records[3].item->responses, read.sink.records[3].item->responses);
}

TEST(Chat, ChosenAndRejectedMayHoldTheConversationOrTheAnswerAlone) {
    const ReadText whole(R"({"chosen":[{"role":"user","content":"Q"},{"role":"assistant","content":"good"}],)"
                         R"("rejected":[{"role":"user","content":"Q"},{"role":"assistant","content":"bad"}]})");
    const ReadText alone(R"({"prompt":[{"role":"user","content":"Q"}],"chosen":[{"role":"assistant","content":)"
                         R"("good"}],"rejected":[{"role":"assistant","content":"bad"}]})");
    for (const ReadText* read : {&whole, &alone}) {
        ASSERT_EQ(read->format, "chat") << read->failure;
        ASSERT_EQ(read->sink.records.size(), 1U);
        EXPECT_EQ(read->sink.records[0].item->turns, (std::vector<Turn>{{"user", "Q"}}));
        EXPECT_EQ(read->sink.records[0].item->responses.size(), 2U);
    }
}

TEST(Chat, SaysWhyARowCannotBeUsed) {
    struct Case {
        std::string row;
        std::string reason;
    };
    const std::vector<Case> cases = {
        {R"({"messages":[{"role":"user","content":"Q"}]})", "the conversation does not end with an answer"},
        {R"({"messages":[{"role":"assistant","content":"x"}]})", "prompt is missing"},
        {R"({"messages":[]})", "messages is an empty list"},
        {R"({"messages":[{"role":"user","content":null},{"role":"assistant","content":"x"}]})",
            "messages: message 1 has no text"},
        {R"({"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"1"},)"
         R"({"role":"assistant","content":"2"},{"role":"assistant","content":"3"}]})",
            "the conversation ends with 3 answers, not with one or two"},
        {R"({"input":"Q","preferred_output":[{"role":"assistant","content":"x"}],"non_preferred_output":[]})",
            "input.messages is not a list of messages"},
        {R"({"input":{"messages":[{"role":"user","content":"Q"}]},"preferred_output":[{"role":"user","content":"x"}],)"
         R"("non_preferred_output":[{"role":"assistant","content":"x"}]})",
            "preferred_output is not one message of the assistant"},
        {R"({"chosen":[{"role":"user","content":"Q"},{"role":"assistant","content":"x"}],)"
         R"("rejected":[{"role":"user","content":"R"},{"role":"assistant","content":"y"}]})",
            "chosen and rejected differ before their last message"},
    };
    for (const Case& bad : cases) {
        const ReadText read(bad.row, "chat");
        ASSERT_EQ(read.sink.problems.size(), 1U) << bad.row;
        EXPECT_EQ(read.sink.problems.front().second, bad.reason);
    }
}

// Work that grew with the square of their number would not end here.
TEST(Chat, ManyLastAnswersAreRefusedAtOnce) {
    std::string line = R"({"messages":[{"role":"user","content":"Q"})";
    for (int answer = 0; answer < 200000; ++answer)
        line += R"(,{"role":"assistant","content":"x"})";
    const ReadText read(line + "]}", "chat");
    ASSERT_EQ(read.sink.problems.size(), 1U) << read.failure;
    EXPECT_EQ(read.sink.problems[0].second, "the conversation ends with 200000 answers, not with one or two");
}

TEST(Chat, MessagesWithoutTextSayWhatIsMissing) {
    const ReadText read(R"({"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":null,"tool_calls":)"
                        R"([{}]},{"role":"assistant","content":"x"}]})"
                        "\n"
                        R"({"messages":[{"content":"Q"},{"role":"assistant","content":"x"}]})",
        "chat");
    ASSERT_EQ(read.sink.problems.size(), 2U) << read.failure;
    EXPECT_EQ(read.sink.problems[0].second, "messages: message 2 has no text");
    EXPECT_EQ(read.sink.problems[1].second, "messages: message 1 has no role");
}

TEST(Chat, PicturesInMessagesAreLeftOutWithARemark) {
    const ReadText read(
        R"({"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}},{"type":"text",)"
        R"("text":"Q"}]},{"role":"assistant","content":"x"}]})");
    ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
    EXPECT_EQ(read.sink.records[0].item->turns, (std::vector<Turn>{{"user", "Q"}}));
    EXPECT_EQ(read.sink.records[0].remark.english(), "parts of messages that are no text were left out: 1");
}

} // namespace
} // namespace assize::test
