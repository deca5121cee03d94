// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(Halubench, ThePassageIsContextAndTheLabelAClass) {
    const ReadText read(
        R"({"id":"h1","passage":"P","question":"Q","answer":"x","label":"FAIL","source_ds":"DROP","score":0})");
    EXPECT_EQ(read.format, "halubench");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const Item& item = *read.sink.records[0].item;
    EXPECT_EQ(item.sourceId, "h1");
    EXPECT_EQ(item.turns, (std::vector<Turn>{{"user", "Q"}}));
    EXPECT_EQ(item.context, "P");
    EXPECT_EQ(item.responses, (std::vector<Response>{{"x", ""}}));
    EXPECT_EQ(item.category, "DROP");
    EXPECT_EQ(item.metadata, R"({"score":0})");
    EXPECT_EQ(read.sink.records[0].labels.front().result, "FAIL");
    EXPECT_FALSE(read.sink.records[0].labels.front().score);
}

TEST(Halubench, ReadsTablesAndOtherCase) {
    const ReadText read("id,passage,question,answer,label,source_ds\n1,\"P, p\",Q,x, pass ,a\n2,P,Q,y,,a\n");
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_EQ(read.sink.records[0].item->context, "P, p");
    EXPECT_EQ(read.sink.records[0].labels.front().result, "PASS");
    EXPECT_TRUE(read.sink.records[1].labels.empty()) << "no label is no gold";
}

TEST(Halubench, KeepsTheItemOfALabelItDoesNotKnowAndSaysSo) {
    const ReadText read("{\"id\":\"1\",\"passage\":\"P\",\"question\":\"Q\",\"answer\":\"x\",\"label\":\"MAYBE\"}\n"
                        "{\"id\":\"2\",\"passage\":\"P\",\"question\":\"Q\",\"answer\":[\"x\"],\"label\":\"PASS\"}\n"
                        "{\"id\":\"3\",\"passage\":\"P\",\"question\":\"Q\",\"label\":\"PASS\"}\n");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_TRUE(read.sink.records[0].labels.empty());
    EXPECT_EQ(
        read.sink.records[0].remark, "the label \"MAYBE\" is neither PASS nor FAIL; the item was imported without it");
    ASSERT_EQ(read.sink.problems.size(), 2U);
    EXPECT_EQ(read.sink.problems[0].second, "answer is a list or an object, not a text");
    EXPECT_EQ(read.sink.problems[1].second, "answer is missing");
}

} // namespace
} // namespace assize::test
