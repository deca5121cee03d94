// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"
#include "tests/support/shared_data.h"

#include <fstream>
#include <gtest/gtest.h>
#include <map>

namespace assize::test {
namespace {

TEST(MtbenchQuestions, HaveTurnsAndPerhapsReferences) {
    const ReadText read(R"({"question_id":95,"category":"roleplay","turns":["One?","Two?"],"reference":["A","B"]})"
                        "\n"
                        R"({"question_id":81,"category":"writing","turns":["One?","Two?"]})");
    ASSERT_EQ(read.sink.records.size(), 2U);
    const Item& item = *read.sink.records[0].item;
    EXPECT_EQ(item.format, "mtbench-questions");
    EXPECT_EQ(item.sourceId, "95");
    EXPECT_EQ(item.turns, (std::vector<Turn>{{"user", "One?"}, {"user", "Two?"}}));
    EXPECT_EQ(item.reference, "A\n\nB");
    EXPECT_TRUE(item.responses.empty());
    EXPECT_FALSE(read.sink.records[1].item->reference);
}

TEST(MtbenchQuestions, AreEightyInEightCategories) {
    ASSIZE_NEEDS_DATA(file, "fastchat-mt-bench/fastchat/llm_judge/data/mt_bench/question.jsonl");
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    const ReadText read(text.str());
    EXPECT_EQ(read.sink.records.size(), 80U);
    std::map<std::string, int> categories;
    int references = 0;
    for (const ImportRecord& record : read.sink.records) {
        ++categories[record.item->category];
        references += record.item->reference ? 1 : 0;
    }
    EXPECT_EQ(categories.size(), 8U);
    EXPECT_EQ(categories["math"], 10);
    EXPECT_EQ(references, 39);
}

} // namespace
} // namespace assize::test
