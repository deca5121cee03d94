// SPDX-License-Identifier: Apache-2.0
#include "core/import/seeded_order.h"
#include "tests/core/import/collecting_sink.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

namespace assize::test {
namespace {

std::string rewardbenchRows(int count) {
    std::string text;
    for (int id = 0; id < count; ++id)
        text += R"({"prompt":"Q","chosen":"good","chosen_model":"m","rejected":"bad","rejected_model":"n",)"
                R"("subset":"hep-cpp","id":)" +
                std::to_string(id) + "}\n";
    return text;
}

TEST(Rewardbench, TheLabelFollowsTheBetterAnswerWhereverTheDrawPutsIt) {
    const ReadText read(rewardbenchRows(200));
    EXPECT_EQ(read.format, "rewardbench");
    ASSERT_EQ(read.sink.records.size(), 200U);
    int first = 0;
    for (const ImportRecord& record : read.sink.records) {
        const bool isFirst = record.item->responses[0] == Response{"good", "m"};
        EXPECT_EQ(record.item->responses[isFirst ? 1 : 0], (Response{"bad", "n"}));
        EXPECT_EQ(record.labels.front().label, isFirst ? Label::A : Label::B);
        EXPECT_EQ(record.item->category, "hep-cpp");
        EXPECT_EQ(record.item->metadata, R"({"position_seed":7})");
        first += isFirst ? 1 : 0;
    }
    EXPECT_GT(first, 70) << "no judge can learn a position from this";
    EXPECT_LT(first, 130);
}

TEST(Rewardbench, TheDrawIsTheSameEveryTimeAndAnotherForAnotherSeed) {
    const ReadText once(rewardbenchRows(64));
    const ReadText again(rewardbenchRows(64));
    ImportOptions options;
    options.seed = 8;
    const ReadText other(rewardbenchRows(64), {}, options);
    int changed = 0;
    for (std::size_t row = 0; row < 64; ++row) {
        EXPECT_EQ(once.sink.records[row].item->responses, again.sink.records[row].item->responses);
        changed += once.sink.records[row].item->responses != other.sink.records[row].item->responses ? 1 : 0;
    }
    EXPECT_GT(changed, 10);
    EXPECT_EQ(other.sink.records[0].item->metadata, R"({"position_seed":8})");
}

TEST(Rewardbench, TheOrderOfTheFileDoesNotDecideWhereRowsHaveNoId) {
    const ReadText read("{\"prompt\":\"Q\",\"chosen\":\"x\",\"rejected\":\"y\"}\n");
    const ReadText two("{\"prompt\":\"R\",\"chosen\":\"v\",\"rejected\":\"w\"}\n"
                       "{\"prompt\":\"Q\",\"chosen\":\"x\",\"rejected\":\"y\"}\n");
    EXPECT_EQ(read.sink.records[0].item->responses, two.sink.records[1].item->responses);
    EXPECT_EQ(read.sink.records[0].item->sourceId, "");
}

TEST(Rewardbench, FourResponsesHaveTheLetterOfTheRightOne) {
    const ReadText read(R"({"id":"5","prompt":"Q","chosen":["good"],"rejected":["b1","b2","b3"],"num_correct":1,)"
                        R"("total_completions":4,"subset":"Math"})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records.front();
    ASSERT_EQ(record.item->responses.size(), 4U);
    ASSERT_EQ(record.labels.front().result.size(), 1U);
    const auto place = static_cast<std::size_t>(record.labels.front().result.front() - 'A');
    EXPECT_EQ(record.item->responses.at(place).text, "good");
    EXPECT_FALSE(record.labels.front().label);
}

TEST(Rewardbench, SeveralRightOnesHaveAllTheirLetters) {
    const ReadText read(R"({"id":"tied:1","prompt":"Q","chosen":["g1","g2"],"rejected":["b1"],"num_correct":2,)"
                        R"("subset":"Ties"})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const std::string& letters = read.sink.records.front().labels.front().result;
    ASSERT_EQ(letters.size(), 3U) << letters;
    for (const char letter : {letters[0], letters[2]})
        EXPECT_EQ(read.sink.records[0].item->responses.at(static_cast<std::size_t>(letter - 'A')).text[0], 'g');
}

TEST(Rewardbench, SaysWhatIsWrongWithARow) {
    const ReadText read("{\"prompt\":\"Q\",\"chosen\":\"x\",\"rejected\":\"y\",\"subset\":\"s\"}\n"
                        "{\"prompt\":\"Q\",\"chosen\":\"x\",\"subset\":\"s\"}\n"
                        "{\"prompt\":\"Q\",\"chosen\":[],\"rejected\":\"y\"}\n"
                        "{\"prompt\":\"Q\",\"chosen\":[{\"role\":\"user\"}],\"rejected\":\"y\"}\n"
                        "{\"chosen\":\"x\",\"rejected\":\"y\"}\n"
                        "{\"prompt\":\"Q\",\"chosen\":\"x\",\"reje");
    EXPECT_EQ(read.sink.records.size(), 1U);
    const std::vector<std::pair<std::int64_t, std::string>> problems = {{2, "rejected is missing"},
        {3, "chosen is an empty list"}, {4, "chosen: entry 1 is not a text"}, {5, "prompt is missing"},
        {6, "a string does not end"}};
    EXPECT_EQ(read.sink.problems, problems);
}

TEST(SeededOrder, IsAPermutation) {
    for (const std::size_t count : {0U, 1U, 2U, 26U}) {
        auto order = seededOrder(count, 7, "item");
        std::sort(order.begin(), order.end());
        std::vector<std::size_t> numbers(count);
        std::iota(numbers.begin(), numbers.end(), std::size_t{0});
        EXPECT_EQ(order, numbers);
    }
}

TEST(SeededOrder, TheSeedStandsInTheMetadata) {
    EXPECT_EQ(withSeed("{}", 7), R"({"position_seed":7})");
    EXPECT_EQ(withSeed(R"({"a":1})", 9), R"({"a":1,"position_seed":9})");
}

} // namespace
} // namespace assize::test
