// SPDX-License-Identifier: Apache-2.0
#include "tests/core/export/exported.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

TEST(LlmComparatorExport, EveryJudgedPairIsAnExampleWithItsRatings) {
    TempSession session;
    const RowKey first = session.addPair("q1", "Why?", "alpha", "beta", "chat");
    session.addPair("q2", "Not judged", "alpha", "beta");
    const RowKey third = session.addPair("q3", "Who?", "gamma", "delta");
    const RowKey run = session.addRun("run");
    session.addVerdict(run, first, "AB", Label::A, 0.5);
    session.addVerdict(run, first, "BA", Label::Tie, 0);
    session.addVerdict(run, third, "AB", Label::B, -0.5);
    session.reopen();
    const Exported exported(session, "llm-comparator");
    EXPECT_EQ(exported.items, 2) << "an item without a verdict has no score, and 0 would be a tie";
    const json file = json::parse(exported.text);
    EXPECT_EQ(file["models"], json::parse(R"([{"name":"A"},{"name":"B"}])"));
    EXPECT_EQ(file["metadata"]["source_path"], "Assize");
    EXPECT_EQ(file["metadata"]["custom_fields_schema"][0], json::parse(R"({"name":"id","type":"string"})"));
    ASSERT_EQ(file["examples"].size(), 2U);
    const json& example = file["examples"][0];
    EXPECT_EQ(example["input_text"], "Why?");
    EXPECT_EQ(example["tags"], json::parse(R"(["chat"])"));
    EXPECT_EQ(example["output_text_a"], "alpha");
    EXPECT_EQ(example["output_text_b"], "beta");
    EXPECT_EQ(example["score"], 0.5);
    EXPECT_EQ(example["individual_rater_scores"], json::parse(R"([
        {"score":1.0,"rating_label":"A is better","is_flipped":false,"rationale":""},
        {"score":0.0,"rating_label":"same","is_flipped":true,"rationale":""}])"));
    EXPECT_EQ(example["custom_fields"]["id"], "q1");
    EXPECT_EQ(file["examples"][1]["score"], -1.0);
}

TEST(LlmComparatorExport, NamesTheModelsWhereTheyAreTheSameThroughout) {
    TempSession session;
    RowKey key = 0;
    session.write([&](SessionTransaction& transaction) -> Result<void> {
        Item item;
        item.format = "pairs";
        item.sourceId = "1";
        item.turns = {{"user", "Q"}};
        item.responses = {{"x", "model-1"}, {"y", "model-2"}};
        key = valueOf(transaction.addItem(item, {})).key;
        return {};
    });
    session.addVerdict(session.addRun("run"), key, "AB", Label::A, 1);
    session.reopen();
    const json file = json::parse(Exported(session, "llm-comparator").text);
    EXPECT_EQ(file["models"], json::parse(R"([{"name":"model-1"},{"name":"model-2"}])"));
}

TEST(LlmComparatorExport, NothingJudgedIsAnEmptyFileThatOpens) {
    TempSession session;
    session.addPair("q1", "Why?", "alpha", "beta");
    EXPECT_EQ(json::parse(Exported(session, "llm-comparator").text)["examples"], json::array());
}

} // namespace
} // namespace assize::test
