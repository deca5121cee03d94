// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

const std::string RmbenchRow = R"("prompt":"Q","chosen":["g1","g2","g3"],"rejected":["b1","b2","b3"])";

TEST(Rmbench, ARowIsNinePairsOfStyles) {
    const ReadText read(R"([{"id":4,"domain":"chat",)" + RmbenchRow + "}]");
    EXPECT_EQ(read.format, "rmbench");
    ASSERT_EQ(read.sink.records.size(), 9U);
    const std::vector<std::string> styles = {"concise", "detailed_plain", "detailed_markdown"};
    for (std::size_t cell = 0; cell < 9; ++cell) {
        const ImportRecord& record = read.sink.records[cell];
        const std::string good = "g" + std::to_string(cell / 3 + 1);
        const std::string bad = "b" + std::to_string(cell % 3 + 1);
        EXPECT_EQ(record.item->sourceId, "chat/4/" + good.substr(1) + "-" + bad.substr(1));
        const bool isFirst = record.labels.front().label == Label::A;
        EXPECT_EQ(record.item->responses.at(isFirst ? 0 : 1).text, good);
        EXPECT_EQ(record.item->responses.at(isFirst ? 1 : 0).text, bad);
        const auto metadata = nlohmann::json::parse(record.item->metadata);
        EXPECT_EQ(metadata["chosen_style"], styles[cell / 3]);
        EXPECT_EQ(metadata["rejected_style"], styles[cell % 3]);
        EXPECT_EQ(metadata["position_seed"], 7);
        EXPECT_EQ(record.item->category, "chat");
        EXPECT_EQ(record.line, 1);
    }
}

TEST(Rmbench, TheSubsetStandsInForAMissingDomain) {
    const ReadText read(R"([{"id":"x","subset":"alpacaeval","error_key":"k",)" + RmbenchRow + "}]");
    ASSERT_EQ(read.sink.records.size(), 9U);
    EXPECT_EQ(read.sink.records[0].item->category, "alpacaeval");
    EXPECT_EQ(nlohmann::json::parse(read.sink.records[0].item->metadata)["error_key"], "k");
}

TEST(Rmbench, RewardModelsScoresAreVerdicts) {
    const ReadText read(
        R"([{"id":4,"domain":"math","score_chosen":[1,5,null],"score_rejected":[2,5,0],)" + RmbenchRow + "}]");
    ASSERT_EQ(read.sink.records.size(), 9U);
    const auto verdictFor = [&](std::size_t cell) {
        return read.sink.records[cell].verdicts.front().verdict.judgement;
    };
    const auto gold = [&](std::size_t cell) { return *read.sink.records[cell].labels.front().label; };
    EXPECT_EQ(verdictFor(0).label, swapped(gold(0))) << "1 against 2";
    EXPECT_EQ(verdictFor(4).label, Label::Tie) << "5 against 5";
    EXPECT_EQ(verdictFor(5).label, gold(5)) << "5 against 0";
    EXPECT_TRUE(read.sink.records[6].verdicts.empty()) << "null is no score";
}

TEST(Rmbench, RefusesWhatIsNotThreeByThree) {
    const ReadText read(R"([{"id":4,"prompt":"Q","chosen":["a","b"],"rejected":["c","d","e"]},)"
                        R"({"id":5,"prompt":"Q","chosen":["a","b",["c"]],"rejected":["c","d","e"]},)"
                        R"({"id":6,"prompt":"Q","chosen":["a","b","c"],"rej)");
    EXPECT_TRUE(read.sink.records.empty());
    ASSERT_EQ(read.sink.problems.size(), 3U);
    EXPECT_EQ(read.sink.problems[0].second, "chosen has 2 texts and rejected 3; each should have 3, one of each style");
    EXPECT_EQ(read.sink.problems[1].second, "chosen: entry 3 is not a text");
}

} // namespace
} // namespace assize::test
