// SPDX-License-Identifier: Apache-2.0
#include "core/model/stored_row.h"

#include "core/model/judge_json.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

const std::string ItemId = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const std::string RunId = "01ARZ3NDEKTSV4RRFFQ69G5FAW";

StoredRow readBack(const StoredRow& row) {
    const std::string line = storedRowToJson(row);
    auto read = storedRowFromJson(line);
    EXPECT_TRUE(read) << line;
    if (!read)
        return {};
    EXPECT_EQ(storedRowToJson(*read), line);
    return std::move(*read);
}

TEST(StoredRow, KeepsItemsWhole) {
    Item item;
    item.id = ItemId;
    item.format = "pairs";
    item.sourceId = "7";
    item.occurrence = 2;
    item.turns = {{"user", "a\r\n\"b\""}, {"assistant", "c"}};
    item.responses = {{"x", "m1"}, {"", ""}, {"z", ""}};
    item.reference = "";
    item.images = {{"image-1", "image/png", "a5660fd05ad1e3243eeec588f8faa36b96f3b44f2f98b9a5e94f1fc3de5f91b3",
        std::string("\0\xFF", 2)}};
    item.category = "chat";
    item.metadata = R"({"z":1,"a":{"n":1.5}})";
    Item back = std::get<Item>(readBack({item, {}, {}, {}}).row);
    EXPECT_EQ(back.images.front().bytes, item.images.front().bytes);
    EXPECT_EQ(back.contentHash, contentHash(back));
    item.images = back.images; // the hash is made anew from the bytes
    item.contentHash = back.contentHash;
    EXPECT_EQ(back, item);
}

TEST(StoredRow, KeepsVerdictsWhole) {
    Verdict verdict;
    verdict.id = ItemId;
    verdict.presentation = "BA";
    verdict.sample = 2;
    verdict.attempt = 3;
    verdict.judgement.outcome = Outcome::Verdict;
    verdict.judgement.label = Label::BothBad;
    verdict.judgement.step = -1;
    verdict.judgement.scores = {0.1, 9};
    verdict.judgement.scoreMargin = -0.575;
    verdict.judgement.flags = {"weights-normalised"};
    CriterionScore& score = verdict.judgement.criteria.emplace_back();
    score.criterion = {"clarity", "how clear", 0.25, CriterionType::Categorical, 0, 1, {{"good", 1, "it is"}}};
    score.scoreB = 0;
    score.justificationB = "says \"so\"";
    verdict.usage = {10, 20, 5, true};
    verdict.latencySeconds = 0.25;
    verdict.rawReply = "raw";
    verdict.createdAt = 1234567890123;
    const StoredRow back = readBack({verdict, ItemId, RunId, {}});
    EXPECT_EQ(back.itemId, ItemId);
    EXPECT_EQ(back.runId, RunId);
    const auto& read = std::get<Verdict>(back.row);
    EXPECT_EQ(read.judgement, verdict.judgement);
    EXPECT_EQ(read.usage, verdict.usage);
    EXPECT_EQ(read.attempt, 3);
    EXPECT_EQ(read.createdAt, 1234567890123);
}

TEST(StoredRow, KeepsAnnotationsLabelsRunsPlansAndSettings) {
    Annotation made;
    made.id = RunId;
    made.annotator = "ann";
    made.label = Label::A;
    made.criteria = {{"clarity", true, 2.0, std::nullopt}};
    made.tags = {"length"};
    made.blind = true;
    made.supersedes = ItemId;
    made.createdAt = 5;
    const StoredRow annotation = readBack({made, ItemId, RunId, {}});
    EXPECT_EQ(std::get<Annotation>(annotation.row), made);
    EXPECT_EQ(annotation.runId, RunId);

    ItemLabel label;
    label.annotator = "a1";
    label.score = 4.5;
    label.result = "PASS";
    EXPECT_EQ(std::get<ItemLabel>(readBack({label, ItemId, {}, {}}).row), label);

    assize::Run run; // not the test's own Run()
    run.id = RunId;
    run.name = "r";
    run.identity = "imported:r";
    EXPECT_EQ(readBack({run, {}, {}, "abc"}).versionHash, "abc");
    EXPECT_EQ(
        std::get<PlannedCall>(readBack({PlannedCall{0, "BA", 2}, ItemId, RunId, {}}).row), (PlannedCall{0, "BA", 2}));
    EXPECT_EQ(std::get<StoredSetting>(readBack({StoredSetting{"tie.band", "0.05"}, {}, {}, {}}).row).value, "0.05");
}

TEST(StoredRow, RefusesAJudgeThatIsNotTheOneItsHashNames) {
    JudgeVersion version;
    version.id = ItemId;
    version.source = "imported";
    version.definition.name = "j";
    version.hash = versionHash(version.definition);
    EXPECT_EQ(std::get<JudgeVersion>(readBack({version, {}, {}, {}}).row).definition, version.definition);
    version.hash = std::string(64, '0');
    const auto read = storedRowFromJson(storedRowToJson({version, {}, {}, {}}));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().detail, "the judge's definition does not have the hash it states");
}

TEST(StoredRow, SaysWhatIsWrongWithALine) {
    struct Case {
        std::string line;
        std::string reason;
    };
    const std::vector<Case> cases = {
        {R"({"type":"dream"})", "the type \"dream\" is not known"},
        {R"({"type":"label","item":"x","label":"maybe"})", "the label \"maybe\" is not one that is known"},
        {R"({"type":"setting","name":"n"})", "key 'value' not found"},
        {std::string(300, '['), "nested too deeply"},
    };
    for (const Case& wrong : cases) {
        const auto read = storedRowFromJson(wrong.line);
        ASSERT_FALSE(read) << wrong.line;
        EXPECT_EQ(read.error().code, ErrorCode::UnreadableInput);
        EXPECT_EQ(read.error().detail, wrong.reason);
    }
}

} // namespace
} // namespace assize
